import { useTranslation } from 'react-i18next';
import gridStyle from '../grid/grid.module.css';
import { GridCell } from '../grid/grid-cell.tsx';
import { type GridDesk, useCellGrid } from '../grid/use-cell-grid.ts';
import { useNodeWords } from '../progress/node-words.ts';
import { classNames } from '../ui/class-names.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { OutlookRows } from './outlook-rows.tsx';
import style from './schedule.module.css';
import { type ScheduleRow, sumOf } from './schedule-rows.ts';
import { useShortMonth } from './short-month.ts';
import type { Planning } from './use-planning.ts';
import type { ScheduleDesk } from './use-schedule.ts';

export interface ScheduleGridProps {
  readonly planning: Planning;
  readonly schedule: ScheduleDesk;
  /** The month whose arrivals are shown. */
  readonly month: number;
  readonly onMonth: (month: number) => void;
}

const GROUPS = { goal: 'goals', kpi: 'kpis', budget: 'budget' } as const;

/** Months by lines as in a spreadsheet: arrows, Enter, typing, blocks from and to the clipboard. It scrolls inside itself. */
export function ScheduleGrid({ schedule, month, onMonth }: Omit<ScheduleGridProps, 'planning'>) {
  const { t } = useTranslation('schedule');
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  const short = useShortMonth();
  const { months, rows } = schedule;
  const budget = rows.filter(({ group }) => group === 'budget');
  const desk: GridDesk = {
    rows: rows.length,
    columns: months.length,
    plain: ({ row: place, column }) => {
      const row = rows[place];
      return row ? schedule.plain(row, column) : '';
    },
    canEdit: ({ column }) => months[column]?.lock === undefined,
    write: cells =>
      schedule.write(
        cells.flatMap(({ row: place, column, text }) => {
          const row = rows[place];
          return row ? [{ row, month: column, text }] : [];
        }),
      ),
  };
  const grid = useCellGrid(desk, { row: 0, column: month }, ({ column }) => onMonth(column));
  const targetWords = ({ node }: ScheduleRow) => (node ? words.target(node) : '');

  return (
    <div className={gridStyle.frame}>
      <table {...grid.table} aria-label={t(schedule.rhythm === 'week' ? 'sheetWeeks' : 'sheet')} className={gridStyle.grid}>
        <thead>
          <tr>
            <th scope="col" className={gridStyle.name}>
              {t('row')}
            </th>
            {months.map(({ key, lock }, column) => (
              <th
                key={key}
                scope="col"
                className={classNames(lock && gridStyle.locked, column === month && gridStyle.chosen)}
                title={lock && t(lock)}
              >
                {short(key)}
                {lock && <small>{t(lock)}</small>}
              </th>
            ))}
            <th scope="col">{t('total')}</th>
            <th scope="col">{t('wholeTarget')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const starts = rows[place - 1]?.group !== row.group;
            return [
              starts && (
                <tr key={row.group}>
                  <th scope="rowgroup" colSpan={months.length + 3} className={gridStyle.group}>
                    <span>{t(GROUPS[row.group])}</span>
                  </th>
                </tr>
              ),
              <tr key={row.key}>
                <th scope="row" className={gridStyle.name}>
                  {say(row.name)}
                </th>
                {months.map(({ key, lock }, column) => {
                  const given = row.given[column];
                  const value = given ?? row.standing[column];
                  return (
                    <GridCell
                      key={key}
                      grid={grid}
                      spot={{ row: place, column }}
                      label={`${say(row.name)} ${short(key)}`}
                      locked={lock !== undefined}
                      className={given === undefined && style.standing}
                    >
                      {value === undefined ? '' : figures.value(value, row.of)}
                    </GridCell>
                  );
                })}
                <td className={style.total}>{row.total === undefined ? '' : figures.value(row.total, row.of)}</td>
                <td className={style.whole}>{targetWords(row)}</td>
              </tr>,
              row.node?.role === 'goal' && (
                <OutlookRows key={`outlook ${row.key}`} goal={row.node} schedule={schedule} month={month} />
              ),
            ];
          })}
          {budget.length > 1 && (
            <tr>
              <th scope="row" className={classNames(gridStyle.name, style.sum)}>
                {t('budgetSum')}
              </th>
              {months.map(({ key, lock }, column) => (
                <td key={key} className={classNames(style.sum, lock && gridStyle.locked)}>
                  {figures.value(sumOf(budget.map(({ given }) => given[column])), budget[0]?.of ?? MONEY)}
                </td>
              ))}
              <td className={style.total}>{figures.value(sumOf(budget.map(({ total }) => total)), budget[0]?.of ?? MONEY)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

const MONEY = { unit: { kind: 'count' as const }, counter: null };
