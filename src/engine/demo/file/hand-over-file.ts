import type { Day } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { Lead } from '../lead.ts';
import { ENTRY_NAMES, NOT_TARGET, TARGET } from './stage-event-file.ts';
import { bytesOf, delimitedLine, slashedDay, titleLines } from './text-bytes.ts';

/** Leads handed over on some days, with what sales had decided about each by the day of the export. */
export function handOverFile(leads: readonly Lead[], days: DayRange, exported: Day): Uint8Array {
  const rows = leads.flatMap(lead =>
    lead.handedOver && lead.handedOver.day >= days.from && lead.handedOver.day <= days.to
      ? [{ lead, on: lead.handedOver.day }]
      : [],
  );
  const lines = [
    ...titleLines('引き渡し一覧', days.from, days.to),
    delimitedLine(['引き渡し日', 'リードID', 'チャネル', 'きっかけ', 'ターゲット企業', 'スコア', '判定', '判定日']),
    ...rows
      .sort((a, b) => (a.on + a.lead.id < b.on + b.lead.id ? -1 : 1))
      .map(({ lead, on }) => {
        const judged = lead.judged && lead.judged.day <= exported ? lead.judged.day : undefined;
        return delimitedLine([
          slashedDay(on),
          lead.id,
          lead.channel.crm,
          ENTRY_NAMES[lead.entry],
          lead.isTarget ? TARGET : NOT_TARGET,
          lead.score,
          judged ? (lead.isSql ? 'SQL' : '差し戻し') : '未判定',
          judged ? slashedDay(judged) : '',
        ]);
      }),
  ];
  return bytesOf(`${lines.join('\r\n')}\r\n`, 'utf-8-bom');
}
