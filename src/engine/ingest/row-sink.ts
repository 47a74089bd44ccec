import type { ByteWriter } from './byte-writer.ts';
import type { DayKey } from './cell/cell-reader.ts';
import { writeDay } from './cell/day-reader.ts';
import type { PlannedColumn } from './column-plan.ts';
import type { ContentHash } from './content-hash.ts';
import { LIMITS } from './limits.ts';
import { refuse } from './refusal.ts';

const COMMA = 0x2c;

/**
 * Writes rows into the staging file and into the content hash. [ING-40, ING-42]
 * A row's text after its line number is its canonical form: the days of aggregates, then the cells in the order of their column ids.
 */
export class RowSink {
  private readonly out: ByteWriter;
  private readonly hash: ContentHash;
  private readonly hasDays: boolean;

  constructor(out: ByteWriter, hash: ContentHash, hasDays: boolean) {
    this.out = out;
    this.hash = hash;
    this.hasDays = hasDays;
  }

  /** The column ids in the order of the cells. */
  header(ids: readonly string[]): void {
    const names = ['_line', ...(this.hasDays ? ['_from', '_to'] : []), ...ids].join(',');
    this.out.reserve(names.length * 3 + 1);
    this.out.text(`${names}\n`);
  }

  row(line: number, from: DayKey, to: DayKey, columns: readonly PlannedColumn[]): void {
    const { out } = this;
    let size = 48;
    for (const { reader } of columns) size += reader.size + 1;
    if (size > LIMITS.rowBytes * 2) throw refuse('row-too-long', { limit: LIMITS.rowBytes }, { line });
    out.reserve(size);
    const canonical = this.begin(line, from, to);
    for (let i = 0; i < columns.length; i++) {
      if (i > 0 || this.hasDays) out.byte(COMMA);
      columns[i]?.reader.write(out);
    }
    this.finish(canonical, line);
  }

  /** A row of a wide table. */
  wideRow(
    line: number,
    from: DayKey,
    to: DayKey,
    cells: { readonly metric: Uint8Array; readonly unit: string; value(out: ByteWriter): void },
  ): void {
    const { out } = this;
    out.reserve(cells.metric.length + 160);
    const canonical = this.begin(line, from, to);
    out.byte(COMMA);
    out.copy(cells.metric, 0, cells.metric.length);
    out.byte(COMMA);
    out.ascii(cells.unit);
    out.byte(COMMA);
    cells.value(out);
    this.finish(canonical, line);
  }

  private begin(line: number, from: DayKey, to: DayKey): number {
    const { out } = this;
    out.integer(line);
    out.byte(COMMA);
    const canonical = out.length;
    if (this.hasDays) {
      writeDay(out, from);
      out.byte(COMMA);
      writeDay(out, to);
    }
    return canonical;
  }

  private finish(canonical: number, line: number): void {
    const { out } = this;
    if (out.length - canonical > LIMITS.rowBytes) throw refuse('row-too-long', { limit: LIMITS.rowBytes }, { line });
    this.hash.addRow(out.bytes, canonical, out.length);
    out.byte(0x0a);
    out.settle();
  }
}
