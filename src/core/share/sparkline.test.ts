import { expect, test } from 'vitest';
import { sparkline } from './sparkline.ts';

test('[SCR-02] the lowest value is at the bottom, the highest at the top, the newest at the end', () => {
  const { paths, last } = sparkline([1, 3, 2], 26, 26);
  expect(paths).toEqual(['M3 23L13 3L23 13']);
  expect(last).toEqual({ x: 23, y: 13 });
});

test('[SCR-02] gaps stay gaps; a lone value is a dot', () => {
  expect(sparkline([1, null, 2, 3, null], 46, 26).paths).toEqual(['M3 23h0', 'M23 13L33 3']);
});

test('[SCR-02] a flat line runs through the middle; without values there is nothing', () => {
  expect(sparkline([5, 5], 20, 20).paths).toEqual(['M3 10L17 10']);
  expect(sparkline([null], 20, 20)).toEqual({ paths: [], last: undefined });
  expect(sparkline([], 20, 20)).toEqual({ paths: [], last: undefined });
});

test('[MEA-05] a small line breaks where the metric was defined anew', () => {
  const since = [undefined, undefined, '2026-04-01', '2026-04-01'];
  expect(sparkline([3, 3, 2, 2], 36, 20, since).paths).toHaveLength(2);
  expect(sparkline([3, null, 2, 2], 36, 20, since).paths).toEqual(['M3 3h0', 'M23 17L33 17']);
  expect(sparkline([3, 3, 2, 2], 36, 20).paths).toHaveLength(1);
});
