import type { z } from 'zod';
import type { Rational } from '#core/number/rational.ts';
import { toNumber } from '#core/number/rational.ts';
import type { GoalCheck, PlanCheck } from '#core/plan/check-plan.ts';
import { neededValue } from '#core/plan/needed-value.ts';
import { isInTheWay, isPublishable } from '#core/plan/publishable.ts';
import type { Reading } from '#core/plan/reading.ts';
import type { Requirement } from '#core/plan/required-model.ts';
import { decimalText } from '#core/plan/shown.ts';
import { targetText } from '#core/plan/target-text.ts';
import type { GoalVerdict } from '#core/plan/verdict.ts';
import { sentence } from '#core/problem/sentence.ts';
import type { check, Fix, GoalVerdictReport } from './check.ts';
import { wireProblem } from './problem.ts';

/** A plan's check ready to travel. */
export function checkOf(found: PlanCheck): z.output<typeof check> {
  return { ...summaryOf(found), fixes: fixesOf(found) };
}

/** The check without what would suffice, which takes longer than all the rest. */
export function summaryOf(found: PlanCheck): Omit<z.output<typeof check>, 'fixes'> {
  return {
    goals: found.goals.map(goalReport),
    ways: found.ways.map(({ period, because, needed, ...way }) => ({
      ...way,
      because: because ?? null,
      period: readingReport(period),
      needed: needed ?? null,
    })),
    open: openOf(found),
    problems: found.problems.map(problem => wireProblem(problem, sentence)),
    inTheWay: [...new Set(found.problems.filter(isInTheWay).map(({ code }) => code))],
    publishable: found.parsed !== undefined && isPublishable(found.problems),
  };
}

function openOf({ goals, parsed, arithmetic }: PlanCheck): z.output<typeof check>['open'] {
  return goals.flatMap(verdict => {
    const { why } = verdict.period;
    const [id, ...others] = why?.code === 'missing' ? why.nodes : [];
    const [goal, node] = [parsed?.plan.nodes.get(verdict.id), parsed?.plan.nodes.get(id ?? '')];
    const needed = goal && node && arithmetic && others.length === 0 ? neededValue(node, goal, verdict, arithmetic) : undefined;
    return needed === undefined || !node ? [] : [{ goal: verdict.id, node: node.id, needed }];
  });
}

/** What one driver alone would have to be, for each goal that falls short. */
export function fixesOf(found: PlanCheck): readonly Fix[] {
  return found.goals.flatMap(goal => goal.alone.map(requirement => fixOf(goal, requirement, found)));
}

/** The verdict on a goal as programs read it. */
export function goalReport({ id, wanted, period, steady, pipeline }: GoalVerdict): GoalVerdictReport {
  // Of a range the end that is missed, else the lower one.
  const target = period.side === undefined ? (wanted.low ?? wanted.high) : wanted[period.side];
  const missing = period.why?.code === 'missing' ? period.why.nodes : undefined;
  return {
    id,
    target: numberOrNull(target),
    verdict: period.verdict,
    period: readingReport(period),
    steady: readingReport(steady),
    pipeline,
    ...(missing ? { missing } : {}),
  };
}

function readingReport({ verdict, implied, coverage, shortBy }: Reading): GoalVerdictReport['period'] {
  return { verdict, implied: numberOrNull(implied), coverage: numberOrNull(coverage), shortBy: numberOrNull(shortBy) };
}

function fixOf(goal: GoalCheck, { node, value, factor, possible, limit }: Requirement, { parsed }: PlanCheck): Fix {
  const planned = parsed?.plan.nodes.get(node);
  return {
    goal: goal.id,
    node,
    value: decimalText(value),
    factor,
    possible,
    ...(limit === undefined ? {} : { limit }),
    target: planned && possible === 'yes' ? (targetText(planned, value, factor) ?? null) : null,
  };
}

/** Numbers too large for a double do not come out of plans; they would be infinite, and are left out. */
function numberOrNull(value: Rational | undefined): number | null {
  const number = value && toNumber(value);
  return number !== undefined && Number.isFinite(number) ? number : null;
}
