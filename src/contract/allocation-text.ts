import type { Allocation } from '#core/metric/measurement.ts';
import type { Text } from '#core/text/text.ts';

/** By what rule amounts are divided, in words: 「広告費」の割合で「channel」に按分、月の中は日割り. [ALC-04] */
export function allocationText(
  { to, by, days }: Allocation,
  names: { readonly metric: (id: string) => Text; readonly column: (id: string) => Text },
): Text {
  const columns = {
    ja: to.map(id => `「${names.column(id).ja}」`).join('と'),
    en: to.map(id => names.column(id).en).join(' and '),
  };
  const among = amongText(by, columns, names.metric);
  const over =
    days === undefined
      ? { ja: '期間の中は日割り', en: 'equally over the days' }
      : { ja: `期間の中は日ごとの${names.metric(days).ja}の割合`, en: `over the days by ${names.metric(days).en}` };
  return {
    ja: [among.ja, over.ja].filter(Boolean).join('、'),
    en: [among.en, over.en].filter(Boolean).join(', '),
  };
}

function amongText(by: Allocation['by'], columns: Text, nameOf: (id: string) => Text): Text {
  if (!by) return { ja: '', en: '' };
  if (by.kind === 'metric') {
    const name = nameOf(by.metric);
    return { ja: `${name.ja}の割合で${columns.ja}に按分`, en: `to ${columns.en} by ${name.en}` };
  }
  const isEqual = by.shares.every(({ weight }) => weight === by.shares[0]?.weight);
  const values = (separator: string) => by.shares.map(({ value }) => value).join(separator);
  const weights = by.shares.map(({ weight }) => weight).join(':');
  return isEqual
    ? { ja: `${columns.ja}（${values('、')}）に均等に按分`, en: `equally to ${columns.en} (${values(', ')})` }
    : {
        ja: `${columns.ja}（${values('、')}）に${weights}で按分`,
        en: `to ${columns.en} (${values(', ')}) as ${weights}`,
      };
}
