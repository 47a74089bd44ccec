import { unreachable } from '../problem/unreachable.ts';
import type { Lang } from '../text/text.ts';
import type { ComparisonNote, LengthNote, LengthReason } from './comparison.ts';
import { formatDay } from './format-day.ts';

const REASONS: Readonly<Record<LengthReason, { readonly ja: string; readonly en: string }>> = {
  'leap-day': { ja: 'うるう日を含むため', en: 'because of the leap day' },
  'month-length': { ja: '月の長さが違うため', en: 'because the months differ in length' },
  'season-length': { ja: '年によって連休の長さが違うため', en: 'because the season differs in length from year to year' },
  chosen: { ja: '選んだ期間の長さが違うため', en: 'because the chosen ranges differ in length' },
};

/** The sentence of a comparison's note; notes that need no words (equal length) are undefined. [CAL-78] */
export function formatComparisonNote(note: LengthNote | ComparisonNote, lang: Lang): string | undefined {
  switch (note.kind) {
    case 'same-length':
      return undefined;
    case 'length-differs':
      return lang === 'ja'
        ? `${REASONS[note.why].ja}、日数が違います（${note.current}日と${note.other}日）。`
        : `${note.current} days against ${note.other}, ${REASONS[note.why].en}.`;
    case 'business-days-differ':
      return lang === 'ja'
        ? `営業日の数が違います（${note.current}日と${note.other}日）。`
        : `${counted(note.current)} against ${note.other}.`;
    case 'unfinished-days-left-out':
      return lang === 'ja'
        ? `${formatDay(note.through, 'ja', 'month-day')}までの分で比べています。`
        : `Compared to date, up to ${formatDay(note.through, 'en', 'month-day')}.`;
    case 'weekdays-match':
      return lang === 'ja' ? '曜日をそろえて比べています。' : 'Weekdays are aligned.';
    default:
      return unreachable(note);
  }
}

function counted(days: number): string {
  return `${days} business ${days === 1 ? 'day' : 'days'}`;
}
