import { add, compareRationals, divide, type Rational, rational, toNumber } from '../number/rational.ts';
import { type BentEntry, bentEntries, extremeEnd, lastReaders } from './bent-entries.ts';
import { type End, type GoalTape, pointRange } from './goal-tape.ts';
import { roomFor, runBackwards, runForwards, type TapeRanges } from './tape-ranges.ts';

/** What each leaf of a tape may be; an absent end is open. */
export interface LeafRange {
  readonly low?: Rational;
  readonly high?: Rational;
}

/** One case inside the ranges: a value for every leaf, and which end a level takes whose months differ. */
export interface TapeCase {
  readonly values: readonly (Rational | undefined)[];
  readonly picks: ReadonlyMap<string, End>;
}

export type SearchResult =
  /** Every allowed case meets the limit; `parts`: into how many ranges they had to be cut to see it. */
  | { readonly kind: 'proven'; readonly parts: number }
  | { readonly kind: 'miss'; readonly found: TapeCase }
  | { readonly kind: 'unknown' };

/** Operations a search may take before it gives up: about a tenth of a second. */
const EFFORT = 2_000_000;

/** How many operations an exact calculation is worth. */
const EXACT = 20;

/**
 * Whether a goal stays on the right side of a limit in every case its drivers' ranges allow. [VER-12]
 *
 * Where the goal's derivative by a driver's month has one sign over a whole box of ranges, the worst case lies on the face where
 * that month stands at its harmful end; with it fixed, other derivatives get narrower. What remains is cut in half. Boxes are
 * settled by their outward-rounded bound, or exactly when every month is fixed (`exact`). A proof is certain, and so is a miss.
 */
export function searchWorst(
  tape: GoalTape,
  ranges: readonly LeafRange[],
  side: End,
  limit: Rational,
  exact: (found: TapeCase) => Rational | undefined,
): SearchResult {
  return new Search(tape, side, limit, exact).run(ranges);
}

/** The ends at which leaves and levels over the period are surely worst, over everything the ranges allow; undefined = it depends. */
export interface SureEnds {
  readonly leaves: readonly (End | undefined)[];
  readonly picks: ReadonlyMap<string, End | undefined>;
  /** Leaves that make no difference, whatever they are. */
  readonly idle: ReadonlySet<number>;
}

export function sureEnds(tape: GoalTape, ranges: readonly LeafRange[], side: End): SureEnds {
  return new Search(tape, side, rational(0), () => undefined).sure(ranges);
}

/** Which way the goal moves with each leaf, from one look at all ranges, none of them fixed; undefined = it depends. */
export function sureSlopes(tape: GoalTape, ranges: readonly LeafRange[]): readonly ('up' | 'down' | 'none' | undefined)[] {
  const { leaves, idle } = new Search(tape, 'low', rational(0), () => undefined).sure(ranges, 1);
  return leaves.map((end, i) => (idle.has(i) ? 'none' : end && (end === 'low' ? 'up' : 'down')));
}

interface Box {
  readonly ranges: readonly LeafRange[];
  /** The same as doubles, see `spansOf`. */
  readonly spans: Float64Array;
  /** Which end each leaf stands at; undefined = it may be anywhere. */
  readonly ends: readonly (End | undefined)[];
}

class Search {
  private readonly tape: GoalTape;
  private readonly side: End;
  private readonly limit: Rational;
  private readonly limitRange: { readonly low: number; readonly high: number };
  private readonly exact: (found: TapeCase) => Rational | undefined;
  private readonly room: TapeRanges;
  private readonly idle = new Set<number>();
  private effort = 0;

  constructor(tape: GoalTape, side: End, limit: Rational, exact: (found: TapeCase) => Rational | undefined) {
    this.tape = tape;
    this.side = side;
    this.limit = limit;
    this.limitRange = pointRange(toNumber(limit), limit.denominator === 1n);
    this.exact = found => {
      this.effort += EXACT * tape.length;
      return exact(found);
    };
    this.room = roomFor(tape);
  }

  run(ranges: readonly LeafRange[]): SearchResult {
    const open: Box[] = [{ ranges, spans: spansOf(ranges), ends: ranges.map(() => undefined) }];
    let parts = 0;
    for (let box = open.pop(); box; box = open.pop()) {
      const settled = this.settle(box);
      if (settled === 'proven') {
        parts += 1;
        continue;
      }
      if (settled === 'unknown' || this.effort > EFFORT) return { kind: 'unknown' };
      if ('found' in settled) return { kind: 'miss', found: settled.found };
      open.push(...settled.halves);
    }
    return { kind: 'proven', parts };
  }

  sure(ranges: readonly LeafRange[], rounds = Number.POSITIVE_INFINITY): SureEnds {
    const ends: (End | undefined)[] = ranges.map(() => undefined);
    const spans = spansOf(ranges);
    for (let round = 0; round < rounds; round++) {
      this.forwards(spans, ends);
      this.backwards();
      if (!this.fix(ranges, ends) && (rounds === 1 || !this.fixBent(ranges, ends))) break;
      // With everything told, narrower ranges would tell the same.
      if (ends.every(end => end) && [...this.tape.picks.values()].every(entry => this.harmful(entry))) break;
    }
    return {
      leaves: ends,
      picks: new Map([...this.tape.picks].map(([node, entry]) => [node, this.harmful(entry)])),
      idle: this.idle,
    };
  }

  private settle(box: Box): 'proven' | 'unknown' | { readonly found: TapeCase } | { readonly halves: readonly Box[] } {
    const ends = [...box.ends];
    for (;;) {
      this.forwards(box.spans, ends);
      if (this.holds()) return 'proven';
      if (this.effort > EFFORT) return 'unknown';
      this.backwards();
      if (!this.fix(box.ranges, ends) && !this.fixBent(box.ranges, ends)) break;
    }
    const { ranges } = box;
    if (ends.some((end, i) => end && !ranges[i]?.[end])) return 'unknown';
    const free = ends.flatMap((end, i) => (end ? [] : [i]));
    const worst = this.caseAt(ranges, ends);
    if (!worst) return 'unknown';
    if (free.length === 0) {
      if (this.hasOpenPick()) return 'unknown';
      const value = this.exact(worst);
      if (!value) return 'unknown';
      return this.misses(value) ? { found: worst } : 'proven';
    }
    const place = this.widest(free, ranges);
    if (place === undefined) return 'unknown';
    if (this.looksMissed(worst)) {
      const value = this.exact(worst);
      if (value && this.misses(value)) return { found: worst };
    }
    return { halves: halves({ ranges, spans: box.spans, ends }, place) };
  }

  /** Fixes leaves by which the goal moves one way only; false when there was none. */
  private fix(ranges: readonly LeafRange[], ends: (End | undefined)[]): boolean {
    let isNew = false;
    const { leaves } = this.tape;
    for (let i = 0; i < leaves.length; i++) {
      if (ends[i]) continue;
      const entry = leaves[i]?.entry ?? 0;
      const isIdle = this.room.slopeLow[entry] === 0 && this.room.slopeHigh[entry] === 0;
      const end = isIdle ? (ranges[i]?.low ? 'low' : 'high') : this.harmful(entry);
      if (!end) continue;
      if (isIdle) this.idle.add(i);
      ends[i] = end;
      isNew = true;
    }
    return isNew;
  }

  /**
   * Fixes leaves that bend the goal: where every way from a leaf to the goal leads through one entry, and the goal moves one way with
   * that entry, the leaf stands where the entry is least (or most), if that is certainly one of its ends.
   */
  private fixBent(ranges: readonly LeafRange[], ends: (End | undefined)[]): boolean {
    let isNew = false;
    const { leaves } = this.tape;
    for (let i = 0; i < leaves.length; i++) {
      if (ends[i]) continue;
      const leaf = leaves[i]?.entry ?? 0;
      const { low, high } = ranges[i] ?? {};
      if (!low || !high) continue;
      const from = rangeOf(low);
      const to = rangeOf(high);
      for (const { top, entries } of this.bentOf(leaf)) {
        const wanted = this.harmful(top);
        if (!wanted) continue;
        this.effort += 64 * entries.length;
        const end = extremeEnd(this.tape, this.room, entries, leaf, from, to, wanted);
        if (!end) continue;
        ends[i] = end;
        isNew = true;
        break;
      }
    }
    return isNew;
  }

  private bentOf(leaf: number): readonly BentEntry[] {
    const bent = BENT.get(this.tape) ?? { last: lastReaders(this.tape), entries: new Map<number, readonly BentEntry[]>() };
    BENT.set(this.tape, bent);
    const known = bent.entries.get(leaf) ?? bentEntries(this.tape, leaf, bent.last);
    bent.entries.set(leaf, known);
    return known;
  }

  /** The end of an entry that is worst for the goal everywhere in the ranges; undefined where that depends. */
  private harmful(entry: number): End | undefined {
    if ((this.room.slopeLow[entry] ?? 0) >= 0) return this.side;
    return (this.room.slopeHigh[entry] ?? 0) <= 0 ? opposite(this.side) : undefined;
  }

  /** The case with every open leaf at the end that looks worse from here. */
  private caseAt(ranges: readonly LeafRange[], ends: readonly (End | undefined)[]): TapeCase | undefined {
    const guess = (entry: number): End => this.harmful(entry) ?? (this.middleSlope(entry) >= 0 ? this.side : opposite(this.side));
    const values = this.tape.leaves.map(({ entry }, i) => ranges[i]?.[ends[i] ?? guess(entry)]);
    return { values, picks: new Map([...this.tape.picks].map(([node, entry]) => [node, guess(entry)])) };
  }

  private hasOpenPick(): boolean {
    return [...this.tape.picks.values()].some(
      entry => this.harmful(entry) === undefined && this.room.low[entry] !== this.room.high[entry],
    );
  }

  private looksMissed({ values }: TapeCase): boolean {
    if (values.some(value => !value)) return false;
    this.forwards(spansOf(values.map(value => (value ? { low: value, high: value } : {}))), []);
    const top = this.tape.length - 1;
    return this.side === 'low'
      ? (this.room.low[top] ?? 0) < this.limitRange.high
      : (this.room.high[top] ?? 0) > this.limitRange.low;
  }

  /** The open leaf whose range matters most; undefined when one has no end. */
  private widest(free: readonly number[], ranges: readonly LeafRange[]): number | undefined {
    let best: number | undefined;
    let most = -1;
    for (const i of free) {
      const { low, high } = ranges[i] ?? {};
      if (!low || !high) return undefined;
      const entry = this.tape.leaves[i]?.entry ?? 0;
      const slope = Math.max(Math.abs(this.room.slopeLow[entry] ?? 0), Math.abs(this.room.slopeHigh[entry] ?? 0));
      const weight = (toNumber(high) - toNumber(low)) * Math.min(slope, Number.MAX_VALUE);
      if (weight > most) [best, most] = [i, weight];
    }
    return best;
  }

  private forwards(spans: Float64Array, ends: readonly (End | undefined)[]): void {
    this.effort += this.tape.length + 2 * this.tape.leaves.length;
    const { low, high } = this.room;
    const { leaves } = this.tape;
    for (let i = 0; i < leaves.length; i++) {
      const entry = leaves[i]?.entry ?? 0;
      const end = ends[i];
      low[entry] = spans[4 * i + (end === 'high' ? 2 : 0)] as number;
      high[entry] = spans[4 * i + (end === 'low' ? 1 : 3)] as number;
    }
    runForwards(this.tape, this.room);
  }

  private backwards(): void {
    this.effort += 2 * this.tape.length;
    runBackwards(this.tape, this.room);
  }

  private holds(): boolean {
    const top = this.tape.length - 1;
    return this.side === 'low'
      ? (this.room.low[top] ?? 0) >= this.limitRange.high
      : (this.room.high[top] ?? 0) <= this.limitRange.low;
  }

  private misses(value: Rational): boolean {
    const order = compareRationals(value, this.limit);
    return this.side === 'low' ? order < 0 : order > 0;
  }

  private middleSlope(entry: number): number {
    const [low, high] = [this.room.slopeLow[entry] ?? 0, this.room.slopeHigh[entry] ?? 0];
    if (Number.isFinite(low) && Number.isFinite(high)) return low + high;
    return Number.isFinite(low) ? 1 : -1;
  }
}

/** Where leaves bend a goal is the tape's own affair, whatever the ranges. */
const BENT = new WeakMap<GoalTape, { readonly last: Int32Array; readonly entries: Map<number, readonly BentEntry[]> }>();

const TWO = rational(2);

function halves({ ranges, spans, ends }: Box, place: number): readonly Box[] {
  const { low, high } = ranges[place] ?? {};
  const sum = low && high && add(low, high);
  const middle = sum && divide(sum, TWO);
  if (!low || !high || !middle) return [];
  const cut = (range: LeafRange): Box => {
    const own = spans.slice();
    own.set(spansOf([range]), 4 * place);
    return { ranges: ranges.map((other, i) => (i === place ? range : other)), spans: own, ends };
  };
  return [cut({ low: middle, high }), cut({ low, high: middle })];
}

/** Of every range the least and most that its low end can be as a double, then its high end; an open end is infinite. */
function spansOf(ranges: readonly LeafRange[]): Float64Array {
  const spans = new Float64Array(4 * ranges.length);
  for (let i = 0; i < ranges.length; i++) {
    const range = ranges[i];
    const from = range?.low ? rangeOf(range.low) : OPEN;
    const to = range?.high ? rangeOf(range.high) : OPEN;
    spans[4 * i] = from.low;
    spans[4 * i + 1] = from.high;
    spans[4 * i + 2] = to.low;
    spans[4 * i + 3] = to.high;
  }
  return spans;
}

function opposite(end: End): End {
  return end === 'low' ? 'high' : 'low';
}

/** An end that is open: nothing is known of a value there. */
const OPEN = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

const RANGES = new WeakMap<Rational, { readonly low: number; readonly high: number }>();

/** A fraction's range as doubles; the same few fractions come back in every pass. */
export function rangeOf(value: Rational): { readonly low: number; readonly high: number } {
  const known = RANGES.get(value) ?? pointRange(toNumber(value), value.denominator === 1n);
  RANGES.set(value, known);
  return known;
}
