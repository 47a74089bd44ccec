import { parseDate } from '../text/parse-date.ts';
import { type Day, fromDayNumber, toDayNumber } from './day.ts';
import { instantOfLocal, offsetAt } from './zone-offset.ts';

/** A moment, as milliseconds since 1970-01-01T00:00Z. */
export type EpochMilliseconds = number;

/** What clocks and calendars of a zone show at a moment. */
export interface LocalTime {
  readonly day: Day;
  /** `HH:MM:SS.fff` */
  readonly time: string;
}

/** The day on which a moment falls in a zone. The environment's own zone plays no part. [CAL-60] */
export function dayOfInstant(moment: EpochMilliseconds, zone: string): Day {
  return fromDayNumber(Math.floor((moment + offsetAt(moment, zone)) / DAY));
}

export function localTimeOf(moment: EpochMilliseconds, zone: string): LocalTime {
  const local = Math.floor(moment) + offsetAt(moment, zone);
  const dayNumber = Math.floor(local / DAY);
  const rest = local - dayNumber * DAY;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const time = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}.${String(rest % 1000).padStart(3, '0')}`;
  return { day: fromDayNumber(dayNumber), time };
}

/** The moment a day begins in a zone; a day without midnight begins when its clocks do. */
export function startOfDay(day: Day, zone: string): EpochMilliseconds {
  return instantOfLocal(toDayNumber(day) * DAY, zone);
}

/**
 * Reads a moment from a text with date and time, in any form `parseDate` reads. [CAL-61]
 * An offset in the text is obeyed; a text without one is local time of the zone; a date alone is the start of that day.
 * Undefined when the text is no such date, or is ambiguous. Digits beyond milliseconds are cut off.
 */
export function parseInstant(text: string, zone: string): EpochMilliseconds | undefined {
  const reading = parseDate(text);
  if (reading.kind !== 'day') return undefined;
  const local = toDayNumber(reading.day) * DAY + millisecondsOf(reading.time ?? '00:00:00');
  return reading.offset === undefined ? instantOfLocal(local, zone) : local - offsetOf(reading.offset);
}

/** Whether a text names a zone of the IANA table. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    offsetAt(0, text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const DAY = 86_400_000;

function millisecondsOf(time: string): number {
  const fraction = time.slice(9, 12).padEnd(3, '0');
  return (
    Number(time.slice(0, 2)) * 3_600_000 + Number(time.slice(3, 5)) * 60_000 + Number(time.slice(6, 8)) * 1000 + Number(fraction)
  );
}

function offsetOf(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
