import { isMap, isScalar, isSeq } from 'yaml';
import { flowMap, insertKey, type Patch } from './edit.ts';
import { appendItem } from './edit-list.ts';
import { scalarText } from './scalar-text.ts';
import { nodeAt, type Path, pairOf, type Source } from './source.ts';

/** A finding as it is written. */
export interface WrittenFinding {
  readonly says: string;
  readonly on: string;
  readonly analysis: string;
}

/**
 * The patch that writes a finding onto a stated influence; an influence written as a bare name becomes a map that keeps it. [JNY-13]
 *
 * In    the goal's or KPI's path, and the influence's place among those it states
 * Out   undefined where there is no such influence, or its findings are no list
 */
export function addFinding(source: Source, node: Path, index: number, finding: WrittenFinding): Patch | undefined {
  const own: Path = [...node, 'supports'];
  const all = nodeAt(source.document, own);
  const entry = isSeq(all) ? nodeAt(source.document, [...own, index]) : index === 0 ? all : undefined;
  const item = flowMap({ ...finding });
  if (isMap(entry)) {
    const pair = pairOf(entry, 'findings');
    if (!pair) return insertKey(source.text, entry, 'findings', `[${item}]`);
    return isSeq(pair.value) ? appendItem(source.text, pair.value, item) : undefined;
  }
  if (!isScalar(entry) || !entry.range || typeof entry.value !== 'string') return undefined;
  const map = `{ to: ${scalarText(entry.value, true)}, findings: [${item}] }`;
  return { start: entry.range[0], end: entry.range[1], insert: isSeq(all) ? map : `[${map}]` };
}
