import { expect, test } from 'vitest';
import { addDays, type Day } from '../calendar/day.ts';
import { Random } from '../stats/random.ts';
import { lagDistribution, normalised, type StageDates, stageDatesIn } from './lag-distribution.ts';

const AS_OF = '2026-03-31' as Day;
const entered = (monthsAgo: number, delay?: number): StageDates => ({
  from: addDays(AS_OF, -30 * monthsAgo - 1),
  ...(delay === undefined ? {} : { to: addDays(AS_OF, 30 * (delay - monthsAgo)) }),
});

test('[PLA-02] with everybody watched long enough, the shares are those seen', () => {
  const stages = [...[0, 0, 0, 1, 1, 2].map(delay => entered(12, delay)), entered(12)];
  expect(lagDistribution(stages, AS_OF)?.map(share => share.toFixed(6))).toEqual(['0.500000', '0.333333', '0.166667']);
});

test('[PLA-02] what entered lately and was quick does not hide those that take long', () => {
  // A year ago half took no month and half took one; of those who entered this month only quick ones can be seen.
  const old = [...Array.from({ length: 10 }, () => entered(12, 0)), ...Array.from({ length: 10 }, () => entered(12, 1))];
  const recent = Array.from({ length: 30 }, () => entered(0, 0));
  expect(lagDistribution([...old, ...recent], AS_OF)?.map(share => share.toFixed(6))).toEqual(['0.500000', '0.500000']);
});

test('[PLA-02] learns a known distribution from a growing stream that ends today (seed 62000002)', () => {
  const truth = [0.1, 0.25, 0.35, 0.2, 0.1];
  const random = new Random(62_000_002);
  const stages: StageDates[] = [];
  for (let month = 24; month >= 0; month--)
    for (let i = 0; i < 40 * 1.12 ** (24 - month); i++) {
      const from = addDays(AS_OF, -30 * month - Math.floor(random.uniform() * 30));
      let [delay, left] = [0, random.uniform()];
      for (const share of truth) {
        if (left < share) break;
        left -= share;
        delay += 1;
      }
      const to = addDays(from, 30 * Math.min(delay, truth.length - 1) + Math.floor(random.uniform() * 30));
      stages.push(to <= AS_OF ? { from, to } : { from });
    }
  const found = lagDistribution(stages, AS_OF) ?? [];
  const plain = truth.map((_, delay) => {
    const known = stages.filter(({ to }) => to !== undefined);
    return (
      known.filter(({ from, to }) => to !== undefined && Math.floor(daysFrom(from, to) / 30) === delay).length / known.length
    );
  });
  const error = (shares: readonly number[]) => truth.reduce((sum, share, i) => sum + Math.abs(share - (shares[i] ?? 0)), 0);
  expect(found.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(error(found)).toBeLessThan(0.06);
  expect(error(plain)).toBeGreaterThan(2 * error(found));
});

function daysFrom(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

test('[PLA-02] nothing converted, dates that run backwards or lie ahead: no distribution; shares are made to add up', () => {
  expect(lagDistribution([entered(3)], AS_OF)).toBeUndefined();
  expect(
    lagDistribution(
      [
        { from: '2026-02-01' as Day, to: '2026-01-01' as Day },
        { from: '2026-02-01' as Day, to: '2026-05-01' as Day },
      ],
      AS_OF,
    ),
  ).toBeUndefined();
  expect(normalised([1, 1, 2])).toEqual([0.25, 0.25, 0.5]);
  expect(normalised([1, -1, 2])).toBeUndefined();
  expect(normalised([0, 0])).toBeUndefined();
});

test('[PLA-02] stages are read from a table of two columns of days, until the latest of them', () => {
  const table = 'entered,converted\n2026-01-05,2026-02-20\n2026-01-10,\nsomeday,2026-01-01\n2026-03-01,2026-03-02\n';
  const read = stageDatesIn(table);
  expect(read).toEqual({
    stages: [{ from: '2026-01-05', to: '2026-02-20' }, { from: '2026-01-10' }, { from: '2026-03-01', to: '2026-03-02' }],
    asOf: '2026-03-02',
  });
  // A delay of 46 days is one whole month; the quick one of yesterday does not count against it.
  expect(read && lagDistribution(read.stages, read.asOf)).toEqual([0, 1]);
  expect(stageDatesIn('entered,converted\n')).toBeUndefined();
});
