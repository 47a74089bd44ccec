import { findHeader } from './find-header.ts';
import { isBlank, type SampleRow } from './sample.ts';
import { looksLikeDate, looksLikeValue } from './value-like.ts';

/** What a table looks like, to tell its rows from the headings of another one below it. */
export interface TableShape {
  readonly width: number;
  /** Columns that hold values: numbers, dates, signs for none. */
  readonly valueColumns: readonly number[];
}

/** Titles that stand above headings, at most. */
const TITLE_ROWS = 5;
/** Rows below headings in which values are looked for. */
const ROWS_BELOW = 4;
/** Rows of values that a table of two columns has at least; fewer may be a list of labels and what they say. */
const ROWS_OF_A_PAIR = 2;

/** The shape of the table these rows begin with; undefined where they are no table yet. [ING-09] */
export function tableShape(rows: readonly SampleRow[]): TableShape | undefined {
  const header = findHeader(rows);
  if (!header) return undefined;
  const width = header.names.length;
  const data = rows.slice(header.next).filter(row => !isBlank(row));
  const valueColumns = header.names.flatMap((name, column) => {
    const cells = data.map(row => (row.cells[column] ?? '').trim()).filter(cell => cell !== '');
    return name !== '' && cells.length > 0 && cells.every(looksLikeValue) ? [column] : [];
  });
  if (width < 2 || valueColumns.length === 0) return undefined;
  if (width === 2 && (data.length < ROWS_OF_A_PAIR || !data.every(row => looksLikeNumber(row.cells[1] ?? '')))) return undefined;
  return { width, valueColumns };
}

/**
 * Whether the rows after a blank line begin another table below one of the given shape. [ING-09]
 *
 * They do when, after titles of one cell each, a row of names comes that cannot be a row of the table above, and values stand under it.
 * `more`: the rows seen so far do not tell. `unclear`: several rows of texts, which may be another table or more of this one.
 */
export function beginsTable(rows: readonly SampleRow[], above: TableShape, complete: boolean): 'yes' | 'no' | 'more' | 'unclear' {
  const filled = rows.filter(row => !isBlank(row));
  const at = filled.findIndex(row => filledCount(row) > 1);
  const headings = filled[at];
  const isSeen = complete || filled.length >= TITLE_ROWS + ROWS_BELOW;
  if (!headings) return isSeen ? 'no' : 'more';
  if (at > TITLE_ROWS || !areHeadings(headings, above)) return 'no';
  const below = filled.slice(at + 1).filter(row => filledCount(row) > 1);
  const hasValues = below.some(row => row.cells.some((cell, column) => looksLikeValue(cell) && isName(headings.cells[column])));
  if (hasValues) return 'yes';
  if (!isSeen) return 'more';
  return below.length >= ROWS_OF_A_PAIR ? 'unclear' : 'no';
}

/** Names only, and wider than the table above or with a name where it has values. */
function areHeadings(row: SampleRow, { width, valueColumns }: TableShape): boolean {
  const isNames = row.cells.every(cell => cell.trim() === '' || isName(cell));
  if (!isNames) return false;
  return row.cells.findLastIndex(cell => cell.trim() !== '') >= width || valueColumns.some(column => isName(row.cells[column]));
}

function isName(cell: string | undefined): boolean {
  return cell !== undefined && cell.trim() !== '' && !looksLikeValue(cell);
}

function filledCount(row: SampleRow): number {
  return row.cells.filter(cell => cell.trim() !== '').length;
}

function looksLikeNumber(cell: string): boolean {
  return looksLikeValue(cell) && !looksLikeDate(cell);
}
