import type { ArchiveEntry } from '../zip-archive.ts';
import { columnOf, rowOf } from './cell-reference.ts';
import { readXml } from './xml-events.ts';

/** Cells shown as one: the first holds the value, the others are empty in the file. 1-based rows, 0-based columns. */
export interface MergedCells {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Sheets larger than this are tables of data, and are not searched for merged cells. */
const SEARCHED_BYTES = 16 * 1024 * 1024;
const MOST = 10_000;

/** The merged cells of a sheet; the file lists them after the rows, so the sheet is read once for them alone. [ING-25] */
export async function readMergedCells(entry: ArchiveEntry, afterPiece: () => void): Promise<readonly MergedCells[]> {
  if (entry.size > SEARCHED_BYTES) return [];
  const found: MergedCells[] = [];
  const ignore = (): void => undefined;
  const events = readXml(entry.open(), {
    open(name, attributes) {
      if (name !== 'mergeCell' || found.length >= MOST) return;
      const [from = '', to = from] = (attributes.ref ?? '').split(':');
      found.push({ firstRow: rowOf(from), lastRow: rowOf(to), firstColumn: columnOf(from), lastColumn: columnOf(to) });
    },
    close: ignore,
    text: ignore,
  });
  for await (const _ of events) afterPiece();
  return found;
}
