import type { CalendarSettings } from '../../calendar/calendar-settings.ts';
import type { Day } from '../../calendar/day.ts';
import { monthKeyOf, monthsUntil, shiftedMonth } from '../../calendar/month-key.ts';
import type { DatasetId } from '../dataset.ts';

/** How many whole months before the running one are kept; null keeps everything. [PPL-05] */
export interface Retention {
  /** Of datasets that are not named. */
  readonly months: number | null;
  readonly datasets: readonly { readonly dataset: DatasetId; readonly months: number | null }[];
}

export const KEEP_EVERYTHING: Retention = { months: null, datasets: [] };

/** The fewest and the most months that can be set. */
export const RETENTION_MONTHS = { least: 1, most: 240 } as const;

/**
 * The first day that is kept of a dataset: the running business month and the given number of whole ones before it stay.
 * Undefined where everything is kept.
 */
export function firstKeptDay(
  { months, datasets }: Retention,
  dataset: DatasetId,
  today: Day,
  calendar: CalendarSettings,
): Day | undefined {
  const own = datasets.find(one => one.dataset === dataset);
  const kept = own ? own.months : months;
  if (kept === null) return undefined;
  return monthsUntil(shiftedMonth(monthKeyOf(today, calendar), -kept), calendar).at(-1)?.range.from;
}

/** Reads what was stored; anything unsound keeps everything. */
export function retentionFrom(stored: unknown): Retention {
  if (typeof stored !== 'object' || stored === null || !('months' in stored) || !('datasets' in stored)) return KEEP_EVERYTHING;
  const { months, datasets } = stored;
  if (!isMonths(months) || !Array.isArray(datasets)) return KEEP_EVERYTHING;
  return {
    months,
    datasets: datasets.flatMap((one: unknown) =>
      typeof one === 'object' && one !== null && 'dataset' in one && 'months' in one && isMonths(one.months)
        ? [{ dataset: String(one.dataset), months: one.months }]
        : [],
    ),
  };
}

function isMonths(value: unknown): value is number | null {
  const { least, most } = RETENTION_MONTHS;
  return value === null || (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most);
}
