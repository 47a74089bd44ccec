import { expect, test } from 'vitest';
import { sqlParts } from './sql-query.ts';
import { rowsOfTabs, tabLine } from './tab-separated.ts';

test('[CON-12] the days are found outside of texts, names, comments and casts', () => {
  const query = 'SELECT \':to\' AS ":from", day::date -- :from\nFROM t /* :to */ WHERE day >= :from AND day <= :to;';
  const parts = sqlParts(query) ?? [];
  expect(parts.flatMap(part => ('bind' in part ? [part.bind] : []))).toEqual(['from', 'to']);
  expect(parts.map(part => ('text' in part ? part.text : `:${part.bind}`)).join('')).toBe(query.slice(0, -1));
});

test('[CON-12] what is not one SELECT or WITH over both days is refused', () => {
  for (const query of [
    'DELETE FROM t WHERE d BETWEEN :from AND :to',
    'SELECT 1 WHERE :from < :to; DROP TABLE t',
    'SELECT 1 WHERE d > :from',
    "SELECT ':from', ':to'",
    'SELECT :fromage, :total',
    '',
  ])
    expect(sqlParts(query), query).toBeUndefined();
  expect(sqlParts('with x as (select :from as a, :to as b) select * from x')).toBeDefined();
});

test('[CON-12] tabs, line ends, backslashes and missing values come back as they were', () => {
  const rows = [['a\tb', 'c\nd\re', '\\N', '\\', '']];
  expect(rowsOfTabs(tabLine(['h', 'i', 'j', 'k', 'l']) + rows.map(tabLine).join('')).rows).toEqual(rows);
  expect(rowsOfTabs(`h\n${tabLine([null])}`).rows).toEqual([['']]);
});
