import { isSeq } from 'yaml';
import type { Patch } from '../plan/edit.ts';
import { nodeAt, type Path, type Source } from '../plan/source.ts';

/** The patch that removes one item of a list: its lines in a block list, its text with one comma in a flow list. */
export function removeItem({ text, document }: Source, path: Path): Patch | undefined {
  const index = path.at(-1);
  const list = nodeAt(document, path.slice(0, -1));
  const item = nodeAt(document, path)?.range;
  if (typeof index !== 'number' || !isSeq(list) || !item || list.items.length < 2) return undefined;
  const [start, end] = [item[0], item[1]];
  if (list.flow) {
    const next = /^\s*,\s*/.exec(text.slice(end))?.[0];
    if (next !== undefined) return { start, end: end + next.length, insert: '' };
    const before = /\s*,\s*$/.exec(text.slice(0, start))?.[0];
    return before === undefined ? undefined : { start: start - before.length, end, insert: '' };
  }
  const dash = /-[ \t]*$/.exec(text.slice(0, start))?.[0];
  const line = text.lastIndexOf('\n', start) + 1;
  const last = text.indexOf('\n', Math.max(start, text.slice(0, end).trimEnd().length));
  if (dash === undefined || text.slice(line, start - dash.length).trim() !== '') return undefined;
  return { start: line, end: last === -1 ? text.length : last + 1, insert: '' };
}
