import { normalise } from '../text/normalise.ts';
import type { Text } from '../text/text.ts';
import { type Notion, notionsOf } from './search-notions.ts';

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
 * Metrics that fit what was typed, best first. [CAT-S1, CAT-S3]
 * First by name: as typed, then the nearer in length the better, own names before aliases. Then those whose names and meaning hold
 * the notions of what was typed, rare notions counting more, names more than meaning. Width, case, kana and punctuation do not
 * count (`normalise`). Nothing typed finds all, in their order.
 */
export function findMetrics<T extends Findable>(metrics: readonly T[], typed: string): readonly FoundMetric<T>[] {
  const whole = normalise(typed);
  if (whole === '') return metrics.map(metric => ({ metric, alias: undefined }));
  const words = typed
    .split(/[\s、,]+/)
    .map(normalise)
    .filter(Boolean);
  const known = metrics.map(knownNames);
  const meant = meantBy(known, notionsOf(typed));
  const hits = known.flatMap((one, place) => {
    const named = nameRank(one, whole, words);
    const distance = named ? undefined : meant(one);
    const metric = metrics[place];
    const rank = named?.rank ?? (distance === undefined ? undefined : NO_NAME + distance);
    return metric && rank !== undefined ? [{ metric, place, rank, alias: named?.alias }] : [];
  });
  hits.sort((a, b) => a.rank - b.rank || a.place - b.place);
  return hits.map(({ metric, alias }) => ({ metric, alias }));
}

/** A metric's words, normalised once. */
interface Known {
  /** Own names, also without what stands in brackets behind them. */
  readonly own: readonly string[];
  readonly aliases: readonly { readonly shown: string; readonly name: string }[];
  readonly names: string;
  readonly otherNames: string;
  readonly meaning: string;
}

const NO_NAME = 4;
/** So much of what was meant, by weight, has to be found. */
const MOST_OF_IT = 0.75;

const KNOWN = new WeakMap<Findable, Known>();

function knownNames(metric: Findable): Known {
  const before = KNOWN.get(metric);
  if (before) return before;
  const { id, name, aliases, meaning } = metric;
  const shown = [name.ja, name.en, id];
  const own = [...shown, ...shown.map(one => one.replace(/[（(].*[）)]$/, ''))].map(normalise);
  const known = {
    own: [...new Set(own)],
    aliases: aliases.map(alias => ({ shown: alias, name: normalise(alias) })),
    names: own.join(' '),
    otherNames: aliases.map(normalise).join(' '),
    meaning: normalise(`${meaning.ja} ${meaning.en}`),
  };
  KNOWN.set(metric, known);
  return known;
}

/** Lower is better; undefined where no name holds what was typed. */
function nameRank(
  { own, aliases }: Known,
  whole: string,
  words: readonly string[],
): { readonly rank: number; readonly alias: string | undefined } | undefined {
  let best: { rank: number; alias: string | undefined } | undefined;
  const take = (name: string, alias: string | undefined) => {
    const rank = likeness(name, whole, words) + (alias === undefined ? 0 : ALIAS);
    if (rank < NO_NAME && (!best || rank < best.rank)) best = { rank, alias };
  };
  for (const name of own) take(name, undefined);
  for (const { shown, name } of aliases) take(name, shown);
  return best;
}

/** An alias stands a little behind an own name that fits as well. */
const ALIAS = 0.2;

function likeness(name: string, whole: string, words: readonly string[]): number {
  const spare = 1 - whole.length / Math.max(name.length, 1);
  if (name === whole) return 0;
  if (name.startsWith(whole)) return 1 + spare;
  if (name.includes(whole)) return 1.3 + spare;
  return words.length > 1 && words.every(word => name.includes(word)) ? 2.5 + spare : NO_NAME;
}

/** How far a metric is from what was meant, 0 to 1; undefined where too little of it is found. */
function meantBy(known: readonly Known[], notions: readonly Notion[]): (one: Known) => number | undefined {
  const weights = notions.map(notion => rarity(known, notion));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return one => {
    if (total === 0) return undefined;
    let found = 0;
    let score = 0;
    for (const [place, notion] of notions.entries()) {
      const closeness = closenessOf(one, notion);
      const weight = weights[place] ?? 0;
      if (closeness > 0) found += weight;
      score += weight * closeness;
    }
    return found / total < MOST_OF_IT ? undefined : 1 - (score / total) * (1 - one.names.length * LENGTH_COUNTS);
  };
}

/** Of metrics found equally well, the one with fewer words is the plainer one. */
const LENGTH_COUNTS = 0.002;

/** 1: the word itself in its name. Words of the same group and other names count a little less, the meaning about half. */
function closenessOf({ names, otherNames, meaning }: Known, [typed = '', ...same]: Notion): number {
  if (holds(names, typed)) return 1;
  if (same.some(word => holds(names, word))) return 0.85;
  if (holds(otherNames, typed)) return 0.85;
  if (same.some(word => holds(otherNames, word))) return 0.75;
  if (holds(meaning, typed)) return 0.6;
  return same.some(word => holds(meaning, word)) ? 0.45 : 0;
}

function rarity(known: readonly Known[], notion: Notion): number {
  const count = known.filter(one => closenessOf(one, notion) > 0).length;
  return Math.log(1 + known.length / (1 + count));
}

function holds(text: string, word: string): boolean {
  return word !== '' && text.includes(word);
}
