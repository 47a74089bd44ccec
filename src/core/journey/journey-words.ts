import { decimalOf } from '../number/decimal.ts';
import { formatDifference } from '../text/format-change.ts';
import { formatRange } from '../text/format-range.ts';
import { formatValue } from '../text/format-value.ts';
import type { Lang, Text } from '../text/text.ts';

/** The same said in both languages. */
export function inBoth(say: (lang: Lang) => string): Text {
  return { ja: say('ja'), en: say('en') };
}

/** 3.6% */
export function shareText(share: number, lang: Lang): string {
  return formatValue(share, { kind: 'ratio' }, lang);
}

/** 3.3〜4.0% */
export function shareRangeText({ low, high }: { readonly low: number; readonly high: number }, lang: Lang): string {
  return formatRange(low, high, { kind: 'ratio' }, lang);
}

/** +4.0pt（95%の幅 +1.2pt〜+6.8pt） */
export function pointsText(
  { is, low, high }: { readonly is: number; readonly low: number; readonly high: number },
  lang: Lang,
): string {
  const points = (difference: number) => formatDifference(decimalOf(difference), { kind: 'ratio' }, lang);
  return lang === 'ja'
    ? `${points(is)}（95%の幅 ${points(low)}〜${points(high)}）`
    : `${points(is)} (95% range ${points(low)} to ${points(high)})`;
}

/** 5,100人 */
export function peopleText(people: number, lang: Lang): string {
  const count = countText(people, lang);
  return lang === 'ja' ? `${count}人` : `${count} ${people === 1 ? 'person' : 'people'}`;
}

export function countText(count: number, lang: Lang): string {
  return formatValue(count, { kind: 'count' }, lang);
}

/** The value of a dimension; null is "not given". */
export function sliceText(slice: readonly (string | null)[], lang: Lang): string {
  return slice.map(value => value ?? (lang === 'ja' ? '（指定なし）' : '(not given)')).join(' / ');
}

/** A time in ms in the unit that reads best: 12分, 3.5時間, 12.3日. */
export function timeText(ms: number, lang: Lang): string {
  const units = [
    [86_400_000, '日', 'day'],
    [3_600_000, '時間', 'hour'],
    [60_000, '分', 'minute'],
    [1000, '秒', 'second'],
  ] as const;
  const [size, ja, en] = units.find(([unit]) => ms >= unit) ?? ([1000, '秒', 'second'] as const);
  const amount = Math.round((ms / size) * 10) / 10;
  const count = countText(amount, lang);
  return lang === 'ja' ? `${count}${ja}` : `${count} ${amount === 1 ? en : `${en}s`}`;
}
