import { type End, type GoalTape, OP } from '../plan/goal-tape.ts';
import type { NodeId } from '../plan/plan.ts';

/**
 * One case of a goal's tape in doubles: every entry's value, and the goal's derivative by it. [REP-07]
 * No rounding outward: good for finding a change, never for claiming that it suffices. What has no value is 0.
 */
export class PointTape {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  private readonly tape: GoalTape;
  /** 1: the entry takes the greater of two; for those that `pick`. */
  private readonly takesHigh: Uint8Array;

  /** `pick`: which end a level takes over the period where its months differ. */
  constructor(tape: GoalTape, pick: (node: NodeId) => End) {
    this.tape = tape;
    this.values = Float64Array.from(tape.low, (low, i) => finite((low + (tape.high[i] ?? 0)) / 2));
    this.slopes = new Float64Array(tape.length);
    this.takesHigh = new Uint8Array(tape.length);
    for (const [node, top] of tape.picks) {
      if (pick(node) === 'low') continue;
      for (let entry = top; tape.op[entry] === OP.pick; entry = tape.a[entry] ?? 0) this.takesHigh[entry] = 1;
    }
  }

  /** The goal's value. */
  get top(): number {
    return this.values[this.tape.length - 1] ?? 0;
  }

  /** The entries calculated from some others, in order. */
  above(entries: Iterable<number>): Int32Array {
    const { op, a, b, length } = this.tape;
    const isAbove = new Uint8Array(length);
    let first = length;
    for (const entry of entries) {
      isAbove[entry] = 1;
      first = Math.min(first, entry);
    }
    const found: number[] = [];
    for (let i = first + 1; i < length; i++) {
      if ((op[i] ?? 0) <= OP.constant || !(isAbove[a[i] ?? 0] || isAbove[b[i] ?? 0])) continue;
      isAbove[i] = 1;
      found.push(i);
    }
    return Int32Array.from(found);
  }

  /** Calculates all entries from the leaves, or some of them in the order they are given. */
  forwards(some?: Int32Array): void {
    const count = some ? some.length : this.tape.length;
    for (let k = 0; k < count; k++) this.calculate(some ? (some[k] ?? 0) : k);
  }

  private calculate(i: number): void {
    const { op, a, b } = this.tape;
    const { values } = this;
    const [x, y] = [values[a[i] ?? 0] ?? 0, values[b[i] ?? 0] ?? 0];
    switch (op[i]) {
      case OP.add:
        values[i] = x + y;
        break;
      case OP.subtract:
        values[i] = x - y;
        break;
      case OP.multiply:
        values[i] = x * y;
        break;
      case OP.divide:
        values[i] = finite(x / y);
        break;
      case OP.share:
        values[i] = finite(x / (x + y));
        break;
      case OP.negate:
        values[i] = -x;
        break;
      case OP.minimum:
        values[i] = Math.min(x, y);
        break;
      case OP.maximum:
        values[i] = Math.max(x, y);
        break;
      case OP.pick:
        values[i] = this.takesHigh[i] ? Math.max(x, y) : Math.min(x, y);
        break;
      default:
    }
  }

  /** Derivatives by all entries, from the values as they stand. */
  backwards(): void {
    const { op, a, b, length } = this.tape;
    const { values, slopes } = this;
    slopes.fill(0);
    slopes[length - 1] = 1;
    const give = (entry: number, slope: number): void => {
      slopes[entry] = (slopes[entry] ?? 0) + finite(slope);
    };
    for (let i = length - 1; i >= 0; i--) {
      const slope = slopes[i] ?? 0;
      if (slope === 0) continue;
      const [p, q] = [a[i] ?? 0, b[i] ?? 0];
      const [x, y] = [values[p] ?? 0, values[q] ?? 0];
      switch (op[i]) {
        case OP.add:
          give(p, slope);
          give(q, slope);
          break;
        case OP.subtract:
          give(p, slope);
          give(q, -slope);
          break;
        case OP.multiply:
          give(p, slope * y);
          give(q, slope * x);
          break;
        case OP.divide:
          give(p, slope / y);
          give(q, (-slope * x) / (y * y));
          break;
        case OP.share:
          give(p, (slope * y) / (x + y) ** 2);
          give(q, (-slope * x) / (x + y) ** 2);
          break;
        case OP.negate:
          give(p, -slope);
          break;
        case OP.minimum:
        case OP.maximum:
        case OP.pick: {
          const takesHigh = op[i] === OP.maximum || (op[i] === OP.pick && this.takesHigh[i] === 1);
          // Of two that are the same either may be the one that counts.
          const first = x === y ? 0.5 : x > y === takesHigh ? 1 : 0;
          give(p, slope * first);
          give(q, slope * (1 - first));
          break;
        }
        default:
      }
    }
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
