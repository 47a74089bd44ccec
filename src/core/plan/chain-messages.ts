import { messages } from '../problem/problem.ts';
import { shown, shownGap } from './shown.ts';

/** What the chain of a plan's KPIs leaves out. */
export const chainMessages = messages({
  'chain-gap': {
    severity: 'info',
    ja: (p: { node: string; from: string; to: string; most?: string }) =>
      `「${p.node}」の計算式では、${p.from}から${p.to}への率を表すKPIが抜けています。${p.most === undefined ? '' : `ほかの率をかけた${shown(p.most, 'ratio', 'ja')}は上限で、実際はこれより小さくなります。`}`,
    en: (p: { node: string; from: string; to: string; most?: string }) =>
      `In the formula of "${p.node}" no KPI says what share of ${p.from} becomes ${p.to}.${p.most === undefined ? '' : ` The product of the other rates, ${shown(p.most, 'ratio', 'en')}, is an upper bound.`}`,
  },
  'goal-remainder': {
    severity: 'info',
    ja: (p: { goal: string; coverage: string; rest: string; shortBy: string; unit: string }) =>
      `計画にあるKPIで説明できるのは「${p.goal}」の${shown(p.coverage, 'ratio', 'ja')}です。残りの${shown(p.rest, 'ratio', 'ja')}（${shownGap(p.shortBy, p.unit, 'ja')}）は、既存顧客・代理店・大型案件など、計画にないところで補う必要があります。`,
    en: (p: { goal: string; coverage: string; rest: string; shortBy: string; unit: string }) =>
      `The KPIs of this plan explain ${shown(p.coverage, 'ratio', 'en')} of "${p.goal}". The remaining ${shown(p.rest, 'ratio', 'en')} (${shownGap(p.shortBy, p.unit, 'en')}) must come from what is not in the plan, such as existing customers, agencies or large deals.`,
  },
});
