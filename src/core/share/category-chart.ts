import { numberOf, type Observation } from '../measure/observation.ts';

/** Values of categories side by side. [SCR-18] */
export interface CategoryChart {
  readonly bars: readonly CategoryBar[];
  /** Categories that have a value and found no room. */
  readonly left: number;
  /** 0 to 1: where the line to compare with stands; absent without one. */
  readonly line?: number;
}

export interface CategoryBar {
  readonly name: string;
  readonly value: number;
  /** 0 to 1, of the longest bar or the line to compare with, whichever is longer. */
  readonly length: number;
  /** Of all categories together, where they add up to something above zero. */
  readonly share: number | undefined;
}

/** What people compare first: where it comes from, then with what, then what for. */
const USUAL = ['channel', 'campaign', 'medium', 'media', 'source', 'device', 'region', 'product', 'category', 'segment'];
const NAMES_ONE_THING = /(?:^|-)(?:id|code|number|name|key)$/;

/** Columns to compare by, the usual ones first; those that name single things (a company, a person) are none. [SCR-18] */
export function comparableColumns<T extends { readonly id: string }>(columns: readonly T[]): readonly T[] {
  const place = ({ id }: T) => {
    const found = USUAL.indexOf(id);
    return found === -1 ? USUAL.length : found;
  };
  return columns.filter(({ id }) => !NAMES_ONE_THING.test(id)).toSorted((a, b) => place(a) - place(b));
}

const MOST = 12;

/**
 * Bars from the largest to the smallest; categories without a value have none. [SCR-18]
 *
 * In    values by category; a value to compare with (a target or what is usual elsewhere)
 * Zero  a bar of no length; values below zero have no length either, their number says what they are
 */
export function categoryBars(
  values: readonly { readonly name: string; readonly observation: Observation }[],
  compared?: number,
): CategoryChart {
  const found = values.flatMap(({ name, observation }) => {
    const value = numberOf(observation);
    return value === undefined ? [] : [{ name, value }];
  });
  const sorted = found.toSorted((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  const longest = Math.max(0, compared ?? 0, ...sorted.map(({ value }) => value));
  const total = sorted.reduce((sum, { value }) => sum + value, 0);
  const lengthOf = (value: number) => (longest === 0 ? 0 : Math.max(0, value) / longest);
  return {
    bars: sorted.slice(0, MOST).map(({ name, value }) => ({
      name,
      value,
      length: lengthOf(value),
      share: total > 0 && sorted.every(one => one.value >= 0) ? value / total : undefined,
    })),
    left: Math.max(0, sorted.length - MOST),
    ...(compared === undefined || longest === 0 ? {} : { line: lengthOf(compared) }),
  };
}
