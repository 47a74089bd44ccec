import type { Factor, Plan } from '../plan/plan.ts';
import type { Problem } from '../problem/problem.ts';
import type { KpiPriority } from './kpi-priority.ts';
import { priorityProblem } from './priority-messages.ts';
import { clampedMark, type Mark, type Override, overridden, type Scored } from './score.ts';
import { sharesTotal } from './shares.ts';

/** One success factor's place by impact × feasibility. [DES-12, PRI-07] */
export interface FactorPriority {
  readonly factor: string;
  readonly rank: number;
  readonly impact: Scored;
  readonly feasibility: Scored;
  /** impact × feasibility, 1 to 25. */
  readonly score: number;
  /** Share of resources that the plan gives it, as a fraction. */
  readonly share?: string;
  /** KPIs it was worked out from, best first. */
  readonly kpis: readonly string[];
}

/**
 * Ranks a plan's success factors by impact × feasibility. [DES-12]
 *
 * Impact is that of its best KPI, feasibility the mean of its KPIs' controllability, rounded. Marks written in the plan count
 * before computed ones, marks that people set before both.
 */
export function prioritiseFactors(
  plan: Plan,
  kpis: readonly KpiPriority[],
  overrides: readonly Override[] = [],
): readonly FactorPriority[] {
  const rows = [...plan.factors.values()].map(factor => rowOf(factor, plan, kpis, overrides));
  const ordered = rows.toSorted((a, b) => b.score - a.score || b.impact.mark - a.impact.mark);
  return ordered.map(row => ({ ...row, rank: 1 + ordered.filter(other => other.score > row.score).length }));
}

/** Shares of resources total 100 % exactly, once every factor has one. [DES-12] */
export function checkShares(shares: readonly (string | undefined)[]): readonly Problem[] {
  const total = sharesTotal(shares);
  return total?.is === 'wrong' ? [priorityProblem('priority-shares', { total: total.percent }, { at: ['factors'] })] : [];
}

function rowOf(
  factor: Factor,
  plan: Plan,
  kpis: readonly KpiPriority[],
  overrides: readonly Override[],
): Omit<FactorPriority, 'rank'> {
  const own = kpis.filter(({ node }) => plan.nodes.get(node)?.under === factor.id);
  const names = own.map(({ node }) => node);
  const because = [
    names.length === 0 ? priorityProblem('priority-factor-empty', {}) : priorityProblem('priority-factor', { kpis: names }),
  ];
  const marks = own.map(({ controllability }) => controllability.mark);
  const impact = scored(clampedMark(Math.max(1, ...own.map(kpi => kpi.impact.mark))), factor.impact, because);
  const mean = marks.length === 0 ? 1 : marks.reduce<number>((a, b) => a + b, 0) / marks.length;
  const feasibility = scored(clampedMark(Math.round(mean)), factor.feasibility, because);
  const settled = {
    impact: overridden(impact, factor.id, 'impact', overrides),
    feasibility: overridden(feasibility, factor.id, 'feasibility', overrides),
  };
  return {
    factor: factor.id,
    ...settled,
    score: settled.impact.mark * settled.feasibility.mark,
    ...(factor.share === undefined ? {} : { share: factor.share }),
    kpis: names,
  };
}

function scored(computed: Mark, written: number | undefined, because: readonly Problem[]): Scored {
  if (written === undefined) return { mark: computed, from: 'data', computed, because };
  return { mark: clampedMark(Math.round(written)), from: 'plan', computed, because: [priorityProblem('priority-plan', {})] };
}
