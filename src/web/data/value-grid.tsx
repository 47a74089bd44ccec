import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import grid from '../grid/grid.module.css';
import { GridCell } from '../grid/grid-cell.tsx';
import { useCellGrid } from '../grid/use-cell-grid.ts';
import { useShortMonth } from '../plan/short-month.ts';
import { classNames } from '../ui/class-names.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import { measureOfLine, type SheetLine, type ValueDesk } from './use-value-desk.ts';
import { valueLabels } from './value-labels.ts';
import style from './values.module.css';

const WHY = { lockFinal: 'lockFinalWhy', lockData: 'lockData' } as const;
const GROUPS = { none: 'groupNone', entered: 'groupEntered', data: 'groupData' } as const;

/** KPIs by months as in a spreadsheet; what is typed and not stored yet is marked. */
export function ValueGrid({ desk, now }: { readonly desk: ValueDesk; readonly now: string }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const figures = useFigures();
  const short = useShortMonth();
  const note = useMonthNote(now);
  const { months, rows } = desk;
  const cells = useCellGrid(
    {
      rows: rows.length,
      columns: months.length,
      plain: ({ row, column }) => desk.plain(row, column),
      canEdit: ({ row, column }) => desk.lockOf(row, column) === undefined,
      refuse: ({ row, column }) => {
        const lock = desk.lockOf(row, column);
        if (lock) showToast({ kind: 'bad', text: valueLabels[WHY[lock]] });
      },
      write: desk.write,
      ...(desk.undo ? { undo: desk.undo } : {}),
    },
    { row: 0, column: Math.max(0, months.length - 2) },
  );
  const frame = useRef<HTMLDivElement>(null);
  const newest = months.at(-1)?.key;
  useEffect(() => {
    // The months people fill in are the last ones.
    if (newest !== undefined) frame.current?.scrollTo({ left: frame.current.scrollWidth });
  }, [newest]);
  return (
    <div ref={frame} className={grid.frame}>
      <table {...cells.table} aria-label={t('valuesTitle')} className={grid.grid}>
        <thead>
          <tr>
            <th scope="col" className={grid.name}>
              {t('valueRow')}
            </th>
            {months.map(month => (
              <th key={month.key} scope="col" title={month.close === 'final' ? t('lockFinalWhy') : undefined}>
                {short(month.key)}
                <small>{note(month)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => [
            rows[place - 1]?.source !== row.source && (
              <tr key={row.source}>
                <th scope="rowgroup" colSpan={months.length + 1} className={grid.group}>
                  <span>{t(GROUPS[row.source])}</span>
                </th>
              </tr>
            ),
            <tr key={row.metric}>
              <th scope="row" className={grid.name} title={fromWords(row, say, t)}>
                {say(row.name)}
              </th>
              {months.map((month, column) => {
                const lock = desk.lockOf(place, column);
                const value = desk.valueOf(place, column);
                return (
                  <GridCell
                    key={month.key}
                    grid={cells}
                    spot={{ row: place, column }}
                    label={`${say(row.name)} ${short(month.key)}`}
                    locked={lock !== undefined}
                    title={lock && t(WHY[lock])}
                    className={classNames(desk.isTyped(place, column) && style.typed)}
                  >
                    {value === null ? '' : figures.value(value, measureOfLine(row), { exact: row.source !== 'data' })}
                  </GridCell>
                );
              })}
            </tr>,
          ])}
        </tbody>
      </table>
    </div>
  );
}

/** How far a month is closed, or that it is running. */
export function useMonthNote(now: string) {
  const { t } = useTranslation('data');
  return ({ key, close }: ValueDesk['months'][number]): string => {
    if (close === 'final') return t('lockFinal');
    if (close === 'preliminary') return t('monthPreliminary');
    return key === now ? t('monthRunning') : '';
  };
}

function fromWords(
  { source, from }: SheetLine,
  say: ReturnType<typeof useSay>,
  t: (key: 'fromData', params: { data: string }) => string,
) {
  return source === 'data' && from.length > 0
    ? t('fromData', { data: from.map(one => say(one)).join(say({ ja: '、', en: ', ' })) })
    : undefined;
}
