import { expect, test } from 'vitest';
import { difference } from './hold.ts';

const ROW = { slice: ['Ads'], touches: 3, credits: [{ conversions: 1 / 3, value: 1000 }] };
const ANSWER = { conversions: 3, value: 1000, untouched: { conversions: 0, value: 0 }, rows: [ROW] };

test('[JRN-01] the same is the same', () => {
  expect(difference(ANSWER, structuredClone(ANSWER))).toBeUndefined();
});

test('[JRN-01] credits may differ by 1e-9 of the largest, everything else by nothing', () => {
  expect(difference(ANSWER, credited(1 / 3 + 1e-12, 1000 + 1e-7))).toBeUndefined();
  expect(difference(ANSWER, credited(1 / 3, 1000.00001))).toContain('.rows.0.credits.0.value');
  expect(difference(ANSWER, credited(Number.NaN, 1000))).toContain('conversions');
  expect(difference(ANSWER, { ...ANSWER, value: 1000 + 1e-9 })).toContain('.value');
});

test('[JRN-01] rows too many, too few, in another order, with parts too many or missing are told with their place', () => {
  expect(difference({ rows: [] }, { rows: [ROW] })).toBe('.rows: expected 0 entries, were 1');
  expect(difference({ rows: [{ a: 1 }, { a: 2 }] }, { rows: [{ a: 2 }, { a: 1 }] })).toContain('.rows.0.a');
  expect(difference({ a: 1 }, { a: 1, b: 2 })).toContain('.b');
  expect(difference({ a: 1, b: 2 }, { a: 1 })).toContain('.b');
  expect(difference({ a: null }, { a: 0 })).toContain('.a');
  expect(difference({ a: [] }, { a: {} })).toContain('.a');
  expect(difference({ a: 1 }, { a: 1n })).toContain('bigint');
});

function credited(conversions: number, value: number) {
  return { ...ANSWER, rows: [{ ...ROW, credits: [{ conversions, value }] }] };
}
