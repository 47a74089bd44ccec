import { formatDay, formatDayRange } from '../calendar/format-day.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Text } from '../text/text.ts';
import { formatEffect, formatEffectRange } from './effect-change.ts';
import type { CannotTell, EffectReading } from './effect-reading.ts';
import { EFFECT_VERDICTS } from './effect-verdict.ts';

/**
 * What a reading says and what it cannot say, as sentences: what was compared, how much the KPI moves anyway, the verdict with its
 * reasons, and that this is no proof of a cause. [EFF-09]
 */
export function effectSentences(reading: EffectReading): readonly Text[] {
  return [
    ...compared(reading),
    ...usually(reading),
    verdict(reading),
    ...reading.reasons.map(found => reason(found, reading)),
    ...limits(reading),
  ];
}

function compared({ windows, change, ...reading }: EffectReading): Text[] {
  if (!windows || change === null) return [];
  const { before, after } = windows;
  const days = before.weeks * 7;
  const afterDays = after.weeks * 7;
  return [
    {
      ja: `開始前の${days}日間（${formatDayRange(before.days, 'ja')}）と開始後の${afterDays}日間（${formatDayRange(after.days, 'ja')}）の平均を比べると、${formatEffect(change, reading, 'ja')}です。`,
      en: `Comparing the mean of ${days} days before (${formatDayRange(before.days, 'en')}) with ${afterDays} days after (${formatDayRange(after.days, 'en')}) gives ${formatEffect(change, reading, 'en')}.`,
    },
  ];
}

function usually({ usual, ...reading }: EffectReading): Text[] {
  if (!usual) return [];
  const { low, high, pairs, compared: way } = usual;
  const range = { ja: formatEffectRange(low, high, reading, 'ja'), en: formatEffectRange(low, high, reading, 'en') };
  const basis =
    way === 'last-year'
      ? { ja: `前年の同じ週との違いも見た過去${pairs}組`, en: `${pairs} earlier pairs, less the same weeks a year before` }
      : { ja: `過去${pairs}組`, en: `${pairs} earlier pairs` };
  return [
    {
      ja: `このKPIは、施策がなくても、同じ長さの前後の期間で${range.ja}動くのが普通です（${basis.ja}の比較から。100回に95回ほどこの範囲）。`,
      en: `Without any initiative this KPI usually moves by ${range.en} between two such periods (from ${basis.en}; about 95 times in 100).`,
    },
  ];
}

function verdict({ verdict: found, reasons }: EffectReading): Text {
  const name = EFFECT_VERDICTS[found];
  switch (found) {
    case 'improved':
    case 'worsened':
      return {
        ja: `普段の動きを超えているため、「${name.ja}」と判定します。`,
        en: `The change is beyond that, so the verdict is "${name.en}".`,
      };
    case 'no-change':
      return {
        ja: '期待した大きさの効果があれば見えたはずですが、見られないため、「変化なし」と判定します。',
        en: 'An effect as large as expected would have been seen, and was not, so the verdict is "no change".',
      };
    case 'cannot-tell':
      return {
        ja: `効果の有無はまだ判定できません（${name.ja}）。理由は次の${reasons.length}点です。`,
        en: `Whether it worked cannot be told yet, for ${reasons.length === 1 ? 'this reason' : 'these reasons'}:`,
      };
    default:
      return unreachable(found);
  }
}

function reason(found: CannotTell, reading: EffectReading): Text {
  switch (found.code) {
    case 'too-few-days':
      return {
        ja: `開始後のデータがまだ${found.weeks}週分です。${found.needed}週分がそろう${formatDay(found.on, 'ja')}以降に判定できます。`,
        en: `There ${found.weeks === 1 ? 'is 1 week' : `are ${found.weeks} weeks`} of data after the start so far. It can be read from ${formatDay(found.on, 'en')} on, with ${found.needed} weeks.`,
      };
    case 'days-missing':
      return {
        ja: '比べる期間のうち、データのない日が多すぎます。抜けている日のデータを取り込んでください。',
        en: 'Too many days of the compared periods have no data. Import the missing days.',
      };
    case 'history-too-short':
      return {
        ja: `開始前のデータが${found.weeks}週分しかなく、普段どのくらい動くか分かりません（${found.needed}週分必要です）。過去のデータを取り込むと判定できます。`,
        en: `There are only ${found.weeks} weeks of data before the start, too few to know how much the KPI moves anyway (${found.needed} are needed). Importing older data helps.`,
      };
    case 'season-unknown':
      return {
        ja: `開始前のデータが1年に満たない（${found.weeks}週分、${found.needed}週分必要）ため、季節による動きと区別できません。`,
        en: `There is less than a year of data before the start (${found.weeks} weeks, ${found.needed} needed), so the season cannot be told apart.`,
      };
    case 'season-in-window':
      return {
        ja: `比べる期間に${quoted(found.names, '「', '」', '、')}が入っています。`,
        en: `${quoted(found.names, '"', '"', ', ')} ${found.names.length === 1 ? 'falls' : 'fall'} into the compared periods.`,
      };
    case 'overlap':
      return {
        ja: `同じ時期に${quoted(found.names, '「', '」', '、')}があり、どれの効果か分けられません。`,
        en: `${quoted(found.names, '"', '"', ', ')} ran in the same periods; their effects cannot be told apart.`,
      };
    case 'within-usual-movement':
      return {
        ja: `変化が普段の動きの範囲に入っています。この期間で確かめられるのは、普段の動きから${formatEffect(found.smallest, reading, 'ja').replace('+', '')}以上外れた変化です。`,
        en: `The change lies within the usual movement. Over such a period only changes that differ from it by ${formatEffect(found.smallest, reading, 'en').replace('+', '')} or more can be confirmed.`,
      };
    default:
      return unreachable(found);
  }
}

function limits({ windows, meanwhile }: EffectReading): Text[] {
  if (!windows) return [];
  const also = meanwhile.map(({ name }) => name);
  const named =
    also.length > 0
      ? { ja: `（${quoted(also, '「', '」', '、')}など）`, en: ` (such as ${quoted(also, '"', '"', ', ')})` }
      : { ja: '', en: '' };
  return [
    {
      ja: `前後の比較だけでは、同じ時期のほかの要因${named.ja}の影響と分けられません。施策が原因だと示すものではありません。`,
      en: `A comparison of before and after cannot be told from whatever else happened at the time${named.en}. It does not show that the initiative was the cause.`,
    },
  ];
}

function quoted(names: readonly string[], open: string, close: string, between: string): string {
  return names.map(name => `${open}${name}${close}`).join(between);
}
