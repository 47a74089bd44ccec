import type { DayRange } from '#core/calendar/day-range.ts';
import type { Entry } from '../lead-months.ts';
import type { StageEvent } from '../stage-events.ts';
import { bytesOf, delimitedLine, slashedDay, titleLines } from './text-bytes.ts';

/** By what a lead came, as the CRM writes it. */
export const ENTRY_NAMES: Readonly<Record<Entry, string>> = {
  guide: '資料DL',
  inquiry: '問い合わせ',
  demo: 'デモ申込',
  webinar: 'ウェビナー',
  exhibition: '展示会',
};

export const TARGET = '対象';
export const NOT_TARGET = '対象外';

/** The CRM's log of stages: one row per step of a lead. */
export function stageEventFile(events: readonly StageEvent[], days: DayRange): Uint8Array {
  const lines = [
    ...titleLines('ステージ履歴', days.from, days.to),
    delimitedLine([
      '発生日時',
      'リードID',
      '企業コード',
      'ステージ',
      'チャネル',
      'きっかけ',
      'ターゲット企業',
      'スコア',
      '受注金額（税抜）',
      '失注理由',
    ]),
    ...events
      .filter(({ at }) => at.day >= days.from && at.day <= days.to)
      .map(({ at, lead, stage, amount, reason }) =>
        delimitedLine([
          `${slashedDay(at.day)} ${at.time}`,
          lead.id,
          lead.company,
          stage,
          lead.channel.crm,
          ENTRY_NAMES[lead.entry],
          lead.isTarget ? TARGET : NOT_TARGET,
          lead.score,
          amount ?? '',
          reason ?? '',
        ]),
      ),
  ];
  return bytesOf(`${lines.join('\r\n')}\r\n`, 'utf-8-bom');
}
