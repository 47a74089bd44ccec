/**
 * A table as text that spreadsheets paste into cells: tabs between cells, CRLF after each line. [SCR-01]
 * Cells with a tab, a line break or a quotation mark are quoted. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it; numbers, signed ones too, stay numbers.
 */
export function tsv(lines: readonly (readonly string[])[]): string {
  return lines.map(line => `${line.map(cell).join('\t')}\r\n`).join('');
}

const FORMULA = /^[=+\-@]/;
const NUMBER = /^[+-]?[\d,]*\.?\d+%?$/;

/** A text that no spreadsheet takes for a formula. */
export function spreadsheetSafe(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function cell(text: string): string {
  const safe = spreadsheetSafe(text);
  return /[\t\r\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
