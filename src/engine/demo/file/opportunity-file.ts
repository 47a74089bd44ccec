import { daysBetween } from '#core/calendar/day.ts';
import { companyName } from '../company-name.ts';
import type { Deal } from '../deal.ts';
import { DEMO_TODAY } from '../demo-days.ts';
import { bytesOf, grouped, quotedLine, slashedDay } from './text-bytes.ts';

/** An opportunity report of Salesforce in Shift_JIS, with its footer: deals that close or closed in the fiscal year, as they stand. */
export function opportunityFile(deals: readonly Deal[], from: string): Uint8Array {
  const rows = deals.filter(({ closes, lead }) => closes >= from && lead.meeting && lead.meeting.day <= DEMO_TODAY);
  const lines = [
    quotedLine([
      '商談 所有者',
      '取引先名',
      '商談名',
      'フェーズ',
      '金額',
      '確度 (%)',
      '完了予定日',
      'リードソース',
      '次のステップ',
    ]),
    ...rows.map(deal => {
      const { name, probability, next } = phaseOf(deal);
      const company = companyName(deal.lead.company);
      return quotedLine([
        OWNERS[Number(deal.lead.company.slice(1)) % OWNERS.length] ?? '',
        company,
        `${company}_みなと経費_${deal.product}`,
        name,
        grouped(deal.amount),
        `${probability}%`,
        slashedDay(deal.closes),
        deal.lead.channel.crm,
        next,
      ]);
    }),
    '',
    quotedLine(['合計', `${rows.length} 件`]),
    quotedLine(['Confidential Information - Do Not Distribute']),
  ];
  return bytesOf(`${lines.join('\r\n')}\r\n`, 'cp932');
}

const OWNERS = ['佐藤 大輔', '加藤 由紀', '松本 拓也', '井上 沙織'];

interface Phase {
  readonly name: string;
  readonly probability: number;
  readonly next: string;
}

/** Closed deals are won or lost; open ones move on with the time they have been open. */
export function phaseOf({ closes, isWon, lead }: Deal): Phase {
  if (closes <= DEMO_TODAY) {
    return isWon ? { name: 'Closed Won', probability: 100, next: '' } : { name: 'Closed Lost', probability: 0, next: '' };
  }
  const begun = lead.meeting?.day ?? lead.at.day;
  const done = Math.floor((daysBetween(begun, DEMO_TODAY) * 100) / Math.max(1, daysBetween(begun, closes)));
  return PHASES.find(({ until }) => done < until) ?? LAST_PHASE;
}

const LAST_PHASE = { until: 101, name: '最終交渉', probability: 80, next: '契約書の確認' };

const PHASES: readonly (Phase & { readonly until: number })[] = [
  { until: 25, name: '初回商談', probability: 15, next: '課題のヒアリング' },
  { until: 55, name: '提案', probability: 30, next: '提案書の提出' },
  { until: 85, name: '見積', probability: 50, next: '見積書の提出' },
  LAST_PHASE,
];
