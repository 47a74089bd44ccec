import { expect, test } from 'vitest';
import type { Unit } from '../../unit/unit.ts';
import { typedValue } from './typed-value.ts';

const COUNT: Unit = { kind: 'count' };
const RATE: Unit = { kind: 'ratio' };
const YEN: Unit = { kind: 'money', currency: 'JPY' };

test('[MEA-07] values are exact, as they are typed or come from a spreadsheet', () => {
  expect(typedValue('1,234.50', COUNT)).toBe('1234.5');
  expect(typedValue('１２', COUNT)).toBe('12');
  expect(typedValue('-3', COUNT)).toBe('-3');
  expect(typedValue('28.75%', RATE)).toBe('0.2875');
  expect(typedValue('28.75', RATE)).toBe('0.2875');
  expect(typedValue('32万', YEN)).toBe('320000');
  expect(typedValue('0.1', COUNT)).toBe('0.1');
});

test('[MEA-07] nothing clears a cell; words, limits and other currencies are no value', () => {
  expect(typedValue('  ', COUNT)).toBe(null);
  expect(typedValue('未集計', COUNT)).toBe(undefined);
  expect(typedValue('80以上', COUNT)).toBe(undefined);
  expect(typedValue('$100', YEN)).toBe(undefined);
});
