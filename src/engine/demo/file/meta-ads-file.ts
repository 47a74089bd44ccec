import type { DayRange } from '#core/calendar/day-range.ts';
import type { AdDay } from '../ad-days.ts';
import { bytesOf, quotedLine } from './text-bytes.ts';

/** A daily report of Meta Ads Manager: the currency in the heading, results empty where there are none. */
export function metaAdsFile(ads: readonly AdDay[], days: DayRange): Uint8Array {
  const rows = ads.filter(({ medium, day }) => medium === 'meta' && day >= days.from && day <= days.to);
  const lines = [
    quotedLine([
      'レポート開始日',
      'レポート終了日',
      'キャンペーン名',
      'インプレッション',
      'リンクのクリック',
      '消化金額 (JPY)',
      '結果',
      '結果インジケーター',
    ]),
    ...rows.map(row => {
      const results = Math.floor(row.conversions / 100);
      const indicator = results === 0 ? '' : 'actions:offsite_conversion.fb_pixel_lead';
      return quotedLine([
        row.day,
        row.day,
        row.campaign,
        row.impressions,
        row.clicks,
        row.cost,
        results === 0 ? '' : results,
        indicator,
      ]);
    }),
  ];
  return bytesOf(`${lines.join('\n')}\n`, 'utf-8-bom');
}
