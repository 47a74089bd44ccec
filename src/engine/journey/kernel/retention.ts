import type { RetentionAnswer, RetentionQuestion } from '#core/journey/retention-question.ts';
import { BucketFinder } from './bucket-finder.ts';
import { dimensionIndex, type Vocabulary } from './event-part.ts';
import type { Kernel, KernelContext, Pass } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';
import { compareTexts } from './text-rank.ts';

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

class RetentionPass implements Pass<RetentionPartial> {
  private readonly buckets: number;
  private readonly finder: BucketFinder;
  private readonly ranks: readonly Uint32Array[];
  private readonly sums: RetentionPartial;

  constructor({ edges, bornIs }: RetentionQuestion, context: KernelContext) {
    this.finder = new BucketFinder(edges);
    this.buckets = this.finder.buckets;
    this.ranks = conditionDimensions(bornIs, context.vocabulary).map(dimension => context.ranks(dimension));
    const cells = this.buckets * this.buckets;
    this.sums = {
      born: new Float64Array(this.buckets),
      people: new Float64Array(cells),
      events: new Float64Array(cells),
      value: new Float64Array(cells),
    };
  }

  block(block: PeopleBlock): void {
    for (let i = 0; i < block.people; i++) this.person(block, block.from[i] as number, block.from[i + 1] as number);
  }

  partial(): RetentionPartial {
    return this.sums;
  }

  private person(block: PeopleBlock, from: number, to: number): void {
    const { time, mask, value } = block;
    const { buckets, finder } = this;
    const { born } = this.sums;
    let first = from;
    while (first < to && ((mask[first] as number) & BORN) === 0) first++;
    if (first === to) return;
    const birth = time[first] as number;
    const cohort = finder.of(birth);
    if (cohort < 0) return;
    if (this.ranks.length > 0 && ((mask[this.least(block, first, to)] as number) & MEETS) === 0) return;
    born[cohort] = (born[cohort] as number) + 1;
    while (first > from && time[first - 1] === birth) first--;
    // Rows of one bucket follow each other; they are added up before they are entered.
    let bucket = -1;
    let edge = Number.NEGATIVE_INFINITY;
    let count = 0;
    let sum = 0;
    for (let row = first; row < to; row++) {
      if (((mask[row] as number) & BACK) === 0) continue;
      const moment = time[row] as number;
      if (moment >= edge) {
        if (count > 0) this.enter(cohort * buckets + bucket, count, sum);
        count = 0;
        sum = 0;
        bucket = finder.of(moment);
        if (bucket < 0) break;
        edge = finder.end(bucket);
      }
      count++;
      const amount = value[row] as number;
      if (!Number.isNaN(amount)) sum += amount;
    }
    if (count > 0) this.enter(cohort * buckets + bucket, count, sum);
  }

  private enter(cell: number, count: number, sum: number): void {
    const { people, events, value } = this.sums;
    people[cell] = (people[cell] as number) + 1;
    events[cell] = (events[cell] as number) + count;
    value[cell] = (value[cell] as number) + sum;
  }

  /** Of the beginning's rows of the first moment, the least by the dimensions of the conditions. [JRN-21] */
  private least(block: PeopleBlock, first: number, to: number): number {
    let least = first;
    for (let row = first + 1; row < to && block.time[row] === block.time[first]; row++) {
      if (((block.mask[row] as number) & BORN) === 0) continue;
      for (let d = 0; d < this.ranks.length; d++) {
        const [ranks, column] = [this.ranks[d] as Uint32Array, block.columns[d] as Uint32Array];
        const order = (ranks[column[row] as number] as number) - (ranks[column[least] as number] as number);
        if (order < 0) least = row;
        if (order !== 0) break;
      }
    }
    return least;
  }
}
