import { useTranslation } from 'react-i18next';
import { Avatar } from '../ui/avatar.tsx';
import { Icon } from '../ui/icon.tsx';
import { changeLang, useLang } from '../ui/language.ts';
import { Menu } from '../ui/menu.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useStore } from '../ui/store.ts';
import { type ThemeChoice, themeChoice } from '../ui/theme.ts';
import { actingMember } from './acting.ts';
import style from './page.module.css';
import { paletteOpen } from './palette-open.ts';
import { useWorkspace } from './workspace-context.ts';

const THEMES = [
  { id: 'system', icon: 'screen' },
  { id: 'light', icon: 'sun' },
  { id: 'dark', icon: 'moon' },
] as const satisfies readonly { readonly id: ThemeChoice; readonly icon: string }[];

/** The far end of the top bar: search, language, and who acts. */
export function TopTools() {
  const { t } = useTranslation('app');
  const lang = useLang();
  const { members } = useWorkspace();
  const acting = useStore(actingMember);
  const theme = useStore(themeChoice);
  const me = members.find(({ id }) => id === acting);
  return (
    <div className={style.tools}>
      <button
        type="button"
        className={style.search}
        onClick={() => paletteOpen.set(true)}
        aria-label={t('search')}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <Icon name="search" />
        <span>{t('search')}</span>
        <kbd>{/Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <div className={style.languages}>
        <Segmented
          label={t('language')}
          value={lang}
          options={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'EN' },
          ]}
          onChange={chosen => void changeLang(chosen)}
        />
      </div>
      <Menu
        label={t('acting')}
        align="end"
        entries={[
          { kind: 'heading', id: 'who', label: t('acting') },
          ...members
            .filter(({ active }) => active)
            .map(({ id, name, department }) => ({
              id,
              label: name,
              note: department ?? undefined,
              checked: id === acting,
              onSelect: () => actingMember.set(id),
            })),
          { kind: 'heading', id: 'theme', label: t('theme') },
          ...THEMES.map(({ id, icon }) => ({
            id: `theme ${id}`,
            label: t(id),
            icon,
            checked: theme === id,
            onSelect: () => themeChoice.set(id),
          })),
          { kind: 'heading', id: 'language', label: t('language') },
          { id: 'ja', label: '日本語', checked: lang === 'ja', onSelect: () => void changeLang('ja') },
          { id: 'en', label: 'English', checked: lang === 'en', onSelect: () => void changeLang('en') },
        ]}
      >
        {trigger => (
          <button
            type="button"
            {...trigger}
            className={style.me}
            aria-label={me ? t('actingAs', { name: me.name }) : t('actingNobody')}
            title={me ? t('actingAs', { name: me.name }) : t('actingNobody')}
          >
            <Avatar large name={me?.name} />
          </button>
        )}
      </Menu>
    </div>
  );
}
