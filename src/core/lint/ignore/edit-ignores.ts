import { isSeq } from 'yaml';
import { type Patch, removeKey } from '../../plan/edit.ts';
import { addItem } from '../../plan/edit-list.ts';
import { nodeAt, type Source } from '../../plan/source.ts';
import { removeItem } from '../remove-item.ts';

/** What is written for a finding that is meant to be so; empty texts are left out. */
export interface IgnoreEntry {
  readonly rule: string;
  readonly at: string;
  readonly because: string;
  readonly until: string;
  readonly by: string;
}

/** The patch that says of a finding that it is meant to be so. [LNT-23] */
export function addIgnore(source: Source, entry: IgnoreEntry): Patch | undefined {
  const { rule, at, because, until, by } = entry;
  const fields = { rule, at, because: because.trim(), until, by };
  return addItem(source, 'ignore', Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')));
}

/** The patch that takes one of them out again; the list goes with its last one. */
export function removeIgnore(source: Source, index: number): Patch | undefined {
  const list = nodeAt(source.document, ['ignore']);
  if (!isSeq(list) || index < 0 || index >= list.items.length) return undefined;
  return list.items.length === 1 ? removeKey(source, ['ignore']) : removeItem(source, ['ignore', index]);
}
