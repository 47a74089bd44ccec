import { expect, test } from 'vitest';
import { decimalMarkOf } from './decimal-mark.ts';

test.each([
  ['1.234,56|0,44', ';', 'comma'],
  ['1,234.56|7', ',', 'point'],
  ['1,234|5,678', ',', 'point'],
  ['1.234|5.678', ';', undefined],
  ['31.12.2026|1.234|0,5', ';', 'comma'],
  ['31.12.2026|7', ';', 'point'],
  ['1|2', ';', 'point'],
] as const)('[ING-17] %s between "%s" says %s', (cells, delimiter, mark) => {
  expect(decimalMarkOf([cells.split('|')], delimiter)).toBe(mark);
});
