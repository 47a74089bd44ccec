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
  private readonly last: number;
  private readonly window: number;
  private readonly enteredFrom: number;
  private readonly enteredTo: number;
  private readonly isBounded: boolean;
  private before = new Int32Array(0);
  private readonly question: FunnelQuestion;
  private readonly ranks: Uint32Array | null;

  constructor(question: FunnelQuestion, context: KernelContext) {
    this.question = question;
    this.tally = new FunnelTally(question.steps.length);
    this.last = question.steps.length - 1;
    this.window = question.window;
    this.isBounded = question.entered !== undefined;
    this.enteredFrom = question.entered?.from ?? Number.NEGATIVE_INFINITY;
    this.enteredTo = question.entered?.to ?? Number.POSITIVE_INFINITY;
    this.starts = new Float64Array(question.steps.length + 1);
    this.nodes = new Int32Array(question.steps.length + 1);
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
    const { starts, nodes, before, window, enteredFrom, enteredTo, isBounded, last } = this;
    // Level 0 is "not begun": its start is the moment at hand. Level k + 1 is reached from level k by an event of step k.
    for (let level = 1; level <= last; level++) starts[level] = Number.NEGATIVE_INFINITY;
    let best = 0;
    let winner = -1;
    let sorted = from;
    for (let i = from; i < to; i++) {
      const moment = time[i] as number;
      if (time[i + 1] === moment && i >= sorted && i + 1 < to) sorted = sortMoment(block, i, to, this.ranks);
      starts[0] = moment;
      if (isBounded && (moment < enteredFrom || moment >= enteredTo)) starts[0] = Number.NEGATIVE_INFINITY;
      const step = 31 - Math.clz32(mask[i] as number);
      const start = starts[step] as number;
      if (start < moment - window) continue;
      starts[step + 1] = start;
      before[i] = nodes[step] as number;
      nodes[step + 1] = i;
      if (step < best) continue;
      best = step + 1;
      winner = i;
      if (step === last) break;
    }
    if (best > 0) this.count(block, best - 1, winner);
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
