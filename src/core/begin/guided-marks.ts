import { toNumber } from '../number/rational.ts';
import type { PlanCheck } from '../plan/check-plan.ts';
import type { Bound } from '../plan/month-bounds.ts';
import type { Plan } from '../plan/plan.ts';
import { prioritiseFactors } from '../prioritise/factor-priority.ts';
import { type KpiPriority, prioritiseKpis } from '../prioritise/kpi-priority.ts';
import type { KpiFacts } from '../prioritise/room.ts';
import type { Mark } from '../prioritise/score.ts';
import { treeModel } from '../scenario/tree-model.ts';

/** What the plan's own figures propose for a success factor while it is begun. [BEG-34] */
export interface ProposedMarks {
  readonly factor: string;
  readonly impact: Mark;
  readonly feasibility: Mark;
  /** Its best KPI by the four criteria; absent for a factor without a KPI of the goal's formulas. */
  readonly best?: KpiPriority;
  /** What its KPIs on target add to the goal at full run rate, each alone, together; absent where it cannot be told. */
  readonly gain?: number;
}

/**
 * Marks for the success factors of a plan that is begun, from what its KPIs stand at and what they are to reach. [DES-12, BEG-34]
 *
 * In    the check of the plan so far, and what each KPI stands at now (per month where it adds up)
 * Out   one proposal per factor, in the plan's order; none before the goal can be calculated
 * Not   a part in a shortfall: nothing has been measured against this plan yet
 */
export function proposedMarks(
  { arithmetic }: Pick<PlanCheck, 'arithmetic'>,
  present: ReadonlyMap<string, { readonly value: number; readonly best: number }>,
): readonly ProposedMarks[] {
  const goal = arithmetic && [...arithmetic.plan.nodes.values()].find(({ role }) => role === 'goal');
  if (!arithmetic || !goal) return [];
  const { plan } = arithmetic;
  const levels = new Map([...present].map(([id, { value }]) => [id, value]));
  const model = treeModel(arithmetic, { levels });
  const kpis = prioritiseKpis(model, goal, id => factsOf(id, plan, arithmetic.bounds.get(id)?.[0], present));
  return prioritiseFactors(plan, kpis).map(({ factor, impact, feasibility, kpis: own }) => {
    const rows = kpis.filter(({ node }) => own.includes(node));
    const gains = rows.flatMap(({ gain }) => gain?.change ?? []);
    const [best] = rows;
    return {
      factor,
      impact: impact.computed,
      feasibility: feasibility.computed,
      ...(best ? { best } : {}),
      ...(gains.length > 0 ? { gain: gains.reduce((sum, gain) => sum + gain, 0) } : {}),
    };
  });
}

function factsOf(
  id: string,
  plan: Plan,
  bound: Bound | undefined,
  present: ReadonlyMap<string, { readonly value: number; readonly best: number }>,
): KpiFacts {
  const node = plan.nodes.get(id);
  const target = bound?.low ?? bound?.high;
  const now = present.get(id);
  const { low, high } = node?.metric?.benchmark ?? {};
  const benchmark = node?.time === 'level' ? (node.direction === 'down' ? low : high) : undefined;
  return {
    ...(now ? { current: now.value, ownBest: now.best } : {}),
    ...(target === undefined ? {} : { target: toNumber(target) }),
    ...(benchmark === undefined ? {} : { benchmark }),
    ...(node?.limit === undefined ? {} : { limit: Number(node.limit) }),
    history: [],
  };
}
