import type { Text } from '#core/text/text.ts';
import type { Things } from '#core/unit/thing.ts';
import type { Unit } from '#core/unit/unit.ts';

/** What is counted, as it stands after a number: 件 in Japanese, the thing's name in English; null where the unit has its own sign. */
export function counterOf(unit: Unit, things: Things): Text | null {
  if (unit.kind !== 'count' || unit.of === undefined) return null;
  const thing = things.get(unit.of);
  return thing ? { ja: thing.counter, en: thing.name.en } : null;
}
