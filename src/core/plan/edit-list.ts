import { isMap, isSeq, type YAMLSeq } from 'yaml';
import { type EntryFields, flowMap, insertKey, type Patch, removeKey } from './edit.ts';
import { scalarText } from './scalar-text.ts';
import { pairOf, type Source } from './source.ts';

/**
 * The patch that adds an item with fields, in flow style, to a list of the document (`ignore`); makes the list where there is none.
 * Undefined when the place holds something else. [PLN-50]
 */
export function addItem({ text, document }: Source, list: string, fields: EntryFields): Patch | undefined {
  const root = document.contents;
  if (!isMap(root)) return undefined;
  const eol = eolOf(text);
  const item = flowMap(fields);
  const pair = pairOf(root, list);
  if (!pair) {
    const made = insertKey(text, root, list, root.flow ? `[${item}]` : `${eol}  - ${item}`);
    return { ...made, insert: made.insert.replace(`${list}: ${eol}`, `${list}:${eol}`) };
  }
  return isSeq(pair.value) ? appendItem(text, pair.value, item) : undefined;
}

/** The patch that adds an item, as written, behind the last one of a list. Undefined for a block list that is written oddly. */
export function appendItem(text: string, items: YAMLSeq, item: string): Patch | undefined {
  if (!items.range) return undefined;
  const last = items.items.at(-1);
  const end = isNode(last) ? last.range?.[1] : undefined;
  if (items.flow) {
    const close = items.range[1] - 1;
    return end === undefined ? { start: close, end: close, insert: item } : { start: end, end, insert: `, ${item}` };
  }
  const start = isNode(last) ? last.range?.[0] : undefined;
  if (start === undefined || end === undefined) return undefined;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const dash = /^[ \t]*(?=-)/.exec(text.slice(line, start))?.[0];
  if (dash === undefined) return undefined;
  const written = text.slice(0, end).trimEnd().length;
  const newline = text.indexOf('\n', written);
  const at = newline === -1 ? text.length : newline - (text.charAt(newline - 1) === '\r' ? 1 : 0);
  return { start: at, end: at, insert: `${eolOf(text)}${dash}- ${item}` };
}

/**
 * The patch that makes a list of texts at the top of the document say what it should, in flow style; adds the list where there is none,
 * takes it out where it becomes empty. Undefined when the place holds something else. [PLN-50]
 */
export function setTexts(source: Source, list: string, values: readonly string[]): Patch | undefined {
  const { text, document } = source;
  const root = document.contents;
  if (!isMap(root)) return undefined;
  const written = `[${values.map(value => scalarText(value, true)).join(', ')}]`;
  const pair = pairOf(root, list);
  if (values.length === 0) return pair ? removeKey(source, [list]) : undefined;
  if (!pair) return insertKey(text, root, list, written);
  const items = pair.value;
  if (!isSeq(items) || !items.range) return undefined;
  if (items.flow) return { start: items.range[0], end: items.range[1], insert: written };
  const key = isNode(pair.key) ? pair.key.range?.[1] : undefined;
  if (key === undefined) return undefined;
  const last = text.slice(0, items.range[1]).trimEnd().length;
  return { start: key, end: last, insert: `: ${written}` };
}

function isNode(value: unknown): value is { readonly range?: readonly [number, number, number] | null } {
  return typeof value === 'object' && value !== null && 'range' in value;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
