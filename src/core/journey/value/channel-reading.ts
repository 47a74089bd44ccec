import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { Channel } from './learned-paths.ts';
import { readingMessages } from './reading-messages.ts';
import { wilson } from './wilson.ts';

/** Visits and conversions of one channel. */
export interface ChannelVisits {
  readonly channel: Channel;
  readonly visits: number;
  readonly conversions: number;
}

export type ChannelKind = 'organic' | 'referral' | 'direct' | 'social' | 'paid' | 'mail' | 'other';

const reading = problemsOf(readingMessages);

/** Shares of visits from which on (up to which) a channel is worth a word. Conventions of ours. */
const SHARE_OF: Readonly<
  Record<'organic' | 'referral' | 'direct' | 'social', { readonly much: number; readonly little?: number }>
> = {
  organic: { much: 0.4, little: 0.2 },
  referral: { much: 0.2 },
  direct: { much: 0.3 },
  social: { much: 0.2, little: 0.02 },
};

/** Fewer visits than this say nothing about shares or rates. */
const VISITS_NEEDED = 100;

/**
 * What the mix of channels and their conversion rates say, in plain words. [VAL-60]
 *
 * In    visits and conversions by channel; names as sources write them
 * Out   readings of shares by kind, then channels whose rate is better or worse than that of the others together beyond chance
 *       (95 % intervals by Wilson's score that lie wholly beside the rate of the others); empty below 100 visits
 */
export function readChannels(rows: readonly ChannelVisits[]): Problem[] {
  const visits = rows.reduce((sum, row) => sum + row.visits, 0);
  if (visits < VISITS_NEEDED) return [];
  const share = (kind: ChannelKind) =>
    rows.reduce((sum, row) => sum + (channelKind(row.channel) === kind ? row.visits : 0), 0) / visits;
  const readings: Problem[] = [];
  for (const kind of ['organic', 'referral', 'direct', 'social'] as const) {
    const { much, little } = SHARE_OF[kind];
    const percent = percentText(share(kind));
    if (share(kind) >= much) readings.push(reading(`channel-${kind}-much`, { percent }));
    else if (little !== undefined && share(kind) > 0 && share(kind) < little && (kind === 'organic' || kind === 'social'))
      readings.push(reading(`channel-${kind}-little`, { percent }));
  }
  return [...readings, ...unlikeOthers(rows)];
}

function unlikeOthers(rows: readonly ChannelVisits[]): Problem[] {
  const whole = rows.reduce((sum, row) => ({ visits: sum.visits + row.visits, conversions: sum.conversions + row.conversions }), {
    visits: 0,
    conversions: 0,
  });
  return rows.flatMap(({ channel, visits, conversions }) => {
    if (whole.conversions === 0) return [];
    const others = { visits: whole.visits - visits, conversions: whole.conversions - conversions };
    if (visits < VISITS_NEEDED || others.visits < VISITS_NEEDED) return [];
    const [low, high] = wilson(Math.min(conversions, visits), visits);
    const rest = others.conversions / others.visits;
    if (low <= rest && high >= rest) return [];
    const params = { channel, rate: percentText(conversions / visits), others: percentText(rest), visits };
    return [reading(low > rest ? 'channel-converts-better' : 'channel-converts-worse', params)];
  });
}

/** The kind of a channel by the names GA4 and Japanese tools give it. */
export function channelKind(channel: Channel): ChannelKind {
  const name = (channel ?? '').toLowerCase();
  if (/organic social|^social|sns|ソーシャル/u.test(name)) return /paid|広告/u.test(name) ? 'paid' : 'social';
  if (/paid|cpc|ads?\b|display|広告|リスティング/u.test(name)) return 'paid';
  if (/organic|^search$|^seo$|自然検索|オーガニック/u.test(name)) return 'organic';
  if (/referral|紹介|参照|外部サイト/u.test(name)) return 'referral';
  if (/direct|ダイレクト|直接/u.test(name)) return 'direct';
  if (/mail|メール|メルマガ/u.test(name)) return 'mail';
  return 'other';
}

/** A share in percent with one digit. */
export function percentText(share: number): string {
  return (share * 100).toFixed(1);
}
