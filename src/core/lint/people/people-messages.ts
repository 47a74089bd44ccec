import { messages } from '../../problem/problem.ts';
import { kpisEn, listEn, listJa, type Named } from '../named.ts';

/** Who answers for what. */
export const peopleMessages = messages({
  'owner-overloaded': {
    severity: 'info',
    ja: (p: { readonly owner: string; readonly count: number; readonly limit: number }) =>
      `「${p.owner}」が責任を持つKPIが${p.count}件あります（目安は${p.limit}件まで）。一部を任せるか、見るだけ（watch: true）にしてください。`,
    en: (p: { readonly owner: string; readonly count: number; readonly limit: number }) =>
      `"${p.owner}" answers for ${p.count} KPIs (usual limit ${p.limit}). Hand some over, or only watch them ("watch: true").`,
  },
  'one-owner-for-all': {
    severity: 'info',
    ja: (p: { readonly owner: string; readonly count: number }) =>
      `KPI${p.count}件すべての責任者が「${p.owner}」です。実際に動かせる人に分けてください。`,
    en: (p: { readonly owner: string; readonly count: number }) =>
      `All ${p.count} KPIs belong to "${p.owner}". Give each to whoever can move it.`,
  },
  'two-owners': {
    severity: 'info',
    ja: (p: { readonly node: string; readonly owner: string }) =>
      `「${p.node}」の責任者が2人以上います（${p.owner}）。責任者は1人にし、ほかは contributors に書いてください。`,
    en: (p: { readonly node: string; readonly owner: string }) =>
      `"${p.node}" has more than one owner (${p.owner}). Name one, and the others as contributors.`,
  },
  'contributor-is-owner': {
    severity: 'info',
    ja: (p: { readonly node: string; readonly owner: string }) =>
      `「${p.node}」の責任者（${p.owner}）が contributors にも書かれています。contributors から消してください。`,
    en: (p: { readonly node: string; readonly owner: string }) =>
      `The owner of "${p.node}" (${p.owner}) also stands among its contributors. Take the name out there.`,
  },
  'factor-without-owner': {
    severity: 'info',
    ja: (p: Named) => `責任者のいない重要成功要因が${p.nodes.length}件あります：${listJa(p)}`,
    en: (p: Named) =>
      `${p.nodes.length === 1 ? 'A success factor has' : `${p.nodes.length} success factors have`} no owner: ${listEn(p)}`,
  },
  'pair-same-owner': {
    severity: 'info',
    ja: (p: Named) =>
      `量と質の両方を同じ人が受け持つKPIの組が${p.nodes.length}組あります：${listJa(p)}。量を優先しやすくなるので、質を見る人を分けることも考えてください。`,
    en: (p: Named) =>
      `One person answers for both quantity and quality of ${kpisEn(p)}: ${listEn(p)}. Consider giving quality to somebody else.`,
  },
});
