import { above, below, type GoalTape, OP } from './goal-tape.ts';

/** Room for one pass over a tape: every entry's range, and the range of the goal's derivative by it. */
export interface TapeRanges {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly slopeLow: Float64Array;
  readonly slopeHigh: Float64Array;
}

export function roomFor(tape: GoalTape): TapeRanges {
  return {
    low: Float64Array.from(tape.low),
    high: Float64Array.from(tape.high),
    slopeLow: new Float64Array(tape.length),
    slopeHigh: new Float64Array(tape.length),
  };
}

/**
 * Bounds of the goal with every leaf in a range of its own, in the order of the leaves; undefined where some divisor may be zero,
 * so that the goal may have no value.
 */
export function boundsAt(
  tape: GoalTape,
  leaves: readonly { readonly low: number; readonly high: number }[],
): { readonly low: number; readonly high: number } | undefined {
  const room = roomFor(tape);
  for (const [i, { entry }] of tape.leaves.entries()) {
    room.low[entry] = leaves[i]?.low ?? Number.NEGATIVE_INFINITY;
    room.high[entry] = leaves[i]?.high ?? Number.POSITIVE_INFINITY;
  }
  runForwards(tape, room);
  for (let i = 0; i < tape.length; i++) {
    const divisor = tape.b[i] ?? 0;
    const beside = tape.op[i] === OP.share ? (tape.a[i] ?? 0) : -1;
    if (tape.op[i] !== OP.divide && beside < 0) continue;
    const low = down((room.low[divisor] ?? 0) + (room.low[beside] ?? 0));
    const high = up((room.high[divisor] ?? 0) + (room.high[beside] ?? 0));
    if (low <= 0 && high >= 0) return undefined;
  }
  return { low: room.low[tape.length - 1] ?? 0, high: room.high[tape.length - 1] ?? 0 };
}

/**
 * Ranges of all entries from those of the leaves, which stand in `ranges` already; every step is rounded outward.
 * Nothing is assumed of a quotient whose divisor may be zero.
 */
export function runForwards({ op, a, b, length }: GoalTape, { low, high }: TapeRanges): void {
  for (let i = 0; i < length; i++) {
    const kind = op[i] as number;
    if (kind <= OP.constant) continue;
    const x = a[i] as number;
    const y = b[i] as number;
    const xLow = low[x] as number;
    const xHigh = high[x] as number;
    const yLow = low[y] as number;
    const yHigh = high[y] as number;
    switch (kind) {
      case OP.add:
        low[i] = down(xLow + yLow);
        high[i] = up(xHigh + yHigh);
        break;
      case OP.subtract:
        low[i] = down(xLow - yHigh);
        high[i] = up(xHigh - yLow);
        break;
      case OP.multiply:
        product(xLow, xHigh, yLow, yHigh);
        low[i] = PRODUCT.low;
        high[i] = PRODUCT.high;
        if (x === y && (low[i] ?? 0) < 0) low[i] = 0;
        break;
      case OP.divide:
        quotient(xLow, xHigh, yLow, yHigh);
        low[i] = PRODUCT.low;
        high[i] = PRODUCT.high;
        break;
      case OP.negate:
        low[i] = -xHigh;
        high[i] = -xLow;
        break;
      case OP.minimum:
        low[i] = xLow < yLow ? xLow : yLow;
        high[i] = xHigh < yHigh ? xHigh : yHigh;
        break;
      case OP.maximum:
        low[i] = xLow > yLow ? xLow : yLow;
        high[i] = xHigh > yHigh ? xHigh : yHigh;
        break;
      case OP.pick:
        low[i] = xLow < yLow ? xLow : yLow;
        high[i] = xHigh > yHigh ? xHigh : yHigh;
        break;
      case OP.share:
        share(xLow, xHigh, yLow, yHigh);
        low[i] = PRODUCT.low;
        high[i] = PRODUCT.high;
        break;
      default:
    }
  }
}

/** Ranges of the goal's derivatives by all entries, over everything the ranges allow: all paths to an entry are added up. */
export function runBackwards({ op, a, b, length }: GoalTape, ranges: TapeRanges): void {
  const { low, high, slopeLow, slopeHigh } = ranges;
  slopeLow.fill(0);
  slopeHigh.fill(0);
  slopeLow[length - 1] = 1;
  slopeHigh[length - 1] = 1;
  for (let i = length - 1; i >= 0; i--) {
    const given = slopeLow[i] as number;
    const most = slopeHigh[i] as number;
    const kind = op[i] as number;
    if (kind <= OP.constant || (given === 0 && most === 0)) continue;
    const x = a[i] as number;
    const y = b[i] as number;
    const xLow = low[x] as number;
    const xHigh = high[x] as number;
    const yLow = low[y] as number;
    const yHigh = high[y] as number;
    switch (kind) {
      case OP.add:
        collect(ranges, x, given, most);
        collect(ranges, y, given, most);
        break;
      case OP.subtract:
        collect(ranges, x, given, most);
        collect(ranges, y, -most, -given);
        break;
      case OP.negate:
        collect(ranges, x, -most, -given);
        break;
      case OP.multiply:
        product(given, most, yLow, yHigh);
        collect(ranges, x, PRODUCT.low, PRODUCT.high);
        product(given, most, xLow, xHigh);
        collect(ranges, y, PRODUCT.low, PRODUCT.high);
        break;
      case OP.divide: {
        quotient(given, most, yLow, yHigh);
        collect(ranges, x, PRODUCT.low, PRODUCT.high);
        // −x ÷ y²: the quotient's own range times −1 ÷ y.
        quotient(low[i] ?? 0, high[i] ?? 0, yLow, yHigh);
        product(given, most, -PRODUCT.high, -PRODUCT.low);
        collect(ranges, y, PRODUCT.low, PRODUCT.high);
        break;
      }
      case OP.share: {
        // y ÷ (x + y)² and −x ÷ (x + y)².
        const least = down(xLow + yLow);
        const most2 = up(xHigh + yHigh);
        share(yLow, yHigh, xLow, xHigh);
        quotient(PRODUCT.low, PRODUCT.high, least, most2);
        product(given, most, PRODUCT.low, PRODUCT.high);
        collect(ranges, x, PRODUCT.low, PRODUCT.high);
        quotient(low[i] ?? 0, high[i] ?? 0, least, most2);
        product(given, most, -PRODUCT.high, -PRODUCT.low);
        collect(ranges, y, PRODUCT.low, PRODUCT.high);
        break;
      }
      case OP.minimum:
        chosen(ranges, x, xHigh <= yLow, xLow > yHigh, given, most);
        chosen(ranges, y, yHigh < xLow, yLow >= xHigh, given, most);
        break;
      case OP.maximum:
        chosen(ranges, x, xLow >= yHigh, xHigh < yLow, given, most);
        chosen(ranges, y, yLow > xHigh, yHigh <= xLow, given, most);
        break;
      case OP.pick:
        chosen(ranges, x, false, false, given, most);
        chosen(ranges, y, false, false, given, most);
        break;
      default:
    }
  }
}

/** Adds what a choice between two gives to one of them: all of it, nothing, or any share. */
function chosen(ranges: TapeRanges, entry: number, always: boolean, never: boolean, low: number, high: number): void {
  if (never) return;
  if (always) collect(ranges, entry, low, high);
  else collect(ranges, entry, Math.min(0, low), Math.max(0, high));
}

function collect({ slopeLow, slopeHigh }: TapeRanges, entry: number, low: number, high: number): void {
  slopeLow[entry] = down((slopeLow[entry] as number) + low);
  slopeHigh[entry] = up((slopeHigh[entry] as number) + high);
}

/** Result of the last product or quotient, kept out of the heap. */
const PRODUCT = { low: 0, high: 0 };

function product(xLow: number, xHigh: number, yLow: number, yHigh: number): void {
  if (xLow >= 0 && yLow >= 0) {
    // Both on one side of zero, which is the rule: two products do.
    ends(times(xLow, yLow), times(xHigh, yHigh));
    return;
  }
  const p = times(xLow, yLow);
  const q = times(xLow, yHigh);
  const r = times(xHigh, yLow);
  const s = times(xHigh, yHigh);
  ends(Math.min(p, q, r, s), Math.max(p, q, r, s));
}

/** A divisor that may be exactly zero at one end is taken without it: there is no value there. */
function quotient(xLow: number, xHigh: number, yLow: number, yHigh: number): void {
  if (yLow > 0 && xLow >= 0) ends(xLow / yHigh, Math.max(xHigh / yLow, xHigh > 0 ? Number.MIN_VALUE : 0));
  else if (yLow >= 0 && yHigh > 0)
    product(xLow, xHigh, Math.max(0, below(1 / yHigh)), yLow === 0 ? Number.POSITIVE_INFINITY : above(1 / yLow));
  else if (yHigh <= 0 && yLow < 0)
    product(xLow, xHigh, yHigh === 0 ? Number.NEGATIVE_INFINITY : below(1 / yHigh), Math.min(0, above(1 / yLow)));
  else ends(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
}

/** x ÷ (x + y), which is between 0 and 1 and moves one way with each, where neither is negative. */
function share(xLow: number, xHigh: number, yLow: number, yHigh: number): void {
  if (xLow >= 0 && yLow >= 0) {
    const low = xLow === 0 || yHigh === Number.POSITIVE_INFINITY ? 0 : down(xLow / up(xLow + yHigh));
    const high =
      xHigh === 0 ? 0 : yLow === 0 || xHigh === Number.POSITIVE_INFINITY ? 1 : Math.min(1, up(xHigh / down(xHigh + yLow)));
    PRODUCT.low = low;
    PRODUCT.high = high;
  } else quotient(xLow, xHigh, down(xLow + yLow), up(xHigh + yHigh));
}

function ends(low: number, high: number): void {
  PRODUCT.low = down(low);
  PRODUCT.high = up(high);
}

/** Zero times infinity is zero here: the infinite end stands for values that are all finite. Nothing else becomes zero. */
function times(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const value = a * b;
  return value === 0 ? Math.sign(a) * Math.sign(b) * Number.MIN_VALUE : value;
}

/** Exact zeros keep their sign; what is not a number says nothing. */
function down(value: number): number {
  if (value === 0) return 0;
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : below(value);
}

function up(value: number): number {
  if (value === 0) return 0;
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : above(value);
}
