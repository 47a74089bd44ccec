import { formatRange } from '../text/format-range.ts';
import type { Lang, Text } from '../text/text.ts';
import type { AttributionAnswer } from './attribution-question.ts';
import type { ChannelRow } from './channel-table.ts';
import { countText, inBoth, sliceText } from './journey-words.ts';

/**
 * Attribution in words: whether all models name the same channel first, how far they are apart over it, and how many conversions have
 * no touch at all. [JRN-47]
 *
 * In    the table's rows, and the numbers of conversions of the answer they come from
 */
export function channelText(
  rows: readonly ChannelRow[],
  { conversions, untouched }: Pick<AttributionAnswer, 'conversions' | 'untouched'>,
): Text {
  return inBoth(lang => {
    if (conversions === 0) return lang === 'ja' ? '対象の成果がありません。' : 'There are no conversions.';
    const without = untouched.conversions;
    const rest =
      without === 0
        ? []
        : [
            lang === 'ja'
              ? `成果${countText(conversions, lang)}件のうち${countText(without, lang)}件は、さかのぼる期間に接点がありません。`
              : `Of ${countText(conversions, lang)} conversions ${countText(without, lang)} had no touch within the lookback.`,
          ];
    return [...leader(rows, conversions - without, lang), ...rest].join(lang === 'ja' ? '' : ' ');
  });
}

function leader(rows: readonly ChannelRow[], touched: number, lang: Lang): readonly string[] {
  const models = rows[0]?.models.length ?? 0;
  const leaders = Array.from({ length: models }, (_, model) => leaderUnder(rows, model)).filter(row => row !== undefined);
  const distinct = [...new Set(leaders)];
  const [first] = distinct;
  if (!first || touched === 0) return [];
  const of = countText(touched, lang);
  if (distinct.length === 1)
    return [
      lang === 'ja'
        ? `${models > 1 ? 'どのモデルでも' : ''}貢献が最も大きいのは「${sliceText(first.slice, lang)}」で、接点のある成果${of}件のうち${rangeText(first, lang)}件です。`
        : `${models > 1 ? 'Under every model ' : ''}"${sliceText(first.slice, lang)}" is credited with the most: ${rangeText(first, lang)} of the ${of} conversions with a touch.`,
    ];
  return [
    lang === 'ja'
      ? `貢献が最も大きい経路はモデルによって変わります。接点のある成果${of}件のうち、${distinct.map(row => `「${sliceText(row.slice, lang)}」は${rangeText(row, lang)}件`).join('、')}です。`
      : `Which channel is credited with the most depends on the model: of the ${of} conversions with a touch, ${distinct.map(row => `"${sliceText(row.slice, lang)}" has ${rangeText(row, lang)}`).join(', ')}.`,
  ];
}

function leaderUnder(rows: readonly ChannelRow[], model: number): ChannelRow | undefined {
  const creditOf = (row: ChannelRow) => row.models[model]?.conversions ?? 0;
  const most = Math.max(0, ...rows.map(creditOf));
  return most > 0 ? rows.find(row => creditOf(row) === most) : undefined;
}

function rangeText({ range: { conversions } }: ChannelRow, lang: Lang): string {
  return formatRange(conversions.low, conversions.high, { kind: 'count' }, lang);
}
