import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { formatPeriod } from '../calendar/format-period.ts';
import { periodOf } from '../calendar/period.ts';
import { formatValue } from '../text/format-value.ts';
import type { Lang, Text } from '../text/text.ts';
import type { Unit } from '../unit/unit.ts';
import type { LeadingFall } from './leading-falls.ts';
import type { Reach } from './reach.ts';
import type { ShortLeader } from './shortfall-month.ts';

/** A leading node fell, and when the goal will. [LND-51] */
export function fallSentence(fall: LeadingFall, leader: Text, follower: Text, calendar: CalendarSettings): Text {
  const percent = `${Math.round(-fall.change * 100)}%`;
  const [month, shows] = [monthName(fall.month, calendar), monthName(fall.showsIn, calendar)];
  const lag = lagText(fall.months);
  const past = fall.by === 'history';
  return {
    ja: `${leader.ja}が${month.ja}に前月より${percent}下がりました。${follower.ja}は${lag.ja}後の${shows.ja}ごろに下がる見込みです${past ? '（過去の連動から推定）' : ''}。`,
    en: `${leader.en} fell by ${percent} in ${month.en}. ${follower.en} is expected to fall ${lag.en} later, around ${shows.en}${past ? ' (judged by how both moved in the past)' : ''}.`,
  };
}

/** The month in which a miss will show, with the earlier months it comes from. [LND-52] */
export function shortfallSentence(
  month: DayRange,
  leaders: readonly (ShortLeader & { readonly range: DayRange; readonly name: Text })[],
  calendar: CalendarSettings,
): Text {
  const shows = monthName(month, calendar);
  const each = leaders.map(({ name, range, months }) => {
    const [early, lag] = [monthName(range, calendar), lagText(months)];
    return {
      ja: `${name.ja}の${early.ja}の不足が${lag.ja}後に表れます。`,
      en: ` The shortfall of ${name.en} in ${early.en} shows ${lag.en} later.`,
    };
  });
  return {
    ja: `不足は${shows.ja}から表れる見込みです。${each.map(({ ja }) => ja).join('')}`,
    en: `The shortfall is expected to show from ${shows.en} on.${each.map(({ en }) => en).join('')}`,
  };
}

/** What one driver alone would have to be. [LND-53] */
export function reachSentence({ now, needed }: Reach, name: Text, unit: Unit): Text {
  const shown = (value: number, lang: Lang) => formatValue(Number(value.toPrecision(6)), unit, lang);
  return needed === null
    ? {
        ja: `${name.ja}だけでは目標に届きません（見込み${shown(now, 'ja')}）。`,
        en: `${name.en} alone cannot reach the target (expected ${shown(now, 'en')}).`,
      }
    : {
        ja: `${name.ja}だけで届かせるには、これからの月の平均で${shown(needed, 'ja')}が必要です（見込み${shown(now, 'ja')}）。`,
        en: `To reach the target by ${name.en} alone, the months ahead would have to average ${shown(needed, 'en')} (expected ${shown(now, 'en')}).`,
      };
}

function monthName(range: DayRange, calendar: CalendarSettings): Text {
  const period = periodOf(range.to, 'month', calendar);
  return { ja: formatPeriod(period, 'ja', calendar), en: formatPeriod(period, 'en', calendar) };
}

function lagText(months: number): Text {
  const whole = Math.max(1, Math.round(months));
  return { ja: `${whole}か月`, en: `${whole} ${whole === 1 ? 'month' : 'months'}` };
}
