import type { DayRange } from '#core/calendar/day-range.ts';
import type { AdDay } from '../ad-days.ts';
import { bytesOf, delimitedLine, grouped, hundredths, japaneseDay } from './text-bytes.ts';

/** A campaign report of Google Ads as "Excel .csv": UTF-16 with tabs, two lines before the headings, totals at the end. */
export function googleAdsFile(ads: readonly AdDay[], days: DayRange): Uint8Array {
  const rows = ads.filter(({ medium, day }) => medium === 'google' && day >= days.from && day <= days.to);
  const total = (of: (row: AdDay) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const line = (cells: readonly (string | number)[]) => delimitedLine(cells, '\t');
  const totals = (label: string) =>
    line([
      label,
      '',
      '',
      '',
      'JPY',
      grouped(total(row => row.cost)),
      grouped(total(row => row.impressions)),
      grouped(total(row => row.clicks)),
      hundredths(total(row => row.conversions)),
    ]);
  const lines = [
    'キャンペーン レポート',
    `${japaneseDay(days.from)} - ${japaneseDay(days.to)}`,
    line([
      '日',
      'キャンペーンの状態',
      'キャンペーン',
      'キャンペーン タイプ',
      '通貨コード',
      '費用',
      '表示回数',
      'クリック数',
      'コンバージョン',
    ]),
    ...rows.map(row =>
      line([
        row.day,
        '有効',
        row.campaign,
        row.type,
        'JPY',
        grouped(row.cost),
        grouped(row.impressions),
        grouped(row.clicks),
        row.conversions === 0 ? ' --' : hundredths(row.conversions),
      ]),
    ),
    totals('合計: キャンペーン'),
    totals('合計: アカウント'),
  ];
  return bytesOf(`${lines.join('\r\n')}\r\n`, 'utf-16le');
}
