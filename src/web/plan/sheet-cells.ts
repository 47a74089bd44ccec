import { csvRows, csvText } from '#core/plan/csv-cells.ts';

/** A line of the sheet: a node's targets, or planned money; what it has none of is empty. */
export interface SheetLine {
  readonly kind: 'target' | 'budget';
  readonly node: string;
  readonly department: string;
  readonly medium: string;
}

export interface CellChange {
  readonly line: SheetLine;
  readonly month: string;
  /** As it is written; empty takes the value out. */
  readonly value: string;
}

const KEYS = ['node', 'kind', 'department', 'medium'] as const;

/**
 * A sheet with some cells changed; everything else stays to the byte. [PLN-70]
 * A heading, columns of months and lines that are missing are added, the months in the order given.
 */
export function changeCells(sheet: string, months: readonly string[], changes: readonly CellChange[]): string {
  const used = new Set(changes.map(({ month }) => month));
  const hasLine = changes.some(({ line }) => line.department !== '' || line.medium !== '');
  let text = csvRows(sheet).length === 0 ? `${[...KEYS, ...months].join(',')}\n` : sheet;
  text = withColumns(text, [...(hasLine ? ['department', 'medium'] : []), ...months.filter(month => used.has(month))]);
  for (const change of changes) text = changeCell(text, change);
  return text;
}

/** A sheet without the lines of a node. */
export function withoutLines(sheet: string, node: string): string {
  const [header = [], ...rows] = csvRows(sheet);
  const column = header.findIndex(({ text }) => text.trim() === 'node');
  const gone = rows.filter(cells => cells[column]?.text.trim() === node);
  return gone.toReversed().reduce((text, cells) => {
    const [start, end] = [cells[0]?.range.start ?? 0, cells.at(-1)?.range.end ?? 0];
    const eol = /^\r?\n/.exec(text.slice(end))?.[0].length ?? 0;
    return text.slice(0, start) + text.slice(end + eol);
  }, sheet);
}

function withColumns(sheet: string, columns: readonly string[]): string {
  const header = csvRows(sheet)[0] ?? [];
  const names = header.map(({ text }) => text.trim());
  const missing = columns.filter(column => !names.includes(column));
  const end = header.at(-1)?.range.end ?? 0;
  return missing.length === 0 ? sheet : `${sheet.slice(0, end)},${missing.join(',')}${sheet.slice(end)}`;
}

function changeCell(sheet: string, { line, month, value }: CellChange): string {
  const [header = [], ...rows] = csvRows(sheet);
  const names = header.map(({ text }) => text.trim());
  const column = names.indexOf(month);
  const isLine = (cells: (typeof rows)[number]) =>
    KEYS.every(key => (cells[names.indexOf(key)]?.text.trim() ?? '') === line[key]);
  const row = rows.find(isLine);
  const cell = row?.[column];
  if (cell) return sheet.slice(0, cell.range.start) + csvText(value) + sheet.slice(cell.range.end);
  const last = row?.at(-1);
  if (row && last) {
    const gap = ','.repeat(column - row.length + 1);
    return value === '' ? sheet : sheet.slice(0, last.range.end) + gap + csvText(value) + sheet.slice(last.range.end);
  }
  const cells = names.map((name, place) =>
    place === column ? value : (KEYS.find(key => key === name) && line[keyOf(name)]) || '',
  );
  const eol = sheet.includes('\r\n') ? '\r\n' : '\n';
  return `${sheet}${sheet.endsWith('\n') ? '' : eol}${cells.map(csvText).join(',')}${eol}`;
}

function keyOf(name: string): (typeof KEYS)[number] {
  return KEYS.find(key => key === name) ?? 'node';
}
