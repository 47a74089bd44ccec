import type { TouchPath, TouchPathsAnswer, TouchPathsQuestion } from '#core/journey/attribution-question.ts';
import { dimensionIndex } from './event-part.ts';
import { TouchFinder } from './find-touches.ts';
import type { Kernel, KernelContext, Pass } from './kernel.ts';
import { PathCounts } from './path-counts.ts';
import type { PeopleBlock } from './people-block.ts';
import { compareSlices } from './slice-index.ts';

/** Paths as codes, with what ended so: conversions, value, lost. */
export interface TouchPathsPartial {
  readonly paths: readonly Uint32Array[];
  readonly counts: readonly Float64Array[];
}

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
  answer: ({ by }, partials, { vocabulary }): TouchPathsAnswer => {
    const all = new PathCounts(3);
    for (const { paths, counts } of partials)
      for (const [i, path] of paths.entries()) {
        const place = all.placeOf(path, 0, path.length);
        for (const [k, sums] of counts.entries()) all.add(place, k, sums[i] ?? 0);
      }
    const values = vocabulary.dimensions[dimensionIndex(vocabulary, by)]?.values ?? [];
    const { paths, counts } = all.all();
    return {
      paths: paths
        .map(
          (path, i): TouchPath => ({
            path: Array.from(path, code => values[code] ?? null),
            conversions: counts[0]?.[i] ?? 0,
            value: counts[1]?.[i] ?? 0,
            lost: counts[2]?.[i] ?? 0,
          }),
        )
        .sort((a, b) => compareSlices(a.path, b.path)),
    };
  },
};

class TouchPathsPass implements Pass<TouchPathsPartial> {
  private readonly finder: TouchFinder;
  private readonly counts = new PathCounts(3);
  private codes = new Uint32Array(256);

  constructor({ by }: TouchPathsQuestion, context: KernelContext) {
    this.finder = new TouchFinder(TOUCH, [dimensionIndex(context.vocabulary, by)], context);
  }

  block(block: PeopleBlock): void {
    for (let i = 0; i < block.people; i++) this.person(block, block.from[i] as number, block.from[i + 1] as number);
  }

  partial(): TouchPathsPartial {
    return this.counts.all();
  }

  private person(block: PeopleBlock, from: number, to: number): void {
    const { finder, counts } = this;
    const { time, mask, value } = block;
    finder.find(block, from, to);
    if (finder.count > this.codes.length) this.codes = new Uint32Array(finder.count * 2);
    const column = block.columns[0] as Uint32Array;
    for (let i = 0; i < finder.count; i++) this.codes[i] = column[finder.touches[i] as number] as number;
    let [taken, seen, last] = [0, 0, Number.NEGATIVE_INFINITY];
    for (let row = from; row < to; row++) {
      if (((mask[row] as number) & CONVERT) === 0) continue;
      const moment = time[row] as number;
      // The first of a moment takes the path with it: that of the least value.
      if (moment === last) continue;
      last = moment;
      while (seen < finder.count && (time[finder.touches[seen] as number] as number) <= moment) seen++;
      const place = this.place(taken, seen);
      const least = this.leastAmount(block, row, to);
      counts.add(place, 0, 1);
      counts.add(place, 1, least);
      for (let other = row, isFirst = true; other < to && time[other] === moment; other++) {
        if (((mask[other] as number) & CONVERT) === 0) continue;
        const carried = value[other] as number;
        const amount = Number.isNaN(carried) ? Number.NEGATIVE_INFINITY : carried;
        if (isFirst && amount === this.leastKey) {
          isFirst = false;
          continue;
        }
        const empty = counts.placeOf(this.codes, 0, 0);
        counts.add(empty, 0, 1);
        counts.add(empty, 1, Number.isNaN(carried) ? 0 : carried);
      }
      taken = seen;
    }
    if (taken < finder.count) counts.add(this.place(taken, finder.count), 2, 1);
  }

  /** What the least of a moment's conversions compares as; none is below all. */
  private leastKey = 0;

  private leastAmount({ time, mask, value }: PeopleBlock, first: number, to: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (let row = first; row < to && time[row] === time[first]; row++) {
      if (((mask[row] as number) & CONVERT) === 0) continue;
      const carried = value[row] as number;
      least = Math.min(least, Number.isNaN(carried) ? Number.NEGATIVE_INFINITY : carried);
    }
    this.leastKey = least;
    return least === Number.NEGATIVE_INFINITY ? 0 : least;
  }

  private place(from: number, to: number): number {
    return this.counts.placeOf(this.codes, Math.max(from, to - LONGEST), to);
  }
}
