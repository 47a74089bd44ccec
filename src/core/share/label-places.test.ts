import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteLanes, spreadLabels } from './label-places.ts';

test('[SCR-13] labels that are far apart stay, others move apart evenly', () => {
  expect(spreadLabels([10, 100], 30, 0, 200)).toEqual([15, 100]);
  expect(spreadLabels([100, 104], 30, 0, 200)).toEqual([87, 117]);
  expect(spreadLabels([195, 190, 100], 30, 0, 200)).toEqual([185, 155, 100]);
  expect(spreadLabels([], 30, 0, 200)).toEqual([]);
});

test('[SCR-13] any labels at all: in order, apart, and inside while there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 450 }), { minLength: 1, maxLength: 12 }), wanted => {
      const places = spreadLabels(wanted, 30, 0, 400);
      const sorted = [...places].sort((a, b) => a - b);
      for (const [i, at] of sorted.slice(1).entries()) expect(at - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(30 - 1e-6);
      for (const at of places) expect(at >= 15 - 1e-6 && at <= 385 + 1e-6).toBe(true);
      for (const [i, a] of wanted.entries())
        for (const [j, b] of wanted.entries()) if (a < b) expect(places[i]).toBeLessThan(places[j] ?? 0);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('[SCR-14] notes take the first free lane, run to the left at the right end, and give up their words where all is taken', () => {
  expect(
    noteLanes(
      [
        { x: 10, width: 80 },
        { x: 40, width: 80 },
        { x: 60, width: 80 },
        { x: 180, width: 60 },
      ],
      200,
      2,
    ),
  ).toEqual([
    { lane: 0, from: 'start' },
    { lane: 1, from: 'start' },
    { lane: undefined, from: 'start' },
    { lane: 0, from: 'end' },
  ]);
});
