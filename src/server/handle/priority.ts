import type { PrioritiesAnswer } from '#contract/priority.ts';
import { explainProblem } from '#core/analyse/explain-messages.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { GoalGain } from '#core/prioritise/kpi-priority.ts';
import { priorityProblem } from '#core/prioritise/priority-messages.ts';
import type { Scored } from '#core/prioritise/score.ts';
import { suggestion } from '#core/problem/suggest.ts';
import { sameText } from '#core/text/text.ts';
import { type PlanPriorities, planPriorities } from '#engine/analyse/plan-priorities.ts';
import { setPriorityMark } from '#engine/ledger/priority-store.ts';
import { stagePlan } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

export const priorityHandlers: HandlersOf<'priorities' | 'putPriorityMark'> = {
  priorities: async ({ plan, goal: asked, version, to, impact, problem, controllability, room }, { app }) => {
    const staged = await stagePlan(app, { plan, version, to });
    if (staged.kind !== 'staged') return unstaged(staged, plan, version);
    const { stage } = staged;
    const goals = [...stage.plan.nodes.values()].filter(({ role }) => role === 'goal');
    const goal = asked === undefined ? goals[0] : goals.find(({ id }) => id === asked);
    if (!goal) {
      const node = (asked ?? '').slice(0, 100);
      const params = {
        node,
        ...suggestion(
          node,
          goals.map(({ id }) => id),
        ),
      };
      return problems([explainProblem('explain-node-unknown', params, { at: ['goal'] })]);
    }
    return value(answerOf(await planPriorities(app, stage, goal, { impact, problem, controllability, room }), stage.plan));
  },

  putPriorityMark: async ({ plan, body }, { app, by }) => {
    const staged = await stagePlan(app, { plan });
    if (staged.kind !== 'staged') return unstaged(staged, plan);
    const { nodes, factors } = staged.stage.plan;
    const isFactor = factors.has(body.id);
    if (!isFactor && !nodes.has(body.id))
      return problems([priorityProblem('priority-id-unknown', { id: body.id.slice(0, 100) }, { at: ['id'] })]);
    const fits = isFactor ? body.criterion === 'impact' || body.criterion === 'feasibility' : body.criterion !== 'feasibility';
    if (!fits) return problems([priorityProblem('priority-criterion', { id: body.id }, { at: ['criterion'] })]);
    await app.workspace.ledger.change(by, change => setPriorityMark(change, plan, body));
    return value({});
  },
};

function answerOf({ goal, present, kpis, factors, goalNow, problems: found }: PlanPriorities, plan: Plan): PrioritiesAnswer {
  return {
    plan: plan.id,
    goal: { node: goal.id, name: goal.name, unit: goal.unit, now: goalNow ?? null },
    month: present.month,
    kpis: kpis.flatMap(row => {
      const node = plan.nodes.get(row.node);
      if (!node) return [];
      const { reference } = row;
      return [
        {
          node: row.node,
          name: node.name,
          unit: node.unit,
          owner: node.owner ?? null,
          rank: row.rank,
          total: row.total,
          score: row.score,
          impact: scoredOf(row.impact),
          problem: scoredOf(row.problem),
          controllability: scoredOf(row.controllability),
          room: scoredOf(row.room),
          current: present.current.get(row.node) ?? null,
          reference: reference ? { value: reference.reference, is: reference.is, share: reference.share } : null,
          elasticity: row.elasticity ?? null,
          tenPercent: gainOf(row.tenPercent),
          gain: gainOf(row.gain),
          lag: row.lag ?? null,
        },
      ];
    }),
    factors: factors.map(({ factor, rank, score, impact, feasibility, share, kpis: below }) => ({
      factor,
      name: plan.factors.get(factor)?.name ?? sameText(factor),
      owner: plan.factors.get(factor)?.owner ?? null,
      rank,
      score,
      impact: scoredOf(impact),
      feasibility: scoredOf(feasibility),
      share: share ?? null,
      kpis: below,
    })),
    problems: wireProblems(found),
  };
}

function scoredOf({ mark, from, by, computed, because }: Scored) {
  return { mark, from, by: by ?? null, computed, because: wireProblems(because) };
}

function gainOf(gain: GoalGain | undefined) {
  return gain ? { change: gain.change, relative: gain.relative ?? null } : null;
}
