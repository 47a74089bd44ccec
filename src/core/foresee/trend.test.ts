import { expect, test } from 'vitest';
import { seriesOutlook } from './series-outlook.ts';
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

test('[LND-60] an outlook puts trend, average, season, natural growth and gaps together', () => {
  const none = { campaign: [], target: undefined, isCeiling: false, path: undefined, ahead: 2, by: 1 };
  const rising = seriesOutlook({ ...none, values: [null, 100, 110, 120, 130, 140, 150], target: 200 });
  expect(rising.trend).toMatchObject({ reached: 11 });
  expect(rising).toMatchObject({ average: 140, season: null, mape: null, probability: null });
  const doubled = seriesOutlook({ ...none, values: [100, 101, 202, 204.02], campaign: [false, false, true, false] });
  expect(doubled.natural?.growth).toBeCloseTo(0.01, 10);
  expect(doubled.natural?.leftOut).toBe(1);
  expect(doubled.natural?.line[1]).toBeCloseTo(204.02 * 1.01 ** 2, 8);
  const years = Array.from({ length: 36 }, (_, i) => (i % 12 === 11 ? 210 : 100));
  expect((seriesOutlook({ ...none, values: years }).season ?? [])[11]).toBeGreaterThan(1.8);
  expect(seriesOutlook({ ...none, values: [] })).toMatchObject({ trend: null, average: null, natural: null });
});
