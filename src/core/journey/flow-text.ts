import { shareInterval } from '../stats/share-interval.ts';
import type { Text } from '../text/text.ts';
import type { FlowAnswer, FlowQuestion } from './flow-question.ts';
import { countText, inBoth, peopleText, shareRangeText, shareText } from './journey-words.ts';

/** The most frequent sequence in words, with its range and cases. [JRN-85] */
export function flowText({ people, sequences }: FlowAnswer, start: Text, direction: FlowQuestion['direction']): Text {
  return inBoth(lang => {
    const [most] = sequences;
    if (!most || people === 0) return lang === 'ja' ? `「${start.ja}」をした人はいません。` : `Nobody did "${start.en}".`;
    const range = shareRangeText(shareInterval({ count: most.people, of: people }), lang);
    const share = shareText(most.people / people, lang);
    const steps = direction === 'before' ? most.steps.toReversed() : most.steps;
    const path = steps.map(step => step ?? (lang === 'ja' ? '（指定なし）' : '(not given)')).join(' → ');
    const cases = {
      ja: `${peopleText(people, lang)}中${peopleText(most.people, lang)}`,
      en: `${countText(most.people, lang)} of ${peopleText(people, lang)}`,
    };
    if (path === '')
      return lang === 'ja'
        ? `「${start.ja}」の${WHEN[direction].ja}に何もしていない人が最も多く、${cases.ja}（${share}、95%の幅 ${range}）です。`
        : `${WHEN[direction].en} "${start.en}" most often nothing was done: ${cases.en} (${share}, 95% range ${range}).`;
    return lang === 'ja'
      ? `「${start.ja}」の${WHEN[direction].ja}で最も多いのは「${path}」で、${cases.ja}（${share}、95%の幅 ${range}）です。`
      : `${WHEN[direction].en} "${start.en}" the most frequent is "${path}": ${cases.en} (${share}, 95% range ${range}).`;
  });
}

const WHEN = { after: { ja: '後', en: 'After' }, before: { ja: '前', en: 'Before' } } as const;
