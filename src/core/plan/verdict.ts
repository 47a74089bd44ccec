import { exactAlgebra } from '../formula/exact-algebra.ts';
import { add, compareRationals, divide, type Rational, rational, rationalOf, subtract } from '../number/rational.ts';
import { type Arithmetic, pipelineAmount } from './arithmetic.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { type Bound, monthBounds } from './month-bounds.ts';
import { periodValue } from './period-value.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Program } from './program.ts';
import { provenBound } from './proven-bound.ts';
import { cornerOf, type Sign, signsFrom } from './worst-case.ts';

/** Whether a plan's targets reach a goal, in the plan period and at full-year run rate. [VER-10] */
export interface GoalVerdict {
  readonly id: NodeId;
  /** What the goal asks for over the plan period, in its unit: at least `low` and at most `high`. */
  readonly wanted: Bound;
  /** With delays and what is under way at the start; this is the verdict. */
  readonly period: Reading;
  /** The same targets without delays: what the plan gives once everything runs. */
  readonly steady: Reading;
  readonly pipeline: Arithmetic['pipeline'];
}

export interface Reading {
  readonly verdict: 'reaches' | 'short' | 'cannot-tell';
  /** The goal's value in the worst case the targets allow. */
  readonly implied?: Rational;
  /** implied ÷ wanted. */
  readonly coverage?: Rational;
  /** How far the worst case misses, in the goal's unit; 0 when it reaches. */
  readonly shortBy?: Rational;
  readonly why?: Doubt;
}

export type Doubt =
  | { readonly code: 'no-target' }
  | { readonly code: 'no-formula' }
  | { readonly code: 'missing'; readonly nodes: readonly NodeId[] }
  /** A driver may go as far as it likes in the direction that hurts. */
  | { readonly code: 'unbounded'; readonly nodes: readonly NodeId[] }
  | { readonly code: 'undefined' }
  /** Drivers pull both ways and the worst case could not be narrowed down. */
  | { readonly code: 'not-monotone'; readonly nodes: readonly NodeId[] };

/** Drivers that pull both ways are tried in all combinations up to this many. */
const ENUMERATED = 10;

/**
 * The verdict on one goal: *reaches* only if the worst allowed case reaches, in exact arithmetic, with no tolerance. [VER-10]
 *
 * Drivers may be anywhere inside their targets. Where every driver moves the goal one way (signsFrom), the worst case is a
 * corner and is calculated exactly. Otherwise a corner that misses proves *short*, an outward-rounded bound that holds proves
 * *reaches*, and between them the answer is *cannot tell*.
 */
export function goalVerdict(goal: PlanNode, arithmetic: Arithmetic): GoalVerdict {
  const wanted = wantedOf(goal, arithmetic);
  const read = (program: Program) => readingOf(goal, wanted, program, arithmetic);
  return { id: goal.id, wanted, period: read(arithmetic.lagged), steady: read(arithmetic.steady), pipeline: arithmetic.pipeline };
}

function readingOf(goal: PlanNode, wanted: Bound, program: Program, arithmetic: Arithmetic): Reading {
  if (!wanted.low && !wanted.high) return { verdict: 'cannot-tell', why: { code: 'no-target' } };
  if (!goal.equals) return { verdict: 'cannot-tell', why: { code: 'no-formula' } };
  const signs = signsFrom(goal.id, program, arithmetic);
  const missing = arithmetic.missing.filter(id => signs.get(id) !== 'none');
  if (missing.length > 0) return { verdict: 'cannot-tell', why: { code: 'missing', nodes: missing } };
  const readings: Reading[] = [];
  if (wanted.low) readings.push(against(wanted.low, 'low', goal, program, arithmetic, signs));
  if (wanted.high) readings.push(against(wanted.high, 'high', goal, program, arithmetic, signs));
  return (
    readings.find(r => r.verdict === 'short') ??
    readings.find(r => r.verdict === 'cannot-tell') ??
    readings[0] ?? { verdict: 'cannot-tell' }
  );
}

/** One side of the goal: its lowest value against the least wanted, or its highest against the most wanted. */
function against(
  limit: Rational,
  side: 'low' | 'high',
  goal: PlanNode,
  program: Program,
  arithmetic: Arithmetic,
  signs: ReadonlyMap<NodeId, Sign>,
): Reading {
  const either = [...signs]
    .filter(([id, sign]) => sign === 'either' && arithmetic.bounds.has(id) && !movesFormula(id, arithmetic))
    .map(([id]) => id);
  let worst: Rational | undefined;
  const open = new Set<NodeId>();
  let undefinedSomewhere = false;
  for (const corner of corners(signs, either.slice(0, ENUMERATED), side)) {
    const result = valueAtCorner(goal, program, arithmetic, signs, corner, side);
    if (result.kind === 'open') for (const id of result.nodes) open.add(id);
    else if (result.kind === 'undefined') undefinedSomewhere = true;
    else if (!worst || isWorse(result.value, worst, side)) worst = result.value;
  }
  if (worst && isWorse(worst, limit, side)) return measured('short', worst, limit, side);
  if (open.size > 0) return { verdict: 'cannot-tell', why: { code: 'unbounded', nodes: [...open] } };
  if (undefinedSomewhere || !worst) return { verdict: 'cannot-tell', why: { code: 'undefined' } };
  if (either.length === 0) return measured('reaches', worst, limit, side);
  const proven = provenBound(goal, program, arithmetic, side, limit);
  return proven
    ? measured('reaches', worst, limit, side)
    : { ...measured('cannot-tell', worst, limit, side), why: { code: 'not-monotone', nodes: either } };
}

function movesFormula(id: NodeId, arithmetic: Arithmetic): boolean {
  return arithmetic.plan.nodes.get(id)?.equals !== undefined && !arithmetic.standIns.includes(id);
}

function measured(verdict: Reading['verdict'], implied: Rational, limit: Rational, side: 'low' | 'high'): Reading {
  const miss = side === 'low' ? subtract(limit, implied) : subtract(implied, limit);
  const coverage = divide(implied, limit);
  return {
    verdict,
    implied,
    ...(coverage ? { coverage } : {}),
    shortBy: miss.numerator > 0n ? miss : rational(0),
  };
}

function isWorse(value: Rational, other: Rational, side: 'low' | 'high'): boolean {
  const order = compareRationals(value, other);
  return side === 'low' ? order < 0 : order > 0;
}

/** Which end every driver stands at, for each combination of those that pull both ways. */
function* corners(
  signs: ReadonlyMap<NodeId, Sign>,
  either: readonly NodeId[],
  side: 'low' | 'high',
): Generator<(id: NodeId) => 'low' | 'high'> {
  const place = new Map(either.map((id, i) => [id, i]));
  for (let pattern = 0; pattern < 2 ** either.length; pattern++) {
    yield id => {
      const bit = place.get(id);
      if (bit !== undefined) return (pattern >> bit) % 2 === 0 ? 'low' : 'high';
      return (signs.get(id) === 'down') === (side === 'low') ? 'high' : 'low';
    };
  }
}

type CornerValue =
  | { readonly kind: 'value'; readonly value: Rational }
  | { readonly kind: 'open'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'undefined' };

/** The goal's exact period value with every driver at one end of its range; ends left open count only where they matter. */
function valueAtCorner(
  goal: PlanNode,
  program: Program,
  arithmetic: Arithmetic,
  signs: ReadonlyMap<NodeId, Sign>,
  corner: (id: NodeId) => 'low' | 'high',
  side: 'low' | 'high',
): CornerValue {
  const open = new Set<NodeId>();
  const evaluation = evaluateDrivers(program, arithmetic, (id, bound) => {
    const node = arithmetic.plan.nodes.get(id);
    const value = node && cornerOf(bound, node, corner(id), rationalOf);
    if (!value && signs.get(id) !== 'none') open.add(id);
    return value;
  });
  const pick = (a: Rational | undefined, b: Rational | undefined) => a && b && (isWorse(a, b, side) ? a : b);
  const value = periodValue(goal.id, arithmetic.plan, evaluation, exactAlgebra, countedMonths(goal, arithmetic), pick);
  if (open.size > 0) return { kind: 'open', nodes: [...open] };
  return value ? { kind: 'value', value } : { kind: 'undefined' };
}

/** Runs a program exactly with every driver's monthly value chosen from its bound; before the plan they stand at their baselines. */
export function evaluateDrivers(
  program: Program,
  arithmetic: Arithmetic,
  choose: (id: NodeId, bound: Bound, month: number) => Rational | undefined,
): Evaluation<Rational | undefined> {
  const { bounds, baselines, months } = arithmetic;
  const chosen = (id: NodeId, month: number): Rational | undefined => {
    const bound = bounds.get(id)?.[Math.max(0, month)];
    return bound && choose(id, bound, month);
  };
  return evaluate<Rational | undefined>(program, months.length, exactAlgebra, {
    leaf: (id, month) => (month < 0 ? baselines.get(id) : undefined) ?? chosen(id, month),
    before: id => baselines.get(id),
    pipeline: (id, month) => (program === arithmetic.steady ? undefined : pipelineAmount(arithmetic, id, month)),
  });
}

/** The plan months that count for a goal: all of them, or those that begin by its deadline. */
export function countedMonths(goal: PlanNode, arithmetic: Arithmetic): readonly number[] {
  const by = goal.target?.by;
  return arithmetic.months.flatMap((part, month) => (by === undefined || part.from <= by ? [month] : []));
}

/** What a goal's target asks for over the plan period: flows are added up, stocks and levels hold at the end. */
function wantedOf(goal: PlanNode, arithmetic: Arithmetic): Bound {
  const months = monthBounds(goal, arithmetic.plan);
  if (!months) return {};
  const counted = countedMonths(goal, arithmetic).map(month => months[month] ?? {});
  const whole = (end: 'low' | 'high'): Rational | undefined => {
    const ends = counted.map(bound => bound[end]).filter(value => value !== undefined);
    if (ends.length === 0) return undefined;
    return goal.time === 'flow' ? ends.reduce((a, b) => add(a, b)) : ends.at(-1);
  };
  const [low, high] = [whole('low'), whole('high')];
  return { ...(low ? { low } : {}), ...(high ? { high } : {}) };
}
