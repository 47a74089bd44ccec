import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test('[SCR-03] people are told apart by a letter or two', () => {
  expect(initials('田中 美咲')).toBe('田');
  expect(initials('高橋')).toBe('高');
  expect(initials('Sam Miller')).toBe('SM');
  expect(initials('kim')).toBe('K');
  expect(initials('')).toBe('');
});
