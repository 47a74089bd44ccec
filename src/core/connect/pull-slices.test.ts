import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, daysBetween, parseDay } from '../calendar/day.ts';
import { pullSlices } from './pull-slices.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

const TODAY = day('2026-11-22');
const plan = { since: day('2026-09-01'), through: null, today: TODAY, restates: 3, sliceDays: 31 };

test('[CON-02] the first pull goes from the chosen day to yesterday, in slices, oldest first', () => {
  expect(pullSlices(plan)).toEqual([
    { from: '2026-09-01', to: '2026-10-01' },
    { from: '2026-10-02', to: '2026-11-01' },
    { from: '2026-11-02', to: '2026-11-21' },
  ]);
});

test('[CON-02] later pulls ask again for the days that are restated, and for those that are new', () => {
  expect(pullSlices({ ...plan, through: day('2026-11-20') })).toEqual([{ from: '2026-11-18', to: '2026-11-21' }]);
  expect(pullSlices({ ...plan, through: day('2026-11-21') })).toEqual([{ from: '2026-11-19', to: '2026-11-21' }]);
  expect(pullSlices({ ...plan, through: day('2026-11-21'), restates: 0 })).toEqual([]);
  expect(pullSlices({ ...plan, through: day('2026-09-02'), restates: 30 })[0]).toEqual({ from: '2026-09-01', to: '2026-10-01' });
  expect(pullSlices({ ...plan, since: TODAY })).toEqual([]);
});

test('[CON-02] slices touch, do not overlap, are no longer than allowed and end yesterday', () => {
  const days = fc.integer({ min: -400, max: 5 });
  fc.assert(
    fc.property(
      days,
      fc.option(days),
      fc.integer({ min: 0, max: 200_000 }),
      fc.integer({ min: 1, max: 200_000 }),
      (since, through, restates, sliceDays) => {
        const first = addDays(TODAY, since);
        const slices = pullSlices({
          since: first,
          through: through === null ? null : addDays(TODAY, through),
          today: TODAY,
          restates,
          sliceDays,
        });
        slices.forEach(({ from, to }, index) => {
          expect(from >= first && from <= to && daysBetween(from, to) < sliceDays).toBe(true);
          const next = slices[index + 1];
          expect(next?.from ?? TODAY).toBe(addDays(to, 1));
        });
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});
