import { expect, test } from 'vitest';
import { naturalGrowth, trendOf } from './trend.ts';

test('[ANA-03] a steady rise goes on, and says when it reaches a target', () => {
  const trend = trendOf([100, 110, 120, 130, 140, 150], 200);
  expect(trend?.slope).toBeCloseTo(10, 12);
  expect(trend?.next).toBeCloseTo(160, 12);
  expect(trend?.reached).toBe(11);
  expect(trendOf([100, 90], 200)?.reached).toBeNull();
  expect(trendOf([5, 5, 5], 6)?.reached).toBeNull();
  expect(trendOf([5])).toBeUndefined();
});

test('[ANA-05] natural growth compounds and leaves campaigns out', () => {
  const ten = Array.from({ length: 11 }, (_, i) => 1.1 ** (i / 10));
  expect(naturalGrowth(ten)).toBeCloseTo(0.00957658, 8);
  expect(naturalGrowth([100, 101, 202, 204.02], [false, false, true])).toBeCloseTo(0.01, 10);
  expect(naturalGrowth([1, 0, 2])).toBeUndefined();
  expect(naturalGrowth([1])).toBeUndefined();
});
