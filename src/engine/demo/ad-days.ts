import { addDays, type Day } from '#core/calendar/day.ts';
import { CAMPAIGN, DEMO_TODAY, day, FIRST_DAY, isIn, workloadOf } from './demo-days.ts';
import type { Lead } from './lead.ts';
import { type Random, randomFor } from './random.ts';

export type Medium = 'google' | 'yahoo' | 'meta';

/** One campaign on one day. Money is whole yen without tax; conversions are hundredths. */
export interface AdDay {
  readonly day: Day;
  readonly medium: Medium;
  readonly campaign: string;
  readonly type: string;
  readonly impressions: number;
  readonly clicks: number;
  readonly cost: number;
  readonly conversions: number;
}

interface Campaign {
  readonly medium: Medium;
  readonly name: string;
  readonly type: string;
  /** Of 1,000 yen of a month, before and since the autumn campaign. */
  readonly share: readonly [number, number];
  /** Yen per click, and clicks per 10,000 impressions. */
  readonly clickPrice: number;
  readonly clickRate: number;
}

const CAMPAIGNS: readonly Campaign[] = [
  { medium: 'google', name: '検索_指名', type: '検索', share: [60, 50], clickPrice: 58, clickRate: 1850 },
  { medium: 'google', name: '検索_経費精算', type: '検索', share: [300, 260], clickPrice: 432, clickRate: 512 },
  { medium: 'google', name: '検索_比較検討', type: '検索', share: [140, 120], clickPrice: 385, clickRate: 446 },
  {
    medium: 'google',
    name: 'ディスプレイ_リマーケティング',
    type: 'ディスプレイ',
    share: [60, 50],
    clickPrice: 47,
    clickRate: 38,
  },
  { medium: 'yahoo', name: '検索_経費精算', type: '検索', share: [140, 120], clickPrice: 348, clickRate: 472 },
  {
    medium: 'yahoo',
    name: 'ディスプレイ_リターゲティング',
    type: 'ディスプレイ',
    share: [50, 40],
    clickPrice: 41,
    clickRate: 33,
  },
  { medium: 'meta', name: '資料DL_課題訴求', type: 'リード', share: [180, 300], clickPrice: 156, clickRate: 94 },
  { medium: 'meta', name: '導入事例_リターゲティング', type: 'トラフィック', share: [70, 60], clickPrice: 118, clickRate: 121 },
];

/** What a month costs, in 10,000 yen; the last month is given whole and cut at the demo's today. */
const MONTHLY_COST: ReadonlyMap<string, number> = new Map([
  ['2025-04', 58],
  ['2025-05', 56],
  ['2025-06', 64],
  ['2025-07', 62],
  ['2025-08', 55],
  ['2025-09', 63],
  ['2025-10', 66],
  ['2025-11', 66],
  ['2025-12', 58],
  ['2026-01', 62],
  ['2026-02', 63],
  ['2026-03', 68],
  ['2026-04', 66],
  ['2026-05', 64],
  ['2026-06', 74],
  ['2026-07', 80],
  ['2026-08', 84],
  ['2026-09', 91],
  ['2026-10', 93],
  ['2026-11', 98],
]);

/** Every campaign on every day; leads from ads become their conversions. [DMO-04] */
export function simulateAds(leads: readonly Lead[]): readonly AdDay[] {
  const random = randomFor('ads');
  const conversions = conversionsOf(leads, random);
  const days: AdDay[] = [];
  for (let on = FIRST_DAY; on <= DEMO_TODAY; on = addDays(on, 1)) {
    const [whole, weight] = [monthWeight(on), adWeight(on)];
    const budget = (MONTHLY_COST.get(on.slice(0, 7)) ?? 0) * 10_000;
    for (const campaign of CAMPAIGNS) {
      const share = campaign.share[isIn(CAMPAIGN, on) || on >= day('2026-08-05') ? 1 : 0];
      const planned = Math.floor((budget * weight * share) / (whole * 1000));
      const cost = Math.floor((planned * random.between(880, 1120)) / 1000);
      const clicks = Math.floor((cost * 1000) / (campaign.clickPrice * random.between(920, 1090)));
      const impressions = Math.floor((clicks * 10_000 * 1000) / (campaign.clickRate * random.between(900, 1110)));
      const { medium, name, type } = campaign;
      const key = `${on} ${medium} ${name}`;
      days.push({ day: on, medium, campaign: name, type, impressions, clicks, cost, conversions: conversions.get(key) ?? 0 });
    }
  }
  return days;
}

/** Ads run at weekends too, with less money. */
function adWeight(on: Day): number {
  return 30 + workloadOf(on);
}

const weights = new Map<string, number>();

function monthWeight(on: Day): number {
  const month = on.slice(0, 7);
  const known = weights.get(month);
  if (known !== undefined) return known;
  let sum = 0;
  for (let each = day(`${month}-01`); each.startsWith(month); each = addDays(each, 1)) sum += adWeight(each);
  weights.set(month, sum);
  return sum;
}

/** Each lead from an ad is one conversion, now and then shared by two campaigns of the medium, as data-driven attribution does. */
function conversionsOf(leads: readonly Lead[], random: Random): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const add = (lead: Lead, campaign: Campaign | undefined, hundredths: number): void => {
    if (!campaign) return;
    const key = `${lead.at.day} ${campaign.medium} ${campaign.name}`;
    found.set(key, (found.get(key) ?? 0) + hundredths);
  };
  for (const lead of leads) {
    const campaigns = campaignsFor(lead, random);
    if (campaigns.length === 0) continue;
    const first = campaigns[random.weighted(campaigns.map(({ share }) => share[0]))];
    const second = campaigns[random.below(campaigns.length)];
    if (first !== second && first?.medium === 'google' && random.below(10) < 2) {
      add(lead, first, 67);
      add(lead, second, 33);
    } else {
      add(lead, first, 100);
    }
  }
  return found;
}

function campaignsFor({ channel }: Lead, random: Random): readonly Campaign[] {
  if (channel.id === 'social-ads') return CAMPAIGNS.filter(({ medium }) => medium === 'meta');
  if (channel.id !== 'search-ads') return [];
  const medium = random.below(100) < 76 ? 'google' : 'yahoo';
  return CAMPAIGNS.filter(campaign => campaign.medium === medium);
}
