/** A row of a file as texts, with its 1-based line: the row number in a sheet, the line on which it starts in a text. */
export interface SampleRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The first rows of a table, from which it is recognised. */
export interface TableSample {
  readonly rows: readonly SampleRow[];
  /** Whether these are all rows there are. */
  readonly complete: boolean;
}

/** Rows looked at to recognise a table. */
export const SAMPLE_ROWS = 200;

export function isBlank(row: SampleRow): boolean {
  return row.cells.every(cell => cell.trim() === '');
}

/** A remark line as analytics tools write them (`# …`, `#---`, `#`), or the line that tells Excel the separator. A hashtag is not one. */
export function isComment(row: SampleRow): boolean {
  return /^(?:#(?:[\s-]|$)|sep=[,;|]?$)/.test(row.cells[0] ?? '');
}
