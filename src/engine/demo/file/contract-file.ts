import type { DayRange } from '#core/calendar/day-range.ts';
import type { Deal } from '../deal.ts';
import { ENTRY_NAMES } from './stage-event-file.ts';
import { bytesOf, delimitedLine, grouped, slashedDay, titleLines } from './text-bytes.ts';

/** The list of contracts that the back office keeps in Excel. */
export function contractFile(deals: readonly Deal[], days: DayRange): Uint8Array {
  const lines = [
    ...titleLines('契約一覧', days.from, days.to),
    delimitedLine(['契約番号', '契約日', 'リードID', '企業コード', 'プラン', 'チャネル', 'きっかけ', '契約金額（税抜）']),
    ...deals
      .filter(({ isWon }) => isWon)
      .map((deal, index) => ({ deal, number: `K${String(index + 1).padStart(5, '0')}` }))
      .filter(({ deal }) => deal.closes >= days.from && deal.closes <= days.to)
      .map(({ deal: { closes, lead, product, amount }, number }) =>
        delimitedLine([
          number,
          slashedDay(closes),
          lead.id,
          lead.company,
          product,
          lead.channel.crm,
          ENTRY_NAMES[lead.entry],
          grouped(amount),
        ]),
      ),
  ];
  return bytesOf(`${lines.join('\r\n')}\r\n`, 'cp932');
}
