import { round } from '../number/round.ts';
import type { Lang } from '../text/text.ts';
import type { DurationUnit } from '../unit/unit.ts';
import type { Duration } from './duration.ts';

const NAMES: Readonly<Record<DurationUnit, { readonly ja: string; readonly en: string; readonly many: string }>> = {
  seconds: { ja: '秒', en: 'second', many: 'seconds' },
  minutes: { ja: '分', en: 'minute', many: 'minutes' },
  hours: { ja: '時間', en: 'hour', many: 'hours' },
  days: { ja: '日', en: 'day', many: 'days' },
  'business-days': { ja: '営業日', en: 'business day', many: 'business days' },
  weeks: { ja: '週間', en: 'week', many: 'weeks' },
  months: { ja: 'ヶ月', en: 'month', many: 'months' },
  years: { ja: '年', en: 'year', many: 'years' },
};

/**
 * A duration for people, in the unit it is kept in: 5営業日 / 5 business days; whole amounts without decimals, others with one. [CAL-53]
 * Seconds from one minute on are shown as a clock: 1分09秒 / 1m 09s, 1時間02分03秒 / 1h 02m 03s.
 */
export function formatDuration({ amount, in: unit }: Duration, lang: Lang, digits?: number): string {
  if (unit === 'seconds' && Math.abs(amount) >= 60) return clock(amount, lang);
  const shown = round(amount, digits ?? (Number.isInteger(amount) ? 0 : 1));
  return `${shown.replace('-', '−')}${durationName(unit, lang, shown.replace('-', ''))}`;
}

/** What stands behind the amount of a duration, English blank included: 営業日 / " business days". */
export function durationName(unit: DurationUnit, lang: Lang, shownAmount: string): string {
  const name = NAMES[unit];
  return lang === 'ja' ? name.ja : ` ${shownAmount === '1' ? name.en : name.many}`;
}

function clock(amount: number, lang: Lang): string {
  const total = Math.round(Math.abs(amount));
  const sign = amount < 0 ? '−' : '';
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = two(total % 60);
  if (lang === 'ja') return `${sign}${hours > 0 ? `${hours}時間${two(minutes)}` : minutes}分${seconds}秒`;
  return `${sign}${hours > 0 ? `${hours}h ${two(minutes)}` : minutes}m ${seconds}s`;
}
