import { dayNumberOf, fromDayNumber } from '#core/calendar/day.ts';

/** Which day a workbook counts from: almost all from 1900, old ones made on a Macintosh from 1904. */
export type Epoch = '1900' | '1904';

const START_1900 = dayNumberOf(1899, 12, 31);
const START_1904 = dayNumberOf(1904, 1, 1);
const LAST_SERIAL = 2_958_465;
const MILLISECONDS = 86_400_000;

/**
 * The day, or the day and time, that a spreadsheet's serial number stands for, as text (`2026-01-01`, `2026-01-01 08:26:00`).
 * [ING-24]
 *
 * In    serial number: whole days since the epoch, the time of day as a fraction
 * How   times are rounded to the millisecond. With the 1900 epoch, Excel counts a 29 February 1900 that never was: numbers up to 59
 *       count from 31 December 1899, numbers from 61 from the day before
 * Out   null for 60 (the day that never was), negative numbers and numbers after the year 9999; `time` alone for numbers below 1
 */
export function serialDate(serial: number, epoch: Epoch): string | null {
  if (!(serial >= 0) || serial > LAST_SERIAL + 1) return null;
  const milliseconds = Math.round(serial * MILLISECONDS);
  const days = Math.floor(milliseconds / MILLISECONDS);
  const time = milliseconds - days * MILLISECONDS;
  if (days === 0) return clock(time);
  const number = epoch === '1904' ? START_1904 + days : START_1900 + days - (days > 60 ? 1 : 0);
  if (epoch === '1900' && days === 60) return null;
  const day = fromDayNumber(number);
  return time === 0 ? day : `${day} ${clock(time)}`;
}

/** A length of time in days, as hours, minutes and seconds: 1.5 is 36:00:00. */
export function serialDuration(serial: number): string {
  const milliseconds = Math.round(Math.abs(serial) * MILLISECONDS);
  return `${serial < 0 ? '-' : ''}${clock(milliseconds)}`;
}

function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const fraction = milliseconds % 1000;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction === 0 ? text : `${text}.${String(fraction).padStart(3, '0')}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
