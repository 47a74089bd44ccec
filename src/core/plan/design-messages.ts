import { messages } from '../problem/problem.ts';
import { shown } from './shown.ts';

/** How many of several are named in one sentence. */
const NAMED = 3;

/** What could be said of a plan's design beside its structure: what KPIs are for, who is served, what else could be done. */
export const designMessages = messages({
  'kpi-role-open': {
    severity: 'info',
    ja: (p: Named & { role: Role }) => `${ROLES[p.role].ja}が決まっていないKPIが${p.nodes.length}件あります：${names(p, 'ja')}`,
    en: (p: Named & { role: Role }) =>
      `${p.nodes.length} KPI${p.nodes.length === 1 ? ' is' : 's are'} incomplete: ${ROLES[p.role].en}. ${names(p, 'en')}`,
  },
  'areas-none': {
    severity: 'info',
    ja: () => '重点領域（KRA）がありません。areas に、成果を出したい領域を書き、最終目標を結び付けてください。',
    en: () => 'There is no key result area (KRA). Name the areas that matter under "areas" and tie the goals to them.',
  },
  'area-without-kpi': {
    severity: 'warning',
    ja: (p: { area: string; nameJa: string; nameEn: string }) => `重点領域「${p.nameJa}」の最終目標につながるKPIがありません。`,
    en: (p: { area: string; nameJa: string; nameEn: string }) => `No KPI leads to a goal of the key result area "${p.nameEn}".`,
  },
  'ltv-cac': {
    severity: 'info',
    ja: (p: { ltv: string; cac: string; ratio: string }) =>
      `LTV：CAC＝${p.ratio}：1（目標どうしの比）。一般に3：1以上が健全な目安とされます。`,
    en: (p: { ltv: string; cac: string; ratio: string }) =>
      `LTV:CAC is ${p.ratio}:1 by their targets. 3:1 or more is usually taken as sound.`,
  },
  'other-way': {
    severity: 'info',
    ja: (p: OtherWay) => `「${p.goal}」を「${p.nameJa}」で分解すると、${outcomeJa(p)}。`,
    en: (p: OtherWay) => `Taken apart as "${p.nameEn}", "${p.goal}" ${outcomeEn(p)}.`,
  },
  'factors-proposed': {
    severity: 'info',
    ja: (p: { goal: string; factorsJa: readonly string[]; factorsEn: readonly string[] }) =>
      `重要成功要因（KSF）がありません。「${p.goal}」の計算式からの候補：${p.factorsJa.join('、')}`,
    en: (p: { goal: string; factorsJa: readonly string[]; factorsEn: readonly string[] }) =>
      `There is no success factor (KSF). From the formula of "${p.goal}": ${p.factorsEn.join('; ')}.`,
  },
  'rhythm-slow': {
    severity: 'warning',
    ja: (p: Named & { review: Cadence }) =>
      `見直し（${CADENCES[p.review].ja}）の間に2回以上計測されないKPIが${p.nodes.length}件あります：${names(p, 'ja')}。計測頻度を上げてください。`,
    en: (p: Named & { review: Cadence }) =>
      `${p.nodes.length} KPI${p.nodes.length === 1 ? ' is' : 's are'} not measured twice between ${CADENCES[p.review].en} reviews: ${names(p, 'en')}. Measure more often.`,
  },
});

type Role = '1' | '2' | '3';
type Cadence = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';

interface Named {
  readonly [key: string]: string | readonly string[];
  readonly nodes: readonly string[];
  readonly namesJa: readonly string[];
  readonly namesEn: readonly string[];
}

interface OtherWay {
  readonly [key: string]: string | readonly string[] | undefined;
  readonly goal: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly verdict: 'reaches' | 'short' | 'cannot-tell';
  readonly unit: string;
  readonly implied?: string;
  readonly shortBy?: string;
  readonly missing: readonly string[];
  readonly needed?: string;
  readonly neededUnit?: string;
}

const ROLES: Readonly<Record<Role, { readonly ja: string; readonly en: string }>> = {
  '1': { ja: '役割1（進捗を見える化する目標や計算式）', en: 'role 1 (a target or formula to see progress by)' },
  '2': { ja: '役割2（判断に使う問い）', en: 'role 2 (the decision it serves)' },
  '3': { ja: '役割3（共通認識のための定義と見る人）', en: 'role 3 (a definition and an audience)' },
};

const CADENCES: Readonly<Record<Cadence, { readonly ja: string; readonly en: string }>> = {
  daily: { ja: '毎日', en: 'daily' },
  weekly: { ja: '毎週', en: 'weekly' },
  monthly: { ja: '毎月', en: 'monthly' },
  quarterly: { ja: '四半期ごと', en: 'quarterly' },
  yearly: { ja: '毎年', en: 'yearly' },
};

function names({ namesJa, namesEn }: Named, lang: 'ja' | 'en'): string {
  const all = lang === 'ja' ? namesJa : namesEn;
  const more = all.length - NAMED;
  const first = all.slice(0, NAMED).join(lang === 'ja' ? '、' : ', ');
  return more <= 0 ? first : lang === 'ja' ? `${first}、他${more}件` : `${first} and ${more} more`;
}

function outcomeJa({ verdict, unit, implied, shortBy, missing, needed, neededUnit }: OtherWay): string {
  if (verdict === 'reaches') return `${shown(implied, unit, 'ja')}となり、目標に届きます`;
  if (verdict === 'short') return `${shown(implied, unit, 'ja')}となり、${shown(shortBy, unit, 'ja')}不足します`;
  if (missing.length === 0) return '判定保留です';
  const need = needed === undefined ? '' : `（必要値 ${shown(needed, neededUnit ?? 'count', 'ja')}）`;
  return `「${missing.join('」「')}」の目標が必要です${need}`;
}

function outcomeEn({ verdict, unit, implied, shortBy, missing, needed, neededUnit }: OtherWay): string {
  if (verdict === 'reaches') return `comes to ${shown(implied, unit, 'en')} and reaches its target`;
  if (verdict === 'short') return `comes to ${shown(implied, unit, 'en')}, short by ${shown(shortBy, unit, 'en')}`;
  if (missing.length === 0) return 'cannot be told yet';
  const need = needed === undefined ? '' : ` (it would have to be ${shown(needed, neededUnit ?? 'count', 'en')})`;
  return `needs a target of ${missing.join(', ')}${need}`;
}
