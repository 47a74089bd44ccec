import type { DayRange } from '#core/calendar/day-range.ts';
import type { AdDay } from '../ad-days.ts';
import { bytesOf, delimitedLine, grouped, slashedDay } from './text-bytes.ts';

/** A campaign report of Yahoo!広告: Shift_JIS, rates without a percent sign, a total at the end. */
export function yahooAdsFile(ads: readonly AdDay[], days: DayRange): Uint8Array {
  const rows = ads.filter(({ medium, day }) => medium === 'yahoo' && day >= days.from && day <= days.to);
  const total = (of: (row: AdDay) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const figures = (impressions: number, clicks: number, cost: number, conversions: number) => [
    grouped(impressions),
    grouped(clicks),
    ratio(clicks * 100, impressions),
    grouped(cost),
    ratio(cost, clicks),
    conversions,
    ratio(conversions * 100, clicks),
    ratio(cost, conversions),
  ];
  const lines = [
    delimitedLine([
      '日',
      'キャンペーン名',
      'インプレッション数',
      'クリック数',
      'クリック率',
      'コスト',
      '平均CPC',
      'コンバージョン数',
      'コンバージョン率',
      'コスト/コンバージョン数',
    ]),
    ...rows.map(row =>
      delimitedLine([
        slashedDay(row.day),
        row.campaign,
        ...figures(row.impressions, row.clicks, row.cost, Math.floor(row.conversions / 100)),
      ]),
    ),
    delimitedLine([
      '合計',
      '',
      ...figures(
        total(row => row.impressions),
        total(row => row.clicks),
        total(row => row.cost),
        total(row => Math.floor(row.conversions / 100)),
      ),
    ]),
  ];
  return bytesOf(`${lines.join('\r\n')}\r\n`, 'cp932');
}

/** Two decimals, cut off; `--` where nothing can be divided. */
function ratio(part: number, whole: number): string {
  if (whole === 0) return '--';
  const cut = String(Math.floor((part * 100) / whole)).padStart(3, '0');
  return `${cut.slice(0, -2)}.${cut.slice(-2)}`;
}
