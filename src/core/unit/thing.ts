import type { Text } from '../text/text.ts';
import type { Thing } from './unit.ts';

/** What is counted, from the catalogue: its names, its Japanese counter word, and the wider thing it is a kind of. */
export interface ThingEntry {
  readonly id: Thing;
  readonly name: Text;
  /** Counter after the number: 件, 人, 社, 回; English uses the name. */
  readonly counter: string;
  readonly kindOf?: Thing;
}

export type Things = ReadonlyMap<Thing, ThingEntry>;

/** Whether one counted thing is the other or a kind of it: every new customer is a customer. [UNI-03] */
export function isKindOf(thing: Thing, wider: Thing, things: Things): boolean {
  let current: Thing | undefined = thing;
  for (let steps = 0; current !== undefined && steps < 20; steps++) {
    if (current === wider) return true;
    current = things.get(current)?.kindOf;
  }
  return false;
}

/** The narrowest thing both are a kind of, or undefined when they have nothing in common. */
export function commonThing(a: Thing, b: Thing, things: Things): Thing | undefined {
  let current: Thing | undefined = a;
  for (let steps = 0; current !== undefined && steps < 20; steps++) {
    if (isKindOf(b, current, things)) return current;
    current = things.get(current)?.kindOf;
  }
  return undefined;
}
