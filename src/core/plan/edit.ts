import { isCollection, isMap, isPair, isScalar, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { csvRows, csvText } from './csv-cells.ts';
import type { NodeId } from './plan.ts';
import { scalarText } from './scalar-text.ts';
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
 * Undefined when the path's map does not exist, the place holds a map or list, or its key is written with `? `.
 */
export function setValue(source: Source, path: Path, value: string | number | boolean): Patch | undefined {
  const key = path.at(-1);
  const parent = nodeAt(source.document, path.slice(0, -1));
  if (key === undefined || !isMap(parent)) return undefined;
  const pair = pairOf(parent, key);
  if (!pair) return insertKey(source.text, parent, String(key), scalarText(value, parent.flow === true));
  return replaceScalar(source.text, pair, value, parent.flow === true);
}

/**
 * The patch that removes a key with its value: in a block map its whole lines, comments on them included. The last key of a map
 * leaves `{}` behind. Undefined when the key is not there or is written with `? `.
 */
export function removeKey(source: Source, path: Path): Patch | undefined {
  const key = path.at(-1);
  const parent = nodeAt(source.document, path.slice(0, -1));
  const pair = key !== undefined && isMap(parent) ? pairOf(parent, key) : undefined;
  if (!pair || !isMap(parent)) return undefined;
  return parent.flow ? removeFromFlow(source.text, parent, pair) : removeLines(source.text, parent, pair);
}

/** Fields of an entry; a field may have fields of its own. */
export interface EntryFields {
  readonly [key: string]: string | number | readonly string[] | EntryFields;
}

/**
 * The patch that adds an entry with fields, in flow style, to a map of maps (`kpis`); makes the map where it is missing or empty.
 * Undefined when the entry exists or the place holds something else.
 */
export function addEntry(source: Source, mapPath: Path, id: string, fields: EntryFields): Patch | undefined {
  const { text, document } = source;
  const map = nodeAt(document, mapPath);
  const entry = flowMap(fields);
  if (isMap(map)) return pairOf(map, id) ? undefined : insertKey(text, map, id, entry);
  const root = document.contents;
  const name = mapPath[0];
  if (mapPath.length !== 1 || name === undefined || !isMap(root)) return undefined;
  const own = `${scalarText(id, true)}: ${entry}`;
  const nested = root.flow ? `{ ${own} }` : `${eolOf(text)}  ${own}`;
  const pair = pairOf(root, name);
  if (!pair) return insertKey(text, root, String(name), nested);
  if (pair.value !== null && !(isScalar(pair.value) && isEmpty(pair.value))) return undefined;
  const colon = colonOf(text, pair);
  if (colon === undefined) return undefined;
  const at = root.flow ? colon + 1 : lineEnd(text, colon);
  return { start: at, end: at, insert: root.flow ? ` ${nested}` : nested };
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

/** Fields as a map in flow style. */
export function flowMap(fields: EntryFields): string {
  const inner = Object.entries(fields).map(([key, value]) => `${scalarText(key, true)}: ${flowValue(value)}`);
  return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
}

function flowValue(value: EntryFields[string]): string {
  if (typeof value !== 'object') return scalarText(value, true);
  return isList(value) ? `[${value.map(each => scalarText(each, true)).join(', ')}]` : flowMap(value);
}

function isList(value: readonly string[] | EntryFields): value is readonly string[] {
  return Array.isArray(value);
}

function replaceScalar(text: string, pair: Pair, value: string | number | boolean, flow: boolean): Patch | undefined {
  const node = pair.value;
  if (node === null || (isScalar(node) && isEmpty(node))) {
    const colon = colonOf(text, pair);
    if (colon !== undefined) return { start: colon + 1, end: colon + 1, insert: ` ${scalarText(value, flow)}` };
    const end = flow && isScalar(pair.key) ? pair.key.range?.[1] : undefined;
    return end === undefined ? undefined : { start: end, end, insert: `: ${scalarText(value, flow)}` };
  }
  if (!isScalar(node) || !node.range) return undefined;
  const [start, end] = [node.range[0], node.range[1]];
  // A block text ends behind its last line break, which belongs to the document, not to the value.
  const shown = isBlockText(node) ? text.slice(start, end).trimEnd().length : end - start;
  return { start, end: start + shown, insert: scalarText(value, flow, node.type) };
}

function isEmpty(node: Scalar): boolean {
  return node.value === null && node.range?.[0] === node.range?.[1];
}

function isBlockText(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

/** Offset of the colon behind a pair's key; undefined when it has none, or its key is written with `? `. */
function colonOf(text: string, pair: Pair): number | undefined {
  const end = isScalar(pair.key) ? pair.key.range?.[1] : undefined;
  if (end === undefined || isExplicit(text, pair)) return undefined;
  const gap = /^[ \t]*:/.exec(text.slice(end, end + 100))?.[0];
  return gap === undefined ? undefined : end + gap.length - 1;
}

function isExplicit(text: string, pair: Pair): boolean {
  const start = startOf(pair);
  return start === undefined || /\?[ \t]*$/.test(text.slice(lineStart(text, start), start));
}

function startOf(pair: Pair): number | undefined {
  return isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

/** The patch that adds a key with what follows it behind the last one of a map. */
export function insertKey(text: string, map: YAMLMap, key: string, value: string): Patch {
  const name = scalarText(key, true);
  const last = map.items.at(-1);
  if (map.flow) {
    const close = (map.range?.[1] ?? 1) - 1;
    if (!last) return { start: close, end: close, insert: `${text.charAt(close - 1) === '{' ? ' ' : ''}${name}: ${value} ` };
    const end = endOf(text, last) ?? close;
    return { start: end, end, insert: `, ${name}: ${value}` };
  }
  const line = `${' '.repeat(columnOf(text, map.items[0]))}${name}: ${value}`;
  const end = (last && endOf(text, last)) ?? text.length;
  if (text.charAt(end - 1) === '\n') return { start: end, end, insert: `${line}${eolOf(text)}` };
  const at = lineEnd(text, end);
  return { start: at, end: at, insert: `${eolOf(text)}${line}` };
}

/** Where a pair's own text ends, without a trailing comment; behind the line break for block texts. */
function endOf(text: string, pair: Pair): number | undefined {
  const { key, value } = pair;
  if (isCollection(value)) {
    if (value.flow) return value.range?.[1];
    const last = value.items.at(-1);
    if (isPair(last)) return endOf(text, last);
    if (isMap(last) && !last.flow) {
      const inner = last.items.at(-1);
      if (inner) return endOf(text, inner);
    }
    return isScalar(last) || isCollection(last) ? last.range?.[1] : value.range?.[1];
  }
  if (isScalar(value) && value.range && !isEmpty(value)) return value.range[1];
  const colon = colonOf(text, pair);
  if (colon !== undefined) return colon + 1;
  return isScalar(key) ? key.range?.[1] : undefined;
}

function removeFromFlow(text: string, map: YAMLMap, pair: Pair): Patch | undefined {
  const [start, end] = [startOf(pair), endOf(text, pair)];
  if (start === undefined || end === undefined) return undefined;
  const place = map.items.indexOf(pair);
  const [previous, next] = [map.items[place - 1], map.items[place + 1]];
  const nextStart = next && startOf(next);
  if (nextStart !== undefined) return { start, end: nextStart, insert: '' };
  if (previous) return { start: endOf(text, previous) ?? start, end, insert: '' };
  const [open, close] = [(map.range?.[0] ?? 0) + 1, (map.range?.[1] ?? 0) - 1];
  if (text.slice(open, start).trim() === '' && /^\s*,?\s*$/.test(text.slice(end, close)))
    return { start: open, end: close, insert: '' };
  return { start, end: end + (/^\s*,/.exec(text.slice(end, close))?.[0].length ?? 0), insert: '' };
}

function removeLines(text: string, map: YAMLMap, pair: Pair): Patch | undefined {
  const [start, end] = [startOf(pair), endOf(text, pair)];
  if (start === undefined || end === undefined || isExplicit(text, pair)) return undefined;
  if (map.items.length === 1) return { start, end: text.slice(0, end).trimEnd().length, insert: '{}' };
  const from = lineStart(text, start);
  const next = map.items[map.items.indexOf(pair) + 1];
  // The first key of a map in a list shares its line with the dash.
  const shared = text.slice(from, start).trim() === '' ? undefined : next && startOf(next);
  if (shared !== undefined) return { start, end: shared, insert: '' };
  return { start: from, end: text.charAt(end - 1) === '\n' ? end : nextLine(text, end), insert: '' };
}

/** The column of a pair's key, at which its neighbours stand too. */
function columnOf(text: string, pair: Pair | undefined): number {
  const start = pair && startOf(pair);
  return start === undefined ? 0 : start - lineStart(text, start);
}

/** Offset of the first character of a line, behind a byte order mark. */
function lineStart(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text.charAt(newline - 1) === '\r' ? newline - 1 : newline;
}

function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
