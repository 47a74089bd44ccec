import type { Rational } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { wantedOf } from './counted-months.ts';
import { type Judged, judge } from './judge.ts';
import type { Bound } from './month-bounds.ts';
import type { NodeId, PlanNode } from './plan.ts';
import { dependsOn, type Program } from './program.ts';
import type { Reading } from './reading.ts';
import { signsFrom } from './worst-case.ts';

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

/**
 * The verdict on one goal: *reaches* only if the worst allowed case reaches, in exact arithmetic, with no tolerance. [VER-10]
 *
 * Drivers may be anywhere inside their targets. Where every driver moves the goal one way, the worst case is a corner and is
 * calculated exactly. Otherwise a case that misses proves *short*, a bound that holds in every part of the ranges proves
 * *reaches*, and between them the answer is *cannot tell*.
 */
export function goalVerdict(goal: PlanNode, arithmetic: Arithmetic): GoalVerdict {
  const wanted = wantedOf(goal, arithmetic);
  const read = (program: Program) => readingOf(goal, program, arithmetic).reading;
  const period = read(arithmetic.lagged);
  // Without a delay anywhere both programs are the same.
  const hasDelays = arithmetic.lagged.instructions.some(({ op }) => op === 'arrive');
  const steady = hasDelays ? read(arithmetic.steady) : period;
  return { id: goal.id, wanted, period, steady, pipeline: arithmetic.pipeline };
}

/** One reading of a goal against what its own target wants, judged once: checks, repairs and certificates ask for the same ones. */
export function readingOf(goal: PlanNode, program: Program, arithmetic: Arithmetic): Judged {
  const own = JUDGED.get(arithmetic) ?? new Map<Program, Map<NodeId, Judged>>();
  JUDGED.set(arithmetic, own);
  const goals = own.get(program) ?? new Map<NodeId, Judged>();
  own.set(program, goals);
  const judged = goals.get(goal.id) ?? judgedGoal(goal, wantedOf(goal, arithmetic), program, arithmetic);
  goals.set(goal.id, judged);
  return judged;
}

const JUDGED = new WeakMap<Arithmetic, Map<Program, Map<NodeId, Judged>>>();

/** One reading of a goal with the case it rests on: of two sides the one that misses or cannot be told. */
export function judgedGoal(goal: PlanNode, wanted: Bound, program: Program, arithmetic: Arithmetic): Judged {
  if (!wanted.low && !wanted.high) return { reading: { verdict: 'cannot-tell', why: { code: 'no-target' } } };
  if (!goal.equals) return { reading: { verdict: 'cannot-tell', why: { code: 'no-formula' } } };
  const signs = signsFrom(goal.id, program, arithmetic);
  const uses = (id: NodeId) => (signs.has(id) ? signs.get(id) !== 'none' : dependsOn(goal.id, id, arithmetic.plan.nodes));
  const missing = arithmetic.missing.filter(uses);
  if (missing.length > 0) return { reading: { verdict: 'cannot-tell', why: { code: 'missing', nodes: missing } } };
  const against = (limit: Rational | undefined, side: 'low' | 'high') =>
    limit ? [judge({ limit, side, goal, program, arithmetic, signs })] : [];
  const judged = [...against(wanted.low, 'low'), ...against(wanted.high, 'high')];
  const is = (verdict: Reading['verdict']) => judged.find(({ reading }) => reading.verdict === verdict);
  return is('short') ?? is('cannot-tell') ?? judged[0] ?? { reading: { verdict: 'cannot-tell' } };
}
