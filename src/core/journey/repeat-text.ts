import type { Text } from '../text/text.ts';
import { countText, inBoth, peopleText, shareRangeText, shareText } from './journey-words.ts';
import type { RepeatRate } from './repeat-rate.ts';

/** A repeat rate in words, with its range, its cases, and those who cannot be measured yet. [JRN-52, JRN-53] */
export function repeatText({ people, again, immature, rate, interval }: RepeatRate, name: Text): Text {
  return inBoth(lang => {
    if (rate === null || interval === null) {
      if (immature === 0) return lang === 'ja' ? `${name.ja}：対象の人がいません。` : `${name.en}: there is nobody to measure.`;
      return lang === 'ja'
        ? `${name.ja}：まだ測れません。${peopleText(immature, lang)}全員の期間が終わっていません。`
        : `${name.en}: not yet measurable. The window of ${immature === 1 ? 'the only person' : `all ${peopleText(immature, lang)}`} is still open.`;
    }
    const range = shareRangeText(interval, lang);
    const open =
      immature === 0
        ? []
        : [
            lang === 'ja'
              ? `ほかの${peopleText(immature, lang)}は期間が終わっていないため、含めていません。`
              : `${countText(immature, lang)} more ${immature === 1 ? 'is' : 'are'} left out because the window is still open.`,
          ];
    const told =
      lang === 'ja'
        ? `${name.ja}：${shareText(rate, lang)}（${peopleText(people, lang)}中${peopleText(again, lang)}、95%の幅 ${range}）です。`
        : `${name.en}: ${shareText(rate, lang)} (${countText(again, lang)} of ${peopleText(people, lang)}, 95% range ${range}).`;
    return [told, ...open].join(lang === 'ja' ? '' : ' ');
  });
}
