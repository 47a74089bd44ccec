import { expect, test } from 'vitest';
import { daysIn, daysToChoose } from './periods.ts';

test('[JNY-17] days that are no number are the usual ones; others than usual can still be seen', () => {
  expect(['30', '0', undefined, 'abc', '-3', '1e9', '12345'].map(text => daysIn(text, 90))).toEqual([30, 0, 90, 90, 90, 90, 90]);
  expect(daysToChoose([7, 30], 30)).toEqual([7, 30]);
  expect(daysToChoose([7, 30], 10)).toEqual([7, 10, 30]);
});
