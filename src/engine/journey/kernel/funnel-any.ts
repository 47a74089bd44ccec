import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import { sortMoment } from './funnel-moment.ts';
import { type FunnelPartial, FunnelTally } from './funnel-tally.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { BlockPass, KernelContext } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';

/** Funnels of every kind: events that serve several steps, once or with reuse, and exclusions. Moment by moment. [JRN-12 … JRN-15] */
export class AnyFunnelPass implements BlockPass<FunnelPartial> {
  private readonly tally: FunnelTally;
  private readonly question: FunnelQuestion;
  private readonly ranks: Uint32Array | null;
  private readonly steps: number;
  /** Steps in the bits of the first mask. */
  private readonly stepBits: number;
  private readonly starts: Float64Array;
  private readonly nodes: Int32Array;
  /** Chains: a node is the event of a step with the node of the step before. */
  private readonly nodeTime = new GrowingNumbers();
  private readonly nodeCode = new GrowingNumbers();
  private readonly nodeBefore = new GrowingNumbers();
  private best = -1;
  private winner = -1;

  constructor(question: FunnelQuestion, context: KernelContext) {
    this.question = question;
    this.steps = question.steps.length;
    this.stepBits = this.steps === 32 ? -1 : (1 << this.steps) - 1;
    this.tally = new FunnelTally(this.steps);
    this.starts = new Float64Array(this.steps);
    this.nodes = new Int32Array(this.steps);
    const index = context.vocabulary.dimensions.findIndex(({ id }) => id === question.by?.dimension);
    this.ranks = index < 0 ? null : context.ranks(index);
  }

  block(block: PeopleBlock): void {
    for (let i = 0; i < block.people; i++) this.person(block, block.from[i] as number, block.from[i + 1] as number);
  }

  partial(): FunnelPartial {
    return this.tally.partial();
  }

  private person(block: PeopleBlock, from: number, to: number): void {
    this.starts.fill(Number.NEGATIVE_INFINITY);
    this.nodeTime.clear();
    this.nodeCode.clear();
    this.nodeBefore.clear();
    this.best = -1;
    this.winner = -1;
    const last = this.steps - 1;
    for (let begin = from; begin < to && this.best < last; ) {
      let excluded = this.splitMasks(block, begin);
      let end = begin + 1;
      while (end < to && block.time[end] === block.time[begin]) excluded |= this.splitMasks(block, end++);
      if (end - begin > 1) sortMoment(block, begin, end, this.ranks);
      if (this.question.reuse) this.reuseMoment(block, begin, end);
      else this.useMoment(block, begin, end);
      if (excluded !== 0) this.exclude(excluded, block.time[begin] as number);
      begin = end;
    }
    if (this.best >= 0) this.count();
  }

  /** Leaves the steps in the row's mask and gives the exclusions it passes, bit by bit. */
  private splitMasks(block: PeopleBlock, row: number): number {
    const mask = block.mask[row] as number;
    const mask2 = block.mask2[row] as number;
    block.mask[row] = mask & this.stepBits;
    return this.steps === 32 ? mask2 : (mask >>> this.steps) | (mask2 << (32 - this.steps));
  }

  private useMoment(block: PeopleBlock, begin: number, end: number): void {
    for (let row = begin; row < end; row++) {
      let mask = block.mask[row] as number;
      while (mask !== 0) {
        const step = 31 - Math.clz32(mask);
        this.serve(block, row, step);
        mask &= ~(1 << step);
      }
    }
  }

  /** Pairs of step and event, by step, then by value of the breakdown's dimension. */
  private reuseMoment(block: PeopleBlock, begin: number, end: number): void {
    const rows = Array.from({ length: end - begin }, (_, i) => begin + i);
    const { ranks } = this;
    if (ranks && rows.length > 1) {
      const column = block.columns[0] as Uint32Array;
      rows.sort((a, b) => (ranks[column[a] as number] as number) - (ranks[column[b] as number] as number));
    }
    for (let step = 0; step < this.steps; step++)
      for (const row of rows) if (((block.mask[row] as number) >>> step) & 1) this.serve(block, row, step);
  }

  private serve(block: PeopleBlock, row: number, step: number): void {
    const { window, entered } = this.question;
    const moment = block.time[row] as number;
    let start = moment;
    if (step === 0) {
      if (entered && (moment < entered.from || moment >= entered.to)) return;
    } else {
      start = this.starts[step - 1] as number;
      if (moment - window > start) return;
    }
    this.starts[step] = start;
    this.nodes[step] = this.nodeTime.length;
    this.nodeTime.add(moment);
    this.nodeCode.add(this.ranks ? ((block.columns[0] as Uint32Array)[row] as number) : 0);
    this.nodeBefore.add(step === 0 ? -1 : (this.nodes[step - 1] as number));
    if (step > this.best) {
      this.best = step;
      this.winner = this.nodes[step] as number;
    }
  }

  private exclude(excluded: number, moment: number): void {
    for (const [bit, { after, before }] of (this.question.exclusions ?? []).entries()) {
      if (((excluded >>> bit) & 1) === 0) continue;
      for (let level = after; level < before; level++) {
        if (this.starts[level] === Number.NEGATIVE_INFINITY) continue;
        let node = this.nodes[level] as number;
        for (let step = level; step > after; step--) node = this.nodeBefore.at(node);
        if (this.nodeTime.at(node) < moment) this.starts[level] = Number.NEGATIVE_INFINITY;
      }
    }
  }

  private count(): void {
    const { moments } = this.tally;
    const asked = this.question.by?.step ?? -1;
    let [node, group] = [this.winner, 0];
    for (let step = this.best; step >= 0; step--) {
      moments[step] = this.nodeTime.at(node);
      if (step === asked) group = 1 + this.nodeCode.at(node);
      node = this.nodeBefore.at(node);
    }
    this.tally.add(group, this.best);
  }
}
