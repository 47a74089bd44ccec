import { foldWidth } from '../text/fold-width.ts';

/** How figures of a sheet are written: in what, and how many powers of ten a written number stands for. [BEG-06] */
export interface SheetUnit {
  readonly kind: 'money' | 'percent' | 'count' | 'duration' | 'multiple';
  /** 千円: 3, 百万円: 6; of per cent −2. */
  readonly power: number;
  /** As written. */
  readonly text: string;
}

/** A cell or bracket that names a unit and nothing else: 千円, 百万円, %, 件, 千PV, 日. */
export function unitIn(text: string): SheetUnit | undefined {
  const word = foldWidth(text)
    .replace(/\s+/g, '')
    .replace(/^単位[:：]?|^unit:?/i, '');
  if (word === '' || word.length > 14) return undefined;
  if (/^(?:%|パーセント|percent)$/i.test(word)) return { kind: 'percent', power: -2, text: word };
  const [, before, behind] = ENGLISH_MONEY.exec(word) ?? [];
  if (ENGLISH_MONEY.test(word))
    return { kind: 'money', power: POWERS[(before ?? behind ?? '').toLowerCase().replace(/s$/, '')] ?? 0, text };
  const [, scale = '', counter] =
    /^(百万|十億|億|千|万|百|十|k|m)?(円|yen|jpy|¥|\\)(?:\/.{1,8})?(?:[（(]?税[抜込別]き?[）)]?)?$/i.exec(word) ?? [];
  if (counter !== undefined) return { kind: 'money', power: POWERS[scale.toLowerCase()] ?? 0, text: word };
  const [, many = ''] = COUNTED.exec(word) ?? [];
  if (COUNTED.test(word)) return { kind: 'count', power: POWERS[many] ?? 0, text: word };
  if (/^(?:営業日|日|日間|時間|分|秒|ヶ月|か月|days?|hours?)$/i.test(word)) return { kind: 'duration', power: 0, text: word };
  return /^(?:倍|x|:1)$/i.test(word) ? { kind: 'multiple', power: 0, text: word } : undefined;
}

/** A name with the unit in its last brackets taken off: 売上（千円）, CVR(%), リード数[件]. */
export function splitUnit(text: string): { readonly name: string; readonly unit: SheetUnit | undefined } {
  const [, name, inside] = /^(.*\S)\s*[(（[［【]([^()（）[\]［］【】]{1,14})[)）\]］】]\s*$/u.exec(text) ?? [];
  const unit = inside === undefined ? undefined : unitIn(inside);
  return name !== undefined && unit ? { name: name.trim(), unit } : { name: text.trim(), unit: undefined };
}

/** The unit of money that a line of the sheet says all of it is in: （単位：千円）, 単位:百万円・件, [千円]. */
export function moneyUnitIn(text: string): SheetUnit | undefined {
  if (text.length > 80) return undefined;
  const folded = foldWidth(text).replace(/\s+/g, '');
  const [, words] = /単位[:：は]?([^()[\]]*)/.exec(folded) ?? /units?[:：]?([^()[\]]*)/i.exec(folded) ?? [];
  const candidates = words === undefined ? [folded.replace(/^[([【]|[)\]】]$/g, '')] : words.split(/[・、,，/／;；]/);
  return candidates.map(unitIn).find(unit => unit?.kind === 'money');
}

const POWERS: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  k: 3,
  万: 4,
  百万: 6,
  m: 6,
  億: 8,
  十億: 9,
  thousand: 3,
  million: 6,
};
const ENGLISH_MONEY = /^(?:(thousand|million)s?(?:of)?(?:yen|jpy)|(?:jpy|yen|¥)(thousands?|millions?|k|m))$/i;
const COUNTED =
  /^(千|万|百万)?(?:件|人|名|社|個|回|本|台|点|店舗?|枚|票|席|組|室|冊|箱|袋|口座|世帯|通|語|セッション|クリック|リード|商談|ユーザー?|PV|UU|imp|view|セット|品|pt|ポイント)数?$/i;
