import { expect, test } from 'vitest';
import { benchmarkPosition } from './benchmark-position.ts';

test('[CAT-B1] a value is below, within or above what is usual, and that is good or bad by the metric’s direction', () => {
  expect(benchmarkPosition(0.004, { low: 0.005, high: 0.02 }, 'up')).toEqual({ where: 'below', isGood: false });
  expect(benchmarkPosition(0.03, { low: 0.005, high: 0.02 }, 'up')).toEqual({ where: 'above', isGood: true });
  expect(benchmarkPosition(0.75, { low: 0.7, high: 0.8 }, 'down')).toEqual({ where: 'within' });
  expect(benchmarkPosition(0.75, { low: 0.4, high: 0.6 }, 'down')).toEqual({ where: 'above', isGood: false });
  expect(benchmarkPosition(0.3, { low: 0.4, high: 0.6 }, 'down')).toEqual({ where: 'below', isGood: true });
  expect(benchmarkPosition(5, { low: 2, high: 3 }, 'range')).toEqual({ where: 'above', isGood: false });
});

test('[CAT-B1] the ends belong to the range, an open end has none, and nothing is said where nothing is known', () => {
  expect(benchmarkPosition(0.02, { low: 0.005, high: 0.02 }, 'up')?.where).toBe('within');
  expect(benchmarkPosition(9, { low: 3 }, 'up')?.where).toBe('within');
  expect(benchmarkPosition(1, {}, 'up')).toBeUndefined();
});
