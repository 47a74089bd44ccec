import type { RetentionAnswer, RetentionQuestion } from '#core/journey/retention-question.ts';
import { BucketFinder } from './bucket-finder.ts';
import { dimensionIndex, type Vocabulary } from './event-part.ts';
import type { Kernel, KernelContext, RowsPass } from './kernel.ts';
import type { RowSlice } from './row-slice.ts';
import { compareTexts } from './text-rank.ts';
import { ValueCursor } from './value-cursor.ts';

/** Rows of `buckets` cells per cohort, by bucket of coming back. */
export interface RetentionPartial {
  readonly born: Float64Array;
  readonly people: Float64Array;
  readonly events: Float64Array;
  readonly value: Float64Array;
}

const BORN = 1;
const BACK = 2;
const MEETS = 4;

/** [JRN-20 … JRN-22] */
export const retentionKernel: Kernel<RetentionQuestion, RetentionPartial> = {
  reads: ({ born, bornIs = [], back }, vocabulary) => ({
    filters: [born, back, ...(bornIs.length > 0 ? [{ ...born, where: [...(born.where ?? []), ...bornIs] }] : [])],
    dimensions: conditionDimensions(bornIs, vocabulary),
    value: true,
    session: false,
  }),

  begin: (question, context) => new RetentionPass(question, context),

  answer: ({ edges }, partials): RetentionAnswer => {
    const buckets = Math.max(0, edges.length - 1);
    const sum = (of: keyof RetentionPartial, at: number) =>
      partials.reduce((total, partial) => total + (partial[of][at] ?? 0), 0);
    return {
      cohorts: Array.from({ length: buckets }, (_, cohort) => ({
        people: sum('born', cohort),
        cells: Array.from({ length: buckets - cohort }, (_, k) => {
          const at = cohort * buckets + cohort + k;
          return { people: sum('people', at), events: sum('events', at), value: sum('value', at) };
        }),
      })),
    };
  },
};

function conditionDimensions(conditions: RetentionQuestion['bornIs'], vocabulary: Vocabulary): readonly number[] {
  const ids = [...new Set((conditions ?? []).map(({ dimension }) => dimension))].sort(compareTexts);
  return ids.map(id => dimensionIndex(vocabulary, id));
}

class RetentionPass implements RowsPass<RetentionPartial> {
  private readonly buckets: number;
  private readonly finder: BucketFinder;
  private readonly dimensions: readonly number[];
  private readonly ranks: readonly Uint32Array[];
  private readonly sums: RetentionPartial;
  /** The person's cohort; −1 before it is known, −2 where there is none. */
  private cohort = UNKNOWN;
  /** Rows of one bucket follow each other: events and value of the latest one, which ends at `edge`, before they are entered. */
  private bucket = -1;
  private edge = Number.NEGATIVE_INFINITY;
  private events = 0;
  private value = 0;
  private readonly values = new ValueCursor();

  constructor({ edges, bornIs }: RetentionQuestion, context: KernelContext) {
    this.finder = new BucketFinder(edges);
    this.buckets = this.finder.buckets;
    this.dimensions = conditionDimensions(bornIs, context.vocabulary);
    this.ranks = this.dimensions.map(dimension => context.ranks(dimension));
    const cells = this.buckets * this.buckets;
    this.sums = {
      born: new Float64Array(this.buckets),
      people: new Float64Array(cells),
      events: new Float64Array(cells),
      value: new Float64Array(cells),
    };
  }

  begin(): void {
    this.cohort = UNKNOWN;
    this.edge = Number.NEGATIVE_INFINITY;
    this.events = 0;
    this.value = 0;
  }

  take(slice: RowSlice): void {
    let from = 0;
    if (this.cohort === UNKNOWN) {
      while (from < slice.count && ((slice.masks[from] as number) & BORN) === 0) from++;
      if (from === slice.count) return;
      this.cohort = this.cohortOf(slice, from);
      if (this.cohort >= 0) this.sums.born[this.cohort] = (this.sums.born[this.cohort] as number) + 1;
      const birth = timeAt(slice, from);
      while (from > 0 && timeAt(slice, from - 1) === birth) from--;
    }
    if (this.cohort >= 0) this.follow(slice, from);
  }

  end(): void {
    if (this.events > 0) this.enter(this.events, this.value);
  }

  partial(): RetentionPartial {
    return this.sums;
  }

  /** `first` is the first row of the beginning's moment that passes. */
  private cohortOf(slice: RowSlice, first: number): number {
    const cohort = this.finder.of(slice.part.base + timeAt(slice, first));
    if (cohort < 0) return NONE;
    if (this.ranks.length > 0 && ((slice.masks[this.least(slice, first)] as number) & MEETS) === 0) return NONE;
    return cohort;
  }

  private follow(slice: RowSlice, from: number): void {
    const { base, time } = slice.part;
    const { rows, masks, count, shift } = slice;
    const { values } = this;
    values.start(slice);
    let edge = this.edge - base;
    let [events, value] = [this.events, this.value];
    for (let i = from; i < count; i++) {
      if (((masks[i] as number) & BACK) === 0) continue;
      const row = (rows[i] as number) + shift;
      const since = time[row] as number;
      if (since >= edge) {
        if (events > 0) this.enter(events, value);
        events = 0;
        value = 0;
        this.bucket = this.finder.of(base + since);
        if (this.bucket < 0) {
          this.cohort = NONE;
          break;
        }
        edge = this.finder.end(this.bucket) - base;
      }
      events++;
      if (row < values.next) continue;
      const amount = values.of(row);
      if (!Number.isNaN(amount)) value += amount;
    }
    this.edge = edge + base;
    this.events = events;
    this.value = value;
  }

  private enter(events: number, value: number): void {
    const cell = this.cohort * this.buckets + this.bucket;
    const { sums } = this;
    sums.people[cell] = (sums.people[cell] as number) + 1;
    sums.events[cell] = (sums.events[cell] as number) + events;
    sums.value[cell] = (sums.value[cell] as number) + value;
  }

  /** Of the beginning's rows of the first moment, the least by the dimensions of the conditions. [JRN-21] */
  private least(slice: RowSlice, first: number): number {
    const { part, rows, masks, count, shift } = slice;
    let least = first;
    for (let i = first + 1; i < count && timeAt(slice, i) === timeAt(slice, first); i++) {
      if (((masks[i] as number) & BORN) === 0) continue;
      for (const [d, dimension] of this.dimensions.entries()) {
        const codes = part.dimensions[dimension];
        const rank = (at: number) => this.ranks[d]?.[codes?.[(rows[at] as number) + shift] ?? 0] ?? 0;
        const order = rank(i) - rank(least);
        if (order < 0) least = i;
        if (order !== 0) break;
      }
    }
    return least;
  }
}

const UNKNOWN = -1;
const NONE = -2;

function timeAt({ part, rows, shift }: RowSlice, i: number): number {
  return part.time[(rows[i] as number) + shift] as number;
}
