import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stableOrder } from './stable-order.ts';

function byComparing(first: Uint32Array, second: Uint32Array): Uint32Array {
  const rows = Array.from(first.keys());
  rows.sort((a, b) => (first[a] as number) - (first[b] as number) || (second[a] as number) - (second[b] as number) || a - b);
  return Uint32Array.from(rows);
}

test.each([
  ['few rows', 50],
  ['many rows', 9_000],
])('%s are ordered as by comparing, alike ones as they come', (_, length) => {
  const most = fc.constantFrom(1, 3, 300, 70_000, 0xffffffff);
  fc.assert(
    fc.property(most, most, fc.integer(), (mostFirst, mostSecond, seed) => {
      let state = seed >>> 0;
      const next = (limit: number) => {
        state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
        return (state ^ (state >>> 13)) % limit;
      };
      const first = Uint32Array.from({ length }, () => next(mostFirst));
      const second = Uint32Array.from({ length }, () => next(mostSecond) >>> 0);
      const { order, keys } = stableOrder(first, second);
      expect(order).toEqual(byComparing(first, second));
      expect(keys).toEqual(first.toSorted());
    }),
    { seed: 3, numRuns: 6 },
  );
});

test('a person whose 300,000 rows come last first is ordered in a bounded time', () => {
  const length = 300_000;
  const { order } = stableOrder(
    new Uint32Array(length),
    Uint32Array.from({ length }, (_, row) => length - row),
  );
  expect(order.every((row, place) => row === length - 1 - place)).toBe(true);
}, 10_000);
