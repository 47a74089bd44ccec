import type { DayRange } from '../../calendar/day-range.ts';
import { ENTERED_AT, ENTERED_COLUMNS, ENTERED_METRIC, type EnteredColumn } from './entered-dataset.ts';
import type { EnteredValue } from './entry-change.ts';

/** The file that typed values are kept as: one row per metric and month. [MEA-07] */
export function entryFile(
  rows: readonly EnteredValue[],
  monthOf: (key: string) => DayRange | undefined,
  columnOf: (metric: string) => EnteredColumn,
): string {
  const lines = rows.flatMap(({ metric, month, value, at }) => {
    const days = monthOf(month);
    if (!days) return [];
    const column = columnOf(metric);
    return [[metric, days.from, days.to, ...ENTERED_COLUMNS.map(one => (one === column ? (value ?? '') : '')), at]];
  });
  return [[ENTERED_METRIC, 'from', 'to', ...ENTERED_COLUMNS, ENTERED_AT], ...lines].map(cells => `${cells.join(',')}\n`).join('');
}
