import type { Formula } from '../formula/ast.ts';
import { referencesOf } from '../formula/ast.ts';
import { exponentOf } from '../formula/parse.ts';
import { printFormula } from '../formula/print.ts';
import type { Problem } from '../problem/problem.ts';
import { problemsOf } from '../problem/problem.ts';
import { unreachable } from '../problem/unreachable.ts';
import { add, type Dimension, dimensionOf, divide, mismatch, multiply, OPEN, onlyThing, SCALAR } from '../unit/dimension.ts';
import type { Things } from '../unit/thing.ts';
import type { Unit } from '../unit/unit.ts';
import { unitText } from '../unit/unit-text.ts';
import { pathOf } from './check-references.ts';
import type { Plan, PlanNode } from './plan.ts';
import { planMessages } from './plan-messages.ts';
import { ancestorsOf, dependsOn } from './program.ts';
import { longestMonths } from './program-nodes.ts';
import type { Path, Source } from './source.ts';

const problem = problemsOf(planMessages);

/** Longest lag, in months: five years. */
const LONGEST_LAG = 60;

/**
 * Checks every formula by unit, by what is counted and by tax, and every lag for sense. [DES-29, UNI-05, PLN-30]
 * A rate or count that does not say what it counts is compatible with everything.
 */
export function checkUnits(plan: Plan, things: Things, source: Source): readonly Problem[] {
  return [...plan.nodes.values()].flatMap(node => {
    const place = (key: string) => ({ at: [...pathOf(node), key] as Path, line: source.lineOf([...pathOf(node), key]) });
    return [...formulaUnits(node, plan, things, place), ...taxes(node, plan, place), ...lags(node, plan, place)];
  });
}

type PlaceOf = (key: string) => { readonly at: Path; readonly line: number };

function formulaUnits(node: PlanNode, plan: Plan, things: Things, place: PlaceOf): Problem[] {
  if (!node.equals || isOwnDefinition(node)) return [];
  const walker = new Walker(plan, things);
  const found = walker.dimension(node.equals);
  if (walker.clash) return [problem('cannot-add', { node: node.id, ...walker.clash }, place('equals'))];
  const difference = mismatch(found, dimensionOf(node.unit), things);
  switch (difference.kind) {
    case 'none':
      return [];
    case 'thing': {
      const culprit = referencesOf(node.equals).find(id => thingOf(plan.nodes.get(id)?.unit) === difference.found);
      return [
        problem(
          'counted-thing',
          { node: node.id, found: difference.found, needed: difference.needed, ...(culprit ? { culprit } : {}) },
          place('equals'),
        ),
      ];
    }
    case 'unit':
      return [
        problem('unit-mismatch', { node: node.id, found: describe(found), expected: unitText(node.unit) }, place('equals')),
      ];
    default:
      return unreachable(difference);
  }
}

/** A formula that only repeats the catalogue's definition was checked there, where periods hide in numbers (365 ÷ frequency). */
function isOwnDefinition(node: PlanNode): boolean {
  const definition = node.metric?.formula;
  return definition !== undefined && node.equals !== undefined && printFormula(definition) === printFormula(node.equals);
}

class Walker {
  clash: { readonly first: string; readonly second: string } | undefined;
  private readonly plan: Plan;
  private readonly things: Things;

  constructor(plan: Plan, things: Things) {
    this.plan = plan;
    this.things = things;
  }

  dimension(formula: Formula): Dimension {
    switch (formula.kind) {
      case 'number':
        return formula.as === 'money' ? dimensionOf({ kind: 'money', currency: this.plan.currency }) : SCALAR;
      case 'reference': {
        const unit = this.plan.nodes.get(formula.id)?.unit;
        return unit ? dimensionOf(unit) : { powers: new Map(), open: true };
      }
      case 'negation':
        return this.dimension(formula.operand);
      case 'operation': {
        const [left, right] = [this.dimension(formula.left), this.dimension(formula.right)];
        switch (formula.operator) {
          case '*':
            return multiply(left, right, this.things);
          case '/':
            return divide(left, right, this.things);
          case '+':
          case '-':
            return this.sum(left, right);
          default:
            return unreachable(formula.operator);
        }
      }
      case 'call': {
        const [first] = formula.args;
        if (formula.name === 'power' && first) return this.power(this.dimension(first), exponentOf(formula.args) ?? 1);
        return formula.args.map(arg => this.dimension(arg)).reduce((a, b) => this.sum(a, b));
      }
      default:
        return unreachable(formula);
    }
  }

  private power(base: Dimension, exponent: number): Dimension {
    return isShare(base)
      ? OPEN
      : Array.from({ length: exponent - 1 }).reduce<Dimension>(d => multiply(d, base, this.things), base);
  }

  /** Plain numbers may stand beside rates and scores (1 − rate); everything else must be of one kind. */
  private sum(a: Dimension, b: Dimension): Dimension {
    const total = add(a, b, this.things);
    if (total) return total;
    // A share's complement counts the rest of the same whole; what that rest is called, nobody said.
    if ((isShare(a) && b.powers.size === 0) || (isShare(b) && a.powers.size === 0)) return OPEN;
    this.clash ??= { first: describe(a), second: describe(b) };
    return a;
  }
}

/** A share of one thing in another: `1 − bounce rate` is as good a rate as the bounce rate. */
function isShare(dimension: Dimension): boolean {
  const powers = [...dimension.powers.values()];
  return powers.reduce((sum, power) => sum + power, 0) === 0;
}

function thingOf(unit: Unit | undefined): string | undefined {
  return unit && onlyThing(dimensionOf(unit));
}

/** A dimension in words of units: "JPY per order", "order × page-view per visitor". */
function describe(dimension: Dimension): string {
  const named = (wanted: 1 | -1) =>
    [...dimension.powers]
      .filter(([, power]) => Math.sign(power) === wanted)
      .map(([base, power]) => `${base.replace(/^(?:thing|money):/, '')}${Math.abs(power) > 1 ? `^${Math.abs(power)}` : ''}`)
      .join(' × ');
  const [top, bottom] = [named(1), named(-1)];
  if (!top && !bottom) return 'ratio';
  return bottom ? `${top || '1'} per ${bottom}` : top;
}

function taxes(node: PlanNode, plan: Plan, place: PlaceOf): Problem[] {
  if (!node.equals || node.unit.kind !== 'money') return [];
  const money = [node, ...referencesOf(node.equals).map(id => plan.nodes.get(id))].filter(n => n?.unit.kind === 'money');
  const excluded = money.find(n => n?.basis.tax === 'excluded');
  const included = money.find(n => n?.basis.tax === 'included');
  return excluded && included
    ? [problem('tax-mixed', { node: node.id, first: excluded.id, second: included.id }, place('equals'))]
    : [];
}

function lags(node: PlanNode, plan: Plan, place: PlaceOf): Problem[] {
  const { lag } = node;
  if (!lag) return [];
  if (!node.equals) return [problem('lag-without-formula', { node: node.id }, place('lag'))];
  const months = longestMonths(lag);
  if (months > LONGEST_LAG)
    return [problem('lag-too-long', { node: node.id, months: Math.round(months), limit: LONGEST_LAG }, place('lag'))];
  if (lag.after === undefined || !plan.nodes.has(lag.after)) return [];
  const { after } = lag;
  if (after === node.id || !dependsOn(node.id, after, plan.nodes))
    return [problem('lag-ancestor', { node: node.id, after }, place('lag'))];
  const between = ancestorsOf(node.id, plan.nodes).find(
    other => other !== node.id && other !== after && plan.nodes.get(other)?.lag && dependsOn(other, after, plan.nodes),
  );
  return between === undefined ? [] : [problem('lag-twice', { node: node.id, after, other: between }, place('lag'))];
}
