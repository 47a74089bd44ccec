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
    const { op, a, b, length } = this.tape;
    const { values, takesHigh } = this;
    const count = some ? some.length : length;
    for (let k = 0; k < count; k++) {
      const i = some ? (some[k] as number) : k;
      const kind = op[i] as number;
      if (kind <= OP.constant) continue;
      const x = values[a[i] as number] as number;
      const y = values[b[i] as number] as number;
      switch (kind) {
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
          values[i] = x < y ? x : y;
          break;
        case OP.maximum:
          values[i] = x > y ? x : y;
          break;
        case OP.pick:
          values[i] = x > y === (takesHigh[i] === 1) ? x : y;
          break;
        default:
      }
    }
  }

  /** Derivatives by all entries, from the values as they stand. */
  backwards(): void {
    const { op, a, b, length } = this.tape;
    const { values, slopes, takesHigh } = this;
    slopes.fill(0);
    slopes[length - 1] = 1;
    for (let i = length - 1; i >= 0; i--) {
      const slope = slopes[i] as number;
      if (slope === 0) continue;
      const p = a[i] as number;
      const q = b[i] as number;
      const x = values[p] as number;
      const y = values[q] as number;
      let toX = 0;
      let toY = 0;
      switch (op[i]) {
        case OP.add:
          toX = slope;
          toY = slope;
          break;
        case OP.subtract:
          toX = slope;
          toY = -slope;
          break;
        case OP.multiply:
          toX = slope * y;
          toY = slope * x;
          break;
        case OP.divide:
          toX = slope / y;
          toY = (-slope * x) / (y * y);
          break;
        case OP.share:
          toX = (slope * y) / (x + y) ** 2;
          toY = (-slope * x) / (x + y) ** 2;
          break;
        case OP.negate:
          toX = -slope;
          break;
        case OP.minimum:
        case OP.maximum:
        case OP.pick: {
          const isHigh = op[i] === OP.maximum || (op[i] === OP.pick && takesHigh[i] === 1);
          // Of two that are the same either may be the one that counts.
          const first = x === y ? 0.5 : x > y === isHigh ? 1 : 0;
          toX = slope * first;
          toY = slope * (1 - first);
          break;
        }
        default:
          continue;
      }
      slopes[p] = (slopes[p] as number) + finite(toX);
      slopes[q] = (slopes[q] as number) + finite(toY);
    }
  }
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
