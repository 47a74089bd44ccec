import {
  addIntervals,
  divideIntervals,
  EVERYTHING,
  hull,
  type Interval,
  interval,
  maximumOfIntervals,
  minimumOfIntervals,
  multiplyIntervals,
  negateInterval,
  subtractIntervals,
} from '../number/interval.ts';
import { type Rational, toNumber } from '../number/rational.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { Bound } from './month-bounds.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Instruction, Program } from './program.ts';

/** How a value moves when a driver moves, over everything the targets allow. */
export type Sign = 'up' | 'down' | 'either' | 'none';

/**
 * The direction in which every driver moves a node, for all values the targets allow. [VER-11]
 *
 * Sound, not always sharp: `up` and `down` are certain, `either` may only mean that it could not be told. Ranges come from
 * interval arithmetic with outward rounding; the signs are pushed down the program from the node, a driver shared by several
 * branches collects them all.
 */
export function signsFrom(node: NodeId, program: Program, arithmetic: Arithmetic): ReadonlyMap<NodeId, Sign> {
  const ranges = slotRanges(program, arithmetic);
  const signs: Sign[] = Array.from({ length: program.slots }, () => 'none');
  const top = program.index.get(node);
  if (top === undefined) return new Map();
  signs[top] = 'up';
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = program.instructions.length - 1; i >= 0; i--) {
      const instruction = program.instructions[i];
      if (instruction && push(instruction, signs, ranges)) changed = true;
    }
  }
  return new Map(program.nodes.map((id, slot) => [id, signs[slot] ?? 'none']));
}

function push(instruction: Instruction, signs: Sign[], ranges: readonly Interval[]): boolean {
  const sign = signs[instruction.out] ?? 'none';
  if (sign === 'none') return false;
  const give = (slot: number, given: Sign): boolean => {
    const before = signs[slot] ?? 'none';
    const after = merge(before, given);
    signs[slot] = after;
    return after !== before;
  };
  const range = (slot: number): Interval => ranges[slot] ?? EVERYTHING;
  switch (instruction.op) {
    case 'leaf':
    case 'constant':
      return false;
    case 'add':
    case 'minimum':
    case 'maximum':
    case 'arrive':
      return both(give(instruction.a, sign), give(instruction.b, sign));
    case 'subtract':
      return both(give(instruction.a, sign), give(instruction.b, opposite(sign)));
    case 'negate':
      return give(instruction.a, opposite(sign));
    case 'copy':
    case 'earlier':
    case 'delayed':
      return give(instruction.a, sign);
    case 'multiply':
      return both(give(instruction.a, along(sign, range(instruction.b))), give(instruction.b, along(sign, range(instruction.a))));
    case 'divide':
      return both(
        give(instruction.a, along(sign, range(instruction.b))),
        give(instruction.b, crossesZero(range(instruction.b)) ? 'either' : opposite(along(sign, range(instruction.a)))),
      );
    default:
      return unreachable(instruction);
  }
}

function both(a: boolean, b: boolean): boolean {
  return a || b;
}

/** The sign of a factor's effect: kept where the other factor cannot be negative, turned where it cannot be positive. */
function along(sign: Sign, other: Interval): Sign {
  if (other.low >= 0) return sign;
  return other.high <= 0 ? opposite(sign) : 'either';
}

/** Below and above zero a divisor moves the quotient one way each, but not across it. */
function crossesZero({ low, high }: Interval): boolean {
  return low < 0 && high > 0;
}

function opposite(sign: Sign): Sign {
  return sign === 'up' ? 'down' : sign === 'down' ? 'up' : sign;
}

function merge(a: Sign, b: Sign): Sign {
  if (a === 'none' || a === b) return b;
  return b === 'none' ? a : 'either';
}

/**
 * Every slot's range over all months and all allowed values of the drivers.
 *
 * What a node stood at a month earlier is first taken to be no lower than its nature and its baseline; where the ranges that
 * follow from this do not bear it out, nothing is assumed of that node and the ranges are found again. Those that remain hold
 * from month to month by induction.
 */
function slotRanges(program: Program, arithmetic: Arithmetic): readonly Interval[] {
  const unknown = new Set<number>();
  for (;;) {
    const ranges: (Interval | undefined)[] = Array.from({ length: program.slots });
    const at = (slot: number): Interval => ranges[slot] ?? EVERYTHING;
    const before = (slot: number): Interval => (unknown.has(slot) ? EVERYTHING : assumedBefore(slot, program, arithmetic));
    for (const instruction of program.instructions)
      ranges[instruction.out] = rangeOf(instruction, at, before, program, arithmetic);
    const wrong = program.instructions.flatMap(instruction =>
      instruction.op === 'earlier' && instruction.opening && at(instruction.a).low < before(instruction.a).low
        ? [instruction.a]
        : [],
    );
    if (wrong.length === 0) return ranges.map(range => range ?? EVERYTHING);
    for (const slot of wrong) unknown.add(slot);
  }
}

function assumedBefore(slot: number, program: Program, arithmetic: Arithmetic): Interval {
  const id = program.nodes[slot] ?? '';
  const node = arithmetic.plan.nodes.get(id);
  if (!node) return EVERYTHING;
  const baseline = arithmetic.baselines.get(id);
  const natural = lowest(node);
  return interval(baseline ? Math.min(natural, around(toNumber(baseline)).low) : natural, Number.POSITIVE_INFINITY);
}

function rangeOf(
  instruction: Instruction,
  at: (slot: number) => Interval,
  before: (slot: number) => Interval,
  program: Program,
  arithmetic: Arithmetic,
): Interval {
  switch (instruction.op) {
    case 'leaf':
      return leafRange(program.nodes[instruction.out], arithmetic);
    case 'constant':
      return around(Number(instruction.value));
    case 'add':
      return addIntervals(at(instruction.a), at(instruction.b));
    case 'subtract':
      return subtractIntervals(at(instruction.a), at(instruction.b));
    case 'multiply':
      return multiplyIntervals(at(instruction.a), at(instruction.b));
    case 'divide':
      return divideIntervals(at(instruction.a), at(instruction.b));
    case 'minimum':
      return minimumOfIntervals(at(instruction.a), at(instruction.b));
    case 'maximum':
      return maximumOfIntervals(at(instruction.a), at(instruction.b));
    case 'negate':
      return negateInterval(at(instruction.a));
    case 'copy':
      return at(instruction.a);
    case 'delayed':
      return hull(at(instruction.a), ZERO);
    case 'arrive': {
      const mixed = hull(hull(at(instruction.a), at(instruction.b)), ZERO);
      return addIntervals(mixed, arrivals(program.nodes[instruction.out], arithmetic));
    }
    case 'earlier':
      return instruction.opening ? before(instruction.a) : at(instruction.a);
    default:
      return unreachable(instruction);
  }
}

const ZERO = interval(0, 0);

/** What a plan says to arrive at a lagged node from before its start, in any month. */
function arrivals(id: NodeId | undefined, { plan }: Arithmetic): Interval {
  const given = plan.pipeline.kind === 'given' && id !== undefined ? plan.pipeline.arrivals.get(id) : undefined;
  return [...(given?.values() ?? [])].map(amount => around(Number(amount))).reduce(hull, ZERO);
}

function leafRange(id: NodeId | undefined, arithmetic: Arithmetic): Interval {
  const node = id === undefined ? undefined : arithmetic.plan.nodes.get(id);
  if (!node || id === undefined) return EVERYTHING;
  const ranges = [...new Set(arithmetic.bounds.get(id) ?? [])].map(bound => boundRange(bound, node));
  const baseline = arithmetic.baselines.get(id);
  if (baseline) ranges.push(around(toNumber(baseline)));
  return ranges.length > 0 ? ranges.reduce(hull) : interval(lowest(node), highest(node));
}

/** A bound with its open ends closed by what the node can be at all. */
export function boundRange(bound: Bound, node: PlanNode): Interval {
  const [low, high] = [naturalEnd(bound, node, 'low'), naturalEnd(bound, node, 'high')];
  return interval(
    bound.low ? around(toNumber(bound.low)).low : around(low).low,
    bound.high ? around(toNumber(bound.high)).high : around(high).high,
  );
}

function around(value: number): Interval {
  return Number.isFinite(value) ? addIntervals(interval(value, value), ZERO) : interval(value, value);
}

/** The lowest value a node can have by its nature: nothing counted or paid is below zero; a score has its scale. */
export function lowest(node: Pick<PlanNode, 'unit' | 'limit' | 'metric'>): number {
  if (node.unit.kind === 'score') return node.unit.min;
  const mayFall = node.unit.kind === 'ratio' && (node.limit === undefined || node.metric?.mayExceedOne === true);
  return mayFall ? Number.NEGATIVE_INFINITY : 0;
}

/** The highest value a node can have by its nature; rates end at 1 unless the plan or the catalogue says otherwise. */
export function highest(node: Pick<PlanNode, 'unit' | 'limit'>): number {
  if (node.limit !== undefined) return Number(node.limit);
  return node.unit.kind === 'score' ? node.unit.max : Number.POSITIVE_INFINITY;
}

/**
 * What nature puts in place of an end that a target leaves open. A target beyond it (−500万円 of a profit, a rate of 150 %) shows
 * that the nature was taken wrongly: then that end is open.
 */
function naturalEnd(bound: Bound, node: PlanNode, end: 'low' | 'high'): number {
  if (end === 'low') {
    const low = lowest(node);
    return bound.high && toNumber(bound.high) < low ? Number.NEGATIVE_INFINITY : low;
  }
  const high = highest(node);
  return bound.low && toNumber(bound.low) > high ? Number.POSITIVE_INFINITY : high;
}

/** The end of a driver's allowed range that pushes a node down (or up); undefined = that end is open. */
export function cornerOf(
  bound: Bound,
  node: PlanNode,
  end: 'low' | 'high',
  fromNumber: (value: number) => Rational,
): Rational | undefined {
  const own = bound[end];
  if (own) return own;
  const natural = naturalEnd(bound, node, end);
  return Number.isFinite(natural) ? fromNumber(natural) : undefined;
}
