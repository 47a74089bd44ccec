import { isCollection, isMap, isPair, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { csvRows, csvText } from './csv-cells.ts';
import type { NodeId } from './plan.ts';
import { nodeAt, type Path, pairOf, type Source } from './source.ts';

/** A change of a text: the characters from start to end are replaced. Everything else stays, to the byte. [PLN-50] */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

export function applyPatch(text: string, patch: Patch): string {
  return text.slice(0, patch.start) + patch.insert + text.slice(patch.end);
}

/** The patch that undoes a patch, given the text it was applied to. */
export function invertPatch(text: string, patch: Patch): Patch {
  return { start: patch.start, end: patch.start + patch.insert.length, insert: text.slice(patch.start, patch.end) };
}

/**
 * The patch that sets a value in a YAML document, or adds the key when only its map exists. [PLN-50]
 * In: the source, the path, the value as a plain string or number (texts are quoted where YAML needs it).
 * Undefined when the path's map does not exist or the place holds a map or list.
 */
export function setValue(source: Source, path: Path, value: string | number): Patch | undefined {
  const key = path.at(-1);
  const parent = nodeAt(source.document, path.slice(0, -1));
  if (key === undefined || !isMap(parent)) return undefined;
  const pair = pairOf(parent, key);
  if (!pair) return insertKey(source, parent, String(key), scalarText(value, parent.flow === true));
  return replaceScalar(source, pair, value, parent.flow === true);
}

/** The patch that removes a key with its value, and its whole line in a block map. Undefined when it is not there. */
export function removeKey(source: Source, path: Path): Patch | undefined {
  const key = path.at(-1);
  const parent = nodeAt(source.document, path.slice(0, -1));
  const pair = key !== undefined && isMap(parent) ? pairOf(parent, key) : undefined;
  if (!pair || !isMap(parent) || !isScalar(pair.key) || !pair.key.range) return undefined;
  const start = pair.key.range[0];
  const end = endOf(pair) ?? pair.key.range[1];
  return parent.flow ? removeFromFlow(source.text, parent, pair, start, end) : removeLines(source.text, parent, start, end);
}

/** The patch that adds an entry with fields to a map of maps (`kpis`), in flow style when its siblings are. Undefined when it exists. */
export function addEntry(
  source: Source,
  mapPath: Path,
  id: string,
  fields: Readonly<Record<string, string | number>>,
): Patch | undefined {
  const map = nodeAt(source.document, mapPath);
  const text = `{ ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${scalarText(value, true)}`)
    .join(', ')} }`;
  if (isMap(map)) return pairOf(map, id) ? undefined : insertKey(source, map, id, Object.keys(fields).length === 0 ? '{}' : text);
  if (mapPath.length !== 1 || nodeAt(source.document, mapPath)) return undefined;
  const eol = eolOf(source.text);
  const gap = source.text === '' || source.text.endsWith('\n') ? '' : eol;
  const insert = `${gap}${String(mapPath[0])}:${eol}  ${id}: ${text}${eol}`;
  return { start: source.text.length, end: source.text.length, insert };
}

/**
 * The patch that sets a month's value of a node in sheet.csv; adds the node's row when it has none.
 * Undefined when the sheet has no column for the month.
 */
export function setSheetCell(
  sheet: string,
  node: NodeId,
  kind: 'target' | 'budget',
  month: string,
  value: string,
): Patch | undefined {
  const [header, ...rows] = csvRows(sheet);
  const names = header?.map(cell => cell.text.trim()) ?? [];
  const column = names.indexOf(month);
  if (column === -1) return undefined;
  const row = rows.find(cells => cells[names.indexOf('node')]?.text === node && cells[names.indexOf('kind')]?.text === kind);
  const cell = row?.[column];
  if (cell) return { ...cell.range, insert: csvText(value) };
  const last = row?.at(-1);
  if (row && last)
    return { start: last.range.end, end: last.range.end, insert: `${','.repeat(column - row.length + 1)}${csvText(value)}` };
  const cells = names.map((name, i) => (name === 'node' ? node : name === 'kind' ? kind : i === column ? value : ''));
  const eol = eolOf(sheet);
  const insert = `${sheet.endsWith('\n') ? '' : eol}${cells.map(csvText).join(',')}${eol}`;
  return { start: sheet.length, end: sheet.length, insert };
}

function replaceScalar(source: Source, pair: Pair, value: string | number, flow: boolean): Patch | undefined {
  const node = pair.value;
  const key = isScalar(pair.key) ? pair.key.range : undefined;
  if (!key) return undefined;
  if (node === null || (isScalar(node) && emptyScalar(node))) {
    const colon = source.text.indexOf(':', key[1]);
    return { start: colon + 1, end: colon + 1, insert: ` ${scalarText(value, flow)}` };
  }
  if (!isScalar(node) || !node.range) return undefined;
  return { start: node.range[0], end: trimmedEnd(source.text, node), insert: scalarText(value, flow, node.type) };
}

function emptyScalar(node: Scalar): boolean {
  return node.value === null && node.range !== undefined && node.range !== null && node.range[0] === node.range[1];
}

/** Block scalars end with their last line break, which belongs to the document, not to the value. */
function trimmedEnd(text: string, node: Scalar): number {
  const end = node.range?.[1] ?? 0;
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return end;
  return text.slice(0, end).replace(/\r?\n$/, '').length;
}

function insertKey(source: Source, map: YAMLMap, key: string, value: string): Patch {
  const { text } = source;
  const name = scalarText(key, true);
  const last = map.items.at(-1);
  if (map.flow) {
    const close = (map.range?.[1] ?? 1) - 1;
    if (!last) return { start: close, end: close, insert: `${text.charAt(close - 1) === '{' ? ' ' : ''}${name}: ${value} ` };
    const end = endOf(last) ?? close;
    return { start: end, end, insert: `, ${name}: ${value}` };
  }
  const first = map.items[0];
  const column = first && isScalar(first.key) && first.key.range ? columnOf(text, first.key.range[0]) : 0;
  const end = last ? lineEnd(text, endOf(last) ?? text.length) : text.length;
  const eol = eolOf(text);
  return { start: end, end, insert: `${eol}${' '.repeat(column)}${name}: ${value}` };
}

/** Where a pair's own text ends: its value's last character, without a trailing comment. */
function endOf(pair: Pair): number | undefined {
  const { key, value } = pair;
  if (isCollection(value)) {
    if (value.flow) return value.range?.[1];
    const last = value.items.at(-1);
    if (isPair(last)) return endOf(last);
    return isScalar(last) || isCollection(last) ? last.range?.[1] : value.range?.[1];
  }
  if (isScalar(value) && value.range && !emptyScalar(value)) return value.range[1];
  return isScalar(key) && key.range ? key.range[1] + 1 : undefined;
}

function removeFromFlow(text: string, map: YAMLMap, pair: Pair, start: number, end: number): Patch {
  const place = map.items.indexOf(pair);
  const next = map.items[place + 1];
  const previous = map.items[place - 1];
  if (next && isScalar(next.key) && next.key.range) return { start, end: next.key.range[0], insert: '' };
  if (previous) return { start: endOf(previous) ?? start, end, insert: '' };
  const inner = text.slice((map.range?.[0] ?? 0) + 1, (map.range?.[1] ?? 0) - 1);
  return inner.trim() === text.slice(start, end).trim()
    ? { start: (map.range?.[0] ?? 0) + 1, end: (map.range?.[1] ?? 0) - 1, insert: '' }
    : { start, end, insert: '' };
}

function removeLines(text: string, map: YAMLMap, start: number, end: number): Patch {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineBreak = lineEnd(text, end);
  const to = Math.min(text.length, lineBreak + (text.startsWith('\r\n', lineBreak) ? 2 : 1));
  // The last key of a map leaves an empty map behind, so that the document keeps its meaning.
  if (map.items.length === 1) return { start: from, end: lineBreak, insert: `${text.slice(from, start)}{}` };
  return { start: from, end: to, insert: '' };
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A value as YAML writes it: plain where it reads back as itself, quoted otherwise; an existing quote style is kept. */
export function scalarText(value: string | number, flow: boolean, style?: Scalar['type'] | null): string {
  if (typeof value === 'number') return String(value);
  if (style === 'QUOTE_DOUBLE') return JSON.stringify(value);
  if (style === 'QUOTE_SINGLE' && !/[\r\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  return isPlain(value, flow) ? value : JSON.stringify(value);
}

function isPlain(value: string, flow: boolean): boolean {
  if (value === '' || value !== value.trim() || /\p{C}/u.test(value)) return false;
  if (flow && /[,[\]{}]/.test(value)) return false;
  const probe = parseDocument(flow ? `{ k: ${value} }` : `k: ${value}`, { version: '1.2', schema: 'core' });
  if (probe.errors.length > 0 || probe.warnings.length > 0) return false;
  const node = isMap(probe.contents) ? probe.contents.items[0]?.value : undefined;
  if (!isScalar(node) || node.comment || !isMap(probe.contents) || probe.contents.items.length !== 1) return false;
  // `200` stays a number as people write it; what was meant as text but reads as another kind of value is quoted.
  return typeof node.value === 'string' ? node.value === value : typeof node.value === 'number' && String(node.value) === value;
}
