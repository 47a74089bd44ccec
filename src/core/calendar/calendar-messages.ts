import { messages, type Params } from '../problem/problem.ts';
import { ENGLISH_MONTHS } from './format-day.ts';

/** First and last day of each reading. */
interface TwoReadings extends Params {
  readonly text: string;
  readonly fiscal: readonly string[];
  readonly calendar: readonly string[];
}

/** What can be wrong with a period, a deadline or the calendar's settings. */
export const calendarMessages = messages({
  'period-not-understood': {
    severity: 'error',
    ja: ({ text }: { text: string }) =>
      `期間「${text}」を読み取れません。「2026-04」「2026年4月」「2026年度第1四半期」「2026年度」「2026-04-01〜2027-03-31」のように入力してください。`,
    en: ({ text }: { text: string }) =>
      `The period “${text}” could not be read. Write it like 2026-04, Apr 2026, Q1 FY2026, FY2026 or 2026-04-01 to 2027-03-31.`,
  },
  'period-does-not-exist': {
    severity: 'error',
    ja: ({ text }: { text: string }) =>
      `「${text}」という日付または期間はありません。月・日・四半期・週の番号を確認してください。`,
    en: ({ text }: { text: string }) =>
      `There is no such date or period as “${text}”. Check its month, day, quarter or week number.`,
  },
  'period-year-out-of-range': {
    severity: 'error',
    ja: ({ text, first, last }: { text: string; first: number; last: number }) =>
      `「${text}」の年は${first}年から${last}年までの範囲で入力してください。`,
    en: ({ text, first, last }: { text: string; first: number; last: number }) =>
      `The year in “${text}” must lie between ${first} and ${last}.`,
  },
  'period-order-of-date': {
    severity: 'error',
    ja: ({ text, readings }: { text: string; readings: readonly string[] }) =>
      `日付「${text}」は${readings.join('とも')}とも読めます。「${readings[0] ?? ''}」の形で入力してください。`,
    en: ({ text, readings }: { text: string; readings: readonly string[] }) =>
      `The date “${text}” can be read as ${readings.join(' or ')}. Write it like ${readings[0] ?? ''}.`,
  },
  'period-fiscal-or-calendar': {
    severity: 'error',
    ja: ({ text, fiscal, calendar }: TwoReadings) =>
      `「${text}」が年度（${fiscal.join('〜')}）か暦年（${calendar.join('〜')}）かを決められません。年度なら「年度」を、暦年なら「暦年」を付けてください。`,
    en: ({ text, fiscal, calendar }: TwoReadings) =>
      `“${text}” may be of the fiscal year (${fiscal.join(' to ')}) or of the calendar year (${calendar.join(' to ')}). Write FY or CY before the year.`,
  },
  'period-needs-reference-day': {
    severity: 'error',
    ja: ({ text }: { text: string }) =>
      `「${text}」は基準日がないと日付に直せません。「2027-03-31」のような日付で入力してください。`,
    en: ({ text }: { text: string }) => `“${text}” needs a day to count from. Write a date such as 2027-03-31 instead.`,
  },
  'period-ends-before-it-begins': {
    severity: 'error',
    ja: ({ from, to }: { from: string; to: string }) =>
      `期間の終わり（${to}）が始まり（${from}）より前です。順序を確認してください。`,
    en: ({ from, to }: { from: string; to: string }) => `The period ends (${to}) before it begins (${from}). Check their order.`,
  },
  'fiscal-year-end-differs': {
    severity: 'error',
    ja: ({ text, month }: { text: string; month: number }) =>
      `「${text}」は会計年度の決算月（${month}月）と合いません。決算月をそろえるか、カレンダーの設定を変えてください。`,
    en: ({ text, month }: { text: string; month: number }) =>
      `“${text}” does not match the month in which the fiscal year ends (${ENGLISH_MONTHS[month - 1] ?? month}). Use that month, or change the calendar settings.`,
  },
  'calendar-zone-unknown': {
    severity: 'error',
    ja: ({ zone }: { zone: string }) =>
      `タイムゾーン「${zone}」は見つかりません。「Asia/Tokyo」のようなIANAの名前で指定してください。`,
    en: ({ zone }: { zone: string }) => `There is no time zone “${zone}”. Use an IANA name such as Asia/Tokyo.`,
  },
  'calendar-fiscal-year-starts': {
    severity: 'error',
    ja: ({ value }: { value: number }) => `年度の開始月は1から12の整数で指定してください（入力：${value}）。`,
    en: ({ value }: { value: number }) =>
      `The month in which the fiscal year starts must be a whole number from 1 to 12, not ${value}.`,
  },
  'calendar-closing-day': {
    severity: 'error',
    ja: ({ value }: { value: number }) => `締め日は1から28の整数か「月末」で指定してください（入力：${value}）。`,
    en: ({ value }: { value: number }) =>
      `The closing day must be a whole number from 1 to 28, or the end of the month, not ${value}.`,
  },
  'calendar-holiday-and-workday': {
    severity: 'warning',
    ja: ({ day }: { day: string }) => `${day}が会社休日と出勤日の両方に指定されています。出勤日として扱います。`,
    en: ({ day }: { day: string }) => `${day} is listed both as a company holiday and as a workday. It is treated as a workday.`,
  },
});
