import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, decimalFrom, shiftPoint } from '../number/decimal.ts';
import { compareRationals, rational, rationalOf, subtract } from '../number/rational.ts';
import { round } from '../number/round.ts';
import type { Unit } from '../unit/unit.ts';
import { axisTicks } from './axis-ticks.ts';
import { formatChange, formatDifference, formatIndex, formatRelative } from './format-change.ts';
import { formatColumn } from './format-column.ts';
import { formatRange } from './format-range.ts';
import { defaultFormat, type FormatSettings, type MoneyScale, type NegativeStyle } from './format-settings.ts';
import { formatSigned, formatValue } from './format-value.ts';
import { parseNumber } from './parse-number.ts';
import { LANGS } from './text.ts';

const seed = 20260500;
const yen: Unit = { kind: 'money', currency: 'JPY' };
const ratio: Unit = { kind: 'ratio' };

test('[CNV-06] yen are shown by size, and 25億円 is read back as itself', () => {
  expect(formatValue('180000000', yen, 'ja')).toBe('1.80億円');
  expect(formatValue('27000000', yen, 'ja')).toBe('2,700万円');
  expect(formatValue('12500', yen, 'ja')).toBe('12,500円');
  const shown = formatValue('2500000000', yen, 'ja');
  expect(shown).toBe('25.0億円');
  const reading = parseNumber(shown);
  expect(reading.kind === 'number' && reading.value).toBe('2500000000');
});

test('[CNV-02] a change shows levels, points and share together', () => {
  expect(formatChange('0.01', '0.015', ratio, 'ja')).toBe('1.0% → 1.5%（+0.5pt、+50%）');
  expect(formatChange('0.01', '0.015', ratio, 'en')).toBe('1.0% → 1.5% (+0.5 pts, +50%)');
  expect(formatChange('0', '5', { kind: 'count' }, 'en')).toBe('0 → 5 (+5)');
});

test('[TXT-20] a value is rounded once, half away from zero, and loses its sign when it becomes zero', () => {
  expect(formatValue('1.005', { kind: 'count' }, 'en', defaultFormat, { digits: 2 })).toBe('1.01');
  expect(formatValue(1.005, { kind: 'count' }, 'en', defaultFormat, { digits: 2 })).toBe('1.01');
  expect(formatValue('0.41249', ratio, 'ja')).toBe('41.2%');
  expect(formatValue('0.4125', ratio, 'ja')).toBe('41.3%');
  expect(formatValue('-0.4', yen, 'ja')).toBe('0円');
  expect(formatSigned('0.0', { kind: 'count' }, 'ja')).toBe('0');
  expect(formatDifference('-0.000001', ratio, 'ja')).toBe('0.00pt');
});

test('[TXT-20] what is not finite is a bug, never a text', () => {
  expect(() => formatValue(Number.NaN, yen, 'ja')).toThrow('not a finite number');
  expect(() => formatValue(Number.POSITIVE_INFINITY, ratio, 'en')).toThrow('not a finite number');
});

test('[TXT-21] rounding never leaves a unit overfull', () => {
  expect(formatValue('99994999', yen, 'ja')).toBe('9,999万円');
  expect(formatValue('99995000', yen, 'ja')).toBe('1.00億円');
  expect(formatValue('999999.5', yen, 'ja')).toBe('100万円');
  expect(formatValue('999999.4', yen, 'ja')).toBe('999,999円');
  expect(formatValue('999500000', yen, 'en')).toBe('¥1.00B');
  expect(formatValue('999500000', yen, 'ja')).toBe('10.0億円');
  expect(formatValue('999600000000', yen, 'ja')).toBe('9,996億円');
});

test('[TXT-21] three digits just below a power of ten too', () => {
  expect(formatValue('960000000', yen, 'ja')).toBe('9.60億円');
  expect(formatValue('994900000', yen, 'ja')).toBe('9.95億円');
  expect(formatValue('9960000000', yen, 'ja')).toBe('99.6億円');
  expect(formatValue('9960000', yen, 'en')).toBe('¥9.96M');
});

test('[TXT-22] a range has one unit and one number of decimals', () => {
  expect(formatRange('260000000', '302000000', yen, 'ja')).toBe('2.60〜3.02億円');
  expect(formatRange('260000000', '302000000', yen, 'en')).toBe('¥260M–302M');
  expect(formatRange('0.38', '0.46', ratio, 'ja')).toBe('38.0〜46.0%');
  expect(formatRange('-5000000', '12000000', yen, 'ja')).toBe('−500〜1,200万円');
  expect(formatRange('69', '69.2', { kind: 'duration', in: 'seconds' }, 'ja')).toBe('1分09秒');
  expect(formatRange('3', '5', { kind: 'duration', in: 'business-days' }, 'ja')).toBe('3〜5営業日');
});

test('[TXT-27] values under each other share scale and decimals; gaps stay gaps', () => {
  expect(formatColumn(['281000000', '27000000', undefined, '-6000000'], yen, 'ja')).toEqual([
    '2.81億円',
    '0.27億円',
    undefined,
    '−0.06億円',
  ]);
  expect(formatColumn(['12500', '45.5'], yen, 'ja')).toEqual(['12,500円', '46円']);
  expect(formatColumn(['0.412', '0.0045', '0'], ratio, 'en')).toEqual(['41.20%', '0.45%', '0.00%']);
  expect(formatColumn(['158', '46.15'], { kind: 'count' }, 'en')).toEqual(['158.0', '46.2']);
  expect(formatColumn(['69', '45'], { kind: 'duration', in: 'seconds' }, 'ja')).toEqual(['1分09秒', '45秒']);
  expect(formatColumn(['90', '1'], { kind: 'duration', in: 'days' }, 'en')).toEqual(['90 days', '1 day']);
  expect(formatColumn(['32', '-8'], { kind: 'score', min: -100, max: 100 }, 'en')).toEqual(['+32', '−8']);
  expect(formatColumn([undefined], yen, 'ja')).toEqual([undefined]);
});

test('[TXT-23] against a base, index and change are two ways to say one thing', () => {
  const change: FormatSettings = { ...defaultFormat, change: 'change' };
  expect([formatIndex(rational(108, 100)), formatIndex(rational(108, 100), change)]).toEqual(['108%', '+8%']);
  expect([formatIndex(rational(1), defaultFormat), formatIndex(rational(1), change)]).toEqual(['100%', '0%']);
  expect(formatRelative(rational(2, 3))).toBe('+67%');
  expect(formatRelative(rational(1, 12))).toBe('+8.3%');
  expect(formatRelative(rational(-3, 10), { ...defaultFormat, negative: 'triangle' })).toBe('△30%');
});

test('[TXT-24] axis ticks enclose the data in round steps and share one scale', () => {
  const ticks = (min: number, max: number, unit: Unit, lang: 'ja' | 'en') =>
    axisTicks(min, max, 6, unit, lang).map(tick => tick.label);
  expect(ticks(0, 100_000_000, yen, 'ja')).toEqual(['0', '0.2億', '0.4億', '0.6億', '0.8億', '1.0億']);
  expect(ticks(0, 48_000_000, yen, 'ja')).toEqual(['0', '1,000万', '2,000万', '3,000万', '4,000万', '5,000万']);
  expect(ticks(0, 100_000_000, yen, 'en')).toEqual(['¥0', '¥20M', '¥40M', '¥60M', '¥80M', '¥100M']);
  expect(ticks(0, 0.05, ratio, 'ja')).toEqual(['0%', '1%', '2%', '3%', '4%', '5%']);
  expect(ticks(-20, 25, { kind: 'count' }, 'ja')).toEqual(['−20', '−10', '0', '10', '20', '30']);
  expect(ticks(7, 7, { kind: 'count' }, 'ja')[0]).toBe('6');
});

test('[TXT-24] axis ticks of any data lie evenly, enclose it and are few enough', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      fc.integer({ min: 3, max: 12 }),
      fc.constantFrom(...LANGS),
      (a, b, most, lang) => {
        const ticks = axisTicks(a, b, most, yen, lang);
        const values = ticks.map(tick => rationalOf(tick.value));
        const [first, second] = values;
        const last = values.at(-1);
        if (!first || !second || !last) throw new Error('too few ticks');
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(compareRationals(first, rationalOf(Math.min(a, b)))).toBeLessThanOrEqual(0);
        expect(compareRationals(last, rationalOf(Math.max(a, b)))).toBeGreaterThanOrEqual(0);
        const step = subtract(second, first);
        for (const [index, value] of values.entries())
          expect(subtract(value, first)).toEqual(rational(step.numerator * BigInt(index), step.denominator));
        expect(new Set(ticks.map(tick => tick.label)).size).toBe(ticks.length);
      },
    ),
    { seed },
  );
});

const anyDecimal = fc
  .tuple(fc.bigInt(-(10n ** 16n), 10n ** 16n), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => decimalFrom({ units, scale }));

test('[TXT-25] a shown amount or rate reads back as the value rounded to what is shown', () => {
  const scales: readonly MoneyScale[] = ['auto', 'yen', 'thousand', 'million', 'man', 'oku'];
  const negatives: readonly NegativeStyle[] = ['minus', 'triangle', 'brackets'];
  const units: readonly Unit[] = [yen, ratio, { kind: 'count' }, { kind: 'money', currency: 'USD' }];
  fc.assert(
    fc.property(
      anyDecimal,
      fc.constantFrom(...units),
      fc.constantFrom(...LANGS),
      fc.constantFrom(...scales),
      fc.constantFrom(...negatives),
      (value, unit, lang, money, negative) => {
        const text = formatValue(value, unit, lang, { ...defaultFormat, money, negative });
        const reading = parseNumber(text);
        if (reading.kind !== 'number') throw new Error(`${text} is not read as a number`);
        const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
        const power = unit.kind === 'ratio' ? -2 : powerOf(text);
        expect(compareDecimals(reading.value, shiftPoint(round(shiftPoint(value, -power), decimals), power))).toBe(0);
      },
    ),
    { seed, numRuns: 5000 },
  );
});

function powerOf(text: string): number {
  const marks: Readonly<Record<string, number>> = { 千: 3, 百万: 6, 万: 4, 億: 8, 兆: 12, K: 3, M: 6, B: 9, T: 12 };
  return marks[/(百万|[千万億兆KMBT])/.exec(text)?.[1] ?? ''] ?? 0;
}

test('[TXT-26] with exact, every digit of the value is shown', () => {
  expect(formatValue('123456789.5', yen, 'ja', defaultFormat, { exact: true })).toBe('123,456,789.5円');
  expect(formatValue('0.0276', ratio, 'ja', defaultFormat, { exact: true })).toBe('2.76%');
  expect(formatValue('10.1', { kind: 'money', currency: 'USD' }, 'en', defaultFormat, { exact: true })).toBe('$10.10');
  expect(formatValue('1.234', { kind: 'money', currency: 'KWD' }, 'en', defaultFormat, { exact: true })).toBe('KWD 1.234');
});
