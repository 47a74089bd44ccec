import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { formatPeriod } from '../calendar/format-period.ts';
import { periodOf } from '../calendar/period.ts';
import { decimalOf } from '../number/decimal.ts';
import { formatDifference } from '../text/format-change.ts';
import { formatValue } from '../text/format-value.ts';
import type { Lang, Text } from '../text/text.ts';
import type { Unit } from '../unit/unit.ts';
import type { SeriesOutlook } from './series-outlook.ts';

/** What is said of an outlook. */
export interface OutlookTold extends Pick<SeriesOutlook, 'trend' | 'natural' | 'mape' | 'probability'> {
  readonly target: { readonly value: number; readonly month: DayRange; readonly isCeiling: boolean } | null;
  readonly reachedIn: DayRange | null;
}

/** An outlook in words: if this goes on, how sure, what comes by itself. Rates change by points. [LND-60] */
export function outlookSentences(told: OutlookTold, name: Text, unit: Unit, calendar: CalendarSettings): readonly Text[] {
  const both = (make: (lang: Lang) => string): Text => ({ ja: make('ja'), en: make('en') });
  const sentences: Text[] = [];
  const { trend, target, reachedIn, natural, mape, probability } = told;
  if (trend) sentences.push(both(lang => trendIn(lang, trend, target, reachedIn, name, unit, calendar)));
  if (target && probability !== null) {
    const chance = `${Math.round(probability * 100)}%`;
    sentences.push(
      both(lang => {
        const [month, value] = [monthName(target.month, lang, calendar), shown(target.value, unit, lang)];
        return lang === 'ja'
          ? `${month}に目標の${value}を満たす確率は${chance}です。`
          : `The probability that ${month} meets its target of ${value} is ${chance}.`;
      }),
    );
  }
  if (natural) {
    const percent = `${natural.growth < 0 ? '−' : '+'}${(Math.abs(natural.growth) * 100).toFixed(2)}%`;
    sentences.push({
      ja: `施策を除いた自然成長率は月${percent}です${natural.leftOut > 0 ? `（施策のあった${natural.leftOut}か月を除外）` : ''}。`,
      en: `Without initiatives it grows by ${percent} a month${natural.leftOut > 0 ? ` (${natural.leftOut} months with initiatives left out)` : ''}.`,
    });
  }
  if (mape !== null) {
    const percent = `${(mape * 100).toFixed(1)}%`;
    sentences.push({
      ja: `1か月先の予測は、過去に平均${percent}（MAPE）外れていました。`,
      en: `Forecasts one month ahead have been off by ${percent} on average (MAPE).`,
    });
  }
  return sentences;
}

function trendIn(
  lang: Lang,
  { slope, next }: { readonly slope: number; readonly next: number },
  target: OutlookTold['target'],
  reachedIn: DayRange | null,
  name: Text,
  unit: Unit,
  calendar: CalendarSettings,
): string {
  const change = formatDifference(decimalOf(rounded(slope)), unit, lang);
  const value = shown(next, unit, lang);
  const goal = target && shown(target.value, unit, lang);
  const month = reachedIn && monthName(reachedIn, lang, calendar);
  const isMet = target !== null && (target.isCeiling ? next <= target.value : next >= target.value);
  if (lang === 'ja') {
    const reach = isMet
      ? month
        ? `今の水準なら目標の${goal}を満たしますが、この傾向では${month}に満たさなくなります。`
        : `目標の${goal}はこの水準なら満たします。`
      : month
        ? `目標の${goal}に届くのは${month}です。`
        : goal
          ? `目標の${goal}には、この傾向では届きません。`
          : '';
    return `このままの傾向（月${change}）が続くと、${name.ja}は翌月${value}になります。${reach}`;
  }
  const reach = isMet
    ? month
      ? ` That meets the target of ${goal}, but at this rate no longer in ${month}.`
      : ` That meets the target of ${goal}.`
    : month
      ? ` It reaches ${goal} in ${month}.`
      : goal
        ? ` At this rate it does not reach ${goal}.`
        : '';
  return `If this trend continues (${change} a month), ${name.en} will be ${value} next month.${reach}`;
}

function monthName(range: DayRange, lang: Lang, calendar: CalendarSettings): string {
  return formatPeriod(periodOf(range.to, 'month', calendar), lang, calendar);
}

function shown(value: number, unit: Unit, lang: Lang): string {
  return formatValue(rounded(value), unit, lang);
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
