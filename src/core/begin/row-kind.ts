import { foldWidth } from '../text/fold-width.ts';

/** What the figures of a row or column are. Only targets and actuals are read; the others follow from them or are opinions. [BEG-05] */
export type FigureKind = 'target' | 'actual' | 'last-year' | 'ratio' | 'difference' | 'forecast' | 'cumulative';

/** What a cell says its figures are, where it says nothing else: 目標, 実績, 達成率, Plan, Actual. */
export function kindIn(text: string): FigureKind | undefined {
  if (text.length > 24) return undefined;
  const word = foldWidth(text)
    .toLowerCase()
    .replace(/[\s\u3000()[\]【】「」:：*※]/g, '');
  return KINDS.find(([, pattern]) => pattern.test(word))?.[0];
}

/** A name with what its figures are taken off it: 売上（目標）, 売上_実績, リード数 達成率. [BEG-05] */
export function splitKind(text: string): { readonly name: string; readonly kind: FigureKind | undefined } {
  const bracketed = /^(.*\S)\s*[(（【[［]([^()（）【】[\]［］]{1,12})[)）】\]］]\s*$/u.exec(text);
  const inBrackets = bracketed?.[2] === undefined ? undefined : kindIn(bracketed[2]);
  if (bracketed?.[1] !== undefined && inBrackets) return { name: bracketed[1].trim(), kind: inBrackets };
  const separated = /^(.*\S)[\s\u3000_＿・:：/／]+([^\s\u3000_＿・:：/／]{1,12})$/u.exec(text);
  const behind = separated?.[2] === undefined ? undefined : kindIn(separated[2]);
  if (separated?.[1] !== undefined && behind) return { name: separated[1].trim(), kind: behind };
  const joined = /^(.*\S)(目標値?|実績値?|達成率|累計)$/u.exec(text.trim());
  const ending = joined?.[2] === undefined ? undefined : kindIn(joined[2]);
  if (joined?.[1] !== undefined && ending) return { name: joined[1].trim(), kind: ending };
  return { name: text.trim(), kind: undefined };
}

const KINDS: readonly (readonly [FigureKind, RegExp])[] = [
  ['last-year', /^(?:前年|昨年|前期|前年度|昨年度)(?:度?実績|同月|同月実績|実績値)?$|^(?:last ?year|ly|prior ?year|py)$/],
  ['cumulative', /^累計|^累積|累計$|^(?:ytd|cumulative)/],
  [
    'ratio',
    /^(?:達成率|進捗率|達成度|目標比|計画比|予算比|対目標比?|対計画比?|対予算比?|目標達成率|予算達成率|予実比|前年比|前年同月比|昨対比?|昨年比|前月比|対前年比?|構成比|伸び率|成長率|消化率|achievement|attainment|progress|yoy|mom|vs ?(?:plan|target|ly)|%)%?$|^(?:達成|進捗)$|^%(?:of|to)(?:plan|target|goal)$/,
  ],
  ['difference', /^(?:差異?|差額|差分|乖離|過不足|増減|目標差異?|計画差異?|予算差異?|予実差異?|gap|diff(?:erence)?|variance)$/],
  ['forecast', /^(?:着地)?見込み?$|^着地(?:予想|予測)?$|^予測値?$|^(?:forecast|outlook|landing|estimate)$/],
  ['target', /^(?:当初|期初|年初|修正|月次|月間)?(?:目標|計画|予算|予定)(?:値|数|額)?$|^(?:target|plan|planned|budget|goal)s?$/],
  ['actual', /^(?:当年|今期|今年|本年|月次|月間)?(?:実績|結果|実数)(?:値|数|額)?$|^(?:actual|result)s?$|^実$/],
];
