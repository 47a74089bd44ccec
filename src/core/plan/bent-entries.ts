import { type End, type GoalTape, OP } from './goal-tape.ts';
import { roomFor, runBackwards, runForwards, type TapeRanges } from './tape-ranges.ts';

/** A piece of a tape through whose top alone a leaf reaches the goal. */
export interface BentEntry {
  readonly top: number;
  /** The entries that depend on the leaf, up to the top, in order. */
  readonly entries: Int32Array;
}

/** For every entry the last one that reads it. */
export function lastReaders({ op, a, b, length }: GoalTape): Int32Array {
  const last = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    if ((op[i] ?? 0) <= OP.constant) continue;
    last[a[i] ?? 0] = i;
    last[b[i] ?? 0] = i;
  }
  return last;
}

/** The entries through which alone a leaf reaches the goal, the nearest first: a few of them, not too far up. */
export function bentEntries({ op, a, b, length }: GoalTape, leaf: number, last: Int32Array): readonly BentEntry[] {
  const found: BentEntry[] = [];
  const entries: number[] = [];
  const isAbove = new Set([leaf]);
  let furthest = last[leaf] ?? 0;
  for (let i = leaf + 1; i < Math.min(length, leaf + FURTHEST) && entries.length < LONGEST && found.length < TOPS; i++) {
    if ((op[i] ?? 0) <= OP.constant || !(isAbove.has(a[i] ?? 0) || isAbove.has(b[i] ?? 0))) continue;
    isAbove.add(i);
    entries.push(i);
    // Nothing below reads past this entry: every way to the goal leads through it.
    if (i === furthest) found.push({ top: i, entries: Int32Array.from(entries) });
    furthest = Math.max(furthest, last[i] ?? 0);
  }
  return found;
}

const LONGEST = 400;
const FURTHEST = 20_000;
const TOPS = 6;

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Into how many pieces a range is cut. */
const PIECES = 16;

/**
 * The end of a leaf's range at which an entry is certainly least (`low`) or most (`high`); undefined where it may be between.
 * The range is cut into pieces; those at the two ends are told by the sign of the slope, all others by their bound.
 */
export function extremeEnd(
  tape: GoalTape,
  { low, high }: TapeRanges,
  entries: Int32Array,
  leaf: number,
  from: Range,
  to: Range,
  wanted: End,
): End | undefined {
  if (!Number.isFinite(from.low) || !Number.isFinite(to.high)) return undefined;
  const part = partOf(tape, entries, leaf, low, high);
  const sign = wanted === 'low' ? 1 : -1;
  // The least of the entry, or of its opposite, over a piece; and the most.
  const over = (a: number, b: number): Range => {
    const { low: least, high: most } = part.range(a, b);
    return sign === 1 ? { low: least, high: most } : { low: -most, high: -least };
  };
  const [atLow, atHigh] = [over(from.low, from.high), over(to.low, to.high)];
  const best = atLow.high <= atHigh.low ? 'low' : atHigh.high <= atLow.low ? 'high' : undefined;
  if (!best) return undefined;
  const bound = best === 'low' ? atLow.high : atHigh.high;
  const isClear = (a: number, b: number, depth: number): boolean => {
    if (over(a, b).low >= bound) return true;
    const slope = part.slope(a, b);
    const rises = sign === 1 ? slope.low >= 0 : slope.high <= 0;
    const falls = sign === 1 ? slope.high <= 0 : slope.low >= 0;
    // Rising away from the best end, or towards an end of the piece that is no better.
    if (rises && best === 'low' && a <= from.high) return true;
    if (falls && best === 'high' && b >= to.low) return true;
    if (rises) return over(a, a).low >= bound;
    if (falls) return over(b, b).low >= bound;
    if (depth === 0) return false;
    const middle = (a + b) / 2;
    return isClear(a, middle, depth - 1) && isClear(middle, b, depth - 1);
  };
  const step = (to.high - from.low) / PIECES;
  for (let piece = 0; piece < PIECES; piece++) {
    const [a, b] = [from.low + piece * step, piece === PIECES - 1 ? to.high : from.low + (piece + 1) * step];
    if (!isClear(a, b, 6)) return undefined;
  }
  return best;
}

/** The piece of a tape between a leaf and an entry as a tape of its own; what it reads besides are constants. */
interface Piece {
  readonly own: GoalTape;
  readonly room: TapeRanges;
  /** Places of constants, and the entries of the whole tape whose ranges they have. */
  readonly places: Int32Array;
  readonly read: Int32Array;
}

const PIECES_OF = new WeakMap<Int32Array, Piece>();

function pieceOf(tape: GoalTape, entries: Int32Array, leaf: number): Piece {
  const place = new Map<number, number>([[leaf, 0]]);
  const [op, a, b] = [[OP.leaf as number], [0], [0]];
  const [places, read]: [number[], number[]] = [[], []];
  const at = (entry: number): number => {
    const known = place.get(entry);
    if (known !== undefined) return known;
    place.set(entry, op.length);
    places.push(op.length);
    read.push(entry);
    op.push(OP.constant);
    a.push(0);
    b.push(0);
    return op.length - 1;
  };
  for (const entry of entries) {
    const x = at(tape.a[entry] ?? 0);
    const y = at(tape.b[entry] ?? 0);
    place.set(entry, op.length);
    op.push(tape.op[entry] ?? 0);
    a.push(x);
    b.push(y);
  }
  const own: GoalTape = {
    length: op.length,
    op: Uint8Array.from(op),
    a: Int32Array.from(a),
    b: Int32Array.from(b),
    low: new Float64Array(op.length),
    high: new Float64Array(op.length),
    leaves: [],
    picks: new Map(),
  };
  return { own, room: roomFor(own), places: Int32Array.from(places), read: Int32Array.from(read) };
}

function partOf(tape: GoalTape, entries: Int32Array, leaf: number, low: Float64Array, high: Float64Array) {
  const piece = PIECES_OF.get(entries) ?? pieceOf(tape, entries, leaf);
  PIECES_OF.set(entries, piece);
  const { own, room, places, read } = piece;
  for (let i = 0; i < places.length; i++) {
    room.low[places[i] as number] = low[read[i] as number] as number;
    room.high[places[i] as number] = high[read[i] as number] as number;
  }
  const forwards = (from: number, to: number) => {
    room.low[0] = from;
    room.high[0] = to;
    runForwards(own, room);
  };
  const top = own.length - 1;
  return {
    range: (from: number, to: number): Range => {
      forwards(from, to);
      return { low: room.low[top] ?? 0, high: room.high[top] ?? 0 };
    },
    slope: (from: number, to: number): Range => {
      forwards(from, to);
      runBackwards(own, room);
      return { low: room.slopeLow[0] ?? 0, high: room.slopeHigh[0] ?? 0 };
    },
  };
}
