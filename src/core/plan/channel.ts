import type { Text } from '../text/text.ts';
import type { PlanNode } from './plan.ts';

/** Channels that plans usually name, in the order in which people meet them. */
export const CHANNELS: Readonly<Record<string, Text>> = {
  search: { ja: '検索', en: 'Search' },
  ad: { ja: '広告', en: 'Advertising' },
  mass: { ja: 'マス広告', en: 'Mass media' },
  'owned-media': { ja: 'オウンドメディア', en: 'Owned media' },
  sns: { ja: 'SNS', en: 'Social media' },
  mail: { ja: 'メール', en: 'E-mail' },
  webinar: { ja: 'ウェビナー', en: 'Webinars' },
  event: { ja: '展示会・イベント', en: 'Events' },
  'inside-sales': { ja: 'インサイドセールス', en: 'Inside sales' },
};

const SOCIAL: ReadonlySet<string> = new Set(['instagram', 'facebook', 'x', 'youtube', 'tiktok', 'linkedin']);

/** A channel's name; one that is not usual is called what the plan calls it. */
export function channelName(channel: string): Text {
  return CHANNELS[channel] ?? { ja: channel, en: channel };
}

/** The channel a goal or KPI is about: what its tags say, else its metric's field where that is a channel; platforms are social media. [DES-51] */
export function channelOf({ tags, metric }: Pick<PlanNode, 'tags' | 'metric'>): string | undefined {
  const tagged = tags?.channel;
  if (tagged !== undefined) return SOCIAL.has(tagged.toLowerCase()) ? 'sns' : tagged;
  const [field] = metric?.domains ?? [];
  return field !== undefined && Object.hasOwn(CHANNELS, field) ? field : undefined;
}
