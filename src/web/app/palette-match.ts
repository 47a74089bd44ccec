import { normalise } from '#core/text/normalise.ts';

/** Something the palette can lead to. */
export interface PaletteEntry {
  readonly id: string;
  readonly name: string;
  /** Other names it is found by. */
  readonly aliases: readonly string[];
}

/** An entry that fits what was typed, and by which of its names when it is not the first. */
export interface PaletteHit<T extends PaletteEntry> {
  readonly entry: T;
  readonly alias: string | undefined;
}

/**
 * The entries that fit, best first: equal names, then names that begin with what was typed, then names that hold it; for each its
 * own name before its other names. Every word that was typed must fit the same name.
 */
export function paletteMatches<T extends PaletteEntry>(
  entries: readonly T[],
  typed: string,
  most: number,
): readonly PaletteHit<T>[] {
  const words = typed.split(/\s+/).map(normalise).filter(Boolean);
  const whole = normalise(typed);
  const hits = entries.flatMap(entry => {
    const ranks = [entry.name, ...entry.aliases].flatMap((name, place) => {
      const rank = rankOf(normalise(name), words, whole);
      return rank === undefined ? [] : [{ entry, rank: rank + (place === 0 ? 0 : 0.5), alias: place === 0 ? undefined : name }];
    });
    const best = ranks.sort((a, b) => a.rank - b.rank)[0];
    return best ? [best] : [];
  });
  return hits.sort((a, b) => a.rank - b.rank).slice(0, most);
}

function rankOf(name: string, words: readonly string[], whole: string): number | undefined {
  if (name === whole) return 0;
  if (!words.every(word => name.includes(word))) return undefined;
  return name.startsWith(whole) ? 1 : 2;
}
