import { useTranslation } from 'react-i18next';
import type { LandingAnswer } from '#contract/foresee.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { measureOf } from '../progress/node-words.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './analyse.module.css';
import { tidy } from './explained.ts';

type Landed = LandingAnswer['nodes'][number];
type Band = NonNullable<Landed['landing']>;

interface Row {
  readonly month: LandingAnswer['months'][number];
  readonly own: Band | null;
  readonly cumulative: Band | null;
}

const KEYS = ['p10', 'p50', 'p90'] as const;
const OWN = { p10: 'low', p50: 'middle', p90: 'high' } as const;
const CUMULATIVE = { p10: 'cumulativeLow', p50: 'cumulativeMiddle', p90: 'cumulativeHigh' } as const;

/** Every month of the plan: its low, middle and high value, and the same from the start. */
export function LandingMonths({
  goal,
  answer,
  landed,
}: {
  readonly goal: NodeView;
  readonly answer: LandingAnswer;
  readonly landed: Landed;
}) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const of = measureOf(goal);
  const rows = answer.months.map(
    (month, place): Row => ({ month, own: landed.months[place] ?? null, cumulative: landed.cumulative?.[place] ?? null }),
  );
  const monthName = ({ month }: Row) =>
    formatPeriod({ grain: 'month', from: month.from, to: month.to }, figures.lang, figures.calendar);
  const band = (which: 'own' | 'cumulative', key: (typeof KEYS)[number]): Column<Row> => ({
    key: `${which} ${key}`,
    head: t((which === 'own' ? OWN : CUMULATIVE)[key]),
    end: true,
    cell: row => {
      const value = row[which];
      if (!value) return null;
      const written = figures.value(tidy(value[key]), of);
      return key === 'p50' ? <b>{written}</b> : <span className="mut">{row.month.state === 'over' ? '' : written}</span>;
    },
    text: row => {
      const value = row[which];
      return value ? figures.plain(tidy(value[key]), of) : '';
    },
  });
  const columns: readonly Column<Row>[] = [
    { key: 'month', head: t('month'), isName: true, cell: monthName, text: monthName },
    {
      key: 'state',
      head: t('monthState'),
      cell: row => <span className={style.nowrap}>{t(row.month.state)}</span>,
      text: row => t(row.month.state),
    },
    ...KEYS.map(key => band('own', key)),
    ...(landed.cumulative ? KEYS.map(key => band('cumulative', key)) : []),
  ];
  return (
    <TableSection
      title={t('months')}
      note={`${say(goal.name)} · ${t('monthsNote')}`}
      label={t('months')}
      columns={columns}
      rows={rows}
      rowKey={row => row.month.from}
      sticky
    />
  );
}
