import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, decimalFrom } from '../number/decimal.ts';
import { multiply, rational, rationalOf } from '../number/rational.ts';
import { applyChange, type Change, changeBetween } from './change.ts';
import { type ChangeContext, parseChange } from './parse-change.ts';

const seed = 20260480;
const amount: ChangeContext = { isRate: false };
const rate: ChangeContext = { isRate: true };

function said(change: Change): string {
  switch (change.mode) {
    case 'level':
      return `level ${change.from ?? ''}→${change.to}`;
    case 'relative':
    case 'points':
      return `${change.mode} ${change.by}`;
    case 'index':
      return `index ${change.of}`;
  }
}

function shown(text: string, context: ChangeContext = amount): string {
  const reading = parseChange(text, context);
  switch (reading.kind) {
    case 'change':
      return [said(reading.change), reading.against].filter(Boolean).join(' against ');
    case 'ambiguous':
      return reading.readings.map(said).join(' or ');
    case 'not-a-change':
      return reading.kind;
  }
}

test('[CNV-02] 前年比120% and 20% more lead to the same value', () => {
  const index = parseChange('前年比120%', amount);
  const more = parseChange('20%増加', amount);
  expect(index.kind === 'change' && applyChange('250000000', index.change)).toBe('300000000');
  expect(more.kind === 'change' && applyChange('250000000', more.change)).toBe('300000000');
});

test('[CNV-02] 20% less of a rate of 10% is 8%, not −10%', () => {
  const reading = parseChange('20%削減', { isRate: true, base: '0.1' });
  expect(reading.kind === 'change' && applyChange('0.1', reading.change)).toBe('0.08');
});

test('[CNV-02] a share of 25% that grows by 5% is asked about: 26.25% or 30%', () => {
  const reading = parseChange('5%拡大', { isRate: true, base: '0.25' });
  expect(reading.kind === 'ambiguous' && reading.readings.map(found => applyChange('0.25', found))).toEqual(['0.2625', '0.3']);
});

test('[CNV-02] changes are read in every way people write them', () => {
  const table: readonly (readonly [string, string, ChangeContext?])[] = [
    ['前年比120%', 'index 1.20 against last-year'],
    ['前年同月比１２０％', 'index 1.20 against same-month-last-year'],
    ['前月比95%', 'index 0.95 against last-month'],
    ['計画比 97.0%', 'index 0.970 against plan'],
    ['120% of last year', 'index 1.20 against last-year'],
    ['前年比+8%', 'relative 0.08 against last-year'],
    ['前年比8%増', 'relative 0.08 against last-year', rate],
    ['+8% YoY', 'relative 0.08 against last-year'],
    ['20%増', 'relative 0.20'],
    ['20%アップ', 'relative 0.20'],
    ['20% increase', 'relative 0.20'],
    ['up 20%', 'relative 0.20'],
    ['increase by 20%', 'relative 0.20'],
    ['+20%', 'relative 0.20'],
    ['-20%', 'relative -0.20'],
    ['−20%', 'relative -0.20'],
    ['66%増', 'relative 0.66'],
    ['30%削減', 'relative -0.30'],
    ['30%減', 'relative -0.30'],
    ['30% lower', 'relative -0.30'],
    ['down 30%', 'relative -0.30'],
    ['目標に対して30%下回る', 'relative -0.30 against target', rate],
    ['30% below target', 'relative -0.30 against target', rate],
    ['25%向上', 'relative 0.25 or points 0.25', rate],
    ['25%向上', 'relative 0.25', { isRate: true, base: '0.9' }],
    ['+0.5pt', 'points 0.005', rate],
    ['+0.5 pts', 'points 0.005', rate],
    ['0.5ポイント増', 'points 0.005', rate],
    ['0.9pt下回る', 'points -0.009', rate],
    ['−1.2pt', 'points -0.012', rate],
    ['1%→1.5%', 'level 0.01→0.015', rate],
    ['1→1.5%', 'level 0.01→0.015', rate],
    ['現状の5,000円から6,000円に', 'level 5000→6000'],
    ['from 2% to 3%', 'level 0.02→0.03', rate],
    ['100万円→300万円', 'level 1000000→3000000'],
    ['2倍', 'index 2'],
    ['3倍に増加', 'index 3'],
    ['倍増', 'index 2'],
    ['半減', 'relative -0.5'],
    ['20件増', 'points 20'],
    ['500円削減', 'points -500'],
  ];
  for (const [text, expected, context] of table) expect([text, shown(text, context)]).toEqual([text, expected]);
});

test('[CNV-02] what says no change is not made one', () => {
  for (const text of ['', '20%', '増加', 'abc', '100→300万円', '20%改善', 'いつもの増', '→', '%増', `${'1'.repeat(100)}%増`]) {
    expect([text, shown(text)]).toEqual([text, 'not-a-change']);
  }
});

test('[CNV-02] no text, however strange, breaks the reader', () => {
  const pieces = fc.constantFrom(
    ...[
      '前年比',
      '20%',
      '+',
      '-',
      '増',
      '削減',
      'pt',
      '1%',
      '→',
      'から',
      '2倍',
      ' to ',
      'up ',
      '目標に対して',
      '億円',
      '半減',
      '(',
      '5',
      'に',
      '下回る',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), fc.boolean(), (parts, isRate) => {
      const reading = parseChange(parts.join(''), { isRate, base: '0.25' });
      if (reading.kind === 'change') expect(applyChange('0.25', reading.change)).toMatch(/^-?\d/);
    }),
    { seed, numRuns: 10000 },
  );
});

test('[CNV-02] from zero, from a loss and from nothing there is no relative change', () => {
  expect(changeBetween('0', '5')).toEqual({ points: '5', relative: undefined, index: undefined });
  expect(changeBetween('-100', '50')).toEqual({ points: '150', relative: undefined, index: undefined });
  expect(changeBetween('10', '5').relative).toEqual(rational(-1, 2));
  expect(changeBetween('10', '13').relative).toEqual(rational(3, 10));
  expect(changeBetween('0', '0')).toEqual({ points: '0', relative: undefined, index: undefined });
});

test('[MEA-19] 120,000 page views against 100,000 in the same month last year are an index of 120 %', () => {
  expect(changeBetween('100000', '120000').index).toEqual(rational(6, 5));
});

const anyDecimal = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => decimalFrom({ units, scale }));

test('[CNV-02] the figures of a change lead back from one value to the other, exactly', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (from, to) => {
      const { points, relative, index } = changeBetween(from, to);
      expect(compareDecimals(applyChange(from, { mode: 'points', by: points }), to)).toBe(0);
      expect(index === undefined).toBe(compareDecimals(from, '0') <= 0);
      if (index) expect(multiply(rationalOf(from), index)).toEqual(rationalOf(to));
      if (index && relative) expect(relative.numerator + relative.denominator).toBe(index.numerator);
    }),
    { seed },
  );
});

test('[CNV-02] a relative change and its index lead to the same value', () => {
  fc.assert(
    fc.property(anyDecimal, fc.integer({ min: -100, max: 500 }), (base, percent) => {
      const by = decimalFrom({ units: BigInt(percent), scale: 2 });
      const of = decimalFrom({ units: BigInt(percent + 100), scale: 2 });
      expect(compareDecimals(applyChange(base, { mode: 'relative', by }), applyChange(base, { mode: 'index', of }))).toBe(0);
    }),
    { seed },
  );
});
