import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import { type FunnelPartial, FunnelTally } from './funnel-tally.ts';
import type { KernelContext, RowsPass } from './kernel.ts';
import type { RowSlice } from './row-slice.ts';
import { sortTied } from './sort-tied.ts';

/**
 * Funnels without exclusions whose steps share no event: an event serves one step, so reuse changes nothing and an event is a node of at most one chain. Per level
 * the latest possible start is carried and the event it was reached with; which step an event serves is as good as random, so no branch depends on it. [JRN-11]
 */
export class ExclusiveFunnelPass implements RowsPass<FunnelPartial> {
  private readonly tally: FunnelTally;
  private readonly last: number;
  private readonly window: number;
  private readonly enteredFrom: number;
  private readonly enteredTo: number;
  private readonly isBounded: boolean;
  /** Level 0 is "not begun": its start is the moment at hand. Level k + 1 is reached from level k by an event of step k. */
  private readonly starts: Float64Array;
  private readonly nodes: Int32Array;
  /** The person's events that made a level: moment, code of the breakdown's dimension, and the event of the level before. */
  private moments: Float64Array = new Float64Array(1_024);
  private codes: Uint32Array = new Uint32Array(1_024);
  private before: Int32Array = new Int32Array(1_024);
  private events = 0;
  private readonly asked: number;
  private readonly dimension: number;
  private readonly ranks: Uint32Array | null;
  private best = 0;
  private winner = -1;

  constructor({ steps, window, entered, by }: FunnelQuestion, context: KernelContext) {
    this.tally = new FunnelTally(steps.length);
    this.last = steps.length - 1;
    this.window = window;
    this.isBounded = entered !== undefined;
    this.enteredFrom = entered?.from ?? Number.NEGATIVE_INFINITY;
    this.enteredTo = entered?.to ?? Number.POSITIVE_INFINITY;
    this.starts = new Float64Array(steps.length + 1);
    this.nodes = new Int32Array(steps.length + 1);
    this.asked = by?.step ?? -1;
    this.dimension = context.vocabulary.dimensions.findIndex(({ id }) => id === by?.dimension);
    this.ranks = this.dimension < 0 ? null : context.ranks(this.dimension);
  }

  begin(): void {
    for (let level = 1; level <= this.last; level++) this.starts[level] = Number.NEGATIVE_INFINITY;
    this.best = 0;
    this.events = 0;
  }

  take(slice: RowSlice): void {
    if (this.best > this.last) return;
    const { part, rows, masks, count, shift } = slice;
    if (this.events + count > this.moments.length) this.grow(this.events + count);
    const { base, time } = part;
    const codes = this.dimension < 0 ? null : part.dimensions[this.dimension];
    const { starts, nodes, moments, before, window, isBounded, last } = this;
    let { events, best } = this;
    let sorted = 0;
    let next = time[(rows[0] as number) + shift] as number;
    for (let i = 0; i < count; i++) {
      const since = next;
      next = i + 1 < count ? (time[(rows[i + 1] as number) + shift] as number) : -1;
      if (next === since && i >= sorted) sorted = sortTied(slice, i, codes, this.ranks);
      const moment = base + since;
      starts[0] = moment;
      if (isBounded && (moment < this.enteredFrom || moment >= this.enteredTo)) starts[0] = Number.NEGATIVE_INFINITY;
      const step = 31 - Math.clz32(masks[i] as number);
      const start = starts[step] as number;
      if (start < moment - window) continue;
      starts[step + 1] = start;
      moments[events] = moment;
      if (this.dimension >= 0) this.codes[events] = codes ? (codes[(rows[i] as number) + shift] as number) : 0;
      before[events] = nodes[step] as number;
      nodes[step + 1] = events++;
      // The first to reach its level wins; a later one of the same level changes nothing.
      if (step < best) continue;
      best = step + 1;
      this.winner = events - 1;
      if (step === last) break;
    }
    this.events = events;
    this.best = best;
  }

  end(): void {
    if (this.best > 0) this.count(this.best - 1);
  }

  partial(): FunnelPartial {
    return this.tally.partial();
  }

  private count(level: number): void {
    const { moments } = this.tally;
    let [event, group] = [this.winner, 0];
    for (let step = level; step >= 0; step--) {
      moments[step] = this.moments[event] as number;
      if (step === this.asked) group = 1 + (this.codes[event] as number);
      if (step > 0) event = this.before[event] as number;
    }
    this.tally.add(group, level);
  }

  private grow(least: number): void {
    const size = Math.max(least, 2 * this.moments.length);
    const [moments, codes, before] = [new Float64Array(size), new Uint32Array(size), new Int32Array(size)];
    moments.set(this.moments);
    codes.set(this.codes);
    before.set(this.before);
    [this.moments, this.codes, this.before] = [moments, codes, before];
  }
}
