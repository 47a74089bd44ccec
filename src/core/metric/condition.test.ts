import { expect, test } from 'vitest';
import type { ColumnType, Dataset } from '../measure/dataset.ts';
import { sentenceFrom } from '../problem/problem.ts';
import { sameText } from '../text/text.ts';
import { parseConditions, type RawConditions } from './condition.ts';
import { conditionMessages } from './condition-messages.ts';

const TYPES: Readonly<Record<string, ColumnType>> = {
  country: 'text',
  quantity: 'integer',
  price: 'decimal',
  day: 'date',
  at: 'timestamp',
  paid: 'boolean',
};
const dataset: Dataset = {
  kind: 'aggregate',
  id: 'sales',
  name: sameText('sales'),
  columns: Object.entries(TYPES).map(([id, type]) => ({ id, name: sameText(id), type, role: 'dimension' })),
};

test('[MET-03] a condition reads as people write it', () => {
  expect(read({ country: 'Japan' })).toEqual(['country one-of Japan']);
  expect(read({ country: ['Japan', null, ''] })).toEqual(['country one-of Japan||']);
  expect(read({ country: '!= Japan' })).toEqual(['country none-of Japan']);
  expect(read({ country: null })).toEqual(['country not-set ']);
  expect(read({ country: { set: 'true' }, day: { set: 'no' } })).toEqual(['country set ', 'day not-set ']);
  expect(read({ quantity: '> 0' })).toEqual(['quantity more 0']);
  expect(read({ quantity: '1..10' })).toEqual(['quantity at-least 1', 'quantity at-most 10']);
  expect(read({ price: { more: '0', 'at-most': '99.5' } })).toEqual(['price more 0', 'price at-most 99.5']);
  expect(read({ price: '≧ -1.5', day: '< 2026-04-01', paid: 'true' })).toEqual([
    'price at-least -1.5',
    'day less 2026-04-01',
    'paid one-of true',
  ]);
});

test('[MET-03] text is taken as it stands: leading signs, zeros, spaces and the word null keep their meaning', () => {
  expect(read({ country: '> 0' })).toEqual(['country one-of > 0']);
  expect(read({ country: ['0012', ' Japan', 'null', '(not set)', 'a..b'] })).toEqual([
    'country one-of 0012| Japan|null|(not set)|a..b',
  ]);
});

test('[MET-03] a day compared with moments means the whole day', () => {
  expect(read({ at: '<= 2026-03-31' })).toEqual(['at less 2026-04-01']);
  expect(read({ at: '> 2026-12-31' })).toEqual(['at at-least 2027-01-01']);
  expect(read({ at: '2026-03-01..2026-03-31' })).toEqual(['at at-least 2026-03-01', 'at less 2026-04-01']);
  expect(read({ at: '<= 2026-03-31T12:00' })).toEqual(['at at-most 2026-03-31T12:00']);
});

test('[MET-03] unknown columns and unreadable values are named, with what was expected', () => {
  expect(codes({ contry: 'x' })).toEqual(['condition-column']);
  expect(codes({ quantity: '> many' })).toEqual(['condition-value']);
  expect(codes({ quantity: ['1', '2.5'] })).toEqual(['condition-value']);
  expect(codes({ price: '0.1234567891' })).toEqual(['condition-value']);
  expect(codes({ price: '1e5' })).toEqual(['condition-value']);
  expect(codes({ day: '2026-02-30' })).toEqual(['condition-value']);
  expect(codes({ at: '2026-02-28T25:00' })).toEqual(['condition-value']);
  expect(codes({ paid: 'maybe' })).toEqual(['condition-value']);
  expect(codes({ country: { more: 'A' } })).toEqual(['condition-order']);
  expect(codes({ country: Array.from({ length: 1001 }, (_, i) => `${i}`) })).toEqual(['condition-too-many']);
  const [problem] = parseConditions({ contry: 'x' }, dataset, () => ({ line: 7 })).problems;
  expect(problem).toMatchObject({ line: 7, params: { suggestion: 'country' } });
  expect(problem && sentenceFrom(conditionMessages, problem, 'ja')).toBe(
    'データ「sales」に列「contry」はありません。「country」の間違いではありませんか。',
  );
});

function read(raw: RawConditions): readonly string[] {
  const { conditions, problems } = parseConditions(raw, dataset, () => ({}));
  expect(problems).toEqual([]);
  return conditions.map(({ column, is, values }) => `${column} ${is} ${values.join('|')}`);
}

function codes(raw: RawConditions): readonly string[] {
  return parseConditions(raw, dataset, () => ({})).problems.map(problem => problem.code);
}
