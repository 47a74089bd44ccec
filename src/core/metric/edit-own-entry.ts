import { addEntry, applyPatch, type EntryFields, type Patch, removeKey } from '../plan/edit.ts';
import { readSource, type Source } from '../plan/source.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, ok, problemsOf } from '../problem/problem.ts';
import { catalogueMessages } from './catalogue-messages.ts';
import type { MetricId } from './measurement.ts';

const problem = problemsOf(catalogueMessages);

/** A thing that is counted nowhere else yet. */
export interface NewThing {
  readonly id: string;
  readonly fields: EntryFields;
}

/**
 * metrics.yaml with an own metric written, in place of the one of that id where there is one; everything else stays to the byte. [CAT-O2]
 * Undefined `fields` take it out. Refused where the text cannot be read, or its `entries` are no map of entries.
 */
export function editOwnEntry(text: string, id: MetricId, fields: EntryFields | undefined, thing?: NewThing): Result<string> {
  let edited = /\S/.test(text) ? text : 'rashin: 1\n';
  const change = (patch: (source: Source) => Patch | undefined): Problem | undefined => {
    const read = readSource(edited);
    if (!read.ok) return read.problems[0];
    const found = patch(read.value);
    if (found) edited = applyPatch(edited, found);
    return found ? undefined : problem('entries-shape', {}, { at: ['entries', id] });
  };
  const steps: ((source: Source) => Patch | undefined)[] = [];
  const before = readSource(edited);
  if (!before.ok) return before;
  if (before.value.rangeOf(['entries', id])) steps.push(source => removeKey(source, ['entries', id]));
  if (thing) steps.push(source => addEntry(source, ['things'], thing.id, thing.fields));
  if (fields) steps.push(source => addEntry(source, ['entries'], id, fields));
  for (const step of steps) {
    const wrong = change(step);
    if (wrong) return failed([wrong]);
  }
  return ok(edited);
}
