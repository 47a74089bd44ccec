import { shareInterval } from '../stats/share-interval.ts';
import type { Text } from '../text/text.ts';
import type { RepeatAnswer, RepeatQuestion } from './repeat-question.ts';

/** A rate of doing something again, with the people it rests on. */
export interface RepeatRate {
  readonly people: number;
  readonly again: number;
  /** Not yet measurable; in neither of the two. */
  readonly immature: number;
  /** null with nobody mature: not yet measurable, not 0. */
  readonly rate: number | null;
  /** 95 %; null with nobody mature. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** Per bucket. [JRN-51, JRN-52] */
export function repeatRates({ buckets }: RepeatAnswer): readonly RepeatRate[] {
  return buckets.map(rateOf);
}

/**
 * Over all buckets; undefined with base `any`, where one person may stand in several buckets, so that these cannot be added.
 * [JRN-50, CNV-07]
 */
export function repeatRateInAll({ buckets }: RepeatAnswer, base: RepeatQuestion['base']): RepeatRate | undefined {
  if (base === 'any') return undefined;
  const sum = (part: 'people' | 'again' | 'immature') => buckets.reduce((total, bucket) => total + bucket[part], 0);
  return rateOf({ people: sum('people'), again: sum('again'), immature: sum('immature') });
}

export type RepeatPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'whole';

/**
 * The name of a repeat rate with the choices that make it: of whom, of which period, within how long. [JRN-53]
 *
 * In    the window in ms, told in days where it is whole days, else in hours
 */
export function repeatRateName({ base, window }: Pick<RepeatQuestion, 'base' | 'window'>, period: RepeatPeriod): Text {
  const { ja, en } = PERIODS[period];
  const within = lengthText(window);
  return base === 'first'
    ? {
        ja: `リピート率（${ja}初めての人、初回から${within.ja}以内）`,
        en: `Repeat rate (first-timers ${en}, within ${within.en} of the first time)`,
      }
    : {
        ja: `リピート率（${ja}全員、期間内の1回目から${within.ja}以内）`,
        en: `Repeat rate (everybody ${en}, within ${within.en} of the first time in it)`,
      };
}

const PERIODS: Readonly<Record<RepeatPeriod, Text>> = {
  day: { ja: '各日の', en: 'of each day' },
  week: { ja: '各週の', en: 'of each week' },
  month: { ja: '各月の', en: 'of each month' },
  quarter: { ja: '各四半期の', en: 'of each quarter' },
  year: { ja: '各年の', en: 'of each year' },
  whole: { ja: '対象期間の', en: 'of the period' },
};

const HOUR = 3_600_000;

function lengthText(ms: number): Text {
  const hours = ms / HOUR;
  const days = hours / 24;
  return Number.isInteger(days)
    ? { ja: `${days}日`, en: days === 1 ? '1 day' : `${days} days` }
    : { ja: `${Math.round(hours)}時間`, en: Math.round(hours) === 1 ? '1 hour' : `${Math.round(hours)} hours` };
}

function rateOf({ people, again, immature }: RepeatAnswer['buckets'][number]): RepeatRate {
  const known = people > 0;
  return {
    people,
    again,
    immature,
    rate: known ? again / people : null,
    interval: known ? shareInterval({ count: again, of: people }) : null,
  };
}
