import { repairOf, repairRequest } from '#contract/repair-of.ts';
import { scheduleOf, scheduleRequest } from '#contract/schedule-of.ts';
import { verdictOf } from '#contract/verdict-of.ts';
import { planSchedule } from '#core/planner/planner.ts';
import { repairPlan } from '#core/repair/repair.ts';
import { checkedPlan } from '#engine/app/checked-plan.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { value } from '../reply.ts';

/** What a plan's texts say about themselves beyond a check: proof, repair, schedule. Nothing is stored. */
export const planAdviceHandlers: HandlersOf<'planVerdict' | 'repairPlan' | 'planSchedule'> = {
  planVerdict: async ({ body }, { app }) => {
    const known = await knownAt(app);
    return value(verdictOf(checkedPlan(app, body, known.metrics.catalogue, known.key)));
  },

  repairPlan: async ({ body: { wish, ...texts } }, { app }) => {
    const known = await knownAt(app);
    return value(repairOf(repairPlan(texts, known.metrics.catalogue, repairRequest(wish))));
  },

  planSchedule: async ({ body: { wish, ...texts } }, { app }) => {
    const known = await knownAt(app);
    return value(scheduleOf(planSchedule(texts, known.metrics.catalogue, scheduleRequest(wish))));
  },
};
