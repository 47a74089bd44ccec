import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  dayOfWeek,
  daysBetween,
  fromDayNumber,
  isLeapYear,
  parseDay,
  partsOf,
  toDayNumber,
} from './day.ts';

const seed = 20260410;
const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`not a day: ${text}`);
  return parsed;
};
const anyDayNumber = fc.integer({ min: toDayNumber(day('1900-01-01')), max: toDayNumber(day('2199-12-31')) });

test('[CAL-01] only real days written YYYY-MM-DD are read', () => {
  for (const text of ['2026-04-01', '2024-02-29', '2000-02-29', '1900-01-01', '2199-12-31']) expect(parseDay(text)).toBe(text);
  const wrong = [
    '2026-02-31',
    '2026-02-29',
    '1900-02-29',
    '2026-00-01',
    '2026-13-01',
    '2026-04-00',
    '2026-04-31',
    '2026-4-1',
    ' 2026-04-01',
    '2026-04-01T00:00',
    '2026/04/01',
    '２０２６-04-01',
    '0202-01-01',
    '1899-12-31',
    '2200-01-01',
    '9999-12-31',
    '',
  ];
  for (const text of wrong) expect(parseDay(text)).toBeUndefined();
});

test('[CAL-01] parts make a day only where the day exists', () => {
  expect(dayOf({ year: 2026, month: 4, day: 1 })).toBe('2026-04-01');
  expect(dayOf({ year: 2026, month: 2, day: 29 })).toBeUndefined();
  expect(dayOf({ year: 2026.5, month: 1, day: 1 })).toBeUndefined();
  expect(dayOf({ year: 2026, month: 1.5, day: 1 })).toBeUndefined();
  expect(partsOf(day('2026-04-01'))).toEqual({ year: 2026, month: 4, day: 1 });
});

test('[CAL-01] day numbers agree with the platform day by day, over all 300 years', () => {
  const millisecondsPerDay = 86_400_000;
  for (let number = toDayNumber(day('1900-01-01')); number <= toDayNumber(day('2199-12-31')); number++) {
    const date = new Date(number * millisecondsPerDay);
    const text = date.toISOString().slice(0, 10);
    if (fromDayNumber(number) !== text) expect(fromDayNumber(number)).toBe(text);
    if (toDayNumber(text as Day) !== number) expect(toDayNumber(text as Day)).toBe(number);
    if (dayOfWeek(text as Day) !== (date.getUTCDay() || 7)) expect(dayOfWeek(text as Day)).toBe(date.getUTCDay() || 7);
  }
  expect(fromDayNumber(toDayNumber(day('2199-12-31')))).toBe('2199-12-31');
});

test('[CAL-01] the type ends with the years 1 and 9999; a number beyond is a bug and throws', () => {
  expect(fromDayNumber(-719162)).toBe('0001-01-01');
  expect(fromDayNumber(2932896)).toBe('9999-12-31');
  expect(() => fromDayNumber(2932897)).toThrow('no such day number');
  expect(() => fromDayNumber(0.5)).toThrow('no such day number');
});

test('[CAL-03] adding days and counting them undo each other', () => {
  fc.assert(
    fc.property(anyDayNumber, fc.integer({ min: -40_000, max: 40_000 }), (number, days) => {
      const from = fromDayNumber(number);
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(addDays(addDays(from, days), -days)).toBe(from);
    }),
    { seed },
  );
});

test('[CAL-03] months later keep the day of the month or take the last one', () => {
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
  expect(addMonths(day('2024-02-29'), -12)).toBe('2023-02-28');
  expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
  expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15');
  expect(addMonths(day('2026-12-15'), 1)).toBe('2027-01-15');
});

test('[CAL-03] leap years are those of the Gregorian calendar', () => {
  expect([1900, 2000, 2023, 2024, 2100].map(isLeapYear)).toEqual([false, true, false, true, false]);
});
