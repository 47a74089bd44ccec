import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import { localTime } from '#core/measure/recognise/local-time.ts';
import type { DateFormat } from '#core/text/date-format.ts';
import { parseDate } from '#core/text/parse-date.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { textOf } from '../row-batch.ts';
import type { DayKey, DayReader } from './cell-reader.ts';
import type { DateEvidence } from './date-evidence.ts';
import { dayKey, isoDayKey, writeDay } from './day-reader.ts';

/**
 * Moments, as local time of the workspace's zone: `2026-01-31 08:26:00`. [ING-18]
 * A moment without an offset is local already; one with an offset is moved to the zone; a day without a time is its midnight.
 */
export class TimestampReader implements DayReader {
  readonly size = 26;
  from: DayKey = 0;
  private time: string | null = null;
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;
  private state: CellOutcome = 'missing';
  private readonly format: DateFormat | undefined;
  private readonly zone: string;
  private readonly evidence: DateEvidence | undefined;

  constructor(format: DateFormat | undefined, zone: string, evidence?: DateEvidence) {
    this.evidence = evidence;
    this.format = format;
    this.zone = zone;
  }

  get to(): DayKey {
    return this.from;
  }

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    if (start === end) this.state = 'missing';
    else if (this.readPlain(bytes, start, end)) this.state = 'value';
    else this.state = this.readText(textOf(bytes, start, end));
    return this.state;
  }

  write(out: ByteWriter): void {
    if (this.state !== 'value') return;
    writeDay(out, this.from);
    out.byte(0x20);
    if (this.time === null) out.copy(this.bytes, this.start, this.start + 8);
    else out.ascii(this.time);
  }

  /** `2026-01-31 08:26:00`, with a blank or a T. */
  private readPlain(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start !== 19 || (bytes[start + 10] !== 0x20 && bytes[start + 10] !== 0x54)) return false;
    const key = isoDayKey(bytes, start, start + 10);
    if (key === 0 || bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a) return false;
    if (!isTwo(bytes, start + 11, 24) || !isTwo(bytes, start + 14, 60) || !isTwo(bytes, start + 17, 60)) return false;
    this.from = key;
    this.time = null;
    this.bytes = bytes;
    this.start = start + 11;
    return true;
  }

  private readText(text: string): CellOutcome {
    this.evidence?.add(text);
    const reading = parseDate(text, this.format);
    switch (reading.kind) {
      case 'day': {
        const { day, time } = localTime(reading, this.zone);
        this.from = dayKey(day);
        this.time = time;
        return 'value';
      }
      case 'missing':
        return 'missing';
      case 'ambiguous':
        return 'ambiguous-date';
      case 'invalid':
        return reading.why === 'not-a-date' ? 'not-a-date' : 'no-such-date';
      case 'week':
      case 'month':
      case 'quarter':
      case 'half':
      case 'year':
        return 'not-a-date';
    }
  }
}

/** Whether two bytes are digits of a number below a limit. */
function isTwo(bytes: Uint8Array, at: number, below: number): boolean {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 && tens * 10 + ones < below;
}
