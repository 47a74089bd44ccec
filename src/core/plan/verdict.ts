import { exactAlgebra } from '../formula/exact-algebra.ts';
import { compareRationals, divide, type Rational, rational, rationalOf, subtract } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { countedMonths, wantedOf } from './counted-months.ts';
import { driverInputs } from './driver-inputs.ts';
import { type Evaluation, evaluate, type Rerun } from './evaluate.ts';
import type { Bound } from './month-bounds.ts';
import { periodValue } from './period-value.ts';
import type { NodeId, PlanNode } from './plan.ts';
import { dependsOn, type Program } from './program.ts';
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
  /** Which end of what is wanted the figures are about; of two the one that misses. */
  readonly side?: 'low' | 'high';
  /** The goal's value in the worst case the targets allow. */
  readonly implied?: Rational;
  /** implied ÷ wanted; absent when nothing or less than nothing is wanted. */
  readonly coverage?: Rational;
  /** How far the worst case misses, in the goal's unit; 0 when it reaches. */
  readonly shortBy?: Rational;
  /** Why it cannot be told; beside *short*: drivers that are open on the side that hurts. */
  readonly why?: Doubt;
}

export type Doubt =
  | { readonly code: 'no-target' }
  | { readonly code: 'no-formula' }
  | { readonly code: 'missing'; readonly nodes: readonly NodeId[] }
  /** A driver may go as far as it likes in the direction that hurts. */
  | { readonly code: 'unbounded'; readonly nodes: readonly NodeId[] }
  /** What some nodes stood at before the plan is needed and not stated. */
  | { readonly code: 'no-baseline'; readonly nodes: readonly NodeId[] }
  | { readonly code: 'undefined' }
  /** Drivers pull both ways and the worst case could not be narrowed down. */
  | { readonly code: 'not-monotone'; readonly nodes: readonly NodeId[] };

/** Drivers that pull both ways are tried in all combinations up to this many. */
const ENUMERATED = 10;

/** Calculation steps that trying combinations may take in all: large plans try fewer of them. */
const STEPS = 400_000;

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
  const uses = (id: NodeId) => (signs.has(id) ? signs.get(id) !== 'none' : dependsOn(goal.id, id, arithmetic.plan.nodes));
  const missing = arithmetic.missing.filter(uses);
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
  const misses = (value: Rational) => isWorse(value, limit, side);
  let worst: Extract<CornerValue, { kind: 'value' }> | undefined;
  const open = new Set<NodeId>();
  let undefinedSomewhere = false;
  for (const corner of corners(signs, either.slice(0, affordable(program, arithmetic)), side)) {
    const result = valueAtCorner(goal, program, arithmetic, signs, corner);
    if (result.kind === 'open') for (const id of result.nodes) open.add(id);
    else if (result.kind === 'undefined') undefinedSomewhere = true;
    else if (!worst || isWorse(result.value, worst.value, side)) worst = result;
  }
  if (worst && misses(worst.value)) {
    const figures = measured('short', worst.value, limit, side);
    if (worst.natural.length === 0) return figures;
    // Only because something may go down to nothing: what the targets name decides whether that is a miss or an open question.
    const why = { code: 'unbounded', nodes: worst.natural } as const;
    const stated = valueAtCorner(goal, program, arithmetic, signs, worst.corner, 'stated');
    return { ...figures, why, ...(stated.kind === 'value' && misses(stated.value) ? {} : { verdict: 'cannot-tell' }) };
  }
  if (open.size > 0) return { verdict: 'cannot-tell', why: { code: 'unbounded', nodes: [...open] } };
  if (undefinedSomewhere || !worst) {
    const nodes = unknownBefore(program, arithmetic, signs);
    return { verdict: 'cannot-tell', why: nodes.length > 0 ? { code: 'no-baseline', nodes } : { code: 'undefined' } };
  }
  if (either.length === 0) return measured('reaches', worst.value, limit, side);
  const proven = provenBound(goal, program, arithmetic, side, limit);
  return proven
    ? measured('reaches', worst.value, limit, side)
    : { ...measured('cannot-tell', worst.value, limit, side), why: { code: 'not-monotone', nodes: either } };
}

/** How many drivers can be tried at both ends without making the reader wait. */
function affordable(program: Program, arithmetic: Arithmetic): number {
  const steps = program.instructions.length * (arithmetic.months.length + program.reach);
  return Math.max(0, Math.min(ENUMERATED, Math.floor(Math.log2(STEPS / steps))));
}

/** Nodes a goal builds on whose state before the plan is asked for and not stated. */
function unknownBefore(program: Program, arithmetic: Arithmetic, signs: ReadonlyMap<NodeId, Sign>): readonly NodeId[] {
  const { plan, baselines, pipelineGaps, pipeline } = arithmetic;
  const looking = program.instructions.filter(instruction => instruction.op === 'earlier');
  const opening = looking.flatMap(({ opening, a }) => (opening ? [program.nodes[a] ?? ''] : []));
  const inner = looking.some(({ opening }) => !opening)
    ? [...plan.nodes.values()].filter(node => !movesFormula(node.id, arithmetic) && node.time !== 'level').map(node => node.id)
    : [];
  const asked = new Set([...opening, ...inner, ...(pipeline === 'baseline' ? pipelineGaps : [])]);
  return [...asked].filter(id => !baselines.has(id) && signs.has(id) && signs.get(id) !== 'none');
}

function movesFormula(id: NodeId, arithmetic: Arithmetic): boolean {
  return arithmetic.plan.nodes.get(id)?.equals !== undefined && !arithmetic.standIns.has(id);
}

function measured(verdict: Reading['verdict'], implied: Rational, limit: Rational, side: 'low' | 'high'): Reading {
  const miss = side === 'low' ? subtract(limit, implied) : subtract(implied, limit);
  const coverage = limit.numerator > 0n ? divide(implied, limit) : undefined;
  return {
    verdict,
    side,
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
function* corners(signs: ReadonlyMap<NodeId, Sign>, either: readonly NodeId[], side: 'low' | 'high'): Generator<Corner> {
  const place = new Map(either.map((id, i) => [id, i]));
  for (let pattern = 0; pattern < 2 ** either.length; pattern++) {
    yield id => {
      const bit = place.get(id);
      if (bit !== undefined) return (pattern >> bit) % 2 === 0 ? 'low' : 'high';
      return (signs.get(id) === 'down') === (side === 'low') ? 'high' : 'low';
    };
  }
}

type Corner = (id: NodeId) => 'low' | 'high';

type CornerValue =
  /** `natural`: drivers whose target leaves this end open, taken at the end their nature sets. */
  | { readonly kind: 'value'; readonly value: Rational; readonly natural: readonly NodeId[]; readonly corner: Corner }
  | { readonly kind: 'open'; readonly nodes: readonly NodeId[] }
  | { readonly kind: 'undefined' };

/**
 * The goal's exact period value with every driver at one end of its range; ends left open count only where they matter.
 * `stated`: drivers open at their end stand at the other one, the only value their target names.
 */
function valueAtCorner(
  goal: PlanNode,
  program: Program,
  arithmetic: Arithmetic,
  signs: ReadonlyMap<NodeId, Sign>,
  corner: Corner,
  openEnds: 'natural' | 'stated' = 'natural',
): CornerValue {
  const [open, natural] = [new Set<NodeId>(), new Set<NodeId>()];
  const evaluation = evaluateDrivers(program, arithmetic, (id, bound) => {
    const node = arithmetic.plan.nodes.get(id);
    const end = corner(id);
    const stated = openEnds === 'stated' ? (bound[end] ?? bound.low ?? bound.high) : undefined;
    const value = stated ?? (node && cornerOf(bound, node, end, rationalOf));
    if (signs.get(id) !== 'none') {
      if (!value) open.add(id);
      else if (!bound[end]) natural.add(id);
    }
    return value;
  });
  const pick = (id: NodeId, values: readonly (Rational | undefined)[]) => extreme(values, corner(id));
  const value = periodValue(goal.id, arithmetic, evaluation, exactAlgebra, countedMonths(goal, arithmetic), pick);
  if (open.size > 0) return { kind: 'open', nodes: [...open] };
  return value ? { kind: 'value', value, natural: [...natural], corner } : { kind: 'undefined' };
}

/** The lowest or highest of some values; undefined when one of them does not exist. */
export function extreme(values: readonly (Rational | undefined)[], end: 'low' | 'high'): Rational | undefined {
  return values.reduce((a, b) => a && b && (compareRationals(a, b) < 0 === (end === 'low') ? a : b));
}

/** Runs a program exactly with every driver's monthly value chosen from its bound; before the plan they stand at their baselines. */
export function evaluateDrivers(
  program: Program,
  arithmetic: Arithmetic,
  choose: (id: NodeId, bound: Bound, month: number) => Rational | undefined,
  rerun?: Rerun<Rational | undefined>,
): Evaluation<Rational | undefined> {
  const driver = (id: NodeId, month: number): Rational | undefined => {
    const bound = arithmetic.bounds.get(id)?.[Math.max(0, month)];
    return bound && choose(id, bound, month);
  };
  const inputs = driverInputs<Rational | undefined>(program, arithmetic, driver, value => value);
  return evaluate(program, arithmetic.months.length, exactAlgebra, inputs, rerun);
}
