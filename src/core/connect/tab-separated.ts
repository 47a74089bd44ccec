/** Rows as ClickHouse's TabSeparatedWithNames has them: headings first, `\N` for no value, signs escaped with a backslash. */
export function rowsOfTabs(text: string): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const [headings = [], ...rows] = lines.map(line => line.split('\t').map(plain));
  return { headings, rows };
}

/** A line of that form; null is no value. */
export function tabLine(cells: readonly (string | null)[]): string {
  return `${cells.map(cell => (cell === null ? '\\N' : cell.replace(/[\\\t\n\r]/g, sign => WRITTEN[sign] ?? sign))).join('\t')}\n`;
}

const WRITTEN: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const READ: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', '0': '\0' };

function plain(cell: string): string {
  if (cell === '\\N') return '';
  return cell.includes('\\') ? cell.replace(/\\(.)/gs, (_, sign: string) => READ[sign] ?? sign) : cell;
}
