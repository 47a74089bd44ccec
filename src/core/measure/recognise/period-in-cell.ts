import type { CalendarSettings } from '../../calendar/calendar-settings.ts';
import type { DayRange } from '../../calendar/day-range.ts';
import { parsePeriod } from '../../calendar/parse-period.ts';
import type { DateFormat } from '../../text/date-format.ts';
import { parseDate } from '../../text/parse-date.ts';

/**
 * The days that a cell names: one day, or all days of a week, month, quarter, half or year, or of a range as written. [ING-18]
 * Months are those of the wall calendar, whatever the organisation's closing day. Quarters, halves and years are those of its fiscal
 * year, unless the cell says otherwise (2026年, CY2026). Undefined: the cell names no days, or a bare number that may be a year.
 */
export function periodInCell(text: string, settings: CalendarSettings, format?: DateFormat): DayRange | undefined {
  if (text.length > 60) return undefined;
  const reading = parseDate(text, format);
  if (reading.kind === 'day') return { from: reading.day, to: reading.day };
  if (reading.kind === 'year' && reading.basis === 'unsaid') return undefined;
  if (!/\d/.test(text.normalize('NFKC'))) return undefined;
  const period = parsePeriod(text, { ...settings, closingDay: 'month-end' }, { basis: 'fiscal' });
  return period.ok ? { from: period.value.from, to: period.value.to } : undefined;
}
