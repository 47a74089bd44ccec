import { shareInterval } from '../stats/share-interval.ts';
import { formatValue } from '../text/format-value.ts';
import type { Text } from '../text/text.ts';
import type { Currency } from '../unit/unit.ts';
import { countText, inBoth, peopleText, shareRangeText, shareText, timeText } from './journey-words.ts';
import type { StageTable } from './stage-table.ts';

/**
 * Stages in words: how many came to the last, with its range; how many are on the way and with what value; where most of them are and
 * for how long. [JRN-73]
 */
export function stageText(
  { stages, overall, open, fullest }: StageTable,
  names: readonly Text[],
  currency: Currency = 'JPY',
): Text {
  return inBoth(lang => {
    const [first, last] = [names[0]?.[lang] ?? '', names.at(-1)?.[lang] ?? ''];
    const [began, ended] = [stages[0]?.reached ?? 0, stages.at(-1)?.reached ?? 0];
    if (overall === null) return lang === 'ja' ? `「${first}」に入った人はいません。` : `Nobody entered "${first}".`;
    const range = shareRangeText(shareInterval({ count: ended, of: began }), lang);
    const rate = shareText(overall, lang);
    const sentences = [
      lang === 'ja'
        ? `「${first}」の${peopleText(began, lang)}のうち、「${last}」に達したのは${peopleText(ended, lang)}（${rate}、95%の幅 ${range}）です。`
        : `Of ${peopleText(began, lang)} at "${first}", ${countText(ended, lang)} came to "${last}" (${rate}, 95% range ${range}).`,
    ];
    if (open.people > 0) {
      const value = open.value === 0 ? undefined : formatValue(open.value, { kind: 'money', currency }, lang);
      sentences.push(
        lang === 'ja'
          ? `途中にいるのは${peopleText(open.people, lang)}${value === undefined ? '' : `（金額の合計${value}）`}です。`
          : `${peopleText(open.people, lang)} ${open.people === 1 ? 'is' : 'are'} on the way${value === undefined ? '' : `, worth ${value} in all`}.`,
      );
    }
    const [row, name] = fullest === null ? [] : [stages[fullest], names[fullest]?.[lang]];
    if (row?.age)
      sentences.push(
        lang === 'ja'
          ? `最も多いのは「${name}」の${peopleText(row.here, lang)}で、半数は${timeText(row.age.median, lang)}以上とどまり、最も長い人は${timeText(row.age.oldest, lang)}です。`
          : `The largest group, ${countText(row.here, lang)}, is at "${name}": half of them for ${timeText(row.age.median, lang)} or more, the longest for ${timeText(row.age.oldest, lang)}.`,
      );
    return sentences.join(lang === 'ja' ? '' : ' ');
  });
}
