import type { EventPart } from './event-part.ts';
import { NAME } from './event-part.ts';
import type { BlockPass, RowsPass } from './kernel.ts';
import { emptyBlock, growBlock, PEOPLE_PER_BLOCK, type PeopleBlock, type Wanted } from './people-block.ts';
import type { RowSlice } from './row-slice.ts';

/** Lays the rows of people side by side, and gives them to a pass that takes blocks. Memory is that of one block. */
export class BlockRows<Partial> implements RowsPass<Partial> {
  private readonly pass: BlockPass<Partial>;
  private readonly wanted: Wanted;
  private readonly block: PeopleBlock;
  private n = 0;

  constructor(pass: BlockPass<Partial>, wanted: Wanted) {
    this.pass = pass;
    this.wanted = wanted;
    this.block = emptyBlock(wanted);
  }

  begin(person: number): void {
    const { block } = this;
    block.person[block.people] = person;
    block.from[block.people] = this.n;
  }

  take(slice: RowSlice): void {
    const { block, wanted } = this;
    const { part, rows, count, shift } = slice;
    const from = this.n;
    this.n = from + count;
    if (this.n > block.time.length) growBlock(block, wanted, this.n);
    const { base, time } = part;
    const [times, masks] = [block.time, block.mask];
    for (let i = 0; i < count; i++) {
      times[from + i] = base + (time[(rows[i] as number) + shift] as number);
      masks[from + i] = slice.masks[i] as number;
    }
    if (wanted.isWide) block.mask2.set(slice.masks2.subarray(0, count), from);
    for (let c = 0; c < wanted.dimensions.length; c++)
      copyCodes(part, slice, wanted.dimensions[c] as number, block.columns[c] as Uint32Array, from);
    if (wanted.value) copyValues(slice, block.value, from);
    if (wanted.session) {
      const { session, sessionShift } = slice;
      const into = block.session;
      for (let i = 0; i < count; i++) into[from + i] = session[(rows[i] as number) + sessionShift] as number;
    }
  }

  end(): void {
    const { block } = this;
    block.people++;
    block.from[block.people] = this.n;
    if (block.people === PEOPLE_PER_BLOCK) this.flush();
  }

  partial(): Partial {
    this.flush();
    return this.pass.partial();
  }

  private flush(): void {
    if (this.block.people > 0) this.pass.block(this.block);
    this.block.people = 0;
    this.n = 0;
  }
}

function copyCodes(part: EventPart, { rows, count, shift }: RowSlice, dimension: number, into: Uint32Array, from: number): void {
  const codes = dimension === NAME ? part.name : part.dimensions[dimension];
  if (codes) for (let i = 0; i < count; i++) into[from + i] = codes[(rows[i] as number) + shift] as number;
  else into.fill(0, from, from + count);
}

function copyValues({ rows, count, shift, values, valueAt }: RowSlice, into: Float64Array, from: number): void {
  into.fill(Number.NaN, from, from + count);
  let at = valueAt;
  for (let i = 0; i < count && at < values.rows.length; i++) {
    const row = (rows[i] as number) + shift;
    while ((values.rows[at] as number) < row) at++;
    if (values.rows[at] === row) into[from + i] = values.amounts[at] as number;
  }
}
