import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useVersionName } from '../app/version-name.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { localMoment } from '../ui/local-moment.ts';
import style from './past-tree.module.css';
import type { Planning } from './use-planning.ts';
import { useRestore } from './use-restore.ts';
import type { Version } from './version-list.tsx';

/** Which version is looked at, how far it is from today, and the ways out: another one, back to today, or putting it back. */
export function PastBar({
  planning,
  version,
  count,
}: {
  readonly planning: Planning;
  readonly version: Version;
  /** Differences from today. */
  readonly count: number;
}) {
  const { t } = useTranslation('past');
  const { t: app } = useTranslation('app');
  const people = usePeople();
  const figures = useFigures();
  const navigate = useNavigate();
  const nameOf = useVersionName();
  const { restore, busy } = useRestore(planning);
  const versions = useAnswer('planVersions', { plan: planning.answer.plan.id }, { keep: true }).data?.versions ?? [version];
  const { day } = localMoment(version.publishedAt, figures.calendar.zone);
  const open = (number: string | undefined) =>
    void navigate({ to: '/plan', search: previous => ({ ...previous, version: number }), resetScroll: false });
  return (
    <div className={style.bar} role="status">
      <span className={style.state}>
        <b>{t('readOnly', { version: nameOf(version) })}</b>
        <span>{t('published', { day: formatDay(day, figures.lang), name: people.nameOf(version.author) })}</span>
        <span>{count === 0 ? t('sameToday') : t('differences', { count })}</span>
      </span>
      <span className={style.tools}>
        <Select
          small
          className={style.which}
          aria-label={t('which')}
          value={String(version.number)}
          options={versions.toReversed().map(each => ({
            value: String(each.number),
            label: each.names.length > 0 ? `${app('version', { number: each.number })} ${nameOf(each)}` : nameOf(each),
          }))}
          onChange={event => open(event.target.value)}
        />
        <Button small busy={busy} onClick={() => void restore(version.number)}>
          {t('restore')}
        </Button>
        <Button small look="main" onClick={() => open(undefined)}>
          {t('backToToday')}
        </Button>
      </span>
    </div>
  );
}
