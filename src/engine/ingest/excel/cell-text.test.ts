import { expect, test } from 'vitest';
import { columnOf, rowOf } from './cell-reference.ts';
import { numberText } from './cell-text.ts';
import { numberMeaning } from './number-format.ts';
import { unescaped } from './shared-strings.ts';

test.each([
  ['2.5499999999999998', '2.55'],
  ['0.30000000000000004', '0.3'],
  ['1E-3', '0.001'],
  ['1.5E-9', '0.0000000015'],
  ['1.2E+21', '1200000000000000000000'],
  ['-1.25E+2', '-125'],
  ['123456789012345678', '123456789012346000'],
  ['12', '12'],
  ['', ''],
])('[ING-24] the number %s is shown as %s', (value, text) => {
  expect(numberText(value, 'number', '1900')).toBe(text);
});

test('[ING-24] percent formats keep their percent, without the noise of doubles', () => {
  expect(numberText('0.07', 'percent', '1900')).toBe('7%');
  expect(numberText('0.28999999999999998', 'percent', '1900')).toBe('29%');
});

test.each([
  [14, undefined, 'date'],
  [22, undefined, 'date'],
  [58, undefined, 'date'],
  [9, undefined, 'percent'],
  [46, undefined, 'duration'],
  [0, undefined, 'number'],
  [164, '[$-411]ggge"年"m"月"d"日";@', 'date'],
  [164, 'yyyy/m/d h:mm', 'date'],
  [164, '[h]:mm:ss', 'duration'],
  [164, '#,##0"円"', 'number'],
  [164, '#,##0_);[Red]\\(#,##0\\)', 'number'],
  [164, '0.00E+00', 'number'],
  [164, '0.0%', 'percent'],
  [164, '"day "0', 'number'],
  [164, 'General', 'number'],
] as const)('[ING-24] the format %s %s shows a %s', (id, code, meaning) => {
  expect(numberMeaning(id, code)).toBe(meaning);
});

test('[ING-23] escaped characters are decoded', () => {
  expect(unescaped('a_x000D_b_x0041__')).toBe('a\rbA_');
});

test('[ING-20] references end with the sheet', () => {
  expect([columnOf('A1'), columnOf('AA10'), columnOf('XFD1')]).toEqual([0, 26, 16_383]);
  expect(rowOf('XFD1048576')).toBe(1_048_576);
  expect(() => columnOf('XFE1')).toThrow('cell-outside-sheet');
  expect(() => rowOf('A1048577')).toThrow('cell-outside-sheet');
});
