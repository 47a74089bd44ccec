import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import type { ByteWriter } from '../byte-writer.ts';

/**
 * Reads the cells of one column. For every row: `read`, and when the whole row is good, `commit` (which counts the value; readers that
 * count nothing have none) and, when rows are written, `write` (the value in its canonical form).
 */
export interface CellReader {
  read(bytes: Uint8Array, start: number, end: number): CellOutcome;
  commit?(): void;
  write(out: ByteWriter): void;
  /** Most bytes that `write` will need for the value just read. */
  readonly size: number;
}

/** A reader of cells that name days. Days are whole numbers such as 20260131, which sort and compare as days do. */
export interface DayReader extends CellReader {
  readonly from: DayKey;
  readonly to: DayKey;
}

/** year × 10000 + month × 100 + day */
export type DayKey = number;
