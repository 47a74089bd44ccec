import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameHolds } from '#core/text/normalise.ts';
import { IconButton } from './button.tsx';
import style from './combobox.module.css';
import { Field, TextInput } from './field.tsx';
import popover from './popover.module.css';

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Other names it is found by. */
  readonly aliases?: readonly string[];
  readonly note?: string;
}

export interface ComboboxProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly required?: boolean;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly placeholder?: string;
}

/** Several of many, found by typing any of their names. */
export function Combobox({ label, choices, chosen, onChange, required = false, problem, hint, placeholder }: ComboboxProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = choices
    .filter(choice => !chosen.includes(choice.id))
    .filter(choice => [choice.name, ...(choice.aliases ?? [])].some(name => nameHolds(name, typed)))
    .slice(0, 60);
  const active = Math.min(at, found.length - 1);
  useEffect(() => {
    const sheet = list.current;
    const anchor = box.current;
    if (!open || !sheet || !anchor) return;
    sheet.showPopover();
    const { left, bottom, top, width } = anchor.getBoundingClientRect();
    const above = window.innerHeight - bottom < 220 && top > 300;
    Object.assign(sheet.style, {
      left: `${left}px`,
      width: `${width}px`,
      top: above ? 'auto' : `${bottom + 4}px`,
      bottom: above ? `${window.innerHeight - top + 4}px` : 'auto',
    });
  }, [open]);
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onChange([...chosen, choice.id]);
    setTyped('');
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setAt(Math.max(0, Math.min(found.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && typed === '' && chosen.length > 0) onChange(chosen.slice(0, -1));
  };
  return (
    <Field label={label} required={required} problem={problem} hint={hint}>
      {control => (
        <div ref={box} className={style.box}>
          <div className={style.chips}>
            {chosen.map(one => {
              const name = choices.find(choice => choice.id === one)?.name ?? one;
              return (
                <span key={one} className={style.chip}>
                  {name}
                  <IconButton
                    small
                    name={t('removeChoice', { name })}
                    icon="close"
                    onClick={() => onChange(chosen.filter(other => other !== one))}
                  />
                </span>
              );
            })}
          </div>
          <TextInput
            {...control}
            role="combobox"
            aria-expanded={open}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            {...(open && found[active] ? { 'aria-activedescendant': `${id}-${found[active].id}` } : {})}
            autoComplete="off"
            placeholder={placeholder}
            value={typed}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onChange={event => {
              setTyped(event.target.value);
              setAt(0);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
          />
          {open && (
            <div
              ref={list}
              id={`${id}-list`}
              popover="manual"
              role="listbox"
              aria-label={label}
              className={`${popover.popover} ${style.list}`}
            >
              {found.map((choice, place) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works in the field above
                <div
                  key={choice.id}
                  id={`${id}-${choice.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === active}
                  className={style.option}
                  onPointerDown={event => event.preventDefault()}
                  onPointerMove={() => setAt(place)}
                  onClick={() => choose(choice)}
                >
                  {choice.name}
                  {choice.note && <span className={style.note}>{choice.note}</span>}
                </div>
              ))}
              {found.length === 0 && <div className={style.none}>{t('nothingFound')}</div>}
            </div>
          )}
        </div>
      )}
    </Field>
  );
}
