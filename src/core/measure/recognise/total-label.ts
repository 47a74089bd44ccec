/**
 * Whether a text is the label of a row that adds up others. [ING-14]
 * `certain`: no campaign or product is called that (合計, Grand total, `合計: キャンペーン`). `likely`: a name could be (Total, 全体, All).
 */
export function totalLabel(text: string): 'certain' | 'likely' | undefined {
  if (text.length > 60) return undefined;
  const label = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^[[(【<*\s-]+|[\])】>*\s]+$/g, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
  if (CERTAIN.has(label) || /^(?:合計|総計|小計|総合計|grand ?total|sub-?total|total)\s*[:-]\s*\S/.test(label)) return 'certain';
  if (/^(?:合計|総計|小計|総合計)\s*\(/.test(label)) return 'certain';
  return LIKELY.has(label) ? 'likely' : undefined;
}

const CERTAIN = new Set([
  '合計',
  '総計',
  '小計',
  '総合計',
  '合計値',
  '合計行',
  'grand total',
  'grandtotal',
  'subtotal',
  'sub total',
  'sub-total',
  'gesamtsumme',
  'total général',
]);
const LIKELY = new Set([
  '計',
  '全体',
  '全部',
  'すべて',
  '全て',
  '平均',
  'total',
  'totals',
  'all',
  'average',
  'sum',
  'gesamt',
  'summe',
  '月計',
  '年計',
  '累計',
]);
