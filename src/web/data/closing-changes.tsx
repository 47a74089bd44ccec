import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#core/calendar/format-day.ts';
import { CLOSE_WORDS } from '../app/as-of-chip.tsx';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Section } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Fine } from '../ui/states.tsx';
import style from './closing-month.module.css';
import type { ClosingAnswer } from './closing-month.tsx';
import { ALL } from './closing-state.ts';
import sources from './sources.module.css';

type Change = ClosingAnswer['changes'][number];
type Cause = Change['causes'][number];

/** What was kept at closing, and which values are no longer what they were, with the reason. */
export function ClosingChanges({ answer, month }: { readonly answer: ClosingAnswer; readonly month: string }) {
  const { t } = useTranslation('data');
  const { t: app } = useTranslation('app');
  const say = useSay();
  const people = usePeople();
  const figures = useFigures();
  const { calendar } = useWorkspace();
  const { snapshots, changes, tasks } = answer;
  const dayOf = (at: string) => formatDay(localMoment(at, calendar.zone).day, figures.lang, 'month-day');
  const written = ({ unit }: Change, observation: Change['was']) => figures.observed(observation, { unit, counter: null });
  const columns: readonly Column<Change>[] = [
    {
      key: 'name',
      head: 'KPI',
      isName: true,
      cell: one => (
        <Link to="/progress/kpi/$node" params={{ node: one.node }} className={sources.name}>
          {say(one.name)}
        </Link>
      ),
      text: one => say(one.name),
    },
    { key: 'was', head: t('valueThen'), end: true, cell: one => written(one, one.was), text: one => written(one, one.was) },
    { key: 'is', head: t('valueNow'), end: true, cell: one => written(one, one.is), text: one => written(one, one.is) },
    {
      key: 'why',
      head: t('changeCause'),
      cell: one => (
        <ul>
          {one.causes.length === 0 && <li className="mut">{t('causeUnknown')}</li>}
          {one.causes.map(cause => (
            <li key={`${cause.kind} ${cause.id}`}>
              <CauseWords cause={cause} />{' '}
              <span className="mut">
                {dayOf(cause.at)} {people.nameOf(cause.by)}
              </span>
            </li>
          ))}
        </ul>
      ),
      text: one => one.causes.map(({ kind, title }) => `${t(`cause-${kind}`)} ${title}`.trim()).join(', '),
    },
  ];
  const nameOf = (source: string) => (source === ALL ? t('everySource') : say(tasks.find(task => task.source === source)?.name));
  return (
    <>
      <Section title={t('changesAfter')} note={month}>
        {snapshots.every(({ state }) => state !== 'final') ? (
          <p className="mut">{t('changesNotFinal')}</p>
        ) : changes.length === 0 ? (
          <Fine>{t('changesNone')}</Fine>
        ) : (
          <DataTable
            columns={columns}
            rows={changes}
            rowKey={({ plan, node }) => `${plan} ${node}`}
            label={t('changesAfter')}
            sticky
          />
        )}
      </Section>
      {snapshots.length > 0 && (
        <Section title={t('snapshots')} note={month}>
          <ul className={sources.list}>
            {snapshots.map(one => (
              <li key={one.id}>
                <b>{one.name || t('snapshotName', { month, state: app(CLOSE_WORDS[one.state]) })}</b>
                <span>{nameOf(one.source)}</span>
                <span className={style.quiet}>
                  {t('snapshotAbout', { count: one.values.length, day: dayOf(one.at), name: people.nameOf(one.by) })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function CauseWords({ cause: { kind, id, title } }: { readonly cause: Cause }) {
  const { t } = useTranslation('data');
  switch (kind) {
    case 'imported':
    case 'undone':
      return (
        <>
          {t(`cause-${kind}`)}{' '}
          <Link to="/data/imports/$batch" params={{ batch: id }}>
            {title}
          </Link>
        </>
      );
    case 'redefined':
      return <Link to="/data/definitions">{t('cause-redefined')}</Link>;
    case 'replanned':
      return (
        <>
          <Link to="/plan/versions">{t('cause-replanned')}</Link> {title}
        </>
      );
  }
}
