import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Formula } from './ast.ts';
import { exchangedParts } from './exchange-parts.ts';
import { parseFormula } from './parse.ts';

describe('[FRM-30] two parts of a formula change places', () => {
  test.each([
    ['visitors * cvr * aov', 'visitors', 'aov', 'aov * cvr * visitors'],
    ['a  +  b + c', 'b', 'c', 'a  +  c + b'],
    [
      'new-orders * aov + repeat-orders * aov-repeat',
      'new-orders',
      'repeat-orders',
      'repeat-orders * aov-repeat + new-orders * aov',
    ],
    ['deals * (1 + share) * price', 'deals', 'share', '(1 + share) * deals * price'],
    ['売上 = x', '売上', 'x', undefined],
    ['a - b', 'a', 'b', undefined],
    ['a / b', 'a', 'b', undefined],
    ['(a - b) * c', 'b', 'c', 'c * (a - b)'],
    ['min(a, b)', 'a', 'b', undefined],
    ['a * a * b', 'a', 'b', undefined],
    ['a * b', 'a', 'z', undefined],
    ['2 * (a)', 'a', 'a', undefined],
    ['max(a, 3) + b', 'a', 'b', 'b + max(a, 3)'],
  ])('%s: %s and %s', (text, one, other, wanted) => expect(exchangedParts(text, one, other)).toBe(wanted));

  test('nothing is lost, and twice is as before where the parts are single names', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2 });
    fc.assert(
      fc.property(names, fc.constantFrom(' + ', ' * '), (ids, operator) => {
        const text = ids.join(operator);
        const [one = '', other = ''] = [ids[0], ids.at(-1)];
        const once = exchangedParts(text, one, other) ?? '';
        expect(exchangedParts(once, one, other)).toBe(text);
        expect([...once].toSorted().join('')).toBe([...text].toSorted().join(''));
      }),
      { seed: 20261122 },
    );
  });

  test('what is calculated stays the same, whatever the formula', () => {
    const formulas = [
      'a / b * c + d',
      'a - b + c * d',
      'a * (b + c) * d',
      '-a + b * c - d',
      'a / (b * c) + d',
      '(a + b) * (c - d)',
      'a - b - c + d',
    ];
    const pairs = ['a', 'b', 'c', 'd'].flatMap((one, i, all) => all.slice(i + 1).map(other => [one, other] as const));
    const values = { a: 3, b: 5, c: 7, d: 11 };
    let count = 0;
    for (const text of formulas) {
      for (const [one, other] of pairs) {
        const after = exchangedParts(text, one, other);
        if (after === undefined) continue;
        count += 1;
        expect(resultOf(after, values), `${text} → ${after}`).toBeCloseTo(resultOf(text, values), 9);
      }
    }
    expect(count).toBeGreaterThan(10);
  });
});

function resultOf(text: string, values: Readonly<Record<string, number>>): number {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(text);
  return calculated(parsed.value, values);
}

function calculated(formula: Formula, values: Readonly<Record<string, number>>): number {
  const of = (inner: Formula) => calculated(inner, values);
  switch (formula.kind) {
    case 'number':
      return Number(formula.value);
    case 'reference':
      return values[formula.id] ?? Number.NaN;
    case 'negation':
      return -of(formula.operand);
    case 'call':
      return Number.NaN;
    case 'operation': {
      const [left, right] = [of(formula.left), of(formula.right)];
      return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[formula.operator];
    }
  }
}
