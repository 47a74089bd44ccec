import type { StageAnswer, StageQuestion } from '#core/journey/stage-question.ts';
import { GrowingNumbers } from './growing-numbers.ts';
import type { BlockPass, Kernel } from './kernel.ts';
import { medianAndP90 } from './order-statistic.ts';
import type { PeopleBlock } from './people-block.ts';

/** Per stage. */
export interface StagePartial {
  readonly reached: Float64Array;
  readonly value: Float64Array;
  /** Of those who are here. */
  readonly ages: readonly Float64Array[];
}

/** [JRN-70 … JRN-73] */
export const stagesKernel: Kernel<StageQuestion, StagePartial> = {
  reads: ({ stages, ends = [] }) => ({ filters: [...stages, ...ends], dimensions: [], value: true, session: false }),
  begin: question => new StagePass(question),
  answer: ({ stages }, partials): StageAnswer => ({
    stages: stages.map((_, stage) => {
      const ages = partials.map(partial => partial.ages[stage] ?? new Float64Array(0));
      const spread = medianAndP90(ages);
      const oldest = ages.reduce((most, list) => list.reduce((a, b) => Math.max(a, b), most), 0);
      return {
        reached: partials.reduce((sum, { reached }) => sum + (reached[stage] ?? 0), 0),
        here: ages.reduce((sum, { length }) => sum + length, 0),
        age: spread && { ...spread, oldest },
        value: partials.reduce((sum, { value }) => sum + (value[stage] ?? 0), 0),
      };
    }),
  }),
};

class StagePass implements BlockPass<StagePartial> {
  private readonly question: StageQuestion;
  private readonly bits: number;
  private readonly ends: number;
  private readonly reached: Float64Array;
  private readonly value: Float64Array;
  private readonly ages: readonly GrowingNumbers[];

  constructor(question: StageQuestion) {
    this.question = question;
    const stages = question.stages.length;
    this.bits = stages === 32 ? -1 : (1 << stages) - 1;
    this.ends = ~this.bits;
    this.reached = new Float64Array(stages);
    this.value = new Float64Array(stages);
    this.ages = question.stages.map(() => new GrowingNumbers());
  }

  block(block: PeopleBlock): void {
    for (let i = 0; i < block.people; i++) this.person(block, block.from[i] as number, block.from[i + 1] as number);
  }

  partial(): StagePartial {
    return { reached: this.reached, value: this.value, ages: this.ages.map(list => list.values().slice()) };
  }

  private person(block: PeopleBlock, from: number, to: number): void {
    const { time, mask, mask2 } = block;
    const { asOf, begun } = this.question;
    let [highest, here, since, amount, first] = [-1, -1, 0, 0, Number.NaN];
    for (let begin = from; begin < to; ) {
      const moment = time[begin] as number;
      if (moment >= asOf) break;
      let [entered, isOver, end] = [0, false, begin];
      for (; end < to && time[end] === moment; end++) {
        const passed = (mask[end] as number) & this.bits;
        if (passed !== 0) entered |= 1 << (31 - Math.clz32(passed));
        if (((mask[end] as number) & this.ends) !== 0 || mask2[end] !== 0) isOver = true;
      }
      if (entered !== 0) {
        const latest = 31 - Math.clz32(entered);
        // Another stage of the same moment comes between.
        if (here !== latest || entered !== 1 << latest) since = moment;
        here = latest;
        highest = Math.max(highest, latest);
        amount = this.greatest(block, begin, end, latest);
        if (Number.isNaN(first)) first = moment;
      }
      if (isOver) here = -1;
      begin = end;
    }
    if (highest < 0 || (begun && (first < begun.from || first >= begun.to))) return;
    for (let stage = 0; stage <= highest; stage++) this.reached[stage] = (this.reached[stage] as number) + 1;
    if (here < 0) return;
    this.ages[here]?.add(asOf - since);
    this.value[here] = (this.value[here] as number) + amount;
  }

  /** Of the rows that enter the stage; none is 0. */
  private greatest({ mask, value }: PeopleBlock, begin: number, end: number, stage: number): number {
    let greatest = Number.NEGATIVE_INFINITY;
    for (let row = begin; row < end; row++) {
      const passed = (mask[row] as number) & this.bits;
      const amount = value[row] as number;
      if (passed !== 0 && 31 - Math.clz32(passed) === stage && amount > greatest) greatest = amount;
    }
    return greatest === Number.NEGATIVE_INFINITY ? 0 : greatest;
  }
}
