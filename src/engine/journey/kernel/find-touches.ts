import type { KernelContext } from './kernel.ts';
import type { RowSlice } from './row-slice.ts';

/**
 * Finds each session's touch as a person's rows come: its earliest row with the bit, of one moment the least by the wanted columns. After `finish`, touches are in
 * order of time, then of their sessions' texts. [JRN-41]
 */
export class TouchFinder {
  count = 0;
  time: Float64Array = new Float64Array(64);
  /** Codes of the wanted columns. */
  readonly codes: Uint32Array[];
  private session: Uint32Array = new Uint32Array(64);
  private readonly bit: number;
  private readonly dimensions: readonly number[];
  private readonly ranks: readonly Uint32Array[];
  private readonly context: KernelContext;
  /** Touches by session, once they are many. */
  private readonly seen = new Map<number, number>();
  private isMapped = false;
  /** The touch of the latest row's session, −1 where that is to be looked for. */
  private latest = -1;

  constructor(bit: number, dimensions: readonly number[], context: KernelContext) {
    this.bit = bit;
    this.context = context;
    this.dimensions = dimensions;
    this.ranks = dimensions.map(dimension => context.ranks(dimension));
    this.codes = dimensions.map(() => new Uint32Array(64));
  }

  /** Begins with another person. */
  clear(): void {
    this.count = 0;
    this.latest = -1;
    if (this.isMapped) this.seen.clear();
    this.isMapped = false;
  }

  take(slice: RowSlice): void {
    const { part, rows, masks, count, shift, session, sessionShift } = slice;
    const { base, time } = part;
    for (let i = 0; i < count; i++) {
      if (((masks[i] as number) & this.bit) === 0) continue;
      const own = session[(rows[i] as number) + sessionShift] as number;
      const row = (rows[i] as number) + shift;
      if (this.latest < 0 || this.session[this.latest] !== own) {
        this.latest = this.find(own);
        if (this.latest < 0) {
          this.latest = this.count;
          this.add(slice, row, base + (time[row] as number), own);
          continue;
        }
      }
      if (this.time[this.latest] === base + (time[row] as number) && this.isLess(slice, row, this.latest))
        this.setCodes(slice, row, this.latest);
    }
  }

  /** They are in order of time already; those of one moment are few. */
  finish(): void {
    const { time, session, context } = this;
    for (let i = 1; i < this.count; i++)
      for (
        let place = i;
        place > 0 &&
        time[place - 1] === time[place] &&
        context.compareSessions(session[place - 1] as number, session[place] as number) > 0;
        place--
      )
        this.swap(place);
  }

  private find(session: number): number {
    if (this.isMapped) return this.seen.get(session) ?? -1;
    for (let i = this.count - 1; i >= 0; i--) if (this.session[i] === session) return i;
    return -1;
  }

  private add(slice: RowSlice, row: number, moment: number, session: number): void {
    if (this.count === this.time.length) this.grow();
    this.time[this.count] = moment;
    this.session[this.count] = session;
    this.setCodes(slice, row, this.count);
    if (this.isMapped) this.seen.set(session, this.count);
    this.count++;
    if (this.count > 16 && !this.isMapped) {
      this.isMapped = true;
      for (let i = 0; i < this.count; i++) this.seen.set(this.session[i] as number, i);
    }
  }

  private setCodes({ part }: RowSlice, row: number, touch: number): void {
    for (let d = 0; d < this.dimensions.length; d++)
      (this.codes[d] as Uint32Array)[touch] = part.dimensions[this.dimensions[d] as number]?.[row] ?? 0;
  }

  private isLess({ part }: RowSlice, row: number, touch: number): boolean {
    for (let d = 0; d < this.dimensions.length; d++) {
      const [ranks, codes] = [this.ranks[d] as Uint32Array, this.codes[d] as Uint32Array];
      const code = part.dimensions[this.dimensions[d] as number]?.[row] ?? 0;
      const order = (ranks[code] as number) - (ranks[codes[touch] as number] as number);
      if (order !== 0) return order < 0;
    }
    return false;
  }

  private swap(place: number): void {
    for (const column of [this.time, this.session, ...this.codes]) {
      const own = column[place] as number;
      column[place] = column[place - 1] as number;
      column[place - 1] = own;
    }
  }

  private grow(): void {
    const size = 2 * this.count;
    const longer = (from: Uint32Array) => {
      const to = new Uint32Array(size);
      to.set(from);
      return to;
    };
    const time = new Float64Array(size);
    time.set(this.time);
    this.time = time;
    this.session = longer(this.session);
    for (const [d, codes] of this.codes.entries()) this.codes[d] = longer(codes);
  }
}
