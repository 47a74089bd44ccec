import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

test('[PLN-10] the nearest known word is suggested, and none when nothing is near', () => {
  expect(suggest('targt', ['target', 'baseline'])).toBe('target');
  expect(suggest('traget', ['target', 'baseline'])).toBe('target');
  expect(suggest('xyz', ['target', 'baseline'])).toBeUndefined();
});
