import { daysBetween } from '../../calendar/day.ts';
import type { Rhythm } from '../../metric/metric.ts';
import { compareDecimals } from '../../number/decimal.ts';
import type { PlanNode } from '../../plan/plan.ts';
import { problemsOf } from '../../problem/problem.ts';
import { unitText } from '../../unit/unit-text.ts';
import { betterBy } from '../better-by.ts';
import type { Lint } from '../lint.ts';
import { named } from '../named.ts';
import type { Rule } from '../rule.ts';
import { smartMessages } from './smart-messages.ts';
import { isTaskName, isTwoInOne, isUnscaledQuality, isVagueName } from './wording.ts';

const problem = problemsOf(smartMessages);

/** Days from one measurement to the next. */
const DAYS: Readonly<Record<Rhythm, number>> = { daily: 1, weekly: 7, monthly: 28, quarterly: 90, yearly: 365 };

/** SMART, with the evidence the text itself holds. [DES-18 … DES-22] */
export const smartRules: readonly Rule[] = [
  {
    id: 'name-vague',
    find: ({ kpis, place }) =>
      kpis.filter(({ name }) => isVagueName(name)).map(node => problem('name-vague', { node: node.id }, place(node))),
  },
  {
    id: 'two-in-one',
    find: ({ kpis, place }) =>
      kpis.filter(({ name }) => isTwoInOne(name)).map(node => problem('two-in-one', { node: node.id }, place(node))),
  },
  {
    id: 'activity-not-result',
    find: ({ kpis, place }) =>
      kpis.filter(({ name }) => isTaskName(name)).map(node => problem('activity-not-result', { node: node.id }, place(node))),
  },
  {
    id: 'no-number',
    find: ({ kpis, inGoal, source }) => {
      const found = kpis.filter(
        node =>
          !node.target &&
          node.months.size === 0 &&
          !node.undecided &&
          !node.equals &&
          !inGoal.has(node.id) &&
          source.rangeOf(['kpis', node.id, 'target']) === undefined,
      );
      return found.length > 0 ? [problem('no-number', named(found), { line: found[0]?.line })] : [];
    },
  },
  {
    id: 'unit-unsaid',
    find: ({ aimed, place }) =>
      aimed
        .filter(({ metric, equals, unit }) => !metric && !equals && unit.kind === 'count' && unit.of === undefined)
        .map(node => problem('unit-unsaid', { node: node.id }, place(node))),
  },
  {
    id: 'denominator-unsaid',
    find: ({ aimed, place }) =>
      aimed
        .filter(
          ({ metric, equals, unit, population }) =>
            unit.kind === 'ratio' && unit.over === undefined && !equals && !population && !metric?.formula,
        )
        .map(node => problem('denominator-unsaid', { node: node.id }, place(node))),
  },
  {
    id: 'quality-without-scale',
    find: ({ kpis, place }) =>
      kpis
        .filter(({ metric, unit, name }) => !metric && unit.kind === 'count' && isUnscaledQuality(name))
        .map(node => problem('quality-without-scale', { node: node.id }, place(node))),
  },
  {
    id: 'attainability-unknown',
    find: ({ aimed, facts }) => {
      const found = aimed.filter(({ id, baseline, source }) => !baseline && !source && !facts.ambitions?.has(id));
      return found.length > 0 ? [problem('attainability-unknown', named(found), { line: found[0]?.line })] : [];
    },
  },
  {
    id: 'target-worse-than-now',
    find: lint =>
      lint.aimed.flatMap(node => {
        const compared = node.kind === 'quality' ? undefined : comparedWithNow(node);
        return compared && compared.by < 0 ? [problem('target-worse-than-now', compared.params, lint.place(node, 'target'))] : [];
      }),
  },
  {
    id: 'target-same-as-now',
    find: lint =>
      lint.aimed.flatMap(node => {
        const compared = node.kind === 'quality' ? undefined : comparedWithNow(node);
        return compared && compared.by === 0 ? [problem('target-same-as-now', compared.params, lint.place(node, 'target'))] : [];
      }),
  },
  {
    id: 'target-at-limit',
    find: ({ aimed, place }) =>
      aimed.flatMap(node => {
        const { target, limit, direction, unit } = node;
        if (!target || limit === undefined || direction !== 'up' || compareDecimals(target.value, limit) !== 0) return [];
        return [problem('target-at-limit', { node: node.id, limit, unit: unitText(unit) }, place(node, 'target'))];
      }),
  },
  { id: 'early-stage-only', find: earlyStageOnly },
  {
    id: 'kpi-deadline-outside',
    find: ({ aimed, plan: { period }, place }) =>
      aimed.flatMap(node => {
        const by = node.target?.by;
        const isOutside = by !== undefined && (by < period.from || by > period.to);
        return isOutside ? [problem('kpi-deadline-outside', { node: node.id, by }, place(node, 'target'))] : [];
      }),
  },
  {
    id: 'kpi-deadline-after-goal',
    find: ({ aimed, goals, plan: { period }, inGoal, place }) => {
      const last = goals.toSorted((a, b) => ((a.target?.by ?? period.to) < (b.target?.by ?? period.to) ? 1 : -1))[0];
      const goalBy = last?.target?.by;
      if (!last || goalBy === undefined) return [];
      return aimed.flatMap(node => {
        const by = node.target?.by;
        const isLate = by !== undefined && by > goalBy && by <= period.to && inGoal.has(node.id);
        return isLate
          ? [problem('kpi-deadline-after-goal', { node: node.id, by, goal: last.id, goalBy }, place(node, 'target'))]
          : [];
      });
    },
  },
  {
    id: 'deadline-too-soon',
    find: ({ aimed, plan: { period }, place }) =>
      aimed.flatMap(node => {
        const by = node.target?.by;
        const isSoon =
          by !== undefined && by >= period.from && node.rhythm && daysBetween(period.from, by) + 1 < DAYS[node.rhythm];
        return isSoon ? [problem('deadline-too-soon', { node: node.id, by }, place(node, 'target'))] : [];
      }),
  },
];

function comparedWithNow(node: PlanNode) {
  const by = betterBy(node);
  const { target, baseline, unit, id } = node;
  if (by === undefined || !target || !baseline) return undefined;
  return { by, params: { node: id, target: target.value, baseline: baseline.value, unit: unitText(unit) } };
}

const EARLY: ReadonlySet<string> = new Set(['awareness', 'interest']);

/** A goal in money that nothing calculates, and only early KPIs beside it. [DES-60] */
function earlyStageOnly({ goals, kpis, place }: Lint) {
  const stages = kpis.flatMap(({ metric }) => metric?.stage ?? []);
  if (stages.length === 0 || stages.length < kpis.length || !stages.every(stage => EARLY.has(stage))) return [];
  return goals
    .filter(goal => goal.unit.kind === 'money' && !goal.equals)
    .map(goal => problem('early-stage-only', { node: goal.id, goal: goal.id }, place(goal)));
}
