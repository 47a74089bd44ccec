import { normalise } from '../text/normalise.ts';
import type { Text } from '../text/text.ts';

/** A metric as search needs it. */
export interface Findable {
  readonly id: string;
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly meaning: Text;
}

export interface FoundMetric<T extends Findable> {
  readonly metric: T;
  /** The name it was found by, where that is neither of its own names. */
  readonly alias: string | undefined;
}

/**
 * Metrics that fit what was typed, best first. [CAT-S1]
 * A name as typed, then names that begin with it, then names that hold every word of it (own names before aliases), then metrics
 * whose names and meaning together hold every word, then those whose meaning shares most of its letter pairs with what was typed.
 * Width, case, kana and punctuation do not count (`normalise`). Nothing typed finds all, in their order.
 */
export function findMetrics<T extends Findable>(metrics: readonly T[], typed: string): readonly FoundMetric<T>[] {
  const whole = normalise(typed);
  if (whole === '') return metrics.map(metric => ({ metric, alias: undefined }));
  const words = typed
    .split(/[\s、,]+/)
    .map(normalise)
    .filter(Boolean);
  const pairs = pairsOf(whole);
  const hits = metrics.flatMap((metric, place) => {
    const found = rankOf(metric, whole, words, pairs);
    return found ? [{ metric, place, ...found }] : [];
  });
  hits.sort((a, b) => a.rank - b.rank || a.place - b.place);
  return hits.map(({ metric, alias }) => ({ metric, alias }));
}

/** Lower is better. */
function rankOf(
  { id, name, aliases, meaning }: Findable,
  whole: string,
  words: readonly string[],
  pairs: ReadonlySet<string>,
): { readonly rank: number; readonly alias: string | undefined } | undefined {
  const own = [name.ja, name.en, id];
  const names = [...own, ...aliases].map((shown, place) => {
    const rank = nameRank(normalise(shown), whole, words);
    return { rank: rank + (place < own.length ? 0 : 0.5), alias: place < own.length ? undefined : shown };
  });
  const best = names.reduce((a, b) => (b.rank < a.rank ? b : a));
  if (best.rank < NO_NAME) return best;
  const meant = normalise([...own, ...aliases, meaning.ja, meaning.en].join(' '));
  if (words.every(word => meant.includes(word))) return { rank: NO_NAME, alias: undefined };
  if (pairs.size < LEAST_PAIRS) return undefined;
  const shared = [...pairs].filter(pair => meant.includes(pair)).length / pairs.size;
  return shared >= MOST_OF_IT ? { rank: NO_NAME + 2 - shared, alias: undefined } : undefined;
}

const NO_NAME = 4;
/** Shorter words are found by what they are, not by what they resemble. */
const LEAST_PAIRS = 3;
const MOST_OF_IT = 0.7;

function nameRank(name: string, whole: string, words: readonly string[]): number {
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1;
  if (name.includes(whole)) return 2;
  return words.every(word => name.includes(word)) ? 3 : NO_NAME;
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set([...text].slice(1).map((letter, place) => `${[...text][place]}${letter}`));
}
