import type { Algebra } from '../formula/algebra.ts';
import type { Formula } from '../formula/ast.ts';
import { callsFunction, LOOKING_BACK } from '../formula/ast.ts';
import { exponentOf } from '../formula/parse.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Evaluation } from './evaluate.ts';
import type { NodeId, Plan } from './plan.ts';

/**
 * A node's value for the whole plan period from its months. [VER-03]
 *
 * A flow is the sum of its months, a stock its last month. A level with a formula is that formula over its inputs' period
 * values, so that a ratio is the ratio of sums (CNV-07); a level without one is the same in every month, and where months
 * differ, the one `pick` prefers.
 */
export function periodValue<T>(
  id: NodeId,
  plan: Plan,
  evaluation: Evaluation<T>,
  algebra: Algebra<T>,
  months: readonly number[],
  pick: (a: T, b: T) => T,
): T {
  const cache = new Map<NodeId, T>();
  const last = months.at(-1) ?? 0;
  const of = (node: NodeId): T => {
    const cached = cache.get(node);
    if (cached !== undefined) return cached;
    const value = compute(node);
    cache.set(node, value);
    return value;
  };
  const compute = (node: NodeId): T => {
    const { time, equals } = plan.nodes.get(node) ?? { time: 'flow' as const, equals: undefined };
    const values = months.map(month => evaluation.value(node, month));
    switch (time) {
      case 'flow':
        return values.reduce((a, b) => algebra.add(a, b), algebra.constant('0'));
      case 'stock':
        return evaluation.value(node, last);
      case 'level':
        return equals && !callsFunction(equals, LOOKING_BACK) ? formulaOver(equals, of, algebra) : values.reduce(pick);
      default:
        return unreachable(time);
    }
  };
  return of(id);
}

/** A formula over given values of its references. previous() and last-year() are not for this. */
export function formulaOver<T>(formula: Formula, valueAt: (id: string) => T, algebra: Algebra<T>): T {
  const of = (part: Formula): T => formulaOver(part, valueAt, algebra);
  switch (formula.kind) {
    case 'number':
      return algebra.constant(formula.value);
    case 'reference':
      return valueAt(formula.id);
    case 'negation':
      return algebra.negate(of(formula.operand));
    case 'operation': {
      const [a, b] = [of(formula.left), of(formula.right)];
      switch (formula.operator) {
        case '+':
          return algebra.add(a, b);
        case '-':
          return algebra.subtract(a, b);
        case '*':
          return algebra.multiply(a, b);
        case '/':
          return algebra.divide(a, b);
        default:
          return unreachable(formula.operator);
      }
    }
    case 'call': {
      const [first, ...rest] = formula.args.map(of);
      if (first === undefined) throw new Error('a call without arguments');
      if (formula.name === 'min') return rest.reduce((a, b) => algebra.minimum(a, b), first);
      if (formula.name === 'power') {
        const times = exponentOf(formula.args) ?? 1;
        return Array.from({ length: times - 1 }).reduce<T>(product => algebra.multiply(product, first), first);
      }
      if (formula.name === 'max') return rest.reduce((a, b) => algebra.maximum(a, b), first);
      throw new Error(`${formula.name}() has no value without months`);
    }
    default:
      return unreachable(formula);
  }
}
