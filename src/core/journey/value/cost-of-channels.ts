import type { Channel } from './learned-paths.ts';

/** What was spent on a medium, as ad data name it. */
export interface MediumCost {
  readonly medium: string;
  readonly cost: number;
}

export interface ChannelCosts {
  /** Per channel its cost and the media it was spent on. */
  readonly byChannel: ReadonlyMap<string, { readonly cost: number; readonly media: readonly string[] }>;
  /** Media that belong to no channel, or to several alike. */
  readonly apart: readonly MediumCost[];
}

/** Costs of media as costs of channels: of the same name, else of the only paid channel of the same kind. [VAL-10] */
export function costOfChannels(channels: readonly Channel[], media: readonly MediumCost[]): ChannelCosts {
  const named = channels.filter(channel => channel !== null);
  const byChannel = new Map<string, { readonly cost: number; readonly media: readonly string[] }>();
  const apart: MediumCost[] = [];
  for (const spent of media) {
    const kind = kindOfAds(spent.medium);
    const same = named.filter(channel => plain(channel) === plain(spent.medium));
    const alike = named.filter(channel => isPaid(channel) && kind !== undefined && kindOfAds(channel) === kind);
    const [channel, ...others] = same.length > 0 ? same : alike;
    if (channel === undefined || others.length > 0) {
      apart.push(spent);
      continue;
    }
    const known = byChannel.get(channel);
    byChannel.set(channel, { cost: (known?.cost ?? 0) + spent.cost, media: [...(known?.media ?? []), spent.medium] });
  }
  return { byChannel, apart };
}

function plain(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '');
}

function isPaid(channel: string): boolean {
  return /paid|cpc|\bads?\b|広告|リスティング/iu.test(channel);
}

/** The kind of advertising a name tells of. */
function kindOfAds(name: string): 'search' | 'social' | 'display' | undefined {
  const text = name.normalize('NFKC').toLowerCase();
  if (/display|ディスプレイ|gdn|ydn|yda/u.test(text)) return 'display';
  if (/social|sns|meta|facebook|instagram|\bline\b|line広告|twitter|^x(広告|ads|$)|tiktok|linkedin|ソーシャル/u.test(text))
    return 'social';
  if (/search|リスティング|検索|google|yahoo|bing|microsoft/u.test(text)) return 'search';
  return undefined;
}
