import { expect, test } from 'vitest';
import type { Unit } from '../unit/unit.ts';
import { formatValue } from './format-value.ts';
import { parseValue } from './parse-value.ts';

const ratio: Unit = { kind: 'ratio' };
const yen: Unit = { kind: 'money', currency: 'JPY' };
const stars: Unit = { kind: 'score', min: 1, max: 5 };
const promoters: Unit = { kind: 'score', min: -100, max: 100 };
const days: Unit = { kind: 'duration', in: 'days' };

function shown(text: string, unit: Unit): string {
  const parsed = parseValue(text, unit);
  const codes = parsed.problems.map(problem => problem.code);
  return [...(parsed.ok ? [parsed.value.bound, parsed.value.value] : []), ...codes].filter(part => part !== undefined).join(' ');
}

test('[CNV-01] 3% of a rate is kept as 0.03 and shown as 3.0%; 3 and 0.03 too, with a word of warning', () => {
  expect(shown('3%', ratio)).toBe('0.03');
  expect(formatValue('0.03', ratio, 'ja')).toBe('3.0%');
  expect(shown('3', ratio)).toBe('0.03 value-read-as-percent');
  expect(shown('0.03', ratio)).toBe('0.03 value-read-as-percent');
  expect(parseValue('0.03', ratio).problems[0]?.params).toEqual({ text: '0.03', read: '3%' });
  expect(shown('1', ratio)).toBe('1 value-read-as-percent');
  expect(shown('1.01', ratio)).toBe('0.0101 value-read-as-percent');
  expect(shown('120%', ratio)).toBe('1.20');
  expect(shown('0', ratio)).toBe('0');
});

test('[CNV-01] a score lies on its scale, ends included', () => {
  expect(shown('4.5', stars)).toBe('4.5');
  expect(shown('5', stars)).toBe('5');
  expect(shown('5.5', stars)).toBe('value-outside-scale');
  expect(shown('-100', promoters)).toBe('-100');
  expect(shown('-101', promoters)).toBe('value-outside-scale');
});

test('[CNV-01] 3:1 is the multiple 3', () => {
  expect(shown('3:1', { kind: 'multiple' })).toBe('3');
  expect(shown('25:1', { kind: 'multiple' })).toBe('25');
  expect(shown('3倍', { kind: 'multiple' })).toBe('3');
  expect(shown('3', { kind: 'multiple' })).toBe('3');
});

test('[CNV-01] a value of another unit or currency is refused', () => {
  expect(shown('3%', yen)).toBe('value-of-other-unit');
  expect(shown('3億円', { kind: 'count' })).toBe('value-of-other-unit');
  expect(shown('$300', yen)).toBe('value-of-other-currency');
  expect(shown('3:1', yen)).toBe('value-of-other-unit');
  expect(shown('0位', { kind: 'rank' })).toBe('value-not-a-rank');
  expect(shown('3位', { kind: 'rank' })).toBe('3');
});

test('[CNV-01] amounts and limits are read with their unit', () => {
  expect(shown('3億円', yen)).toBe('300000000');
  expect(shown('2万円以下', yen)).toBe('at-most 20000');
  expect(shown('1万', { kind: 'count' })).toBe('10000');
  expect(shown('80%以上', ratio)).toBe('at-least 0.80');
});

test('[CNV-01] durations come in the unit of the metric where that is exact, else they are refused', () => {
  expect(shown('90日', days)).toBe('90');
  expect(shown('90', days)).toBe('90');
  expect(shown('2週間', days)).toBe('14');
  expect(shown('36時間', days)).toBe('1.5');
  expect(shown('5営業日', days)).toBe('value-of-other-unit');
  expect(shown('5営業日以内', { kind: 'duration', in: 'business-days' })).toBe('at-most 5');
  expect(shown('1年', { kind: 'duration', in: 'months' })).toBe('12');
  expect(shown('1分09秒', { kind: 'duration', in: 'seconds' })).toBe('69');
  expect(shown('3ヶ月', days)).toBe('value-of-other-unit');
  expect(shown('10000円', days)).toBe('value-not-a-number');
});

test('[CNV-01] nothing, nonsense and unclear separators are refused with the reason', () => {
  expect(shown('', yen)).toBe('value-missing');
  expect(shown('-', ratio)).toBe('value-missing');
  expect(shown('', days)).toBe('value-missing');
  expect(shown('たくさん', yen)).toBe('value-not-a-number');
  expect(shown('1.234,56', yen)).toBe('value-separators-ambiguous');
  expect(shown('x'.repeat(500), yen)).toBe('value-not-a-number');
});
