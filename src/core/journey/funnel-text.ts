import { decimalOf } from '../number/decimal.ts';
import { shareInterval } from '../stats/share-interval.ts';
import { formatDifference } from '../text/format-change.ts';
import { formatValue } from '../text/format-value.ts';
import type { Lang, Text } from '../text/text.ts';
import type { Currency } from '../unit/unit.ts';
import type { FunnelTable, FunnelWhatIf } from './funnel-table.ts';
import { countText, inBoth, peopleText, shareRangeText, shareText } from './journey-words.ts';

/**
 * A funnel in words: how many began and completed, with its range; where most were lost, and what that cost. [JRN-17]
 *
 * In    the table, a name per step, the currency of its money
 */
export function funnelText(table: FunnelTable, names: readonly Text[], currency: Currency = 'JPY'): Text {
  return inBoth(lang => [whole(table, names, lang), ...loss(table, names, currency, lang)].join(lang === 'ja' ? '' : ' '));
}

/** What one step's rate would change, in words. [JRN-18] */
export function whatIfText(
  { completions, more, money }: FunnelWhatIf,
  step: { readonly name: Text; readonly from: number; readonly to: number },
  currency: Currency = 'JPY',
): Text {
  return inBoth(lang => {
    const unit = { kind: 'money', currency } as const;
    const difference = formatDifference(decimalOf(Math.round(more)), { kind: 'count' }, lang);
    const gain = money === null ? [] : [formatDifference(decimalOf(Math.round(money)), unit, lang)];
    const rates = [shareText(step.from, lang), shareText(step.to, lang)] as const;
    return lang === 'ja'
      ? `「${step.name.ja}」に進む割合が${rates[0]}から${rates[1]}になり、後の割合が変わらなければ、完了は${countText(Math.round(completions), lang)}人になります（${[`${difference}人`, ...gain].join('、')}）。`
      : `If ${rates[1]} instead of ${rates[0]} went on to "${step.name.en}" and later rates stayed, ${peopleText(Math.round(completions), lang)} would complete (${[difference, ...gain].join(', ')}).`;
  });
}

function whole({ steps, overall }: FunnelTable, names: readonly Text[], lang: Lang): string {
  const [first, last] = [names[0]?.[lang] ?? '', names.at(-1)?.[lang] ?? ''];
  const [began, ended] = [steps[0]?.people ?? 0, steps.at(-1)?.people ?? 0];
  if (overall === null) return lang === 'ja' ? `「${first}」をした人はいません。` : `Nobody did "${first}".`;
  if (steps.length === 1)
    return lang === 'ja'
      ? `「${first}」をした人は${peopleText(began, lang)}です。`
      : `${peopleText(began, lang)} did "${first}".`;
  const range = shareRangeText(shareInterval({ count: ended, of: began }), lang);
  return lang === 'ja'
    ? `「${first}」をした${peopleText(began, lang)}のうち、「${last}」まで進んだのは${peopleText(ended, lang)}（${shareText(overall, lang)}、95%の幅 ${range}）です。`
    : `Of ${peopleText(began, lang)} at "${first}", ${countText(ended, lang)} reached "${last}" (${shareText(overall, lang)}, 95% range ${range}).`;
}

function loss({ steps, largestLoss }: FunnelTable, names: readonly Text[], currency: Currency, lang: Lang): readonly string[] {
  if (largestLoss === null) return [];
  const [before, after] = [steps[largestLoss - 1], steps[largestLoss]];
  if (!before || !after) return [];
  const [from, to] = [names[largestLoss - 1]?.[lang] ?? '', names[largestLoss]?.[lang] ?? ''];
  const share = shareText(after.lost / before.people, lang);
  const [lost, of] = [peopleText(after.lost, lang), peopleText(before.people, lang)];
  const where =
    lang === 'ja'
      ? `最も多く離脱したのは「${from}」から「${to}」の間で、${of}のうち${lost}（${share}）です。`
      : `Most were lost between "${from}" and "${to}": ${lost} of ${countText(before.people, lang)} (${share}).`;
  if (!after.lostMoney) return [where];
  const money = formatValue(Math.round(after.lostMoney), { kind: 'money', currency }, lang);
  return [
    where,
    lang === 'ja'
      ? `この人たちがほかの人と同じ割合で先へ進んでいれば、${money}になっていた計算です。`
      : `Had they gone on like the others, they would have brought ${money}.`,
  ];
}
