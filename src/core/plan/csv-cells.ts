import type { Range } from './source.ts';

/** A cell of a CSV text with the range of its own characters (quotes included), so that it can be edited in place. */
export interface CsvCell {
  readonly text: string;
  readonly range: Range;
}

/**
 * Splits CSV text (RFC 4180: comma, double quotes, CRLF or LF, optional BOM) into rows of cells with their places.
 * Empty lines are left out. Written here and not left to a parser because edits need every cell's range.
 */
export function csvRows(text: string): readonly (readonly CsvCell[])[] {
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at <= text.length) {
    const cell = cellAt(text, at);
    row.push(cell);
    at = cell.range.end;
    const separator = text.charAt(at);
    if (separator === ',') {
      at += 1;
      continue;
    }
    if (row.length > 1 || row[0]?.text !== '') rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += separator === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
  }
  return rows;
}

function cellAt(text: string, start: number): CsvCell {
  if (text.charAt(start) !== '"') {
    let end = start;
    while (end < text.length && !',\r\n'.includes(text.charAt(end))) end += 1;
    return { text: text.slice(start, end), range: { start, end } };
  }
  let end = start + 1;
  while (end < text.length && (text.charAt(end) !== '"' || text.charAt(end + 1) === '"')) end += text.charAt(end) === '"' ? 2 : 1;
  const close = Math.min(end + 1, text.length);
  let after = close;
  while (after < text.length && !',\r\n'.includes(text.charAt(after))) after += 1;
  return { text: text.slice(start + 1, end).replaceAll('""', '"') + text.slice(close, after), range: { start, end: after } };
}

/** A cell's text as CSV: quoted only where it must be. */
export function csvText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
