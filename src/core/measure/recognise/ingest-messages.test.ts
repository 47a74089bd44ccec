import { expect, test } from 'vitest';
import type { MessageTable, Params } from '../../problem/problem.ts';
import { ingestMessages } from './ingest-messages.ts';

const NUMBERS = new Set(['bytes', 'limit', 'count', 'received', 'column', 'cells', 'expected']);
const LISTS = new Set(['currencies', 'headings', 'choices']);

/** Parameters for any message: numbers, lists and words by their names. */
const anyParams = new Proxy<Record<string, string | number | readonly string[]>>(
  {},
  { get: (_, name) => (NUMBERS.has(String(name)) ? 2_000 : LISTS.has(String(name)) ? ['A', 'B'] : 'X') },
) as Params;

const table: MessageTable = ingestMessages;

test.each(Object.entries(table))('[ING-01] %s is said in both languages', (_, message) => {
  const ja = message.ja(anyParams);
  const en = message.en(anyParams);
  expect(ja).toMatch(/[ぁ-ん].*。$/s);
  expect(en).toMatch(/^[^ぁ-んァ-ヶ一-龠]+[.)?]$/);
  expect(`${ja}${en}`).not.toMatch(/undefined|\[object|NaN/);
  expect(ja).not.toMatch(/[ぁ-ん一-龠] \d|\d [ぁ-ん一-龠]/);
});
