import type { DayRange } from '#core/calendar/day-range.ts';
import type { AdDay, Medium } from '../ad-days.ts';
import { bytesOf, delimitedLine, slashedDay, titleLines } from './text-bytes.ts';

/** Names of the media as the agency and the budget write them. */
export const MEDIUM_NAMES: Readonly<Record<Medium, string>> = { google: 'Google広告', yahoo: 'Yahoo!広告', meta: 'Meta広告' };

/** The agency's report: one row per day and medium, with what was paid. */
export function agencyFile(ads: readonly AdDay[], days: DayRange): Uint8Array {
  const sums = new Map<string, { impressions: number; clicks: number; cost: number }>();
  for (const { day, medium, impressions, clicks, cost } of ads) {
    if (day < days.from || day > days.to) continue;
    const key = `${day} ${medium}`;
    const sum = sums.get(key) ?? { impressions: 0, clicks: 0, cost: 0 };
    sums.set(key, { impressions: sum.impressions + impressions, clicks: sum.clicks + clicks, cost: sum.cost + cost });
  }
  const lines = [
    ...titleLines('媒体別日別レポート', days.from, days.to),
    delimitedLine(['日付', '媒体', '表示回数', 'クリック数', '費用（税抜）']),
    ...[...sums].map(([key, { impressions, clicks, cost }]) => {
      const [on = '', medium = ''] = key.split(' ');
      return delimitedLine([slashedDay(on), MEDIUM_NAMES[medium as Medium], impressions, clicks, cost]);
    }),
  ];
  return bytesOf(`${lines.join('\r\n')}\r\n`, 'cp932');
}
