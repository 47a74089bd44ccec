import type { Entry } from './lead-months.ts';
import type { Random } from './random.ts';

/** Where a lead came from, as the CRM writes it, and under which name GA4 counts the visit; null: not through the web site. */
export interface Channel {
  readonly id: ChannelId;
  readonly crm: string;
  readonly ga4: string | null;
}

export type ChannelId = 'search' | 'search-ads' | 'social-ads' | 'direct' | 'referral' | 'mail' | 'exhibition' | 'partner';

export const CHANNELS: Readonly<Record<ChannelId, Channel>> = {
  search: { id: 'search', crm: '自然検索', ga4: 'Organic Search' },
  'search-ads': { id: 'search-ads', crm: 'リスティング広告', ga4: 'Paid Search' },
  'social-ads': { id: 'social-ads', crm: 'SNS広告', ga4: 'Paid Social' },
  direct: { id: 'direct', crm: '直接流入', ga4: 'Direct' },
  referral: { id: 'referral', crm: '比較サイト', ga4: 'Referral' },
  mail: { id: 'mail', crm: 'メール', ga4: 'Email' },
  exhibition: { id: 'exhibition', crm: '展示会', ga4: null },
  partner: { id: 'partner', crm: 'パートナー紹介', ga4: null },
};

/** Weights by entry; the guide's are those of before and of since the shorter form. */
const WEIGHTS: Readonly<Record<Entry | 'short-form-guide', Partial<Record<ChannelId, number>>>> = {
  guide: { search: 38, 'search-ads': 28, 'social-ads': 18, direct: 8, referral: 8 },
  'short-form-guide': { search: 24, 'search-ads': 26, 'social-ads': 40, direct: 5, referral: 5 },
  inquiry: { search: 40, 'search-ads': 18, direct: 20, referral: 10, partner: 12 },
  demo: { search: 36, 'search-ads': 30, direct: 16, referral: 14, partner: 4 },
  webinar: { mail: 48, 'social-ads': 16, search: 20, direct: 10, partner: 6 },
  exhibition: { exhibition: 1 },
};

export function channelOf(entry: Entry, hasShortForm: boolean, random: Random): Channel {
  const weights = WEIGHTS[entry === 'guide' && hasShortForm ? 'short-form-guide' : entry];
  const ids = Object.keys(CHANNELS) as ChannelId[];
  const id = ids[random.weighted(ids.map(each => weights[each] ?? 0))] ?? 'search';
  return CHANNELS[id];
}
