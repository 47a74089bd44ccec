import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import { periodInCell } from '#core/measure/recognise/period-in-cell.ts';
import type { DateFormat } from '#core/text/date-format.ts';
import { parseDate } from '#core/text/parse-date.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { textOf } from '../row-batch.ts';
import type { DayKey, DayReader } from './cell-reader.ts';
import type { DateEvidence } from './date-evidence.ts';
import { dayKey, writeDay } from './day-reader.ts';

interface Found {
  readonly outcome: CellOutcome;
  readonly from: DayKey;
  readonly to: DayKey;
}

const REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 60;

/** Cells that name days through something that is read once per text: a month, a week, a number of days after a start. */
class RememberingReader implements DayReader {
  readonly size = 10;
  from: DayKey = 0;
  to: DayKey = 0;
  private state: CellOutcome = 'missing';
  private readonly known = new Map<string, Found>();
  private readonly find: (text: string) => Found;

  constructor(find: (text: string) => Found) {
    this.find = find;
  }

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    const text = textOf(bytes, start, end);
    let found = this.known.get(text);
    if (!found) {
      found = this.find(text);
      if (this.known.size >= REMEMBERED) this.known.clear();
      if (text.length <= LONGEST_REMEMBERED) this.known.set(text, found);
    }
    this.from = found.from;
    this.to = found.to;
    this.state = found.outcome;
    return this.state;
  }

  write(out: ByteWriter): void {
    if (this.state === 'value') writeDay(out, this.from);
  }
}

/** Days, weeks, months, quarters, halves and years; the column's value is the first day. [ING-18] */
export function periodReader(settings: CalendarSettings, format: DateFormat | undefined, evidence?: DateEvidence): DayReader {
  return new RememberingReader(text => {
    evidence?.add(text);
    const period = periodInCell(text, settings, format);
    if (period) return { outcome: 'value', from: dayKey(period.from), to: dayKey(period.to) };
    const reading = parseDate(text, format);
    const outcome = reading.kind === 'missing' ? 'missing' : reading.kind === 'ambiguous' ? 'ambiguous-date' : 'not-a-date';
    return { outcome, from: 0, to: 0 };
  });
}

/** `0000`, `0001`, …: days after the first day of the file's period. [ING-18] */
export function dayOffsetReader(start: Day): DayReader {
  return new RememberingReader(text => {
    if (text === '') return { outcome: 'missing', from: 0, to: 0 };
    if (!/^\d{1,4}$/.test(text)) return { outcome: 'not-a-date', from: 0, to: 0 };
    const key = dayKey(addDays(start, Number(text)));
    return { outcome: 'value', from: key, to: key };
  });
}
