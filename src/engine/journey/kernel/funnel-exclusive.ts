import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import { sortMoment } from './funnel-moment.ts';
import { type FunnelPartial, FunnelTally } from './funnel-tally.ts';
import type { KernelContext, Pass } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';

/**
 * Funnels without exclusions whose steps share no event: an event serves one step or none, so reuse changes nothing and an event
 * is a node of at most one chain. Per step the latest possible start and the event it was reached with are carried; no memory is taken. [JRN-11]
 */
export class ExclusiveFunnelPass implements Pass<FunnelPartial> {
  private readonly tally: FunnelTally;
  private readonly starts: Float64Array;
  private readonly nodes: Int32Array;
  private before = new Int32Array(0);
  private readonly question: FunnelQuestion;
  private readonly ranks: Uint32Array | null;

  constructor(question: FunnelQuestion, context: KernelContext) {
    this.question = question;
    this.tally = new FunnelTally(question.steps.length);
    this.starts = new Float64Array(question.steps.length);
    this.nodes = new Int32Array(question.steps.length);
    const index = context.vocabulary.dimensions.findIndex(({ id }) => id === question.by?.dimension);
    this.ranks = index < 0 ? null : context.ranks(index);
  }

  block(block: PeopleBlock): void {
    const { from, people } = block;
    if (this.before.length < block.time.length) this.before = new Int32Array(block.time.length);
    for (let i = 0; i < people; i++) this.person(block, from[i] as number, from[i + 1] as number);
  }

  partial(): FunnelPartial {
    return this.tally.partial();
  }

  private person(block: PeopleBlock, from: number, to: number): void {
    const { time, mask } = block;
    const { starts, nodes, before, ranks } = this;
    const { window, entered, steps } = this.question;
    const [enteredFrom, enteredTo] = [entered?.from ?? Number.NEGATIVE_INFINITY, entered?.to ?? Number.POSITIVE_INFINITY];
    const last = steps.length - 1;
    starts.fill(Number.NEGATIVE_INFINITY);
    let [best, winner, sorted] = [-1, -1, from];
    for (let i = from; i < to; i++) {
      const moment = time[i] as number;
      if (i >= sorted && i + 1 < to && time[i + 1] === moment) sorted = sortMoment(block, i, to, ranks);
      const step = 31 - Math.clz32(mask[i] as number);
      if (step === 0) {
        if (moment < enteredFrom || moment >= enteredTo) continue;
        starts[0] = moment;
        nodes[0] = i;
        if (best < 0) {
          best = 0;
          winner = i;
        }
      } else {
        const start = starts[step - 1] as number;
        if (moment - window > start) continue;
        starts[step] = start;
        before[i] = nodes[step - 1] as number;
        nodes[step] = i;
        if (step > best) {
          best = step;
          winner = i;
        }
      }
      if (best === last) break;
    }
    if (best >= 0) this.count(block, best, winner);
  }

  private count(block: PeopleBlock, level: number, winner: number): void {
    const { moments } = this.tally;
    const asked = this.question.by?.step ?? -1;
    let [event, group] = [winner, 0];
    for (let step = level; step >= 0; step--) {
      moments[step] = block.time[event] as number;
      if (step === asked) group = 1 + ((block.columns[0] as Uint32Array)[event] as number);
      if (step > 0) event = this.before[event] as number;
    }
    this.tally.add(group, level);
  }
}
