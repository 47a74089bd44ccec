import { expect, test } from 'vitest';
import { numberIn, numberText } from './number-in.ts';

const rate = { kind: 'ratio', of: 'a', over: 'b' } as const;

test('[SCR-72] numbers in fields are read as people write them', () => {
  expect(numberIn('１，２００', { kind: 'count' })).toBe('1200');
  expect(numberIn('3億', { kind: 'money', currency: 'JPY' })).toBe('300000000');
  expect(numberIn('45', rate)).toBe('0.45');
  expect(numberIn('45%', rate)).toBe('0.45');
  expect(numberIn('', rate)).toBeUndefined();
  expect(numberIn('many', { kind: 'count' })).toBeUndefined();
  expect(numberText(0.41249, rate)).toBe('41.2%');
  expect(numberText(1234.5678, { kind: 'count' })).toBe('1,235');
});
