import type { TouchPath } from '../attribution-question.ts';

/** A value of the asked dimension; null is "not given". */
export type Channel = string | null;

/** Paths made ready for models that learn from data: touches as places in `channels`, none of them empty. */
export interface LearnedPaths {
  /** Ordered: null first, then by text. */
  readonly channels: readonly Channel[];
  readonly paths: readonly LearnedPath[];
  readonly conversions: number;
  readonly value: number;
  /** What came without any touch: no channel can be credited for it. */
  readonly untouched: { readonly conversions: number; readonly value: number };
}

export interface LearnedPath {
  readonly touches: readonly number[];
  readonly conversions: number;
  readonly value: number;
  readonly lost: number;
}

/** What a model gives one channel: parts of the conversions and of their value. */
export interface ChannelCredit {
  readonly channel: Channel;
  readonly conversions: number;
  readonly value: number;
}

/**
 * Paths as places in a list of channels; those without a touch apart.
 *
 * In    `minor`: channels (as direct visits) that count only in paths without any other; none when absent  [VAL-02]
 */
export function learnedPaths(paths: readonly TouchPath[], minor: readonly Channel[] = []): LearnedPaths {
  const kept = paths.map(path => ({ ...path, path: withoutMinor(path.path, minor) }));
  const channels = [...new Set(kept.flatMap(({ path }) => path))].sort(nullFirst);
  const place = new Map(channels.map((channel, i) => [channel, i]));
  const sum = (some: readonly TouchPath[]) => ({
    conversions: some.reduce((whole, { conversions }) => whole + conversions, 0),
    value: some.reduce((whole, { value }) => whole + value, 0),
  });
  const touched = kept.filter(({ path }) => path.length > 0);
  return {
    channels,
    paths: touched.map(({ path, conversions, value, lost }) => ({
      touches: path.map(channel => place.get(channel) ?? 0),
      conversions,
      value,
      lost,
    })),
    ...sum(touched),
    untouched: sum(kept.filter(({ path }) => path.length === 0)),
  };
}

function withoutMinor(path: readonly Channel[], minor: readonly Channel[]): readonly Channel[] {
  const others = path.filter(channel => !minor.includes(channel));
  return others.length > 0 ? others : path;
}

function nullFirst(a: Channel, b: Channel): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
