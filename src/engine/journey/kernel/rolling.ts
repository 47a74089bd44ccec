import type { RollingAnswer, RollingQuestion } from '#core/journey/series-question.ts';
import { BucketFinder } from './bucket-finder.ts';
import type { Kernel, RowsPass } from './kernel.ts';
import type { RowSlice } from './row-slice.ts';

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

class RollingPass implements RowsPass<RollingPartial> {
  private readonly finder: BucketFinder;
  private readonly length: number;
  private readonly active: Float64Array;
  private readonly steps: Float64Array;
  /** End of the person's latest bucket. */
  private edge = Number.NEGATIVE_INFINITY;
  /** Up to this bucket the person is counted already. */
  private covered = 0;

  constructor({ edges, length }: RollingQuestion) {
    this.finder = new BucketFinder(edges);
    this.length = length;
    this.active = new Float64Array(this.finder.buckets);
    this.steps = new Float64Array(this.finder.buckets + 1);
  }

  begin(): void {
    this.edge = Number.NEGATIVE_INFINITY;
    this.covered = 0;
  }

  take({ part: { base, time }, rows, count, shift }: RowSlice): void {
    let edge = this.edge - base;
    for (let i = 0; i < count; i++) {
      const since = time[(rows[i] as number) + shift] as number;
      if (since < edge) continue;
      const bucket = this.finder.of(base + since);
      if (bucket < 0) continue;
      edge = this.finder.end(bucket) - base;
      this.enter(bucket);
    }
    this.edge = edge + base;
  }

  end(): void {}

  partial(): RollingPartial {
    return { active: this.active, steps: this.steps };
  }

  private enter(bucket: number): void {
    const { active, steps } = this;
    active[bucket] = (active[bucket] as number) + 1;
    const end = Math.min(this.finder.buckets, bucket + this.length);
    const begin = Math.max(bucket, this.covered);
    steps[begin] = (steps[begin] as number) + 1;
    steps[end] = (steps[end] as number) - 1;
    this.covered = end;
  }
}
