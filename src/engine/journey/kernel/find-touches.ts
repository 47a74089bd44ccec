import type { KernelContext } from './kernel.ts';
import type { PeopleBlock } from './people-block.ts';

/**
 * Finds each session's touch: its earliest row with the bit, of one moment the least by the wanted columns; touches in order of
 * time, then of their sessions' texts. [JRN-41]
 */
export class TouchFinder {
  /** Rows of the block, after `find`. */
  touches = new Int32Array(256);
  count = 0;
  private readonly bit: number;
  private readonly ranks: readonly Uint32Array[];
  private readonly context: KernelContext;
  private readonly seen = new Map<number, number>();

  constructor(bit: number, dimensions: readonly number[], context: KernelContext) {
    this.bit = bit;
    this.context = context;
    this.ranks = dimensions.map(dimension => context.ranks(dimension));
  }

  find(block: PeopleBlock, from: number, to: number): void {
    const { session, mask, time } = block;
    this.count = 0;
    let [isMapped, last] = [false, -1];
    for (let row = from; row < to; row++) {
      if (((mask[row] as number) & this.bit) === 0) continue;
      const own = session[row] as number;
      let known = -1;
      if (own === last) known = this.count - 1;
      else if (isMapped) known = this.seen.get(own) ?? -1;
      else {
        for (let i = 0; i < this.count; i++) if (session[this.touches[i] as number] === own) known = i;
        if (this.count > 16) isMapped = this.startMap(session);
      }
      // After a row of an older session the next one may belong to any.
      last = known < 0 || known === this.count - 1 ? own : -1;
      if (known < 0) {
        if (isMapped) this.seen.set(own, this.count);
        this.add(row);
      } else {
        const held = this.touches[known] as number;
        if (time[held] === time[row] && this.isLess(block, row, held)) this.touches[known] = row;
      }
    }
    this.sort(block);
  }

  private startMap(session: Uint32Array): true {
    this.seen.clear();
    for (let i = 0; i < this.count; i++) this.seen.set(session[this.touches[i] as number] as number, i);
    return true;
  }

  private add(row: number): void {
    if (this.count === this.touches.length) {
      const longer = new Int32Array(this.count * 2);
      longer.set(this.touches);
      this.touches = longer;
    }
    this.touches[this.count++] = row;
  }

  private isLess(block: PeopleBlock, row: number, other: number): boolean {
    for (let d = 0; d < this.ranks.length; d++) {
      const [ranks, column] = [this.ranks[d] as Uint32Array, block.columns[d] as Uint32Array];
      const order = (ranks[column[row] as number] as number) - (ranks[column[other] as number] as number);
      if (order !== 0) return order < 0;
    }
    return false;
  }

  /** They are in order of time already; those of one moment are few. */
  private sort({ time, session }: PeopleBlock): void {
    const { touches, context } = this;
    for (let i = 1; i < this.count; i++) {
      const row = touches[i] as number;
      if (time[touches[i - 1] as number] !== time[row]) continue;
      let place = i;
      while (
        place > 0 &&
        time[touches[place - 1] as number] === time[row] &&
        context.compareSessions(session[touches[place - 1] as number] as number, session[row] as number) > 0
      ) {
        touches[place] = touches[place - 1] as number;
        place--;
      }
      touches[place] = row;
    }
  }
}
