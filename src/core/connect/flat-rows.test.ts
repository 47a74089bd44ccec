import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Headings, rowOfLine, rowsOfJson } from './flat-rows.ts';

function rows(text: string) {
  const read = rowsOfJson(text);
  return read.ok
    ? read.value.map(row => Object.fromEntries(row))
    : read.problems.map(({ code, params }) => ({ code, ...params }));
}

test('[PSH-02] numbers keep every digit, exponents are written out', () => {
  expect(rows('[{"a": 12345678901234567890.12, "b": 1.5e3, "c": -2.50E-2, "d": 0, "e": 0.1}]')).toEqual([
    { a: '12345678901234567890.12', b: '1500', c: '-0.0250', d: '0', e: '0.1' },
  ]);
});

test('[PSH-02] null and the empty text are no value; true and false are words; text is unescaped', () => {
  expect(rows('{"a":null,"b":"","c":true,"d":"\\u5e83\\n\\"x\\"","e":false}')).toEqual([{ c: 'true', d: '広\n"x"', e: 'false' }]);
});

test('[PSH-02] what is no flat row is refused with its row and key', () => {
  expect(rows('[{"a":1},{"a":{"b":1}}]')).toEqual([{ code: 'push-nested', row: 2, key: 'a' }]);
  expect(rows('[{"a":1,"a":2}]')).toEqual([{ code: 'push-key-twice', row: 1, key: 'a' }]);
  for (const bad of [
    '[1]',
    '[{"a":01}]',
    '[{"a":1,}]',
    '[{"a":NaN}]',
    '[{"a":.5}]',
    '[{"a":1}',
    '{"a":1} x',
    "[{'a':1}]",
    '',
    '[{"a":1}{"a":2}]',
    '[{"a":1.}]',
  ])
    expect(rows(bad), bad).toMatchObject([{ code: 'push-json' }]);
});

test('[PSH-01] a line of NDJSON is a row, a blank one is none', () => {
  expect(rowOfLine('  ', 3)).toMatchObject({ ok: true, value: undefined });
  expect(rowOfLine('[1', 3)).toMatchObject({ ok: false, problems: [{ code: 'push-json', params: { row: 3, found: '[1' } }] });
});

test('[PSH-02] whatever JSON.stringify writes of flat objects is read as it was', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.dictionary(fc.string(), value), { minLength: 1, maxLength: 5 }), found => {
      const read = rowsOfJson(JSON.stringify(found));
      expect(read.ok).toBe(true);
      const expected = found.map(row =>
        Object.entries(row).flatMap(([key, one]) => (one === null || one === '' ? [] : [[key, String(one)]])),
      );
      if (read.ok) expect(read.value.map(row => [...row])).toEqual(expected);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('[PSH-01] headings are all keys in the order of their first row', () => {
  const headings = new Headings();
  headings.add(
    new Map([
      ['b', '1'],
      ['a', '2'],
    ]),
  );
  headings.add(
    new Map([
      ['c', '1'],
      ['a', '2'],
    ]),
  );
  expect(headings.list).toEqual(['b', 'a', 'c']);
  const many = new Map(Array.from({ length: 2_001 }, (_, i) => [`k${i}`, '1'] as const));
  expect(headings.add(many)?.code).toBe('push-keys-many');
});
