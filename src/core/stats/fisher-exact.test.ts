import { expect, test } from 'vitest';
import { fisherExact } from './fisher-exact.ts';

test('[JRN-81] tea first or milk first: p of 3 of 4 against 1 of 4 is 34/70 (R: fisher.test)', () => {
  expect(fisherExact({ count: 3, of: 4 }, { count: 1, of: 4 })).toBeCloseTo(34 / 70, 12);
});

test('[JRN-81] convicted twins (Fisher 1935; R: p = 0.0005367)', () => {
  expect(fisherExact({ count: 2, of: 17 }, { count: 10, of: 13 })).toBeCloseTo(0.0005367, 7);
});

test('[JRN-81] the same by adding up all tables', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const of = [1 + ((seed * 7) % 23), 1 + ((seed * 13) % 19)] as const;
    const count = [(seed * 5) % (of[0] + 1), (seed * 11) % (of[1] + 1)] as const;
    const p = fisherExact({ count: count[0], of: of[0] }, { count: count[1], of: of[1] });
    expect(p, `${count} of ${of}`).toBeCloseTo(byAllTables(count, of), 10);
  }
});

test('[JRN-81] nothing to compare is no evidence; a million cases are quick and never outside 0 to 1', () => {
  expect(fisherExact({ count: 0, of: 0 }, { count: 1, of: 2 })).toBe(1);
  expect(fisherExact({ count: 0, of: 5 }, { count: 0, of: 2 })).toBe(1);
  const p = fisherExact({ count: 301_000, of: 1_000_000 }, { count: 300_000, of: 1_000_000 });
  expect(p).toBeGreaterThan(0.12);
  expect(p).toBeLessThan(0.13);
});

function byAllTables([a, b]: readonly [number, number], [ofA, ofB]: readonly [number, number]): number {
  const tables = Array.from({ length: a + b + 1 }, (_, x) => ({ x, ways: choose(ofA, x) * choose(ofB, a + b - x) }));
  const mine = choose(ofA, a) * choose(ofB, b);
  const all = tables.reduce((sum, { ways }) => sum + ways, 0n);
  const extreme = tables.reduce((sum, { ways }) => (ways <= mine ? sum + ways : sum), 0n);
  return Number(extreme) / Number(all);
}

function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let i = 1; i <= k; i++) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}
