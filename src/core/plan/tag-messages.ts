import { messages } from '../problem/problem.ts';

/** What tags say about a plan. */
export const tagMessages = messages({
  'main-too-many': {
    severity: 'warning',
    ja: (p: { purpose: string; nodes: readonly string[] }) =>
      `目的「${p.purpose}」の主要KPIが${p.nodes.length}件あります（${p.nodes.join('、')}）。3件までに絞ると、何を優先するかが伝わります。`,
    en: (p: { purpose: string; nodes: readonly string[] }) =>
      `The purpose "${p.purpose}" has ${p.nodes.length} main KPIs (${p.nodes.join(', ')}). With three at most it stays clear what comes first.`,
  },
});
