import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import { NumberReader } from './cell/number-reader.ts';
import type { PlannedColumn } from './column-plan.ts';
import type { RowBatch } from './row-batch.ts';

/** A column whose value is of the thing that several lines are about. */
interface Shared {
  /** Place among the columns that are read. */
  readonly at: number;
  readonly planned: PlannedColumn;
  readonly bit: number;
}

const NOTHING = new Uint8Array(0);
/** Columns are told apart by the bits of one number. */
const MOST_NUMBERS = 30;

/**
 * Values that are of a thing and stand on its lines: the shipping and the status of an order that has a line per article. [ING-45]
 * A number counts once, on the first line of the thing that has it, wherever in the file the others are. Any other value that is
 * missing is that of the line above when that is of the same thing.
 */
export class ThingValues {
  /** For every heading, how many lines say something else than the first line of their thing, and the first of them. */
  readonly differing = new Map<string, { count: number; readonly line: number }>();
  private readonly key: number;
  private readonly numbers: readonly Shared[];
  private readonly others: readonly Shared[];
  /** The numbers that have been counted of each thing. */
  private readonly counted = new Map<string, number>();
  private above = { key: '', numbers: new Map<number, string>(), others: new Map<number, Uint8Array>() };
  private current = { key: '', counted: 0, numbers: new Map<number, string>(), others: new Map<number, Uint8Array>() };
  private unequal: readonly string[] = [];

  private constructor(key: number, shared: readonly Shared[]) {
    this.key = key;
    this.numbers = shared.filter(({ planned }) => planned.reader instanceof NumberReader).slice(0, MOST_NUMBERS);
    this.others = shared.filter(({ planned }) => !(planned.reader instanceof NumberReader));
  }

  /** Undefined when no column is of a thing. */
  static of(columns: readonly PlannedColumn[], headings: readonly string[]): ThingValues | undefined {
    const heading = columns.find(({ mapping }) => mapping.per !== undefined)?.mapping.per;
    const key = heading === undefined ? -1 : headings.indexOf(heading);
    if (key < 0) return undefined;
    const shared = columns.flatMap((planned, at) => (planned.mapping.per === heading ? [{ at, planned }] : []));
    return new ThingValues(
      key,
      shared.map((one, place) => ({ ...one, bit: 1 << (place % MOST_NUMBERS) })),
    );
  }

  /** Corrects what has just been read of a row. */
  correct(batch: RowBatch, row: number, outcomes: CellOutcome[]): void {
    const key = this.key < batch.width(row) ? batch.text(row, this.key).trim() : '';
    this.current = { key, counted: this.counted.get(key) ?? 0, numbers: new Map(), others: new Map() };
    this.unequal = [];
    if (key === '') return;
    for (const shared of this.numbers) this.correctNumber(shared, outcomes);
    for (const shared of this.others) this.correctOther(shared, batch, row, outcomes);
  }

  /** The row just corrected has become data. */
  take(line: number): void {
    const { key, counted } = this.current;
    for (const heading of this.unequal) {
      const known = this.differing.get(heading);
      if (known) known.count += 1;
      else this.differing.set(heading, { count: 1, line });
    }
    if (key !== '') this.counted.set(key, counted);
    this.above = this.current;
  }

  private correctNumber({ at, planned: { reader, mapping }, bit }: Shared, outcomes: CellOutcome[]): void {
    const { current, above } = this;
    const first = above.key === current.key ? above.numbers.get(at) : undefined;
    if (first !== undefined) current.numbers.set(at, first);
    if (outcomes[at] !== 'value' || !(reader instanceof NumberReader)) return;
    const value = reader.value ?? '0';
    if ((current.counted & bit) === 0) {
      current.counted |= bit;
      current.numbers.set(at, value);
      return;
    }
    if (first !== undefined && value !== first && value !== '0') this.unequal = [...this.unequal, mapping.header];
    outcomes[at] = reader.read(NOTHING, 0, 0);
  }

  private correctOther({ at, planned }: Shared, batch: RowBatch, row: number, outcomes: CellOutcome[]): void {
    const { current, above } = this;
    const cell = batch.firstCell(row) + planned.index;
    const isThere = planned.index < batch.width(row);
    const bytes = isThere ? batch.bytes.slice(batch.starts[cell] ?? 0, batch.ends[cell] ?? 0) : NOTHING;
    const inherited = above.key === current.key ? above.others.get(at) : undefined;
    if (outcomes[at] === 'missing' && inherited) {
      outcomes[at] = planned.reader.read(inherited, 0, inherited.length);
      current.others.set(at, inherited);
    } else if (outcomes[at] === 'value') current.others.set(at, bytes);
  }
}
