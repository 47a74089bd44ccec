import { messages } from '../../problem/problem.ts';
import { kpisEn, listEn, listJa, type Named } from '../named.ts';

/** Signs that a plan was filled in rather than thought through. */
export const formalismMessages = messages({
  'targets-all-round': {
    severity: 'info',
    ja: (p: { readonly count: number }) =>
      `目標${p.count}件がすべて切りのよい数値です。逆算や現状から決めた数値か確認してください。`,
    en: (p: { readonly count: number }) =>
      `All ${p.count} targets are round numbers. Check that they come from today's values or from the goal.`,
  },
  'same-growth': {
    severity: 'info',
    ja: (p: Named & { readonly change: string }) =>
      `KPI${p.nodes.length}件の目標が、どれも現状値の${p.change}です：${listJa(p)}。一律に掛けただけの目標になっていないか確認してください。`,
    en: (p: Named & { readonly change: string }) =>
      `The targets of ${kpisEn(p)} are all ${p.change} of today's value: ${listEn(p)}. Check that they were not all set by one factor.`,
  },
  'months-flat': {
    severity: 'info',
    ja: (p: Named) =>
      `月別の目標が全部の月で同じKPIが${p.nodes.length}件あります：${listJa(p)}。季節や立ち上がりを見込んでください。`,
    en: (p: Named) =>
      `The months of ${kpisEn(p)} are all the same: ${listEn(p)}. Allow for the season and for the time it takes to begin.`,
  },
  'reason-says-nothing': {
    severity: 'info',
    ja: (p: { readonly id: string }) =>
      `「${p.id}」の理由（because）は、理由になっていません。何がどう変わると相手が動くのかを書いてください。`,
    en: (p: { readonly id: string }) => `The reason given for "${p.id}" explains nothing. Say what changes what, and how.`,
  },
  'reason-copied': {
    severity: 'info',
    ja: (p: { readonly ids: readonly string[] }) =>
      `同じ理由（because）が${p.ids.length}か所に書かれています：${p.ids.slice(0, 3).join('、')}。それぞれの理由を書いてください。`,
    en: (p: { readonly ids: readonly string[] }) =>
      `The same reason is given ${p.ids.length} times: ${p.ids.slice(0, 3).join(', ')}. Give each its own.`,
  },
});
