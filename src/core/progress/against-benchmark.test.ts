import { expect, test } from 'vitest';
import { againstBenchmark } from './against-benchmark.ts';

test('[VIS-14] an open rate of 17 % is 3 pt below the 20 % of the industry', () => {
  const found = againstBenchmark(0.17, { low: 0.2, high: null }, 'up');
  expect(found).toMatchObject({ figure: 0.2, is: 'worse' });
  expect(found?.gap).toBeCloseTo(-0.03, 12);
});

test('[VIS-14] the nearer edge of a range counts, less may be better, and without a figure there is nothing to say', () => {
  expect(againstBenchmark(0.17, { low: 0.15, high: 0.25 }, 'up')).toEqual({ figure: 0.15, gap: 0, is: 'within' });
  expect(againstBenchmark(30, { low: 15, high: 25 }, 'up')).toEqual({ figure: 25, gap: 5, is: 'better' });
  expect(againstBenchmark(30, { low: 15, high: 25 }, 'down')).toEqual({ figure: 25, gap: 5, is: 'worse' });
  expect(againstBenchmark(10, { low: 15, high: null }, 'down')).toEqual({ figure: 15, gap: -5, is: 'better' });
  expect(againstBenchmark(10, { low: 15, high: 20 }, 'range')).toMatchObject({ is: 'worse' });
  expect(againstBenchmark(10, { low: null, high: null }, 'up')).toBe(undefined);
});
