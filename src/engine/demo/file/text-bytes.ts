import Encoding from 'encoding-japanese';

/** Text as the tool that exports it writes it down. */
export type FileEncoding = 'utf-8' | 'utf-8-bom' | 'cp932' | 'utf-16le';

export function bytesOf(text: string, encoding: FileEncoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'cp932':
      return Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }));
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
  }
}

/** One line of delimited text, quoted only where it must be. */
export function delimitedLine(cells: readonly (string | number)[], delimiter = ','): string {
  return cells.map(cell => quotedIfNeeded(String(cell), delimiter)).join(delimiter);
}

/** One line with every cell in quotes. */
export function quotedLine(cells: readonly (string | number)[]): string {
  return cells.map(cell => `"${String(cell).replaceAll('"', '""')}"`).join(',');
}

function quotedIfNeeded(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A whole number with its thousands marked, as reports show it. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Hundredths as a number with two decimals. */
export function hundredths(value: number): string {
  const text = String(value).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** `20260401` */
export function compactDay(on: string): string {
  return on.replaceAll('-', '');
}

/** `2026/04/01` */
export function slashedDay(on: string): string {
  return on.replaceAll('-', '/');
}

/** `2026年4月1日` */
export function japaneseDay(on: string): string {
  return `${on.slice(0, 4)}年${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
}

/** The lines that stand above the headings of a list that people export: its title and the days it is about. */
export function titleLines(title: string, from: string, to: string): readonly string[] {
  return [title, `出力期間: ${slashedDay(from)} - ${slashedDay(to)}`, ''];
}
