import { spreadsheetSafe } from './tsv.ts';

/**
 * A table as a file that spreadsheets open (RFC 4180): comma, CRLF after each line, and a byte order mark without which Excel takes
 * Japanese for another encoding. Texts a spreadsheet would take for a formula get an apostrophe before them. [SCR-01]
 */
export function csvText(lines: readonly (readonly string[])[]): string {
  return `\ufeff${lines.map(line => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = spreadsheetSafe(text);
  return /[,\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
