import type { Lang, Text } from '../text/text.ts';
import { PEOPLE_NEEDED, type StepComparison } from './funnel-comparison.ts';
import { inBoth, pointsText, shareText } from './journey-words.ts';

/**
 * Where two funnels differ, in words: the step with the largest difference that is none of chance, or that there is none, or that
 * there are too few people to tell. [JRN-19]
 *
 * In    the comparison, a name per step, the names of both sides
 */
export function funnelComparisonText(
  comparisons: readonly StepComparison[],
  names: readonly Text[],
  sides: { readonly a: Text; readonly b: Text },
): Text {
  const told = comparisons.filter(({ difference }) => difference !== 'too-few');
  const clear = told.filter(({ step, differs }) => step > 0 && differs).toSorted((x, y) => sizeOf(y) - sizeOf(x))[0];
  return inBoth(lang => {
    if (told.length === 0)
      return lang === 'ja'
        ? `人数が少ないため（${PEOPLE_NEEDED}人未満）、「${sides.a.ja}」と「${sides.b.ja}」は比べられません。`
        : `There are too few people (under ${PEOPLE_NEEDED}) to compare "${sides.a.en}" with "${sides.b.en}".`;
    if (!clear)
      return lang === 'ja'
        ? `「${sides.a.ja}」と「${sides.b.ja}」の間に、偶然では説明できない差はありません。`
        : `Between "${sides.a.en}" and "${sides.b.en}" there is no difference beyond chance.`;
    return difference(clear, names, sides, lang);
  });
}

function difference(
  { step, a, b, difference: points }: StepComparison,
  names: readonly Text[],
  sides: { readonly a: Text; readonly b: Text },
  lang: Lang,
): string {
  if (points === 'too-few') return '';
  const name = names[step]?.[lang] ?? '';
  const rate = ({ people, of }: StepComparison['a']) => shareText(people / of, lang);
  return lang === 'ja'
    ? `差が最も大きいのは「${name}」に進む割合で、「${sides.a.ja}」${rate(a)}（${a.of}人中${a.people}人）に対して「${sides.b.ja}」${rate(b)}（${b.of}人中${b.people}人）、差は${pointsText(points, lang)}です。`
    : `They differ most in going on to "${name}": "${sides.a.en}" ${rate(a)} (${a.people} of ${a.of}), "${sides.b.en}" ${rate(b)} (${b.people} of ${b.of}), a difference of ${pointsText(points, lang)}.`;
}

function sizeOf({ difference: points }: StepComparison): number {
  return points === 'too-few' ? 0 : Math.abs(points.is);
}
