import { parseDay } from '../calendar/day.ts';
import { formatPeriod } from '../calendar/format-period.ts';
import { periodOf } from '../calendar/period.ts';
import { decimalOf } from '../number/decimal.ts';
import { rationalOf } from '../number/rational.ts';
import type { Plan } from '../plan/plan.ts';
import { formatDifference, formatRelative } from '../text/format-change.ts';
import type { Lang, Text } from '../text/text.ts';
import type { ChainEffect } from './chain-effect.ts';

/** "+10 % of this brings +10 % of that, from September on": a chain effect in words. [ANA-14] */
export function chainText(effect: ChainEffect, plan: Plan): Text {
  return { ja: sentence(effect, plan, 'ja'), en: sentence(effect, plan, 'en') };
}

function sentence({ driver, node, by, from, shows, after, period, steady }: ChainEffect, plan: Plan, lang: Lang): string {
  const name = (id: string) => plan.nodes.get(id)?.name[lang] ?? id;
  const unit = plan.nodes.get(node)?.unit ?? { kind: 'count' };
  const text = (value: number) => decimalOf(Number(value.toPrecision(12)));
  const relative = (share: number | undefined) => (share === undefined ? '' : formatRelative(rationalOf(text(share))));
  const amount = (value: number) => formatDifference(text(value), unit, lang);
  const month = (key: string) => monthName(key, plan, lang);
  const moved = relative(by);
  if (shows === undefined) {
    return lang === 'ja'
      ? `${name(driver)}を${month(from)}から${moved}動かしても、計画期間内の${name(node)}は変わりません。`
      : `Moving ${name(driver)} by ${moved} from ${month(from)} does not change ${name(node)} within the plan.`;
  }
  const when =
    lang === 'ja'
      ? after === 0
        ? 'その月から'
        : `${after}か月後（${month(shows)}）から`
      : after === 0
        ? 'in the same month'
        : `${after} months later, in ${month(shows)}`;
  const inPlan = period ? `${amount(period.change)}${bracketed(relative(period.relative), lang)}` : '';
  const running = steady ? `${amount(steady.change)}${bracketed(relative(steady.relative), lang)}` : '';
  return lang === 'ja'
    ? `${name(driver)}を${month(from)}から${moved}動かすと、${name(node)}は${when}変わり、計画期間では${inPlan}、巡航時（通年換算）では${running}です。`
    : `Moving ${name(driver)} by ${moved} from ${month(from)} shows in ${name(node)} ${when}: ${inPlan} within the plan, ${running} at full run rate.`;
}

/** 2026年4月 for `2026-04`. */
function monthName(key: string, { calendar }: Plan, lang: Lang): string {
  const day = parseDay(`${key}-01`);
  return day ? formatPeriod(periodOf(day, 'month', { ...calendar, closingDay: 'month-end' }), lang, calendar) : key;
}

function bracketed(text: string, lang: Lang): string {
  return text === '' ? '' : lang === 'ja' ? `（${text}）` : ` (${text})`;
}
