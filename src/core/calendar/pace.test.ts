import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compareRationals, rational, roundRational, subtract } from '../number/rational.ts';
import { defaultCalendar } from './calendar-settings.ts';
import { addDays, type Day, fromDayNumber } from './day.ts';
import { type PaceProfile, shareDue, targetDue, targetPer } from './pace.ts';
import { periodOf } from './period.ts';

const seed = 20260450;
const day = (text: string) => text as Day;
const linear: PaceProfile = { kind: 'calendar-days' };
const worked: PaceProfile = { kind: 'business-days' };

test('[CNV-04] 200 a month are 46.15 a week; of 200 in a month of 30 days, 80 are due on day 12', () => {
  expect(roundRational(targetPer('200', 'month', 'week'), 2)).toBe('46.15');
  expect(targetPer('200', 'month', 'year')).toEqual(rational(2400));
  const june = periodOf(day('2026-06-01'), 'month', defaultCalendar);
  const share = shareDue(june, day('2026-06-12'), linear, defaultCalendar) ?? rational(0);
  expect(targetDue('200', share)).toEqual(rational(80));
  expect(roundRational(rational(70, 80), 3)).toBe('0.875');
});

test('[CNV-04] by business days, holidays and weekends add nothing to what is due', () => {
  const september = periodOf(day('2026-09-01'), 'month', defaultCalendar);
  expect(shareDue(september, day('2026-09-18'), worked, defaultCalendar)).toEqual(rational(14, 19));
  expect(shareDue(september, day('2026-09-23'), worked, defaultCalendar)).toEqual(rational(14, 19));
  expect(shareDue(september, day('2026-09-24'), worked, defaultCalendar)).toEqual(rational(15, 19));
});

test('[CNV-04] a profile weighs weekdays, months and days off', () => {
  const week = { from: day('2026-11-16'), to: day('2026-11-22') };
  const weekends: PaceProfile = { kind: 'weights', weekday: [1, 1, 1, 1, 1, '2.5', '2.5'] };
  expect(shareDue(week, day('2026-11-21'), weekends, defaultCalendar)).toEqual(rational(75, 100));
  const season: PaceProfile = { kind: 'weights', month: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3] };
  const quarter = periodOf(day('2026-10-01'), 'quarter', defaultCalendar);
  expect(shareDue(quarter, day('2026-11-30'), season, defaultCalendar)).toEqual(rational(61, 61 + 93));
  const dayOff: PaceProfile = { kind: 'weights', dayOff: 0 };
  expect(shareDue(week, day('2026-11-18'), dayOff, defaultCalendar)).toEqual(
    shareDue(week, day('2026-11-18'), worked, defaultCalendar),
  );
});

test('[CNV-04] before the period nothing is due, from its last day all; without any weight there is no pace', () => {
  const week = { from: day('2026-11-16'), to: day('2026-11-22') };
  expect(shareDue(week, day('2026-11-15'), linear, defaultCalendar)).toEqual(rational(0));
  expect(shareDue(week, day('2026-11-22'), linear, defaultCalendar)).toEqual(rational(1));
  expect(shareDue(week, day('2027-01-01'), worked, defaultCalendar)).toEqual(rational(1));
  expect(
    shareDue({ from: day('2026-05-03'), to: day('2026-05-06') }, day('2026-05-04'), worked, defaultCalendar),
  ).toBeUndefined();
});

test('[CNV-04] what falls due day by day adds up to the whole, never shrinking', () => {
  const weight = fc.integer({ min: 0, max: 9 }).map(units => `${units / 4}`);
  const profiles = fc.oneof(
    fc.constant(linear),
    fc.constant(worked),
    fc
      .tuple(weight, weight, weight, weight, weight, weight, weight)
      .map((weekday): PaceProfile => ({ kind: 'weights', weekday, dayOff: '0.5' })),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 10000, max: 25000 }).map(fromDayNumber),
      fc.integer({ min: 0, max: 60 }),
      profiles,
      (from, length, profile) => {
        const range = { from, to: addDays(from, length) };
        let before = rational(0);
        let sum = rational(0);
        for (let step = 0; step <= length; step++) {
          const share = shareDue(range, addDays(from, step), profile, defaultCalendar);
          if (!share) return;
          expect(compareRationals(share, before)).toBeGreaterThanOrEqual(0);
          sum = add(sum, subtract(share, before));
          before = share;
        }
        expect(sum).toEqual(rational(1));
      },
    ),
    { seed },
  );
});
