import type { DayRange } from '#core/calendar/day-range.ts';
import type { WebDay } from '../web-days.ts';
import { bytesOf, compactDay, delimitedLine } from './text-bytes.ts';

/** A free-form exploration of Google Analytics 4: a block of `#` lines, the headings, the total in a row with one more cell, the rows. */
export function ga4File(web: readonly WebDay[], days: DayRange): Uint8Array {
  const rows = web.filter(({ day }) => day >= days.from && day <= days.to);
  const total = (of: (row: WebDay) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const lines = [
    '# ----------------------------------------',
    '# 日別 チャネル×デバイス',
    '# 自由形式 1',
    `# ${compactDay(days.from)}-${compactDay(days.to)}`,
    '# ----------------------------------------',
    '',
    delimitedLine([
      '日付',
      'セッションのメインのチャネル グループ（デフォルト チャネル グループ）',
      'デバイス カテゴリ',
      'セッション',
      'アクティブ ユーザー',
      'キーイベント',
    ]),
    delimitedLine(['', '', '', total(row => row.sessions), total(row => row.users), total(row => row.keyEvents), '総計']),
    ...rows.map(row => delimitedLine([compactDay(row.day), row.channel, row.device, row.sessions, row.users, row.keyEvents])),
  ];
  return bytesOf(`${lines.join('\n')}\n`, 'utf-8');
}
