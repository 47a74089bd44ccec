import { addEntry, applyPatch, type EntryFields } from '#core/plan/edit.ts';
import { readSource } from '#core/plan/source.ts';

/** A metrics.yaml with nothing in it. */
const EMPTY = 'datasets: {}\nmetrics: {}\n';

/** metrics.yaml with one entry more in the map at `path`; everything else in it stays as it was written, and an entry that is there already too. */
export function withEntry(before: string, path: readonly [string, ...string[]], id: string, fields: EntryFields): string {
  const text = before.trim() === '' ? EMPTY : before;
  const source = readSource(text);
  if (!source.ok) return text;
  const patch = addEntry(source.value, path, id, fields);
  return patch ? applyPatch(text, patch) : text;
}
