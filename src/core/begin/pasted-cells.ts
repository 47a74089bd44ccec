import { csvRows } from '../plan/csv-cells.ts';
import { GRID_LIMITS, type Grid } from './grid.ts';

/**
 * The cells of a pasted text: what a spreadsheet puts on the clipboard (tabs, cells with line breaks in quotes), or CSV where there is
 * no tab. Blanks before a name stay, because sheets indent with them. Rows beyond what a sheet of KPIs holds are cut by one, so that
 * the reader refuses it.
 */
export function pastedCells(text: string): Grid {
  const body = text.replace(/^\ufeff/, '');
  if (!body.includes('\t')) {
    const rows = csvRows(body).map(row => row.map(cell => cell.text));
    return rows.length === 1 && rows[0]?.every(cell => cell.trim() === '') ? [] : rows;
  }
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= body.length && rows.length <= GRID_LIMITS.rows) {
    const { cell, end } = cellFrom(body, at);
    row.push(cell);
    at = end + 1;
    if (body.charAt(end) === '\t') continue;
    if (body.charAt(end) === '\r' && body.charAt(end + 1) === '\n') at += 1;
    rows.push(row);
    row = [];
    if (end >= body.length) break;
  }
  while (rows.length > 0 && rows.at(-1)?.every(cell => cell === '')) rows.pop();
  return rows;
}

function cellFrom(text: string, start: number): { readonly cell: string; readonly end: number } {
  if (text.charAt(start) === '"') {
    let cell = '';
    for (let at = start + 1; at < text.length; at++) {
      if (text.charAt(at) !== '"') cell += text.charAt(at);
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else if (at + 1 >= text.length || '\t\r\n'.includes(text.charAt(at + 1))) return { cell, end: at + 1 };
      else break;
    }
  }
  let end = start;
  while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end += 1;
  return { cell: text.slice(start, end), end };
}
