import { expect, test } from 'vitest';
import { EMPTY, identifier, joined, sql, textOf } from './sql.ts';

const mark = (index: number) => `$${index + 1}`;

test('[DAT-07] interpolated values are bound, never text', () => {
  const hostile = "'; DROP TABLE x --";
  const query = sql`SELECT ${hostile}, ${7}, ${['a', 'b']}, ${null}`;
  expect(textOf(query, mark)).toBe('SELECT $1, $2, $3, $4');
  expect(query.values).toEqual([hostile, 7, ['a', 'b'], null]);
});

test('[DAT-07] queries nest with their values in order', () => {
  const inner = sql`a = ${1} AND b = ${2}`;
  const query = sql`${3} WHERE ${joined([inner, sql`c = ${4}`], ' OR ')}${EMPTY} LIMIT ${5}`;
  expect(textOf(query, mark)).toBe('$1 WHERE a = $2 AND b = $3 OR c = $4 LIMIT $5');
  expect(query.values).toEqual([3, 1, 2, 4, 5]);
});

test('[DAT-07] identifiers come from a closed list and are quoted', () => {
  expect(textOf(sql`SELECT ${identifier('order', ['order'])}`, mark)).toBe('SELECT "order"');
  expect(textOf(identifier('a"b', ['a"b']), mark)).toBe('"a""b"');
  expect(() => identifier('sqlite_master', ['order'])).toThrow('not a known identifier');
});
