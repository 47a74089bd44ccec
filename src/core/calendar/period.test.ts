import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarSettings, defaultCalendar, WEEKDAYS, wallCalendar } from './calendar-settings.ts';
import { type Day, dayOfWeek, fromDayNumber, toDayNumber } from './day.ts';
import { lengthOf } from './day-range.ts';
import { GRAINS, type Grain, periodIndexOf, periodOf, previousPeriod, samePeriodLastYear, shiftPeriod } from './period.ts';
import { periodsBetween } from './periods-between.ts';
import { isoWeekOf, mondayOfIsoWeek } from './week.ts';

const seed = 20260412;
const day = (text: string) => text as Day;
const bounds = (text: string, grain: Grain, settings: CalendarSettings = defaultCalendar) => {
  const { from, to } = periodOf(day(text), grain, settings);
  return `${from}/${to}`;
};

test('[CAL-13] a day lies in the period of the default calendar: weeks from Monday, years from April', () => {
  expect(GRAINS.map(grain => bounds('2026-11-20', grain))).toEqual([
    '2026-11-20/2026-11-20',
    '2026-11-16/2026-11-22',
    '2026-11-01/2026-11-30',
    '2026-10-01/2026-12-31',
    '2026-10-01/2027-03-31',
    '2026-04-01/2027-03-31',
  ]);
  expect(bounds('2027-03-31', 'year')).toBe('2026-04-01/2027-03-31');
  expect(bounds('2027-04-01', 'year')).toBe('2027-04-01/2028-03-31');
});

test('[CAL-10] with closing day 20, November runs from 21 October to 20 November', () => {
  const settings: CalendarSettings = { ...defaultCalendar, closingDay: 20 };
  expect(bounds('2026-11-20', 'month', settings)).toBe('2026-10-21/2026-11-20');
  expect(bounds('2026-11-21', 'month', settings)).toBe('2026-11-21/2026-12-20');
  expect(bounds('2026-03-21', 'year', settings)).toBe('2026-03-21/2027-03-20');
  expect(bounds('2026-03-20', 'quarter', settings)).toBe('2025-12-21/2026-03-20');
  expect(bounds('2026-12-25', 'month', settings)).toBe('2026-12-21/2027-01-20');
});

test('[CAL-12] the fourteen days over New Year 2027 fall into the weeks, months and fiscal year of the settings', () => {
  const count = (grain: Grain, settings: CalendarSettings) =>
    Object.fromEntries(
      periodsBetween(day('2026-12-28'), day('2027-01-10'), grain, settings).map(part => [part.period.from, lengthOf(part)]),
    );
  const monday = defaultCalendar;
  expect(count('week', monday)).toEqual({ '2026-12-28': 7, '2027-01-04': 7 });
  expect([isoWeekOf(day('2026-12-28')), isoWeekOf(day('2027-01-03')), isoWeekOf(day('2027-01-04'))]).toEqual([
    { year: 2026, week: 53 },
    { year: 2026, week: 53 },
    { year: 2027, week: 1 },
  ]);
  expect(count('week', { ...monday, weekStarts: 'sunday' })).toEqual({ '2026-12-27': 6, '2027-01-03': 7, '2027-01-10': 1 });
  expect(count('month', monday)).toEqual({ '2026-12-01': 4, '2027-01-01': 10 });
  expect(count('year', { ...monday, fiscalYearStarts: 2 })).toEqual({ '2026-02-01': 14 });
});

test('[CNV-11] the fourth quarter that holds a day differs between calendar and fiscal year', () => {
  expect(bounds('2023-12-31', 'quarter', wallCalendar(defaultCalendar))).toBe('2023-10-01/2023-12-31');
  expect(bounds('2024-03-31', 'quarter')).toBe('2024-01-01/2024-03-31');
});

test('[CAL-15] the same period last year has the same name; weeks keep their weekdays', () => {
  const lastYear = (text: string, grain: Grain) => {
    const { from, to } = samePeriodLastYear(periodOf(day(text), grain, defaultCalendar), defaultCalendar);
    return `${from}/${to}`;
  };
  expect(lastYear('2024-02-29', 'day')).toBe('2023-02-28/2023-02-28');
  expect(lastYear('2025-02-10', 'month')).toBe('2024-02-01/2024-02-29');
  expect(lastYear('2026-11-20', 'quarter')).toBe('2025-10-01/2025-12-31');
  expect(lastYear('2026-11-20', 'half')).toBe('2025-10-01/2026-03-31');
  expect(lastYear('2026-11-20', 'year')).toBe('2025-04-01/2026-03-31');
  expect(lastYear('2026-11-20', 'week')).toBe('2025-11-17/2025-11-23');
  expect(previousPeriod(periodOf(day('2027-01-15'), 'month', defaultCalendar), defaultCalendar).from).toBe('2026-12-01');
});

test('[CAL-16] parts of periods at the ends of a range are marked; an empty range has none', () => {
  const parts = periodsBetween(day('2026-04-10'), day('2026-06-30'), 'month', defaultCalendar);
  expect(parts.map(({ from, to, clipped }) => [from, to, clipped])).toEqual([
    ['2026-04-10', '2026-04-30', true],
    ['2026-05-01', '2026-05-31', false],
    ['2026-06-01', '2026-06-30', false],
  ]);
  expect(parts[0]?.period.from).toBe('2026-04-01');
  expect(periodsBetween(day('2026-04-02'), day('2026-04-01'), 'day', defaultCalendar)).toEqual([]);
});

const anySettings = fc
  .record({
    fiscalYearStarts: fc.integer({ min: 1, max: 12 }),
    weekStarts: fc.constantFrom(...WEEKDAYS),
    closingDay: fc.oneof(fc.constant('month-end' as const), fc.integer({ min: 1, max: 28 })),
  })
  .map((part): CalendarSettings => ({ ...defaultCalendar, ...part }));
const anyDay = fc.integer({ min: toDayNumber(day('1950-01-01')), max: toDayNumber(day('2150-12-31')) }).map(fromDayNumber);
const anyGrain = fc.constantFrom(...GRAINS);

test('[CAL-13] every day of a period gives back that period, and its neighbours give others', () => {
  fc.assert(
    fc.property(anySettings, anyDay, anyGrain, (settings, date, grain) => {
      const period = periodOf(date, grain, settings);
      expect(period.from <= date && date <= period.to).toBe(true);
      expect(periodOf(period.from, grain, settings)).toEqual(period);
      expect(periodOf(period.to, grain, settings)).toEqual(period);
      const next = shiftPeriod(period, 1, settings);
      expect(toDayNumber(next.from)).toBe(toDayNumber(period.to) + 1);
      if (grain === 'week') expect(WEEKDAYS[dayOfWeek(period.from) - 1]).toBe(settings.weekStarts);
      if (grain === 'week') expect(lengthOf(period)).toBe(7);
    }),
    { seed, numRuns: 2000 },
  );
});

test('[CAL-14] shifting there and back gives the same period; shifts add up', () => {
  fc.assert(
    fc.property(
      anySettings,
      anyDay,
      anyGrain,
      fc.integer({ min: -60, max: 60 }),
      fc.integer({ min: -60, max: 60 }),
      (settings, date, grain, a, b) => {
        const period = periodOf(date, grain, settings);
        expect(shiftPeriod(shiftPeriod(period, a, settings), -a, settings)).toEqual(period);
        expect(shiftPeriod(shiftPeriod(period, a, settings), b, settings)).toEqual(shiftPeriod(period, a + b, settings));
        expect(periodIndexOf(shiftPeriod(period, a, settings).from, grain, settings)).toBe(
          periodIndexOf(date, grain, settings) + a,
        );
      },
    ),
    { seed },
  );
});

test('[CAL-16] periods cut a range so that every day is in exactly one of them', () => {
  fc.assert(
    fc.property(anySettings, anyDay, fc.integer({ min: 0, max: 1500 }), anyGrain, (settings, from, length, grain) => {
      const to = fromDayNumber(toDayNumber(from) + length);
      const parts = periodsBetween(from, to, grain, settings);
      expect(parts[0]?.from).toBe(from);
      expect(parts.at(-1)?.to).toBe(to);
      for (const [place, part] of parts.entries()) {
        const after = parts[place + 1];
        if (after) expect(toDayNumber(after.from)).toBe(toDayNumber(part.to) + 1);
        expect(part.clipped).toBe(lengthOf(part) !== lengthOf(part.period));
      }
    }),
    { seed },
  );
});

test('[CAL-17] the longer grains are made of whole shorter ones: a year is two halves, four quarters, twelve months', () => {
  fc.assert(
    fc.property(anySettings, anyDay, (settings, date) => {
      const { from, to } = periodOf(date, 'year', settings);
      for (const [grain, count] of [
        ['half', 2],
        ['quarter', 4],
        ['month', 12],
      ] as const) {
        const parts = periodsBetween(from, to, grain, settings);
        expect(parts.length).toBe(count);
        expect(parts.some(part => part.clipped)).toBe(false);
      }
    }),
    { seed },
  );
});

test('[CAL-12] ISO weeks: the table of the standard, and back to the Monday', () => {
  const table: [string, number, number][] = [
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-30', 2025, 1],
    ['2026-01-01', 2026, 1],
    ['2023-01-01', 2022, 52],
  ];
  for (const [text, year, week] of table) expect(isoWeekOf(day(text))).toEqual({ year, week });
  expect(mondayOfIsoWeek({ year: 2025, week: 53 })).toBeUndefined();
  expect(mondayOfIsoWeek({ year: 2026, week: 0 })).toBeUndefined();
  fc.assert(
    fc.property(anyDay, date => {
      const monday = mondayOfIsoWeek(isoWeekOf(date));
      expect(monday).toBe(toDayNumber(date) - dayOfWeek(date) + 1);
    }),
    { seed },
  );
});

test('[CAL-13] the ends of the calendar do not break periods', () => {
  expect(bounds('9999-12-31', 'year')).toBe('9999-04-01/9999-12-31');
  expect(bounds('0001-01-01', 'year')).toBe('0001-01-01/0001-03-31');
});
