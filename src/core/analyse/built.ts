import type { Algebra } from '../formula/algebra.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Expression } from './expression.ts';

/** A part of the unrolled tree: its expression with its value in both states, or the nodes that have no value. */
export type Built = BuiltValue | { readonly kind: 'missing'; readonly nodes: readonly NodeId[] };

export interface BuiltValue {
  readonly kind: 'value';
  readonly expression: Expression;
  /** NaN where something is divided by zero. */
  readonly before: number;
  readonly after: number;
  /** Made for one place only, so that longer sums and products may take it in. */
  readonly isLoose: boolean;
}

/** Formulas over parts of the tree: long sums and products become one part, values of both states are carried along. */
export const builtAlgebra: Algebra<Built> = {
  constant: text => {
    const value = Number(text);
    return { kind: 'value', expression: { op: 'constant', value }, before: value, after: value, isLoose: true };
  },
  add: (a, b) => pair(a, b, sumOf, (x, y) => x + y),
  subtract: (a, b) => builtAlgebra.add(a, builtAlgebra.negate(b)),
  multiply: (a, b) => pair(a, b, productOf, (x, y) => x * y),
  divide: (a, b) =>
    pair(
      a,
      b,
      (top, bottom) => ({ op: 'quotient', top: top.expression, bottom: bottom.expression }),
      (x, y) => (y === 0 ? Number.NaN : x / y),
    ),
  negate: a => builtAlgebra.multiply(MINUS_ONE, a),
  minimum: (a, b) => pair(a, b, (x, y) => ({ op: 'minimum', of: [x.expression, y.expression] }), Math.min),
  maximum: (a, b) => pair(a, b, (x, y) => ({ op: 'maximum', of: [x.expression, y.expression] }), Math.max),
};

const MINUS_ONE: Built = { kind: 'value', expression: { op: 'constant', value: -1 }, before: -1, after: -1, isLoose: true };

export function hasBothValues(built: Built): built is BuiltValue {
  return built.kind === 'value' && Number.isFinite(built.before) && Number.isFinite(built.after);
}

function pair(
  a: Built,
  b: Built,
  express: (a: BuiltValue, b: BuiltValue) => Expression,
  compute: (a: number, b: number) => number,
): Built {
  if (a.kind === 'missing') return b.kind === 'missing' ? { kind: 'missing', nodes: [...new Set([...a.nodes, ...b.nodes])] } : a;
  if (b.kind === 'missing') return b;
  return {
    kind: 'value',
    expression: express(a, b),
    before: compute(a.before, b.before),
    after: compute(a.after, b.after),
    isLoose: true,
  };
}

function sumOf(a: BuiltValue, b: BuiltValue): Expression {
  const terms = (part: BuiltValue) => (part.isLoose && part.expression.op === 'sum' ? part.expression.terms : [part.expression]);
  return { op: 'sum', terms: [...terms(a), ...terms(b)] };
}

function productOf(a: BuiltValue, b: BuiltValue): Expression {
  const factors = (part: BuiltValue) =>
    part.isLoose && part.expression.op === 'product' ? part.expression.factors : [part.expression];
  return { op: 'product', factors: [...factors(a), ...factors(b)] };
}
