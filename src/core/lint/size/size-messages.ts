import { messages } from '../../problem/problem.ts';

/** Whether a plan can be kept in mind. */
export const sizeMessages = messages({
  'too-many-kpis': {
    severity: 'info',
    ja: (p: { readonly count: number; readonly limit: number }) =>
      `目標のあるKPIが${p.count}件あります（目安は${p.limit}件まで）。本当に動かすものに絞り、残りは見るだけ（watch: true）にしてください。`,
    en: (p: { readonly count: number; readonly limit: number }) =>
      `${p.count} KPIs have targets (usual limit ${p.limit}). Keep those that are to move, and only watch the rest ("watch: true").`,
  },
  'too-many-per-factor': {
    severity: 'info',
    ja: (p: { readonly factor: string; readonly count: number; readonly limit: number }) =>
      `重要成功要因「${p.factor}」のKPIが${p.count}件あります（目安は${p.limit}件まで）。要因を分けるか、KPIを絞ってください。`,
    en: (p: { readonly factor: string; readonly count: number; readonly limit: number }) =>
      `The success factor "${p.factor}" has ${p.count} KPIs (usual limit ${p.limit}). Split the factor or keep fewer.`,
  },
  'formula-too-wide': {
    severity: 'info',
    ja: (p: { readonly node: string; readonly count: number; readonly limit: number }) =>
      `「${p.node}」の計算式に${p.count}個のKPIが並んでいます（目安は${p.limit}個まで）。途中の小計に名前を付けて分けてください。`,
    en: (p: { readonly node: string; readonly count: number; readonly limit: number }) =>
      `The formula of "${p.node}" holds ${p.count} KPIs (usual limit ${p.limit}). Name subtotals and build it from those.`,
  },
  'tree-too-deep': {
    severity: 'info',
    ja: (p: { readonly node: string; readonly depth: number; readonly limit: number }) =>
      `「${p.node}」は最終目標から${p.depth}段下にあります（目安は${p.limit}段まで）。現場の1つの動きが最終目標に見えにくくなります。`,
    en: (p: { readonly node: string; readonly depth: number; readonly limit: number }) =>
      `"${p.node}" is ${p.depth} steps below the goal (usual limit ${p.limit}): what is done there hardly shows at the top.`,
  },
  'mostly-undecided': {
    severity: 'info',
    ja: (p: { readonly count: number; readonly of: number }) =>
      `KPI${p.of}件のうち${p.count}件の目標が未定です。届くかどうかを左右するものから決めてください。`,
    en: (p: { readonly count: number; readonly of: number }) =>
      `${p.count} of ${p.of} KPIs are undecided. Settle first those that decide whether the goal is reached.`,
  },
});
