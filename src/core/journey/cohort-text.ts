import { shareInterval } from '../stats/share-interval.ts';
import type { Lang, Text } from '../text/text.ts';
import type { CohortTriangle } from './cohort-triangle.ts';
import { countText, inBoth, peopleText, shareRangeText, shareText } from './journey-words.ts';

/** The length of a cohort's period. */
export type CohortPeriod = 'day' | 'week' | 'month';

/** How many distances are told. */
const TOLD = 2;

/**
 * A cohort triangle in words: how many came back after one and two periods on average, with range and cases, and how many cells are
 * still blank. [JRN-24]
 */
export function cohortText({ cohorts, average }: CohortTriangle, period: CohortPeriod): Text {
  return inBoth(lang => {
    const told = average.flatMap((each, distance) => (each && distance > 0 && distance <= TOLD ? [{ ...each, distance }] : []));
    const blank = cohorts.flatMap(({ people, cells }) => (people > 0 ? cells.filter(cell => cell === null) : [])).length;
    const sentences = told.map(({ distance, share, people, of, cohorts: count }) => {
      const range = shareRangeText(shareInterval({ count: people, of }), lang);
      const when = laterText(distance, period, lang);
      return lang === 'ja'
        ? `${when}に戻った人は平均${shareText(share, lang)}（${peopleText(of, lang)}中${peopleText(people, lang)}、95%の幅 ${range}、${count}つの期間）です。`
        : `${when}, ${shareText(share, lang)} came back on average (${countText(people, lang)} of ${peopleText(of, lang)}, 95% range ${range}, over ${count} ${count === 1 ? 'cohort' : 'cohorts'}).`;
    });
    if (sentences.length === 0)
      return lang === 'ja'
        ? '次の期間がまだ終わっていないため、戻った割合はまだ測れません。'
        : 'No later period is over yet, so who came back cannot be measured.';
    const open =
      blank === 0
        ? []
        : [
            lang === 'ja'
              ? `終わっていない期間の${blank}マスは空欄です。`
              : `${blank === 1 ? 'One cell is' : `${blank} cells are`} blank because the period is not over.`,
          ];
    return [...sentences, ...open].join(lang === 'ja' ? '' : ' ');
  });
}

function laterText(distance: number, period: CohortPeriod, lang: Lang): string {
  const ja = { day: '日後', week: '週間後', month: 'ヶ月後' };
  return lang === 'ja' ? `${distance}${ja[period]}` : `${distance} ${distance === 1 ? period : `${period}s`} later`;
}
