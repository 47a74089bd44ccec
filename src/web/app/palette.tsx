import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useModal } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import style from './palette.module.css';
import { usePaletteGroups } from './palette-entries.ts';
import { paletteMatches } from './palette-match.ts';

const MOST_TYPED = 6;
const MOST_AT_FIRST = { pages: 7, kpis: 8, initiatives: 0, people: 0, metrics: 0, actions: 5 } as const;

/** Finds anything by typing: KPIs by every name, initiatives, people, pages, actions. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const dialog = useModal(onClose);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const groups = usePaletteGroups(options => void navigate(options))
    .map(group => ({
      ...group,
      hits: paletteMatches(group.entries, typed, typed.trim() === '' ? MOST_AT_FIRST[group.id] : MOST_TYPED),
    }))
    .filter(group => group.hits.length > 0);
  const flat = groups.flatMap(group => group.hits.map(hit => hit.entry));
  const active = Math.max(0, Math.min(at, flat.length - 1));
  const choose = (place: number) => {
    const entry = flat[place];
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && flat.length > 0) {
      event.preventDefault();
      const next = (active + step + flat.length) % flat.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(active);
    }
  };
  let place = -1;
  return (
    <dialog ref={dialog} className={style.palette} aria-label={t('search')}>
      <div className={style.field}>
        <Icon name="search" size={18} />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={flat.length > 0 ? `${id}-${active}` : undefined}
          aria-label={t('search')}
          placeholder={t('search')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={event => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={style.list} id={`${id}-list`} role="listbox" aria-label={t('search')}>
        {groups.map(group => (
          // biome-ignore lint/a11y/useSemanticElements: groups of options in a listbox are no fieldsets
          <div key={group.id} role="group" aria-label={group.title}>
            <div className={style.group} aria-hidden="true">
              {group.title}
            </div>
            {group.hits.map(({ entry, alias }) => {
              place += 1;
              const mine = place;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works in the field above
                <div
                  key={entry.id}
                  id={`${id}-${mine}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={mine === active}
                  className={style.option}
                  onPointerMove={() => setAt(mine)}
                  onClick={() => choose(mine)}
                >
                  <Icon name={entry.icon} />
                  <span className={style.words}>{entry.name}</span>
                  <span className={style.note}>{alias ?? entry.note}</span>
                </div>
              );
            })}
          </div>
        ))}
        {groups.length === 0 && <div className={style.none}>{t('paletteNone', { typed })}</div>}
      </div>
      <div className={style.foot}>{t('paletteHint')}</div>
    </dialog>
  );
}
