import { decimalOf } from '../number/decimal.ts';
import { rationalOf } from '../number/rational.ts';
import { formatRelative } from '../text/format-change.ts';
import type { Lang, Text } from '../text/text.ts';
import type { ActivationEffect, ActivationRow } from './activation-table.ts';
import { PEOPLE_NEEDED } from './funnel-comparison.ts';
import { countText, inBoth, pointsText, shareText, timeText } from './journey-words.ts';

/** What people did, within how long, and what became of them. */
export interface ActivationNames {
  readonly did: Text;
  readonly outcome: Text;
  /** ms */
  readonly within: number;
}

/** One threshold in words: both shares with their cases, the difference with its range and its chance, and that it proves no cause. [JRN-81] */
export function activationText({ atLeast, did, didNot, effect }: ActivationRow, names: ActivationNames): Text {
  return inBoth(lang => {
    const sides = [`${countText(did.people, lang)}`, `${countText(didNot.people, lang)}`] as const;
    const time = timeText(names.within, lang);
    if (effect === 'too-few')
      return lang === 'ja'
        ? `「${names.did.ja}」を${time}以内に${atLeast}回以上した人が${sides[0]}人、しなかった人が${sides[1]}人で、どちらかが${PEOPLE_NEEDED}人に満たないため比べられません。`
        : `${sides[0]} did "${names.did.en}" ${timesText(atLeast)} within ${time} and ${sides[1]} did not; with fewer than ${PEOPLE_NEEDED} on a side they cannot be compared.`;
    const shares = [shareText(effect.did, lang), shareText(effect.didNot, lang)] as const;
    const chance = effect.p < 0.001 ? (lang === 'ja' ? '0.1%未満' : 'less than 0.1%') : shareText(effect.p, lang);
    return lang === 'ja'
      ? `「${names.did.ja}」を${time}以内に${atLeast}回以上した人の「${names.outcome.ja}」は${shares[0]}（${sides[0]}人中${countText(did.outcome, lang)}人）、しなかった人は${shares[1]}（${sides[1]}人中${countText(didNot.outcome, lang)}人）です。差は${pointsText(effect.difference, lang)}${relation(effect, lang)}、偶然だけでこれ以上の差がつく確率は${chance}です。もともとの違いによることもあり、原因とは限りません。`
      : `Of those who did "${names.did.en}" ${timesText(atLeast)} within ${time}, ${shares[0]} had "${names.outcome.en}" (${countText(did.outcome, lang)} of ${sides[0]}), of the others ${shares[1]} (${countText(didNot.outcome, lang)} of ${sides[1]}). The difference is ${pointsText(effect.difference, lang)}${relation(effect, lang)}; chance alone makes one as large in ${chance} of cases. They may differ in other ways, so this is no proof of a cause.`;
  });
}

/** −80%, or 3.0 times where it is more. */
function relation({ ratio, relative }: ActivationEffect, lang: Lang): string {
  if (ratio === null || relative === null) return '';
  if (ratio >= 2) return lang === 'ja' ? `、${ratio.toFixed(1)}倍` : `, ${ratio.toFixed(1)} times as many`;
  const change = formatRelative(rationalOf(decimalOf(Number(relative.toFixed(6)))));
  return lang === 'ja' ? `、比で${change}` : `, ${change} relative`;
}

function timesText(atLeast: number): string {
  return atLeast === 1 ? 'at least once' : `at least ${atLeast} times`;
}
