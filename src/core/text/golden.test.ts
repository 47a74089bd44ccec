import { expect, test } from 'vitest';
import { rational } from '../number/rational.ts';
import { sentenceFrom } from '../problem/problem.ts';
import type { Unit } from '../unit/unit.ts';
import { axisTicks } from './axis-ticks.ts';
import { formatChange, formatDifference, formatIndex, formatRelative } from './format-change.ts';
import { formatRange } from './format-range.ts';
import { defaultFormat, type FormatSettings, type MoneyScale, type NegativeStyle } from './format-settings.ts';
import { formatSigned, formatValue } from './format-value.ts';
import { parseValue } from './parse-value.ts';
import { LANGS, type Lang } from './text.ts';
import { textMessages } from './text-messages.ts';
import type { ValueOptions } from './value-shape.ts';

const yen: Unit = { kind: 'money', currency: 'JPY' };
const dollars: Unit = { kind: 'money', currency: 'USD' };
const rate: Unit = { kind: 'ratio' };
const leads = { ja: '件', en: 'leads' };

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function moneyTable(lang: Lang): string {
  const scales: readonly MoneyScale[] = ['auto', 'yen', 'thousand', 'million', 'man', 'oku'];
  const values = [
    '0',
    '45.5',
    '5000',
    '12500',
    '999999.5',
    '1000000',
    '5000000',
    '27000000',
    '99995000',
    '180000000',
    '302400000',
    '2500000000',
    '1200000000000',
    '-6000000',
  ];
  return table(
    ['yen', ...scales],
    values.map(value => [value, ...scales.map(money => formatValue(value, yen, lang, { ...defaultFormat, money }))]),
  );
}

function negativeTable(lang: Lang): string {
  const styles: readonly NegativeStyle[] = ['minus', 'triangle', 'brackets'];
  const values: readonly (readonly [string, Unit])[] = [
    ['-6000000', yen],
    ['-0.052', rate],
    ['-12', { kind: 'count' }],
    ['-69', { kind: 'duration', in: 'seconds' }],
    ['-0.4', yen],
  ];
  return table(
    ['value', ...styles],
    values.map(([value, unit]) => [
      value,
      ...styles.map(negative => formatValue(value, unit, lang, { ...defaultFormat, negative })),
    ]),
  );
}

function unitTable(lang: Lang): string {
  const rows: readonly (readonly [string, string, Unit, ValueOptions?])[] = [
    ['count', '158', { kind: 'count' }, { counter: leads }],
    ['count', '1234567', { kind: 'count' }],
    ['count', '46.1538', { kind: 'count' }, { counter: leads }],
    ['count, compact', '9999', { kind: 'count' }, { compact: true }],
    ['count, compact', '12345', { kind: 'count' }, { compact: true, counter: leads }],
    ['count, compact', '12345678', { kind: 'count' }, { compact: true }],
    ['count per order', '2.345', { kind: 'count', per: 'order' }],
    ['rate', '0.412', rate],
    ['rate', '0.03', rate],
    ['rate', '0.0045', rate],
    ['rate', '0', rate],
    ['rate', '5', rate],
    ['rate, 2 digits', '0.41249', rate, { digits: 2 }],
    ['unit price', '123.4', { kind: 'money', currency: 'JPY', per: 'click' }],
    ['unit price', '45.67', { kind: 'money', currency: 'JPY', per: 'click' }],
    ['unit price', '15000', { kind: 'money', currency: 'JPY', per: 'lead' }],
    ['dollars', '1234.5', dollars],
    ['dollars', '1234567.5', dollars],
    ['Swiss francs', '1234.5', { kind: 'money', currency: 'CHF' }],
    ['dinars', '1.234', { kind: 'money', currency: 'KWD' }],
    ['days', '90', { kind: 'duration', in: 'days' }],
    ['days', '4.46', { kind: 'duration', in: 'days' }],
    ['days', '1', { kind: 'duration', in: 'days' }],
    ['business days', '5', { kind: 'duration', in: 'business-days' }],
    ['seconds', '45', { kind: 'duration', in: 'seconds' }],
    ['seconds', '69', { kind: 'duration', in: 'seconds' }],
    ['score of 5', '4.5', { kind: 'score', min: 1, max: 5 }],
    ['score of 100', '72.4', { kind: 'score', min: 0, max: 100 }],
    ['NPS', '32', { kind: 'score', min: -100, max: 100 }],
    ['NPS', '-8', { kind: 'score', min: -100, max: 100 }],
    ['NPS', '0', { kind: 'score', min: -100, max: 100 }],
    ['rank', '3', { kind: 'rank' }],
    ['mean rank', '9.52', { kind: 'rank' }],
    ['multiple', '3', { kind: 'multiple' }],
    ['multiple, times', '3', { kind: 'multiple' }, { multiple: 'times' }],
    ['exact yen', '302400123', yen, { exact: true }],
    ['exact rate', '0.0276', rate, { exact: true }],
  ];
  return table(
    ['what', 'value', 'shown', 'signed'],
    rows.map(([what, value, unit, options]) => [
      what,
      value,
      formatValue(value, unit, lang, defaultFormat, options),
      formatSigned(value, unit, lang, defaultFormat, options),
    ]),
  );
}

function rangeTable(lang: Lang): string {
  const rows: readonly (readonly [string, string, Unit, ValueOptions?])[] = [
    ['260000000', '302000000', yen],
    ['9500000', '302000000', yen],
    ['1800000', '2700000', yen],
    ['-5000000', '12000000', yen],
    ['0.38', '0.46', rate],
    ['120', '150', { kind: 'count' }, { counter: leads }],
    ['3', '5', { kind: 'duration', in: 'business-days' }],
    ['50', '69', { kind: 'duration', in: 'seconds' }],
    ['4.2', '4.5', { kind: 'score', min: 1, max: 5 }],
    ['2.5', '3', { kind: 'multiple' }],
    ['0.4101', '0.4102', rate],
  ];
  return table(
    ['low', 'high', 'shown'],
    rows.map(([low, high, unit, options]) => [low, high, formatRange(low, high, unit, lang, defaultFormat, options)]),
  );
}

function changeTable(lang: Lang): string {
  const rows: readonly (readonly [string, string, Unit, ValueOptions?])[] = [
    ['0.01', '0.015', rate],
    ['0.5', '0.4375', rate],
    ['0.0301', '0.0305', rate],
    ['250000000', '300000000', yen],
    ['158', '120', { kind: 'count' }, { counter: leads }],
    ['0', '5', { kind: 'count' }, { counter: leads }],
    ['90', '75', { kind: 'duration', in: 'days' }],
    ['4.2', '4.5', { kind: 'score', min: 1, max: 5 }],
    ['12', '9.5', { kind: 'rank' }],
  ];
  return table(
    ['from', 'to', 'change', 'difference'],
    rows.map(([from, to, unit, options]) => [
      from,
      to,
      formatChange(from, to, unit, lang, defaultFormat, options),
      formatDifference(String(Number((Number(to) - Number(from)).toFixed(6))), unit, lang, defaultFormat, options),
    ]),
  );
}

function indexTable(): string {
  const settings: FormatSettings = { ...defaultFormat, change: 'change' };
  const rows: readonly (readonly [number, number])[] = [
    [108, 100],
    [120000, 100000],
    [1083, 1000],
    [25, 15],
    [97, 100],
    [7, 10],
    [1, 1],
    [0, 1],
  ];
  return table(
    ['value / base', 'index', 'change', 'relative'],
    rows.map(([value, base]) => [
      `${value}/${base}`,
      formatIndex(rational(value, base), defaultFormat),
      formatIndex(rational(value, base), settings),
      formatRelative(rational(value - base, base)),
    ]),
  );
}

function axisTable(lang: Lang): string {
  const rows: readonly (readonly [number, number, Unit])[] = [
    [0, 302_000_000, yen],
    [140_000_000, 190_000_000, yen],
    [0, 48_000_000, yen],
    [0, 9000, yen],
    [0, 12_000, { kind: 'count' }],
    [0, 0.46, rate],
    [-6_000_000, 4_000_000, yen],
    [0, 1234.5, dollars],
    [1, 5, { kind: 'score', min: 1, max: 5 }],
  ];
  return table(
    ['from', 'to', 'ticks'],
    rows.map(([from, to, unit]) => [
      String(from),
      String(to),
      axisTicks(from, to, 6, unit, lang)
        .map(tick => tick.label)
        .join(' · '),
    ]),
  );
}

function messageTable(lang: Lang): string {
  const typed: readonly (readonly [string, Unit])[] = [
    ['', yen],
    ['たくさん', yen],
    ['1.234,56', yen],
    ['3%', yen],
    ['$300', yen],
    ['5.5', { kind: 'score', min: 1, max: 5 }],
    ['-101', { kind: 'score', min: -100, max: 100 }],
    ['0位', { kind: 'rank' }],
    ['0.03', rate],
    ['3ヶ月', { kind: 'duration', in: 'days' }],
  ];
  const problems = typed.flatMap(([text, unit]) => parseValue(text, unit).problems);
  expect(new Set(problems.map(problem => problem.code))).toEqual(new Set(Object.keys(textMessages)));
  return table(
    ['code', 'sentence'],
    problems.map(problem => [problem.code, sentenceFrom(textMessages, problem, lang)]),
  );
}

test.each(LANGS)('[TXT-20] values, ranges and changes read naturally (%s)', async lang => {
  const sections: readonly (readonly [string, string])[] = [
    ['Yen, by setting', moneyTable(lang)],
    ['Negative values', negativeTable(lang)],
    ['Units', unitTable(lang)],
    ['Ranges', rangeTable(lang)],
    ['Changes', changeTable(lang)],
    ['Against a base', indexTable()],
    ['Axis ticks', axisTable(lang)],
    ['Messages', messageTable(lang)],
  ];
  const text = `# Number texts (${lang})\n\n${sections.map(([title, body]) => `## ${title}\n\n${body}\n`).join('\n')}`;
  await expect(text).toMatchFileSnapshot(`golden/text.${lang}.md`);
});
