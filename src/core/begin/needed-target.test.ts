import { expect, test } from 'vitest';
import { neededTarget } from './needed-target.ts';

const orders = { unit: { kind: 'count', of: 'order' }, direction: 'up', aggregation: 'sum' } as const;
const rate = { unit: { kind: 'ratio' }, direction: 'up', aggregation: 'ratio' } as const;

test('[BEG-33] what is needed is rounded the way that suffices, and written as people type it', () => {
  expect(neededTarget('16666.666666666667', orders, 'ja')).toBe('月16,667');
  expect(neededTarget('16666.666666666667', orders, 'en')).toBe('16,667 per month');
  expect(neededTarget('16666', orders, 'ja')).toBe('月16,666');
  expect(neededTarget('0.0200001', rate, 'ja')).toBe('2.1%');
  expect(neededTarget('0.35', { ...rate, direction: 'down' }, 'ja')).toBe('35%');
  expect(
    neededTarget('1234567.8', { unit: { kind: 'money', currency: 'JPY' }, direction: 'down', aggregation: 'mean' }, 'ja'),
  ).toBe('1,234,567');
});
