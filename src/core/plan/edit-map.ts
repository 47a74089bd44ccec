import { isMap } from 'yaml';
import { flowMap, insertKey, type Patch, setValue } from './edit.ts';
import { nodeAt, pairOf, type Source } from './source.ts';

/** The patch that sets one value of a map at the top of the plan, and makes the map where it is missing. [PLN-50] */
export function setInMap(source: Source, key: string, name: string, value: string): Patch | undefined {
  const root = nodeAt(source.document, []);
  const isFirst = isMap(root) && !pairOf(root, key);
  return isFirst ? insertKey(source.text, root, key, flowMap({ [name]: value })) : setValue(source, [key, name], value);
}
