import type { Day } from '#core/calendar/day.ts';
import { daysInMonth, FIRST_YEAR, LAST_YEAR } from '#core/calendar/day.ts';
import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import type { DateFormat } from '#core/text/date-format.ts';
import { parseDate } from '#core/text/parse-date.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { textOf } from '../row-batch.ts';
import type { DayKey, DayReader } from './cell-reader.ts';
import type { DateEvidence } from './date-evidence.ts';

const REMEMBERED = 50_000;
const LONGEST_REMEMBERED = 60;

/** Days. ISO days and eight digits are read from their bytes; other forms as text, each once. [ING-18] */
export class PlainDayReader implements DayReader {
  readonly size = 10;
  from: DayKey = 0;
  private readonly format: DateFormat | undefined;
  private readonly evidence: DateEvidence | undefined;
  private state: CellOutcome = 'missing';
  private readonly known = new Map<string, { readonly outcome: CellOutcome; readonly key: DayKey }>();

  constructor(format: DateFormat | undefined, evidence?: DateEvidence) {
    this.format = format;
    this.evidence = evidence;
  }

  get to(): DayKey {
    return this.from;
  }

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    if (start === end) this.state = 'missing';
    else {
      const key = isoDayKey(bytes, start, end);
      if (key > 0) {
        this.from = key;
        this.state = 'value';
      } else this.state = this.readText(textOf(bytes, start, end));
    }
    return this.state;
  }

  write(out: ByteWriter): void {
    if (this.state === 'value') writeDay(out, this.from);
  }

  private readText(text: string): CellOutcome {
    let found = this.known.get(text);
    if (!found) {
      found = dayIn(text, this.format);
      this.evidence?.add(text);
      if (this.known.size >= REMEMBERED) this.known.clear();
      if (text.length <= LONGEST_REMEMBERED) this.known.set(text, found);
    }
    this.from = found.key;
    return found.outcome;
  }
}

function dayIn(text: string, format: DateFormat | undefined): { readonly outcome: CellOutcome; readonly key: DayKey } {
  const reading = parseDate(text, format);
  switch (reading.kind) {
    case 'day':
      return { outcome: 'value', key: dayKey(reading.day) };
    case 'missing':
      return { outcome: 'missing', key: 0 };
    case 'ambiguous':
      return { outcome: 'ambiguous-date', key: 0 };
    case 'invalid':
      return { outcome: reading.why === 'not-a-date' ? 'not-a-date' : 'no-such-date', key: 0 };
    case 'week':
    case 'month':
    case 'quarter':
    case 'half':
    case 'year':
      return { outcome: 'not-a-date', key: 0 };
  }
}

/** The day written as `2026-01-31`, `2026/01/31` or `20260131`; 0 when it is not, or does not exist. */
export function isoDayKey(bytes: Uint8Array, start: number, end: number): DayKey {
  const length = end - start;
  if (length === 10) {
    const sign = bytes[start + 4];
    if ((sign !== 0x2d && sign !== 0x2f) || bytes[start + 7] !== sign) return 0;
    return existing(four(bytes, start), two(bytes, start + 5), two(bytes, start + 8));
  }
  return length === 8 ? existing(four(bytes, start), two(bytes, start + 4), two(bytes, start + 6)) : 0;
}

function existing(year: number, month: number, day: number): DayKey {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return 0;
  return day <= 28 || day <= daysInMonth(year, month) ? year * 10_000 + month * 100 + day : 0;
}

function four(bytes: Uint8Array, at: number): number {
  return two(bytes, at) * 100 + two(bytes, at + 2);
}

/** Two digits as a number; NaN when they are not digits. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

export function dayKey(day: Day): DayKey {
  return Number(day.replaceAll('-', ''));
}

export function dayOfKey(key: DayKey): Day {
  const digits = String(key);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as Day;
}

export function writeDay(out: ByteWriter, key: DayKey): void {
  const year = (key / 10_000) | 0;
  writeTwo(out, (year / 100) | 0);
  writeTwo(out, year % 100);
  out.byte(0x2d);
  writeTwo(out, ((key / 100) | 0) % 100);
  out.byte(0x2d);
  writeTwo(out, key % 100);
}

function writeTwo(out: ByteWriter, value: number): void {
  const tens = (value / 10) | 0;
  out.byte(48 + tens);
  out.byte(48 + value - tens * 10);
}
