import { expect, test } from 'vitest';
import { shareDifference, shareInterval } from './share-interval.ts';

test('[JRN-19] intervals of one share as Newcombe prints them (1998, table I)', () => {
  expect(rounded(shareInterval({ count: 81, of: 263 }))).toEqual([0.2553, 0.3662]);
  expect(rounded(shareInterval({ count: 15, of: 148 }))).toEqual([0.0624, 0.1605]);
  expect(rounded(shareInterval({ count: 0, of: 20 }))).toEqual([0, 0.1611]);
  expect(rounded(shareInterval({ count: 1, of: 29 }))).toEqual([0.0061, 0.1718]);
});

test('[JRN-19] intervals of a difference as Newcombe prints them (1998, table II)', () => {
  expect(rounded(shareDifference({ count: 56, of: 70 }, { count: 48, of: 80 }))).toEqual([0.0524, 0.3339]);
  expect(rounded(shareDifference({ count: 9, of: 10 }, { count: 3, of: 10 }))).toEqual([0.1705, 0.809]);
  expect(rounded(shareDifference({ count: 10, of: 10 }, { count: 0, of: 20 }))).toEqual([0.6791, 1]);
});

test('[JRN-19] nothing known of nobody', () => {
  expect(shareInterval({ count: 0, of: 0 })).toEqual({ low: 0, high: 1 });
  expect(shareDifference({ count: 0, of: 0 }, { count: 1, of: 2 })).toEqual({ low: -1, high: 1 });
});

function rounded({ low, high }: { readonly low: number; readonly high: number }): readonly number[] {
  return [low, high].map(bound => Number(bound.toFixed(4)));
}
