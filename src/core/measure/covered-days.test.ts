import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import { daysIn } from '../calendar/day-range.ts';
import { coverageOf, mergedRanges } from './covered-days.ts';

const SEED = 20261121;
const DAYS = 20;

test('[OBS-03] a period is whole only when it is over and every day has arrived', () => {
  const march = { from: '2026-03-01' as Day, to: '2026-03-31' as Day };
  const covered = (from: string, to: string) => [{ from: from as Day, to: to as Day }];
  expect(coverageOf(march, covered('2026-02-01', '2026-04-10'), '2026-04-11' as Day)).toEqual({
    kind: 'whole',
    through: '2026-03-31',
  });
  expect(coverageOf(march, covered('2026-02-01', '2026-03-31'), '2026-03-31' as Day)).toEqual({
    kind: 'part',
    through: '2026-03-31',
    why: 'period-running',
  });
  expect(coverageOf(march, covered('2026-02-01', '2026-03-29'), '2026-03-31' as Day)).toMatchObject({ why: 'period-running' });
  expect(coverageOf(march, covered('2026-02-01', '2026-03-29'), '2026-04-05' as Day)).toMatchObject({
    why: 'days-missing',
    through: '2026-03-29',
  });
  expect(coverageOf(march, covered('2026-03-02', '2026-03-31'), '2026-03-31' as Day)).toMatchObject({ why: 'days-missing' });
  expect(coverageOf(march, covered('2026-04-01', '2026-04-30'), '2026-05-01' as Day)).toEqual({ kind: 'none' });
});

test('[OBS-03] coverage agrees with counting days', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 4 }), range, fc.nat(DAYS + 8), (ranges, period, todayNumber) => {
      const today = dayAt(todayNumber);
      const days = new Set(ranges.flatMap(daysIn));
      const inside = daysIn(period).filter(day => days.has(day));
      const found = coverageOf(period, mergedRanges(ranges), today);
      expect(found.kind === 'none').toBe(inside.length === 0);
      expect(found.kind === 'whole').toBe(inside.length === daysIn(period).length && period.to < today);
      if (found.kind !== 'none') expect(found.through).toBe(inside.at(-1));
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('[LIV-01] merged ranges hold exactly the same days and never touch', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), ranges => {
      const merged = mergedRanges(ranges);
      expect(merged.flatMap(daysIn)).toEqual([...new Set(ranges.flatMap(daysIn))].toSorted());
      for (const [index, { from }] of merged.entries()) {
        const before = merged[index - 1];
        if (before) expect(from > addDays(before.to, 1)).toBe(true);
      }
    }),
    { seed: SEED },
  );
});

const range = fc.tuple(fc.nat(DAYS), fc.nat(6)).map(([start, length]) => ({ from: dayAt(start), to: dayAt(start + length) }));

function dayAt(number: number): Day {
  return addDays('2026-01-01' as Day, number);
}
