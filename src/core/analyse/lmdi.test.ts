import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Expression } from './expression.ts';
import { lmdi } from './lmdi.ts';

const player = (index: number, before: number, after: number): Expression => ({ op: 'player', player: index, before, after });
const sum = (...terms: Expression[]): Expression => ({ op: 'sum', terms });
const product = (...factors: Expression[]): Expression => ({ op: 'product', factors });
const quotient = (top: Expression, bottom: Expression): Expression => ({ op: 'quotient', top, bottom });

function sharesOf(expression: Expression, players: number): readonly number[] {
  const split = lmdi(expression, players);
  if (!split.ok) throw new Error(split.why);
  return split.shares;
}

describe('[EXP-07] LMDI', () => {
  test('[DES-37] from 5.0M to 9.0M: orders and order value, to the yen', () => {
    const shares = sharesOf(product(player(0, 1_000, 1_500), player(1, 5_000, 6_000)), 2);
    expect(shares.map(Math.round)).toEqual([2_759_267, 1_240_733]);
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(4_000_000, 6);
  });

  test('[DES-37] sessions × conversion rate × order value, to the yen', () => {
    const shares = sharesOf(product(player(0, 100_000, 110_000), player(1, 0.02, 0.018), player(2, 8_000, 8_500)), 3);
    expect(shares.map(Math.round)).toEqual([1_564_183, -1_729_124, 994_941]);
  });

  test('[EXP-07] the same product grouped differently is split the same way', () => {
    const [a, b, c] = [player(0, 3, 4), player(1, 5, 2), player(2, 7, 9)];
    const flat = sharesOf(product(a, b, c), 3);
    const nested = sharesOf(product(a, product(b, c)), 3);
    for (const [i, share] of nested.entries()) expect(share).toBeCloseTo(flat[i] ?? Number.NaN, 9);
  });

  test('[EXP-07] zero, a change of sign and min have no logarithm, and that is said', () => {
    expect(lmdi(product(player(0, 0, 5), player(1, 2, 3)), 2)).toEqual({ ok: false, why: 'not-positive', player: 0 });
    expect(lmdi(product(player(0, 4, 5), player(1, -2, 3)), 2)).toEqual({ ok: false, why: 'not-positive', player: 1 });
    expect(lmdi({ op: 'minimum', of: [player(0, 1, 2), player(1, 3, 1)] }, 2)).toEqual({ ok: false, why: 'choice' });
    expect(lmdi(quotient(player(0, 1, 2), player(1, 0, 1)), 2)).toEqual({ ok: false, why: 'undefined' });
  });

  test('[EXP-07] random trees above zero: complete, and nothing for what does not move', () => {
    const values = fc.double({ min: 0.2, max: 9, noNaN: true });
    const expressions = fc.letrec<{ node: Expression }>(tie => ({
      node: fc.oneof(
        { maxDepth: 5, depthSize: 'small' },
        fc.tuple(fc.nat(5), values, values).map(([p, before, after]) => player(p, before, p === 0 ? before : after)),
        fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map(terms => sum(...terms)),
        fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map(factors => product(...factors)),
        fc.tuple(tie('node'), tie('node')).map(([top, bottom]) => quotient(top, bottom)),
      ),
    }));
    fc.assert(
      fc.property(expressions.node, expression => {
        const split = lmdi(expression, 6);
        if (!split.ok) return false;
        const total = split.shares.reduce((a, b) => a + b, 0);
        const scale = Math.max(Math.abs(split.before), Math.abs(split.after), ...split.shares.map(Math.abs));
        return split.shares[0] === 0 && Math.abs(total - (split.after - split.before)) <= 1e-9 * scale;
      }),
      { seed: 11, numRuns: 800 },
    );
  });
});
