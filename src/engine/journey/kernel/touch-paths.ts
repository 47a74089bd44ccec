import type { TouchPath, TouchPathsAnswer, TouchPathsQuestion } from '#core/journey/attribution-question.ts';
import { Conversions } from './conversions.ts';
import { dimensionIndex } from './event-part.ts';
import { TouchFinder } from './find-touches.ts';
import type { Kernel, KernelContext, RowsPass } from './kernel.ts';
import { type CountedPaths, PathCounts, pathsInOrder, pathValues } from './path-counts.ts';
import type { RowSlice } from './row-slice.ts';

/** Sums: conversions, value, lost. */
export type TouchPathsPartial = CountedPaths;

const CONVERT = 1;
const TOUCH = 2;
const LONGEST = 4_096;

/** [JRN-48] */
export const touchPathsKernel: Kernel<TouchPathsQuestion, TouchPathsPartial> = {
  reads: ({ convert, touch, by }, vocabulary) => ({
    filters: [convert, touch],
    dimensions: [dimensionIndex(vocabulary, by)],
    value: true,
    session: true,
  }),
  begin: (question, context) => new TouchPathsPass(question, context),
  answer: ({ by }, partials, { vocabulary, ranks }): TouchPathsAnswer => {
    const all = new PathCounts(3);
    for (const partial of partials) all.merge(partial);
    const dimension = dimensionIndex(vocabulary, by);
    const values = vocabulary.dimensions[dimension]?.values ?? [];
    const paths = all.all();
    const [conversions, value, lost] = paths.sums;
    return {
      paths: Array.from(
        pathsInOrder(paths, ranks(dimension)),
        (path): TouchPath => ({
          path: pathValues(paths, path, values),
          conversions: conversions?.[path] ?? 0,
          value: value?.[path] ?? 0,
          lost: lost?.[path] ?? 0,
        }),
      ),
    };
  },
};

class TouchPathsPass implements RowsPass<TouchPathsPartial> {
  private readonly finder: TouchFinder;
  private readonly conversions = new Conversions(CONVERT, undefined);
  private readonly counts = new PathCounts(3);

  constructor({ by }: TouchPathsQuestion, context: KernelContext) {
    this.finder = new TouchFinder(TOUCH, [dimensionIndex(context.vocabulary, by)], context);
  }

  begin(): void {
    this.finder.clear();
    this.conversions.clear();
  }

  take(slice: RowSlice): void {
    this.finder.take(slice);
    this.conversions.take(slice);
  }

  end(): void {
    const { finder, counts } = this;
    const { time, amount, count } = this.conversions;
    finder.finish();
    let [taken, seen] = [0, 0];
    for (let first = 0; first < count; ) {
      const moment = time.at(first);
      while (seen < finder.count && (finder.time[seen] as number) <= moment) seen++;
      // The first of a moment takes the path with it: that of the least value, none first.
      let [least, end] = [first, first + 1];
      for (; end < count && time.at(end) === moment; end++) if (isLess(amount.at(end), amount.at(least))) least = end;
      for (let i = first; i < end; i++) {
        const place = i === least ? this.place(taken, seen) : this.place(0, 0);
        const carried = amount.at(i);
        counts.count(place, 0, 1);
        counts.count(place, 1, Number.isNaN(carried) ? 0 : carried);
      }
      taken = seen;
      first = end;
    }
    if (taken < finder.count) counts.count(this.place(taken, finder.count), 2, 1);
  }

  partial(): TouchPathsPartial {
    return this.counts.all();
  }

  private place(from: number, to: number): number {
    return this.counts.placeOf(this.finder.codes[0] as Uint32Array, Math.max(from, to - LONGEST), to);
  }
}

function isLess(amount: number, other: number): boolean {
  return amount < other || (Number.isNaN(amount) && !Number.isNaN(other));
}
