import type { RollingAnswer, RollingQuestion } from '#core/journey/series-question.ts';
import { BucketFinder } from './bucket-finder.ts';
import type { Kernel, Pass } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';

export interface RollingPartial {
  readonly active: Float64Array;
  /** Differences of the rolling numbers from one bucket to the next. */
  readonly steps: Float64Array;
}

/** A person's windows are united as they come and entered as differences: two additions per active bucket. [JRN-31] */
export const rollingKernel: Kernel<RollingQuestion, RollingPartial> = {
  reads: ({ select }) => ({ filters: [select], dimensions: [], value: false, session: false }),
  begin: question => new RollingPass(question),
  answer: ({ edges }, partials): RollingAnswer => {
    const buckets = Math.max(0, edges.length - 1);
    const active = Array.from({ length: buckets }, (_, i) =>
      partials.reduce((sum, partial) => sum + (partial.active[i] ?? 0), 0),
    );
    let running = 0;
    const rolling = active.map((_, i) => {
      running += partials.reduce((sum, partial) => sum + (partial.steps[i] ?? 0), 0);
      return running;
    });
    return { active, rolling };
  },
};

class RollingPass implements Pass<RollingPartial> {
  private readonly finder: BucketFinder;
  private readonly length: number;
  private readonly active: Float64Array;
  private readonly steps: Float64Array;

  constructor({ edges, length }: RollingQuestion) {
    this.finder = new BucketFinder(edges);
    this.length = length;
    this.active = new Float64Array(this.finder.buckets);
    this.steps = new Float64Array(this.finder.buckets + 1);
  }

  block({ people, from, time }: PeopleBlock): void {
    const { finder, length, active, steps } = this;
    const { buckets } = finder;
    for (let i = 0; i < people; i++) {
      const to = from[i + 1] as number;
      let edge = Number.NEGATIVE_INFINITY;
      let covered = 0;
      for (let row = from[i] as number; row < to; row++) {
        const moment = time[row] as number;
        if (moment < edge) continue;
        const bucket = finder.of(moment);
        if (bucket < 0) continue;
        edge = finder.end(bucket);
        active[bucket] = (active[bucket] as number) + 1;
        const end = Math.min(buckets, bucket + length);
        // Up to `covered` the person is counted already.
        const begin = Math.max(bucket, covered);
        steps[begin] = (steps[begin] as number) + 1;
        steps[end] = (steps[end] as number) - 1;
        covered = end;
      }
    }
  }

  partial(): RollingPartial {
    return { active: this.active, steps: this.steps };
  }
}
