import { learnedFrom, learnedLagOf } from '#contract/learned-lag-of.ts';
import { repairOf, repairRequest } from '#contract/repair-of.ts';
import { scheduleOf, scheduleRequest } from '#contract/schedule-of.ts';
import { verdictOf } from '#contract/verdict-of.ts';
import { exactDecimal, type Rational, roundRational } from '#core/number/rational.ts';
import { planSchedule } from '#core/planner/planner.ts';
import { repairPlan } from '#core/repair/repair.ts';
import { readLearnedLags } from '#engine/analyse/read-learned-lags.ts';
import { readRepairLimits } from '#engine/analyse/read-repair-limits.ts';
import { checkedPlan } from '#engine/app/checked-plan.ts';
import { stagePlan } from '#engine/progress/plan-stage.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

/** What a plan's texts say about themselves beyond a check: proof, repair, schedule. Nothing is stored. */
export const planAdviceHandlers: HandlersOf<
  'planVerdict' | 'repairPlan' | 'repairLimits' | 'planSchedule' | 'learnLag' | 'planLags'
> = {
  planVerdict: async ({ body }, { app }) => {
    const known = await knownAt(app);
    return value(verdictOf(checkedPlan(app, body, known.metrics.catalogue, known.key)));
  },

  repairPlan: async ({ body: { wish, ...texts } }, { app }) => {
    const known = await knownAt(app);
    return value(repairOf(repairPlan(texts, known.metrics.catalogue, repairRequest(wish))));
  },

  repairLimits: async ({ plan, to, 'as-known': asKnown, version }, { app }) => {
    const staged = await stagePlan(app, { plan, to, asKnown, version });
    if (staged.kind !== 'staged') return unstaged(staged, plan, version);
    const { limits, problems: found } = await readRepairLimits(app, staged.stage);
    return value({
      plan,
      limits: Object.fromEntries([...limits].map(([node, limit]) => [node, { value: exactText(limit.value), why: limit.why }])),
      problems: wireProblems(found),
    });
  },

  planSchedule: async ({ body: { wish, ...texts } }, { app }) => {
    const known = await knownAt(app);
    return value(scheduleOf(planSchedule(texts, known.metrics.catalogue, scheduleRequest(wish))));
  },

  learnLag: async ({ body: { dates } }) => {
    const learned = learnedFrom(dates);
    return value({ learned: learned ? learnedLagOf(learned) : null });
  },

  planLags: async ({ plan, to, 'as-known': asKnown, version }, { app }) => {
    const staged = await stagePlan(app, { plan, to, asKnown, version });
    if (staged.kind !== 'staged') return unstaged(staged, plan, version);
    const lags = await readLearnedLags(app, staged.stage);
    return value({
      plan,
      lags: lags.map(({ node, from, learned, dataset }) => ({
        node,
        from,
        learned: learned ? learnedLagOf(learned) : null,
        dataset: dataset ?? null,
      })),
      problems: [],
    });
  },
};

function exactText(value: Rational): string {
  return exactDecimal(value) ?? roundRational(value, 15);
}
