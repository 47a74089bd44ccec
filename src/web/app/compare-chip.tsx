import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useLang } from '../ui/language.ts';
import { Menu } from '../ui/menu.tsx';
import style from './page.module.css';
import { usePlace } from './place.ts';
import { useAnswer } from './use-answer.ts';
import { useVersionName } from './version-name.ts';

/** What actual values are laid beside, next to the plan in force: last year, the month before, or another version. */
export function CompareChip() {
  const { t } = useTranslation('app');
  const lang = useLang();
  const navigate = useNavigate();
  const { plan, compare } = usePlace();
  const versions = useAnswer('planVersions', { plan: plan ?? '' }, { when: plan !== undefined });
  const nameOf = useVersionName();
  const all = versions.data?.versions ?? [];
  const go = (value: string | undefined) => void navigate({ to: '.', search: previous => ({ ...previous, compare: value }) });
  const chosen = compare.kind === 'version' ? all.find(({ number }) => String(number) === compare.number) : undefined;
  const words = chosen ? nameOf(chosen) : t(compare.kind === 'previous' ? 'previous' : 'lastYear');
  return (
    <Menu
      label={t('chooseComparison')}
      entries={[
        { id: 'last-year', label: t('lastYear'), checked: compare.kind === 'last-year', onSelect: () => go(undefined) },
        { id: 'previous', label: t('previous'), checked: compare.kind === 'previous', onSelect: () => go('previous') },
        ...(all.length > 0 ? [{ kind: 'heading' as const, id: 'versions', label: t('namedVersions') }] : []),
        ...[...all].reverse().map(version => ({
          id: `v${version.number}`,
          label: nameOf(version),
          note: version.names.length > 0 ? t('version', { number: version.number }) : undefined,
          checked: compare.kind === 'version' && compare.number === String(version.number),
          onSelect: () => go(`v${version.number}`),
        })),
      ]}
    >
      {trigger => (
        <button type="button" {...trigger} className={style.chip}>
          <span className={style.prefix}>{lang === 'ja' ? t('compareWith') : `${t('compareWith')}:`}</span>
          <b>{words}</b>
          <Icon name="down" size={13} />
        </button>
      )}
    </Menu>
  );
}
