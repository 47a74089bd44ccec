import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBusinessDay } from '../calendar/business-day.ts';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { add, multiply, rational, subtract } from '../number/rational.ts';
import { durationOf } from './durations.ts';
import type { PairCount } from './parts.ts';

test('[CNV-05] business days leave out weekends and public holidays', () => {
  const pair = [{ from: '2026-09-18' as Day, to: '2026-09-25' as Day, count: 3 }];
  expect(durationOf(pair, 'business-days', 'mean', defaultCalendar)).toEqual(rational(2));
  expect(durationOf(pair, 'business-days', 'mean', { ...defaultCalendar, holidays: 'none' })).toEqual(rational(5));
  expect(durationOf(pair, 'days', 'mean', defaultCalendar)).toEqual(rational(7));
});

test('[MEA-11] answers after 1, 2 and 6 hours took 3.0 hours on average, 2 in the middle', () => {
  const day = (text: string) => text as Day;
  const pairs = [1, 2, 6].map(hours => ({ from: day('2026-09-18'), to: day('2026-09-18'), count: 1, seconds: hours * 3_600 }));
  expect(durationOf(pairs, 'hours', 'mean', defaultCalendar)).toEqual(rational(3));
  expect(durationOf(pairs, 'hours', 'median', defaultCalendar)).toEqual(rational(2));
  const short = [{ from: day('2026-09-18'), to: day('2026-09-18'), count: 1, seconds: 90 }];
  expect(durationOf(short, 'hours', 'mean', defaultCalendar)).toEqual(rational(1, 40));
});

test('[MET-08] no pairs have no duration', () => {
  expect(durationOf([], 'days', 'mean', defaultCalendar)).toBeUndefined();
});

test('[MET-08] percentiles agree with R: quantile(c(1, 2, 4, 8, 16), c(.5, .9)) is 4 and 12.8', () => {
  const pairs = [1, 2, 4, 8, 16].map(days => ({ from: '2026-01-01' as Day, to: addDays('2026-01-01' as Day, days), count: 1 }));
  expect(durationOf(pairs, 'days', 'median', defaultCalendar)).toEqual(rational(4));
  expect(durationOf(pairs, 'days', 'p90', defaultCalendar)).toEqual(rational(128, 10));
});

test('[MET-08] counted pairs give what the pairs one by one would give', () => {
  const pair = fc
    .record({ start: fc.nat(60), length: fc.nat(40), count: fc.integer({ min: 1, max: 4 }) })
    .map(({ start, length, count }): PairCount => {
      const from = addDays('2026-04-20' as Day, start);
      return { from, to: addDays(from, length), count };
    });
  fc.assert(
    fc.property(
      fc.array(pair, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('days' as const, 'business-days' as const),
      (pairs, unit) => {
        const lengths = pairs
          .flatMap(each =>
            Array.from({ length: each.count }, () => (unit === 'days' ? daysBetween(each.from, each.to) : workedBetween(each))),
          )
          .toSorted((a, b) => a - b);
        const total = lengths.reduce((sum, days) => sum + days, 0);
        expect(durationOf(pairs, unit, 'mean', defaultCalendar)).toEqual(rational(total, lengths.length));
        expect(durationOf(pairs, unit, 'median', defaultCalendar)).toEqual(quantile(lengths, 1, 2));
        expect(durationOf(pairs, unit, 'p90', defaultCalendar)).toEqual(quantile(lengths, 9, 10));
      },
    ),
    { seed: 7, numRuns: 300 },
  );
});

function workedBetween({ from, to }: PairCount): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isBusinessDay(day, defaultCalendar)) days += 1;
  return days;
}

/** h = (n − 1) p; the value at ⌊h⌋ and the share h − ⌊h⌋ of the way to the next. */
function quantile(sorted: readonly number[], top: number, bottom: number) {
  const h = ((sorted.length - 1) * top) / bottom;
  const index = Math.floor(h + 1e-9);
  const low = rational(sorted[index] ?? 0);
  const high = rational(sorted[index + 1] ?? sorted[index] ?? 0);
  return add(low, multiply(subtract(high, low), rational((sorted.length - 1) * top - index * bottom, bottom)));
}
