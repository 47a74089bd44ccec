import type { RepeatAnswer, RepeatQuestion } from '#core/journey/repeat-question.ts';
import { BucketFinder } from './bucket-finder.ts';
import type { BlockPass, Kernel } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';

export interface RepeatPartial {
  readonly people: Float64Array;
  readonly again: Float64Array;
  readonly immature: Float64Array;
}

/** [JRN-50 … JRN-52] */
export const repeatKernel: Kernel<RepeatQuestion, RepeatPartial> = {
  reads: ({ event }) => ({ filters: [event], dimensions: [], value: false, session: false }),
  begin: question => new RepeatPass(question),
  answer: ({ edges }, partials): RepeatAnswer => {
    const sum = (of: keyof RepeatPartial, bucket: number) =>
      partials.reduce((total, partial) => total + (partial[of][bucket] ?? 0), 0);
    return {
      buckets: Array.from({ length: Math.max(0, edges.length - 1) }, (_, bucket) => ({
        people: sum('people', bucket),
        again: sum('again', bucket),
        immature: sum('immature', bucket),
      })),
    };
  },
};

class RepeatPass implements BlockPass<RepeatPartial> {
  private readonly question: RepeatQuestion;
  private readonly finder: BucketFinder;
  private readonly sums: RepeatPartial;

  constructor(question: RepeatQuestion) {
    this.question = question;
    this.finder = new BucketFinder(question.edges);
    const zeros = () => new Float64Array(this.finder.buckets);
    this.sums = { people: zeros(), again: zeros(), immature: zeros() };
  }

  block({ people, from, time }: PeopleBlock): void {
    const { asOf, base } = this.question;
    for (let i = 0; i < people; i++) {
      const end = from[i + 1] as number;
      let edge = Number.NEGATIVE_INFINITY;
      for (let row = from[i] as number; row < end; row++) {
        const start = time[row] as number;
        if (start >= asOf) break;
        if (start < edge) continue;
        const bucket = this.finder.of(start);
        if (bucket >= 0) {
          edge = this.finder.end(bucket);
          this.begin(bucket, start, time, row, end);
        }
        if (base === 'first') break;
      }
    }
  }

  partial(): RepeatPartial {
    return this.sums;
  }

  private begin(bucket: number, start: number, time: Float64Array, row: number, end: number): void {
    const { people, again, immature } = this.sums;
    const { window, asOf } = this.question;
    if (start + window >= asOf) {
      immature[bucket] = (immature[bucket] as number) + 1;
      return;
    }
    people[bucket] = (people[bucket] as number) + 1;
    let next = row + 1;
    while (next < end && time[next] === start) next++;
    if (next < end && (time[next] as number) <= start + window) again[bucket] = (again[bucket] as number) + 1;
  }
}
