import type { FlowAnswer, FlowQuestion } from '#core/journey/flow-question.ts';
import { dimensionIndex, NAME, type Vocabulary } from './event-part.ts';
import type { BlockPass, Kernel, KernelContext } from './kernel.ts';
import { type CountedPaths, PathCounts, pathsInOrder, pathValues } from './path-counts.ts';
import type { PeopleBlock } from './people-block.ts';

export interface FlowPartial {
  readonly people: number;
  readonly paths: CountedPaths;
}

const START = 1;
const THROUGH = 2;
const MOST = 1_000;

/** [JRN-85] */
export const flowKernel: Kernel<FlowQuestion, FlowPartial> = {
  reads: ({ start, through, by }, vocabulary) => ({
    filters: [start, through],
    dimensions: [columnOf(by, vocabulary)],
    value: false,
    session: false,
  }),
  begin: (question, context) => new FlowPass(question, context),
  answer: ({ by }, partials, { vocabulary, ranks }): FlowAnswer => {
    const all = new PathCounts(1);
    for (const { paths } of partials) all.merge(paths);
    const column = columnOf(by, vocabulary);
    const values = column === NAME ? vocabulary.names : (vocabulary.dimensions[column]?.values ?? []);
    const paths = all.all();
    const people = paths.sums[0] ?? new Float64Array(0);
    // The order of the paths stays where the people are as many.
    const order = Array.from(pathsInOrder(paths, ranks(column))).sort((a, b) => (people[b] as number) - (people[a] as number));
    return {
      people: partials.reduce((sum, partial) => sum + partial.people, 0),
      sequences: order.slice(0, MOST).map(path => ({ steps: pathValues(paths, path, values), people: people[path] as number })),
      others: order.slice(MOST).reduce((sum, path) => sum + (people[path] as number), 0),
    };
  },
};

function columnOf(by: FlowQuestion['by'], vocabulary: Vocabulary): number {
  return 'event' in by ? NAME : dimensionIndex(vocabulary, by.dimension);
}

class FlowPass implements BlockPass<FlowPartial> {
  private readonly question: FlowQuestion;
  private readonly ranks: Uint32Array;
  private readonly counts = new PathCounts(1);
  private readonly path: Uint32Array;
  private people = 0;

  constructor(question: FlowQuestion, context: KernelContext) {
    this.question = question;
    this.ranks = context.ranks(columnOf(question.by, context.vocabulary));
    this.path = new Uint32Array(question.length);
  }

  block(block: PeopleBlock): void {
    const { mask, from } = block;
    for (let i = 0; i < block.people; i++) {
      const end = from[i + 1] as number;
      let first = from[i] as number;
      while (first < end && ((mask[first] as number) & START) === 0) first++;
      if (first === end) continue;
      this.people++;
      const length =
        this.question.direction === 'after' ? this.after(block, first, end) : this.before(block, first, from[i] as number);
      this.counts.count(this.counts.placeOf(this.path, 0, length), 0, 1);
    }
  }

  partial(): FlowPartial {
    return { people: this.people, paths: this.counts.all() };
  }

  private after(block: PeopleBlock, first: number, to: number): number {
    const { time } = block;
    const start = time[first] as number;
    let [length, begin] = [0, first];
    while (begin < to && length < this.path.length) {
      const moment = time[begin] as number;
      if (moment > start + this.question.window) break;
      let end = begin;
      while (end < to && time[end] === moment) end++;
      if (moment > start) length = this.walk(this.labels(block, begin, end), length);
      begin = end;
    }
    return length;
  }

  private before(block: PeopleBlock, first: number, from: number): number {
    const { time } = block;
    const start = time[first] as number;
    let [length, end] = [0, first];
    while (end > from && length < this.path.length) {
      const moment = time[end - 1] as number;
      if (moment < start - this.question.window) break;
      let begin = end;
      while (begin > from && time[begin - 1] === moment) begin--;
      if (moment < start) length = this.walk(this.labels(block, begin, end).reverse(), length);
      end = begin;
    }
    return length;
  }

  /** Names of the steps of one moment in order. */
  private labels({ mask, columns }: PeopleBlock, begin: number, end: number): number[] {
    const column = columns[0] as Uint32Array;
    const labels: number[] = [];
    for (let row = begin; row < end; row++) if (((mask[row] as number) & THROUGH) !== 0) labels.push(column[row] as number);
    return labels.length > 1 ? labels.sort((a, b) => (this.ranks[a] as number) - (this.ranks[b] as number)) : labels;
  }

  private walk(labels: readonly number[], from: number): number {
    let length = from;
    for (const label of labels)
      if (length < this.path.length && (length === 0 || this.path[length - 1] !== label)) this.path[length++] = label;
    return length;
  }
}
