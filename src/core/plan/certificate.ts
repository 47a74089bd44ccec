import { exactAlgebra } from '../formula/exact-algebra.ts';
import { compareRationals, type Rational, rational, subtract } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { countedMonths, wantedOf } from './counted-months.ts';
import { evaluateDrivers, extreme } from './evaluate-drivers.ts';
import type { End } from './goal-tape.ts';
import type { Proof } from './judge.ts';
import { type Bound, monthKey } from './month-bounds.ts';
import { periodValue } from './period-value.ts';
import type { NodeId, PlanNode, TimeBehaviour } from './plan.ts';
import { ancestorsOf } from './program.ts';
import type { Reading } from './reading.ts';
import { readingOf } from './verdict.ts';

/**
 * What a verdict rests on, so that anybody can add it up again: one case inside the targets, month by month. [VER-30]
 * Every figure is exact; a verdict without a calculable case has none.
 */
export interface Certificate {
  readonly goal: NodeId;
  readonly timing: 'period' | 'steady';
  readonly verdict: Reading['verdict'];
  readonly side: End;
  readonly wanted: Rational;
  /** The goal's value in this case. */
  readonly implied: Rational;
  /** By how much the case is on the right side of what is wanted; negative when it misses. */
  readonly slack: Rational;
  readonly pipeline: Arithmetic['pipeline'];
  /** How it is known that no allowed case is worse, or at least that none misses. */
  readonly proof: Proof;
  /** Months of the plan, `YYYY-MM`. */
  readonly months: readonly string[];
  readonly drivers: readonly CertifiedDriver[];
  /** Everything calculated from them, inputs first; the goal is the last. */
  readonly nodes: readonly CertifiedNode[];
}

export interface CertifiedDriver {
  readonly node: NodeId;
  /** Value in each month of the plan; absent where the target says nothing. */
  readonly values: readonly (Rational | undefined)[];
  /** Of a level whose months differ, the one that counts for the period. */
  readonly over: Rational | undefined;
  /** Its target leaves this end open: it stands where its nature ends. */
  readonly natural: boolean;
}

export interface CertifiedNode {
  readonly node: NodeId;
  readonly time: TimeBehaviour;
  readonly values: readonly (Rational | undefined)[];
  readonly over: Rational | undefined;
  /** What its own target asks for over the period, where it has one. */
  readonly wanted: Bound;
  /** How far it is on the right side of its own target in this case; negative when it misses. */
  readonly slack: Rational | undefined;
}

/** The case behind a goal's verdict in one of its two readings; undefined where nothing can be calculated. [VER-30] */
export function certificateOf(goal: PlanNode, arithmetic: Arithmetic, timing: 'period' | 'steady'): Certificate | undefined {
  const program = timing === 'period' ? arithmetic.lagged : arithmetic.steady;
  const goalWants = wantedOf(goal, arithmetic);
  const { reading, worst } = readingOf(goal, program, arithmetic);
  const { side } = reading;
  const wanted = side && goalWants[side];
  if (!worst || !side || !wanted) return undefined;
  const evaluation = evaluateDrivers(program, arithmetic, (id, _bound, month) => worst.choose(id, month));
  const counted = countedMonths(goal, arithmetic);
  const over = (id: NodeId) =>
    periodValue(id, arithmetic, evaluation, exactAlgebra, counted, (level, values) => extreme(values, worst.pick(level)));
  const used = new Set(ancestorsOf(goal.id, calculated(arithmetic)));
  const order = [...program.nodes.filter(id => used.has(id) && id !== goal.id), goal.id];
  const natural = new Set(worst.natural);
  const isDriver = (id: NodeId) => arithmetic.plan.nodes.get(id)?.equals === undefined || arithmetic.standIns.has(id);
  const values = (id: NodeId) => arithmetic.months.map((_, month) => evaluation.value(id, month));
  return {
    goal: goal.id,
    timing,
    verdict: reading.verdict,
    side,
    wanted,
    implied: worst.value,
    slack: room(worst.value, { [side]: wanted }) ?? rational(0),
    pipeline: arithmetic.pipeline,
    proof: worst.proof,
    months: arithmetic.months.map(monthKey),
    drivers: order.filter(isDriver).map(id => ({ node: id, values: values(id), over: over(id), natural: natural.has(id) })),
    nodes: order.flatMap(id => {
      const node = arithmetic.plan.nodes.get(id);
      if (!node || isDriver(id)) return [];
      const own = wantedOf(node, arithmetic);
      const value = over(id);
      return [{ node: id, time: node.time, values: values(id), over: value, wanted: own, slack: value && room(value, own) }];
    }),
  };
}

/** Nodes as the arithmetic takes them: where a target stands in for a formula, without it. */
function calculated({ plan, standIns }: Arithmetic): ReadonlyMap<NodeId, Pick<PlanNode, 'equals'>> {
  return new Map([...plan.nodes].map(([id, node]) => [id, node.equals && !standIns.has(id) ? { equals: node.equals } : {}]));
}

/** How far a value is inside a bound, to the end it is nearer to; undefined where nothing is asked for. */
function room(value: Rational, { low, high }: Bound): Rational | undefined {
  const above = low && subtract(value, low);
  const below = high && subtract(high, value);
  if (!above || !below) return above ?? below;
  return compareRationals(above, below) < 0 ? above : below;
}
