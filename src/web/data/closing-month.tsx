import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import type { KeyedMonth } from '#core/calendar/month-key.ts';
import type { CloseState } from '#core/measure/observation.ts';
import { CLOSE_WORDS } from '../app/as-of-chip.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { CloseDutyDialog } from './close-duty-dialog.tsx';
import { ClosingChanges } from './closing-changes.tsx';
import style from './closing-month.module.css';
import sources from './sources.module.css';

export type ClosingAnswer = ResponseOf<Api['closing']>;
export type CloseTask = ClosingAnswer['tasks'][number];

/** One month: who still has to close what by when, what was kept at closing, and what has changed since. */
export function ClosingMonth({
  months,
  onPick,
}: {
  /** The finished months on screen, newest last. */
  readonly months: readonly KeyedMonth[];
  readonly onPick: (source: { readonly id: string; readonly name: string }, month: KeyedMonth) => void;
}) {
  const { t } = useTranslation('data');
  const { t: app } = useTranslation('app');
  const say = useSay();
  const people = usePeople();
  const { lang, calendar } = useFigures();
  const [chosen, setChosen] = useState<string>();
  const [setting, setSetting] = useState<CloseTask>();
  const month = months.find(({ key }) => key === chosen) ?? months.at(-1);
  const asked = useAnswer('closing', { period: month?.key ?? '' }, { when: month !== undefined });
  if (!month || !asked.data) return null;
  const nameOfMonth = ({ range }: KeyedMonth) => formatPeriod({ grain: 'month', ...range }, lang, calendar);
  const dueWords = ({ next }: CloseTask) =>
    next ? t(next.step === 'preliminary' ? 'dueTo1' : 'dueTo2', { day: formatDay(next.due, lang, 'month-day') }) : t('allClosed');
  const columns: readonly Column<CloseTask>[] = [
    {
      key: 'name',
      head: t('name'),
      isName: true,
      cell: one => (
        <Link to="/data/dataset/$dataset" params={{ dataset: one.source }} className={sources.name}>
          {say(one.name)}
        </Link>
      ),
      text: one => say(one.name),
    },
    {
      key: 'state',
      head: t('newState'),
      cell: one => (
        <>
          <Pill tone={STATE_TONES[one.state]}>{app(CLOSE_WORDS[one.state])}</Pill>
          <span className={classNames(sources.under, one.next?.overdue && style.overdue)}>
            {one.next?.overdue && `${t('overdueWord')} `}
            {dueWords(one)}
          </span>
        </>
      ),
      text: one => `${app(CLOSE_WORDS[one.state])} ${dueWords(one)}`,
    },
    {
      key: 'owner',
      head: t('owner'),
      cell: ({ owner }) => (
        <span className={sources.whole}>{people.nameOf(owner) ?? <span className="dim">{t('noOwner')}</span>}</span>
      ),
      text: ({ owner }) => people.nameOf(owner) ?? '',
    },
    {
      key: 'due1',
      head: t('preliminaryDue'),
      cell: one => <DueDay day={formatDay(one.preliminaryDue, lang, 'month-day')} days={one.preliminary} />,
      text: one => one.preliminaryDue,
    },
    {
      key: 'due2',
      head: t('finalDue'),
      cell: one => <DueDay day={formatDay(one.finalDue, lang, 'month-day')} days={one.final} />,
      text: one => one.finalDue,
    },
    {
      key: 'through',
      head: t('reachesTo'),
      cell: ({ through }) => (through ? formatDay(through, lang, 'month-day') : t('notArrived')),
      text: ({ through }) => through ?? '',
    },
    {
      key: 'tools',
      head: t('closeSave'),
      hideHead: true,
      end: true,
      cell: one => (
        <span className={style.tools}>
          <Button small look="quiet" onClick={() => setSetting(one)}>
            {t('dutySet')}
          </Button>
          <Button small onClick={() => onPick({ id: one.source, name: say(one.name) }, month)}>
            {t('closeIt')}
          </Button>
        </span>
      ),
      text: () => '',
    },
  ];
  return (
    <div className={style.month}>
      <TableSection
        title={t('checklist')}
        note={nameOfMonth(month)}
        label={t('checklist')}
        columns={columns}
        rows={asked.data.tasks}
        rowKey={({ source }) => source}
        sticky
        tools={
          <Select
            small
            className={style.pick}
            aria-label={t('checklistMonth')}
            value={month.key}
            options={months.toReversed().map(one => ({ value: one.key, label: nameOfMonth(one) }))}
            onChange={event => setChosen(event.target.value)}
          />
        }
      />
      <ClosingChanges answer={asked.data} month={nameOfMonth(month)} />
      {setting && <CloseDutyDialog task={setting} onClose={() => setSetting(undefined)} />}
    </div>
  );
}

const STATE_TONES = { open: 'none', preliminary: 'accent', final: 'good' } as const satisfies Record<CloseState, Tone>;

function DueDay({ day, days }: { readonly day: string; readonly days: number }) {
  const { t } = useTranslation('data');
  return (
    <>
      <span className={sources.whole}>{day}</span>
      <span className={sources.under}>{t('businessDay', { count: days, days })}</span>
    </>
  );
}
