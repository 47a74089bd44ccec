import { describe, expect, test } from 'vitest';
import { parseMapping } from './mapping-document.ts';

const good = `mapping: shop
dataset: shop-sales
kind: event
columns:
  sale-id: { from: 取引ID }
  sold-on: { from: [取引日, 売上日], type: date, format: DD/MM/YYYY }
  member: { from: 会員No, role: person, personal: hash, optional: true }
  amount: { from: 金額, type: decimal, currency: JPY, scale: 1000, additive: false }
`;

function problems(yaml: string) {
  const result = parseMapping(yaml);
  if (result.ok) throw new Error('it was read');
  return result.problems.map(({ code, line, params }) => ({ code, line, ...params }));
}

describe('own mappings', () => {
  test('[ING-50] a mapping is a preset', () => {
    const result = parseMapping(good);
    expect(result).toMatchObject({
      ok: true,
      value: {
        id: 'shop',
        version: 1,
        isOwn: true,
        dataset: { kind: 'event', id: 'shop-sales' },
        requires: [['sale-id'], ['sold-on'], ['amount']],
        replaces: 'nothing',
        others: 'drop',
        columns: [
          { to: 'sale-id', type: 'text', role: 'dimension' },
          { to: 'sold-on', type: 'date', role: 'time', format: 'DD/MM/YYYY' },
          { to: 'member', role: 'person', personal: 'hash' },
          { to: 'amount', role: 'measure', currency: 'JPY', scale: '1000', notAdditive: true },
        ],
      },
    });
  });

  test.each([
    [
      'an unknown key',
      good.replace('scale:', 'scal:'),
      [{ code: 'mapping-unknown-key', line: 8, key: 'scal', suggestion: 'scale' }],
    ],
    [
      'an unknown key at the top',
      `${good}colums: {}\n`,
      [{ code: 'mapping-unknown-key', line: 9, key: 'colums', suggestion: 'columns' }],
    ],
    ['a missing key', good.replace('dataset: shop-sales\n', ''), [{ code: 'mapping-missing-key', line: 1, key: 'dataset' }]],
    [
      'another choice',
      good.replace('kind: event', 'kind: events'),
      [{ code: 'mapping-choice', line: 3, key: 'kind', choices: ['aggregate', 'event'] }],
    ],
    ['a value of another kind', good.replace('JPY', 'yen'), [{ code: 'mapping-wrong-value', line: 8, key: 'currency' }]],
    ['an id that names no column', good.replace('sale-id', 'Sale ID'), [{ code: 'mapping-id', line: 5, id: 'Sale ID' }]],
    [
      'a heading of two columns',
      good.replace('会員No', '取引 ID'),
      [{ code: 'mapping-same-heading', line: 7, heading: '取引 ID', id: 'sale-id' }],
    ],
    ['an unreadable format', good.replace('DD/MM/YYYY', 'dates'), [{ code: 'mapping-date-format', line: 6, format: 'dates' }]],
    ['a scale that is no number', good.replace('1000', '千'), [{ code: 'mapping-wrong-value', line: 8, key: 'scale' }]],
    ['events without a moment', good.replace('type: date', 'type: text'), [{ code: 'mapping-without-time', line: 4 }]],
  ])('[ING-50] %s is refused with its line', (_, yaml, expected) => {
    expect(problems(yaml)).toEqual(expected);
  });

  test('[ING-50] aliases, merge keys, tags and depth are refused before anything is walked', () => {
    const aliases = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n`;
    expect(problems(aliases).map(({ code }) => code)).toContain('alias-not-allowed');
    expect(problems(`${'['.repeat(100_000)}`)).toMatchObject([{ code: 'document-too-deep' }]);
    expect(problems('mapping: !!js/function "x"\n').length).toBeGreaterThan(0);
    expect(problems(`mapping: a\n${'# x\n'.repeat(400_000)}`)).toMatchObject([{ code: 'document-too-large' }]);
  });
});
