import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Expression, valueWhen } from './expression.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { shapley } from './shapley.ts';

const player = (index: number, before: number, after: number): Expression => ({ op: 'player', player: index, before, after });
const sum = (...terms: Expression[]): Expression => ({ op: 'sum', terms });
const product = (...factors: Expression[]): Expression => ({ op: 'product', factors });
const quotient = (top: Expression, bottom: Expression): Expression => ({ op: 'quotient', top, bottom });

/** Shapley's definition, over all subsets: the oracle. */
function bruteForce(expression: Expression, players: number): readonly number[] {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  return Array.from({ length: players }, (_, p) => {
    let share = 0;
    for (let set = 0; set < 2 ** players; set++) {
      if ((set >> p) & 1) continue;
      const size = set.toString(2).replaceAll('0', '').length;
      const weight = (factorial(size) * factorial(players - size - 1)) / factorial(players);
      const value = (which: number) => valueWhen(expression, q => ((which >> q) & 1) === 1);
      share += weight * (value(set | (1 << p)) - value(set));
    }
    return share;
  });
}

describe('[EXP-02] Shapley split', () => {
  test('[ANA-01] sessions × conversion rate × order value, to the yen', () => {
    const revenue = product(player(0, 100_000, 110_000), player(1, 0.02, 0.018), player(2, 8_000, 8_500));
    const split = shapley(revenue, 3);
    expect(split?.how).toBe('exact');
    expect(split?.shares.map(Math.round)).toEqual([1_566_667, -1_733_333, 996_667]);
    expect(split?.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(830_000, 6);
  });

  test('[EXP-02] a player that does not move has no share; equal roles have equal shares', () => {
    const split = shapley(sum(product(player(0, 2, 3), player(1, 5, 5)), player(2, 1, 2)), 3);
    expect(split?.shares[1]).toBe(0);
    const twins = shapley(product(player(0, 2, 4), player(1, 2, 4)), 2);
    expect(twins?.shares[0]).toBeCloseTo(6, 12);
    expect(twins?.shares[1]).toBeCloseTo(6, 12);
  });

  test('[EXP-02] values may be zero or change sign', () => {
    const split = shapley(product(player(0, 0, 5), player(1, -2, 3)), 2);
    expect(split?.shares.reduce((a, b) => a + b, 0)).toBeCloseTo(15, 12);
  });

  test('[EXP-03] division by zero in a state has no split', () => {
    expect(shapley(quotient(player(0, 1, 2), player(1, 0, 1)), 2)).toBeUndefined();
  });

  test('[EXP-02] a thousand drivers are split exactly, without trying combinations', () => {
    const branches = Array.from({ length: 200 }, (_, i) =>
      product(...Array.from({ length: 5 }, (_, j) => player(i * 5 + j, 1 + ((i * 7 + j) % 5), 1.1 + ((i * 3 + j) % 7)))),
    );
    const split = shapley(sum(...branches), 1_000);
    const total = split?.shares.reduce((a, b) => a + b, 0) ?? Number.NaN;
    expect(Math.abs(total - ((split?.after ?? 0) - (split?.before ?? 0))) / Math.abs(split?.after ?? 1)).toBeLessThan(1e-12);
  });

  test('[EXP-04] too entangled for enumeration: sampled orders, complete, with their error', () => {
    const shared = Array.from({ length: 20 }, (_, i) => player(i, 1 + i / 10, 1.2 + i / 9));
    const expression = quotient(sum(...shared.slice(0, 12)), sum(...shared));
    const split = shapley(expression, 20);
    expect(split?.how).toBe('sampled');
    expect(split?.shares.reduce((a, b) => a + b, 0)).toBeCloseTo((split?.after ?? 0) - (split?.before ?? 0), 10);
    expect(split?.errors?.every(error => error >= 0 && error < 0.01)).toBe(true);
  });

  test('[EXP-02] random expressions agree with the definition over all subsets', () => {
    const values = fc.double({ min: 0.2, max: 9, noNaN: true });
    const expressions = fc.letrec<{ node: Expression }>(tie => ({
      node: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        fc.tuple(fc.nat(6), values, values).map(([p, before, after]) => player(p, before, after)),
        values.map((value): Expression => ({ op: 'constant', value })),
        fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map(terms => sum(...terms)),
        fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map(factors => product(...factors)),
        fc.tuple(tie('node'), tie('node')).map(([top, bottom]) => quotient(top, bottom)),
        fc.tuple(tie('node'), tie('node')).map((of): Expression => ({ op: 'minimum', of })),
      ),
    }));
    fc.assert(
      fc.property(expressions.node, expression => {
        const split = shapley(expression, 7);
        const wanted = bruteForce(expression, 7);
        const scale = Math.max(Math.abs(split?.before ?? 0), Math.abs(split?.after ?? 0), ...wanted.map(Math.abs), 1e-12);
        return (
          split !== undefined && wanted.every((share, i) => Math.abs(share - (split.shares[i] ?? Number.NaN)) <= 1e-9 * scale)
        );
      }),
      { seed: 3, numRuns: 600 },
    );
  });
});

test('[EXP-05] the quadrature integrates polynomials up to degree 2n − 1 exactly', () => {
  for (const n of [1, 2, 5, 20]) {
    for (let degree = 0; degree <= 2 * n - 1; degree++) {
      const integral = gaussLegendre(n).reduce((total, { at, weight }) => total + weight * at ** degree, 0);
      expect(integral).toBeCloseTo(1 / (degree + 1), 12);
    }
  }
});
