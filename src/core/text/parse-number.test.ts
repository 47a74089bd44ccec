import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals, decimalFrom } from '../number/decimal.ts';
import { inferDecimalMark } from './infer-decimal-mark.ts';
import { parseNumber } from './parse-number.ts';

const seed = 20260470;

/** Short notation of a reading: the value and the marks around it. */
function shown(text: string, mark: 'point' | 'comma' = 'point'): string {
  const reading = parseNumber(text, mark);
  switch (reading.kind) {
    case 'number':
    case 'bounded': {
      const marks = Object.entries(reading.seen).map(([name, value]) => (value === true ? name : `${name}=${value}`));
      return [reading.kind === 'bounded' ? reading.bound : '', reading.value, ...marks].filter(part => part !== '').join(' ');
    }
    case 'ambiguous':
      return reading.readings.map(({ as, value }) => `${as} ${value}`).join(' or ');
    case 'missing':
      return reading.why;
    case 'not-a-number':
      return reading.kind;
  }
}

const READINGS: readonly (readonly [string, string])[] = [
  ['0', '0'],
  ['-0', '0 negative=minus'],
  ['1234', '1234'],
  ['1234.50', '1234.50'],
  ['1,234', '1234'],
  ['1,234,567.89', '1234567.89'],
  ['１，２３４', '1234'],
  ['１２３．５', '123.5'],
  ['300_000_000', '300000000'],
  ['1 234 567', '1234567'],
  ['1 234', '1234'],
  ["1'234.5", '1234.5'],
  ['.5', '0.5'],
  ['+5', '5'],
  ['-5', '-5 negative=minus'],
  ['－5', '-5 negative=minus'],
  ['−5', '-5 negative=minus'],
  ['‐5', '-5 negative=minus'],
  ['5-', '-5 negative=minus'],
  ['△1.2', '-1.2 negative=triangle'],
  ['▲3.4', '-3.4 negative=triangle'],
  ['▲ 3.4', '-3.4 negative=triangle'],
  ['(1,000)', '-1000 negative=brackets'],
  ['（1,000）', '-1000 negative=brackets'],
  ['1,234円', '1234 currency=JPY'],
  ['￥1,234', '1234 currency=JPY'],
  ['¥1,234', '1234 currency=JPY'],
  ['\\1,234', '1234 currency=JPY'],
  ['¥-1,234', '-1234 currency=JPY negative=minus'],
  ['-¥1,234', '-1234 negative=minus currency=JPY'],
  ['(¥1,234)', '-1234 negative=brackets currency=JPY'],
  ['¥(1,234)', '-1234 currency=JPY negative=brackets'],
  ['△1,234円', '-1234 negative=triangle currency=JPY'],
  ['1,234円（税込）', '1234 tax=included currency=JPY'],
  ['税抜1,234円', '1234 tax=excluded currency=JPY'],
  ['3億円', '300000000 currency=JPY scale=億'],
  ['3 億円', '300000000 currency=JPY scale=億'],
  ['1.5億円', '150000000 currency=JPY scale=億'],
  ['1.50億', '150000000 scale=億'],
  ['2億5千万円', '250000000 currency=JPY scale=億千万'],
  ['1億2,345万6,789円', '123456789 currency=JPY scale=億万'],
  ['3.2百万円', '3200000 currency=JPY scale=百万'],
  ['12千円', '12000 currency=JPY scale=千'],
  ['1.2万円', '12000 currency=JPY scale=万'],
  ['1.234万', '12340 scale=万'],
  ['25億円', '2500000000 currency=JPY scale=億'],
  ['1.2兆円', '1200000000000 currency=JPY scale=兆'],
  ['3千5百', '3500 scale=千百'],
  ['三億円', '300000000 currency=JPY scale=億'],
  ['二千五百万', '25000000 scale=千百万'],
  ['５００万円', '5000000 currency=JPY scale=万'],
  ['約3億円', '300000000 approximate currency=JPY scale=億'],
  ['¥300M', '300000000 currency=JPY scale=M'],
  ['$1.2k', '1200 currency=USD scale=k'],
  ['$3m', '3000000 currency=USD scale=m'],
  ['1.2M', '1200000 scale=M'],
  ['3 billion', '3000000000 scale=billion'],
  ['USD 1,234.50', '1234.50 currency=USD'],
  ['1,234.50 USD', '1234.50 currency=USD'],
  ['€10.00', '10.00 currency=EUR'],
  ['100ドル', '100 currency=USD'],
  ['2.76%', '0.0276 percent'],
  ['２．５％', '0.025 percent'],
  ['120%', '1.20 percent'],
  ['-0.5%', '-0.005 negative=minus percent'],
  ['(2.5%)', '-0.025 negative=brackets percent'],
  ['△2.5%', '-0.025 negative=triangle percent'],
  ['(2.5)%', '-0.025 percent negative=brackets'],
  ['3:1', '3 multiple'],
  ['3.0：1', '3.0 multiple'],
  ['3倍', '3 multiple'],
  ['2.5x', '2.5 multiple'],
  ['2.5×', '2.5 multiple'],
  ['158件', '158 counter=件'],
  ['1,234 人', '1234 counter=人'],
  ['10万PV', '100000 counter=PV scale=万'],
  ['3位', '3 counter=位'],
  ['1.2E+05', '120000 scale=E+05'],
  ['1e-3', '0.001 scale=E-3'],
  ['007', '7 leadingZero'],
  ['<1', 'below 1'],
  ['< 10', 'below 10'],
  ['≤5%', 'at-most 0.05 percent'],
  ['80%以上', 'at-least 0.80 percent'],
  ['2万円以下', 'at-most 20000 currency=JPY scale=万'],
  ['1未満', 'below 1'],
  ['at least 5', 'at-least 5'],
];

test('[TXT-12] numbers are read in every form that exports and people use, exactly', () => {
  for (const [text, expected] of READINGS) expect([text, shown(text)]).toEqual([text, expected]);
});

test('[CNV-06] amounts of yen are read to whole yen', () => {
  expect(shown('3億円').split(' ')[0]).toBe('300000000');
  expect(shown('25億円').split(' ')[0]).toBe('2500000000');
  expect(shown('5,000円').split(' ')[0]).toBe('5000');
  expect(shown('500万円').split(' ')[0]).toBe('5000000');
  expect(shown('1.5億円').split(' ')[0]).toBe('150000000');
});

test('[TXT-10] what stands where there is no value is missing, never 0', () => {
  const missing = [
    '',
    '  ',
    '--',
    ' --',
    '-',
    '－',
    '−',
    '—',
    '…',
    '***',
    '*',
    'X',
    'x',
    'NULL',
    'null',
    'N/A',
    'n/a',
    '#N/A',
    '(not set)',
    '（not set）',
    'NaN',
    'なし',
  ];
  for (const text of missing) expect([text, shown(text)]).toEqual([text, 'missing']);
  expect(shown('#DIV/0!')).toBe('spreadsheet-error');
  expect(shown('0')).toBe('0');
});

test('[TXT-12] what is no number is not made one', () => {
  const wrong = [
    'abc',
    '円',
    '百万円',
    '%',
    '1,2,3',
    '12,34,567',
    '1.2.3',
    '1:09',
    '3:2',
    '2026年',
    '12:34',
    '-(1,000)',
    '△-5',
    '--5',
    '+-5',
    '1万2億',
    '5百3千',
    '5百3百',
    '1億2億',
    '1.5億2千万',
    '5%円',
    '$5円',
    '3m',
    '①',
    '10²',
    '1/2',
    '1e99',
    'Infinity',
    '0x10',
    '1'.repeat(61),
    '1,'.repeat(30),
    `${'1'.repeat(40)}一x`,
    'キャンペーン1',
    '+81-3-1234-5678',
  ];
  for (const text of wrong) expect([text, shown(text)]).toEqual([text, 'not-a-number']);
});

test('[TXT-15] European separators are read only when told so; otherwise they are reported', () => {
  expect(shown('1.234,56')).toBe('decimal-comma 1234.56');
  expect(shown('1,5')).toBe('decimal-comma 1.5 or misplaced-separator 15');
  expect(shown('12,34')).toBe('decimal-comma 12.34 or misplaced-separator 1234');
  expect(shown('1.234.567')).toBe('decimal-comma 1234567');
  expect(shown('12,5%')).toBe('decimal-comma 0.125 or misplaced-separator 1.25');
  expect(shown('1.234,56', 'comma')).toBe('1234.56');
  expect(shown('1.234', 'comma')).toBe('1234');
  expect(shown('1234,5', 'comma')).toBe('1234.5');
  expect(shown('1 234,5 €', 'comma')).toBe('1234.5 currency=EUR');
  expect(shown('1,234.56', 'comma')).toBe('decimal-point 1234.56');
});

test('[TXT-15] the decimal mark is decided by the whole column, or not at all', () => {
  expect(inferDecimalMark(['1.234', '1.234,56'])).toEqual({ kind: 'decided', mark: 'comma' });
  expect(inferDecimalMark(['1,234', '0.5', '-'])).toEqual({ kind: 'decided', mark: 'point' });
  expect(inferDecimalMark(['1,234', '5,678'])).toEqual({ kind: 'ambiguous' });
  expect(inferDecimalMark(['1,234.5', '1.234,5'])).toEqual({ kind: 'mixed', index: 1 });
  expect(inferDecimalMark(['12', 'a.b'])).toEqual({ kind: 'not-needed' });
});

test('[TXT-16] every spelling of one amount reads as that amount, exactly', () => {
  const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 18n), fc.integer({ min: 0, max: 6 }), (units, scale) => {
      const value = decimalFrom({ units, scale });
      const [whole = '', decimals] = value.split('.');
      const written = decimals === undefined ? grouped(whole) : `${grouped(whole)}.${decimals}`;
      const full = written.replace(/[\d,.]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
      for (const text of [value, written, full, `¥${written}`, `${written}円`, `${full}円`]) {
        const reading = parseNumber(text);
        expect(reading.kind === 'number' && reading.value).toBe(value);
      }
      for (const text of [`-${written}`, `△${written}`, `(${written})`, `▲${written}円`, `－${full}`]) {
        const reading = parseNumber(text);
        expect(reading.kind === 'number' && compareDecimals(reading.value, decimalFrom({ units: -units, scale }))).toBe(0);
      }
    }),
    { seed },
  );
});

test('[TXT-13] a lone small m, b or t behind digits is a magnitude only for money', () => {
  expect(['3m', '3b', '3t'].map(text => shown(text))).toEqual(['not-a-number', 'not-a-number', 'not-a-number']);
  expect(['$3m', '3M', '3bn', '€3b'].map(text => shown(text).split(' ')[0])).toEqual([
    '3000000',
    '3000000',
    '3000000000',
    '3000000000',
  ]);
});

test('[TXT-14] joined Japanese units add up exactly', () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 9999n), fc.bigInt(0n, 9999n), fc.bigInt(0n, 9999n), (oku, man, ichi) => {
      const text = `${oku}億${man === 0n ? '' : `${man}万`}${ichi === 0n ? '' : ichi}円`;
      const reading = parseNumber(text);
      expect(reading.kind === 'number' && reading.value).toBe(String(oku * 10n ** 8n + man * 10n ** 4n + ichi));
    }),
    { seed },
  );
});

test('[TXT-12] no text, however strange, breaks the reader or makes an unreal number', () => {
  const signs = fc.constantFrom(...'0123456789.,-()△▲¥$%億万千百円件:x＜≥ 　一三eE+');
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 40 }), text => {
      const reading = parseNumber(text);
      if (reading.kind === 'number' || reading.kind === 'bounded') expect(reading.value).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/);
    }),
    { seed, numRuns: 20000 },
  );
});
