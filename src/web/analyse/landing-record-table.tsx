import { useTranslation } from 'react-i18next';
import type { LandingRecordAnswer } from '#contract/foresee.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay, formatDayRange } from '#core/calendar/format-day.ts';
import { measureOf } from '../progress/node-words.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './analyse.module.css';
import { tidy } from './explained.ts';

type Tried = LandingRecordAnswer['goals'][number];
type Try = Tried['tries'][number];

/** Landings of earlier months beside what came true. */
export function LandingRecordTable({ goal, record }: { readonly goal: NodeView; readonly record: Tried }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const of = measureOf(goal);
  const on = ({ to }: Try) => formatDay(to, figures.lang);
  const held = ({ landing, actual }: Try) => {
    if (actual < landing.p10) return t('triedBelow');
    return actual > landing.p90 ? t('triedAbove') : t('triedInside');
  };
  const amount = (key: string, head: string, read: (row: Try) => number): Column<Try> => ({
    key,
    head,
    end: true,
    cell: row => figures.value(tidy(read(row)), of),
    text: row => figures.plain(tidy(read(row)), of),
  });
  const columns: readonly Column<Try>[] = [
    { key: 'to', head: t('triedOn'), isName: true, cell: on, text: on },
    {
      key: 'period',
      head: t('triedPeriod'),
      cell: row => <span className={style.nowrap}>{formatDayRange(row.period, figures.lang)}</span>,
      text: row => formatDayRange(row.period, figures.lang),
    },
    amount('low', t('low'), row => row.landing.p10),
    amount('middle', t('middle'), row => row.landing.p50),
    amount('high', t('high'), row => row.landing.p90),
    amount('actual', t('triedActual'), row => row.actual),
    { key: 'held', head: t('triedHeld'), cell: held, text: held },
  ];
  return (
    <TableSection
      title={t('tried')}
      note={say(record.sentence)}
      label={t('tried')}
      columns={columns}
      rows={record.tries}
      rowKey={row => row.to}
      sticky
    />
  );
}
