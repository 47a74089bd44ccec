import type { Algebra } from '../formula/algebra.ts';
import type { Call, Formula } from '../formula/ast.ts';
import { callsFunction, LOOKING_BACK, referencesOf } from '../formula/ast.ts';
import { exponentOf } from '../formula/parse.ts';
import type { Rational } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { CountedMonth } from './counted-months.ts';
import type { Evaluation } from './evaluate.ts';
import type { NodeId } from './plan.ts';

/**
 * A node's value for the whole plan period from its months. [VER-03]
 *
 * A flow is the sum of its months (a month cut by a deadline counts by its days), a stock its last month that is over by then.
 * A level with a formula is that formula over its inputs' period values, so that a ratio is the ratio of sums (CNV-07); a level
 * without one is the same in every month, and where months differ, what `pick` makes of them.
 */
export function periodValue<T>(
  id: NodeId,
  arithmetic: Pick<Arithmetic, 'plan' | 'standIns'>,
  evaluation: Evaluation<T>,
  algebra: Algebra<T>,
  months: readonly CountedMonth[],
  pick: (node: NodeId, values: readonly T[]) => T,
): T {
  const found = new Map<NodeId, T>();
  const last = months.findLast(({ share }) => isWhole(share)) ?? months[0];
  const valueIn = (node: NodeId): T => (found.has(node) ? (found.get(node) as T) : compute(node));
  const compute = (node: NodeId): T => {
    const time = arithmetic.plan.nodes.get(node)?.time ?? 'flow';
    switch (time) {
      case 'flow':
        return months.reduce((sum, { month, share }) => {
          const value = evaluation.value(node, month);
          return algebra.add(sum, isWhole(share) ? value : algebra.multiply(value, fraction(share, algebra)));
        }, algebra.constant('0'));
      case 'stock':
        return evaluation.value(node, last?.month ?? 0);
      case 'level': {
        const formula = formulaOverPeriod(node, arithmetic);
        if (formula) return formulaOver(formula, valueIn, algebra);
        return pick(
          node,
          months.map(({ month }) => evaluation.value(node, month)),
        );
      }
      default:
        return unreachable(time);
    }
  };
  // Inputs first, so that a long chain of levels does not become a deep recursion.
  const needed = neededFor(id, arithmetic);
  for (const node of evaluation.nodes) if (needed.has(node)) found.set(node, compute(node));
  return valueIn(id);
}

/** The nodes whose period values a node's period value is calculated from, with itself. */
function neededFor(id: NodeId, arithmetic: Pick<Arithmetic, 'plan' | 'standIns'>): ReadonlySet<NodeId> {
  const needed = new Set<NodeId>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (needed.has(next)) continue;
    needed.add(next);
    const formula = formulaOverPeriod(next, arithmetic);
    if (formula) open.push(...referencesOf(formula));
  }
  return needed;
}

/** The formula of a level that holds between period values too: not one that looks back a month, nor one its own target stands in for. */
function formulaOverPeriod(id: NodeId, { plan, standIns }: Pick<Arithmetic, 'plan' | 'standIns'>): Formula | undefined {
  const node = plan.nodes.get(id);
  if (node?.time !== 'level' || !node.equals || standIns.has(id)) return undefined;
  return callsFunction(node.equals, LOOKING_BACK) ? undefined : node.equals;
}

function isWhole({ numerator, denominator }: Rational): boolean {
  return numerator === denominator;
}

function fraction<T>({ numerator, denominator }: Rational, algebra: Algebra<T>): T {
  return algebra.divide(algebra.constant(String(numerator)), algebra.constant(String(denominator)));
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
    case 'call':
      return callOver(formula, formula.args.map(of), algebra);
    default:
      return unreachable(formula);
  }
}

function callOver<T>(call: Call, args: readonly T[], algebra: Algebra<T>): T {
  switch (call.name) {
    case 'min':
      return args.reduce((a, b) => algebra.minimum(a, b));
    case 'max':
      return args.reduce((a, b) => algebra.maximum(a, b));
    case 'power': {
      const [base] = args.slice(0, 1);
      return Array.from({ length: exponentOf(call.args) ?? 1 }, () => base as T).reduce((product, x) =>
        algebra.multiply(product, x),
      );
    }
    case 'previous':
    case 'last-year':
      throw new Error(`${call.name}() has no value without months`);
    default:
      return unreachable(call.name);
  }
}
