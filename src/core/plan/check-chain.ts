import type { Formula } from '../formula/ast.ts';
import type { Decimal } from '../measure/observation.ts';
import { compareRationals, multiply, type Rational, rational, rationalOf, subtract } from '../number/rational.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import type { Thing } from '../unit/unit.ts';
import { unitText } from '../unit/unit-text.ts';
import { chainMessages } from './chain-messages.ts';
import { pathOf } from './check-references.ts';
import type { Plan, PlanNode } from './plan.ts';
import { decimalText } from './shown.ts';
import type { Source } from './source.ts';
import type { GoalVerdict } from './verdict.ts';

const problem = problemsOf(chainMessages);

/**
 * Products of rates in which one step is left out: what comes out of one rate is not what the next one starts from. [VER-40]
 * `most`: the product of the rates' targets, which is the most that can come of it, since a share is at most all.
 */
export function checkChain(plan: Plan, source: Source): readonly Problem[] {
  return [...plan.nodes.values()].flatMap(node => {
    const factors = node.equals && factorsOf(node.equals)?.flatMap(id => plan.nodes.get(id) ?? []);
    const gap = factors && gapOf(node, factors);
    if (!gap) return [];
    const at = [...pathOf(node), 'equals'];
    return [problem('chain-gap', { node: node.id, ...gap }, { at, line: source.lineOf(at) })];
  });
}

/** Below this share of a goal, what the plan leaves out is the larger part of it. */
const SMALL = rational(1, 2);

/** How much of a goal the plan's KPIs explain, where that is the smaller part. [VER-41] */
export function goalRemainder(verdict: GoalVerdict, node: PlanNode, source: Source): readonly Problem[] {
  const { coverage, shortBy, side, verdict: said } = verdict.period;
  if (said !== 'short' || side !== 'low' || !coverage || !shortBy || compareRationals(coverage, SMALL) >= 0) return [];
  const params = {
    goal: node.id,
    coverage: decimalText(coverage),
    rest: decimalText(subtract(rational(1), coverage)),
    shortBy: decimalText(shortBy),
    unit: unitText(node.unit),
  };
  return [problem('goal-remainder', params, { at: pathOf(node), line: source.lineOf(pathOf(node)) })];
}

function gapOf(
  node: PlanNode,
  factors: readonly PlanNode[],
): { readonly from: Thing; readonly to: Thing; readonly most?: Decimal } | undefined {
  const rates = factors.flatMap(({ unit, target }) =>
    unit.kind === 'ratio' && unit.of !== undefined && unit.over !== undefined ? [{ of: unit.of, over: unit.over, target }] : [],
  );
  const counted = factors.flatMap(({ unit }) => (unit.kind === 'count' && unit.of !== undefined && !unit.per ? [unit.of] : []));
  // A rate that does not say what it is a share of may be the missing one.
  if (factors.some(({ unit }) => unit.kind === 'ratio' && (unit.of === undefined || unit.over === undefined))) return undefined;
  if (rates.length < 2 || counted.length !== 1) return undefined;
  const made = [...counted, ...rates.map(({ of }) => of)];
  const used = new Set([...rates.map(({ over }) => over), ...(node.unit.kind === 'count' && node.unit.of ? [node.unit.of] : [])]);
  const [from, ...others] = made.filter(thing => !used.has(thing));
  const [to, ...more] = rates.map(({ over }) => over).filter(thing => !made.includes(thing));
  if (from === undefined || to === undefined || others.length + more.length > 0) return undefined;
  const values = rates.map(({ target }) => target && target.sign !== 'at-most' && rationalOf(target.value));
  const most = values.reduce<Rational | undefined>(
    (product, value) => (product && value ? multiply(product, value) : undefined),
    rational(1),
  );
  return { from, to, ...(most ? { most: decimalText(most) } : {}) };
}

/** The nodes that are multiplied; undefined where a formula is anything but a product of nodes. */
function factorsOf(formula: Formula): readonly string[] | undefined {
  if (formula.kind === 'reference') return [formula.id];
  if (formula.kind !== 'operation' || formula.operator !== '*') return undefined;
  const [left, right] = [factorsOf(formula.left), factorsOf(formula.right)];
  return left && right && [...left, ...right];
}
