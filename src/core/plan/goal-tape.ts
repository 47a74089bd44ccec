import type { Algebra } from '../formula/algebra.ts';
import { type Rational, toNumber } from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { countedMonths } from './counted-months.ts';
import { driverInputs } from './driver-inputs.ts';
import { evaluate } from './evaluate.ts';
import { periodValue } from './period-value.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Program } from './program.ts';

export type End = 'low' | 'high';

/** Kinds of entries on a tape; `pick` is any value between two others (a level whose months differ). */
export const OP = {
  leaf: 0,
  constant: 1,
  add: 2,
  subtract: 3,
  multiply: 4,
  divide: 5,
  negate: 6,
  minimum: 7,
  maximum: 8,
  pick: 9,
  /** a ÷ (a + b), in one step because its parts are not independent. */
  share: 10,
} as const;

/**
 * A goal's value over the plan period as one list of operations over its drivers' monthly values. [VER-12]
 * Entry i uses entries before it only, so that ranges run forwards over it and derivatives backwards.
 */
export interface GoalTape {
  readonly length: number;
  readonly op: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Values of constants, rounded outward. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** The drivers' monthly values it depends on. */
  readonly leaves: readonly TapeLeaf[];
  /** Where the months of a level differ: the entry that stands for the level over the period. */
  readonly picks: ReadonlyMap<NodeId, number>;
}

export interface TapeLeaf {
  readonly node: NodeId;
  /** From 0; what lies before the plan and has no baseline is as in the first month. */
  readonly month: number;
  readonly entry: number;
}

/** Writes down how a goal's period value comes about. Values that are not known may be anything. */
export function goalTape(goal: PlanNode, program: Program, arithmetic: Arithmetic): GoalTape {
  const own = TAPES.get(arithmetic.shape) ?? new Map<Program, Map<NodeId, GoalTape>>();
  TAPES.set(arithmetic.shape, own);
  const tapes = own.get(program) ?? new Map<NodeId, GoalTape>();
  own.set(program, tapes);
  const tape = tapes.get(goal.id) ?? writtenTape(goal, program, arithmetic);
  tapes.set(goal.id, tape);
  return tape;
}

/** A tape says how the goal comes about, not what its drivers are: repairs try many values on one. */
const TAPES = new WeakMap<object, Map<Program, Map<NodeId, GoalTape>>>();

function writtenTape(goal: PlanNode, program: Program, arithmetic: Arithmetic): GoalTape {
  const writer = new TapeWriter();
  const leaf = (node: NodeId, month: number): number =>
    arithmetic.bounds.get(node)?.[Math.max(0, month)] ? writer.leaf(node, Math.max(0, month)) : writer.unknown();
  const fraction = (value: Rational | undefined) =>
    value ? writer.point(toNumber(value), value.denominator === 1n) : writer.unknown();
  const inputs = driverInputs<number>(program, arithmetic, leaf, fraction);
  const evaluation = evaluate(program, arithmetic.months.length, writer, inputs);
  const counted = countedMonths(goal, arithmetic);
  const picks = new Map<NodeId, number>();
  const pick = (node: NodeId, values: readonly number[]): number => {
    const entry = values.reduce((x, y) => (x === y ? x : writer.pick(x, y)));
    picks.set(node, entry);
    return entry;
  };
  const top = periodValue(goal.id, arithmetic, evaluation, writer, counted, pick);
  return writer.tape(top, picks);
}

/** An algebra whose values are places on a tape. */
class TapeWriter implements Algebra<number> {
  private readonly ops: number[] = [];
  private readonly as: number[] = [];
  private readonly bs: number[] = [];
  private readonly lows: number[] = [];
  private readonly highs: number[] = [];
  private readonly leaves: TapeLeaf[] = [];
  private readonly leafEntries = new Map<NodeId, number[]>();
  private readonly constants = new Map<string, number>();
  /** Places of operations by what they are made of, plus one: open addressing, twice as long as needed at least. */
  private operations = new Int32Array(2 ** 14);
  private operationCount = 0;

  leaf(node: NodeId, month: number): number {
    const months = this.leafEntries.get(node) ?? [];
    const known = months[month];
    if (known !== undefined) return known;
    const entry = this.put(OP.leaf, 0, 0);
    months[month] = entry;
    this.leafEntries.set(node, months);
    this.leaves.push({ node, month, entry });
    return entry;
  }

  constant(value: string): number {
    const known = this.constants.get(value);
    if (known !== undefined) return known;
    const entry = this.point(Number(value), /^-?[0-9]+$/.test(value));
    this.constants.set(value, entry);
    return entry;
  }

  /** A double and its neighbours; whole numbers that a double holds exactly stay themselves. */
  point(value: number, isWhole: boolean): number {
    const { low, high } = pointRange(value, isWhole);
    return this.put(OP.constant, 0, 0, low, high);
  }

  unknown(): number {
    const known = this.constants.get('?');
    if (known !== undefined) return known;
    const entry = this.put(OP.constant, 0, 0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    this.constants.set('?', entry);
    return entry;
  }

  add(a: number, b: number): number {
    if (this.isZero(a)) return b;
    return this.isZero(b) ? a : (this.factored(OP.add, a, b) ?? this.put(OP.add, a, b));
  }

  subtract(a: number, b: number): number {
    return this.isZero(b) ? a : (this.factored(OP.subtract, a, b) ?? this.put(OP.subtract, a, b));
  }

  /** What two products have in common taken out, x·p − x·q as x·(p − q), so that its range is that of the difference. */
  private factored(op: typeof OP.add | typeof OP.subtract, a: number, b: number): number | undefined {
    if (this.ops[a] !== OP.multiply || this.ops[b] !== OP.multiply) return undefined;
    const [first, second] = [this.factorsOf(a), this.factorsOf(b)];
    const common: number[] = [];
    for (const factor of [...first]) {
      const place = second.indexOf(factor);
      if (place === -1) continue;
      second.splice(place, 1);
      first.splice(first.indexOf(factor), 1);
      common.push(factor);
    }
    if (common.length === 0) return undefined;
    const product = (factors: readonly number[]) =>
      factors.length === 0 ? this.constant('1') : factors.reduce((x, y) => this.put(OP.multiply, x, y));
    return this.put(OP.multiply, product(common), this.put(op, product(first), product(second)));
  }

  /** A product's factors, a few levels down. */
  private factorsOf(entry: number, depth = 3): number[] {
    if (depth === 0 || this.ops[entry] !== OP.multiply) return [entry];
    return [...this.factorsOf(this.as[entry] ?? 0, depth - 1), ...this.factorsOf(this.bs[entry] ?? 0, depth - 1)];
  }

  multiply(a: number, b: number): number {
    return this.put(OP.multiply, a, b);
  }

  divide(a: number, b: number): number {
    if (this.ops[b] === OP.add && this.as[b] === a) return this.put(OP.share, a, this.bs[b] ?? 0);
    if (this.ops[b] === OP.add && this.bs[b] === a) return this.put(OP.share, a, this.as[b] ?? 0);
    return this.put(OP.divide, a, b);
  }

  negate(a: number): number {
    return this.put(OP.negate, a, a);
  }

  minimum(a: number, b: number): number {
    return a === b ? a : this.put(OP.minimum, a, b);
  }

  maximum(a: number, b: number): number {
    return a === b ? a : this.put(OP.maximum, a, b);
  }

  pick(a: number, b: number): number {
    return this.put(OP.pick, a, b);
  }

  /** The tape up to an entry, without what that one does not use. */
  tape(top: number, picks: ReadonlyMap<NodeId, number>): GoalTape {
    const used = new Uint8Array(top + 1);
    used[top] = 1;
    for (let i = top; i >= 0; i--) {
      if (!used[i] || (this.ops[i] ?? 0) <= OP.constant) continue;
      used[this.as[i] ?? 0] = 1;
      used[this.bs[i] ?? 0] = 1;
    }
    const place = new Int32Array(top + 1).fill(-1);
    let length = 0;
    for (let i = 0; i <= top; i++) if (used[i]) place[i] = length++;
    const tape = {
      length,
      op: new Uint8Array(length),
      a: new Int32Array(length),
      b: new Int32Array(length),
      low: new Float64Array(length),
      high: new Float64Array(length),
    };
    for (let i = 0; i <= top; i++) {
      const at = place[i] ?? -1;
      if (at < 0) continue;
      tape.op[at] = this.ops[i] ?? 0;
      tape.a[at] = Math.max(0, place[this.as[i] ?? 0] ?? 0);
      tape.b[at] = Math.max(0, place[this.bs[i] ?? 0] ?? 0);
      tape.low[at] = this.lows[i] ?? 0;
      tape.high[at] = this.highs[i] ?? 0;
    }
    const moved = (entry: number) => (entry <= top ? (place[entry] ?? -1) : -1);
    const leaves = this.leaves.map(({ node, month, entry }) => ({ node, month, entry: moved(entry) }));
    return {
      ...tape,
      leaves: leaves.filter(({ entry }) => entry >= 0),
      picks: new Map([...picks].map(([id, entry]) => [id, moved(entry)] as const).filter(([, entry]) => entry >= 0)),
    };
  }

  private isZero(entry: number): boolean {
    return this.ops[entry] === OP.constant && this.lows[entry] === 0 && this.highs[entry] === 0;
  }

  /** The same operation on the same entries is one entry: what is repeated month by month may be one value. */
  private put(op: number, a: number, b: number, low = 0, high = 0): number {
    if (op <= OP.constant) return this.append(op, a, b, low, high);
    const cell = this.cellOf(op, a, b);
    const known = this.operations[cell] as number;
    if (known > 0) return known - 1;
    const entry = this.append(op, a, b, low, high);
    this.operations[cell] = entry + 1;
    this.operationCount += 1;
    if (2 * this.operationCount > this.operations.length) this.grow();
    return entry;
  }

  /** The cell of an operation, or the empty one it belongs in. */
  private cellOf(op: number, a: number, b: number): number {
    const { operations, ops, as, bs } = this;
    const last = operations.length - 1;
    let cell = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(op, 0xc2b2ae35)) & last;
    for (;;) {
      const entry = (operations[cell] as number) - 1;
      if (entry < 0 || (as[entry] === a && bs[entry] === b && ops[entry] === op)) return cell;
      cell = (cell + 1) & last;
    }
  }

  private grow(): void {
    const before = this.operations;
    this.operations = new Int32Array(2 * before.length);
    for (const place of before) {
      if (place === 0) continue;
      const entry = place - 1;
      this.operations[this.cellOf(this.ops[entry] ?? 0, this.as[entry] ?? 0, this.bs[entry] ?? 0)] = place;
    }
  }

  private append(op: number, a: number, b: number, low: number, high: number): number {
    this.ops.push(op);
    this.as.push(a);
    this.bs.push(b);
    this.lows.push(low);
    this.highs.push(high);
    return this.ops.length - 1;
  }
}

/** What a number rounded to a double can have been. */
export function pointRange(value: number, isWhole: boolean): { readonly low: number; readonly high: number } {
  const isExact = isWhole && Number.isSafeInteger(value);
  return isExact ? { low: value, high: value } : { low: below(value), high: above(value) };
}

const EPSILON = 2 ** -52;

/** A double that is surely greater than everything that rounds to a value. */
export function above(value: number): number {
  return value + (Math.abs(value) * EPSILON + Number.MIN_VALUE);
}

/** A double that is surely less than everything that rounds to a value. */
export function below(value: number): number {
  return value - (Math.abs(value) * EPSILON + Number.MIN_VALUE);
}
