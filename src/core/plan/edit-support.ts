import { isMap, isScalar, isSeq } from 'yaml';
import { type Patch, removeKey, setValue } from './edit.ts';
import { scalarText } from './scalar-text.ts';
import { nodeAt, type Path, type Source } from './source.ts';

/**
 * The patch that sets one value of a stated influence: an influence written as a bare name becomes a map that keeps it. [PLN-50]
 * In: the goal's or KPI's path, the influence's place, the key and its value; an empty value takes the key out.
 * Undefined where there is no such influence, or nothing would change.
 */
export function setSupport(source: Source, node: Path, index: number, key: string, value: string): Patch | undefined {
  const own: Path = [...node, 'supports'];
  const all = nodeAt(source.document, own);
  const entry = isSeq(all) ? nodeAt(source.document, [...own, index]) : index === 0 ? all : undefined;
  if (isMap(entry)) {
    const path = [...own, index, key];
    return value === '' ? removeKey(source, path) : setValue(source, path, value);
  }
  if (value === '' || !isScalar(entry) || !entry.range || typeof entry.value !== 'string') return undefined;
  const map = `{ to: ${scalarText(entry.value, true)}, ${key}: ${scalarText(value, true)} }`;
  return { start: entry.range[0], end: entry.range[1], insert: isSeq(all) ? map : `[${map}]` };
}

/** The patch that writes a formula in place of another way of a goal, which keeps its name and reason only where it has a map. [DES-09] */
export function swapWay(source: Source, goal: Path, index: number, formula: string): Patch | undefined {
  const path: Path = [...goal, 'alternatives', index];
  const entry = nodeAt(source.document, path);
  if (isMap(entry)) return setValue(source, [...path, 'equals'], formula);
  if (!isScalar(entry) || !entry.range) return undefined;
  return { start: entry.range[0], end: entry.range[1], insert: scalarText(formula, true, entry.type) };
}
