import type { ProgressAnswer, ProgressStanding } from '#contract/progress.ts';
import type { Rational } from '#core/number/rational.ts';
import { planMonths } from '#core/plan/month-bounds.ts';
import { decimalText } from '#core/plan/shown.ts';
import type { App } from '#engine/app/app.ts';
import { versionEntry } from '#engine/app/plan-version-asked.ts';
import { type PlanProgress, type PlanStanding, readProgress } from '#engine/progress/plan-progress.ts';
import { type PlanStage, stagePlan } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

export const progressHandlers: HandlersOf<'progress'> = {
  progress: async ({ plan, to, 'as-known': asKnown, version, compare, align }, { app }) => {
    const asked = { plan, to, asKnown, version, compare, align };
    const staged = await stagePlan(app, asked);
    if (staged.kind !== 'staged') return unstaged(staged, plan, version);
    const read = await readProgress(app, staged.stage, asked);
    if (compare !== undefined && read.standing && !read.standing.compare) return missing(`${plan}@${compare}`);
    return value(await progressAnswerOf(app, read, asKnown ?? null, align));
  },
};

async function progressAnswerOf(
  app: App,
  { stage, standing }: PlanProgress,
  asKnown: ProgressAnswer['asKnown'],
  align: ProgressStanding['align'],
): Promise<ProgressAnswer> {
  const { plan, known, to, version } = stage;
  const about = {
    plan: plan.id,
    name: plan.name,
    version: await versionEntry(app, version),
    to,
    today: known.today,
    asKnown,
    period: plan.period,
  };
  if (!standing) return { state: 'not-started', ...about };
  const { frames, monthClose, businessDays, nodes, through, compare, budget } = standing;
  return {
    state: 'standing',
    ...about,
    to: frames.to,
    month: {
      whole: { from: frames.month.whole.from, to: frames.month.whole.to },
      range: frames.month.range,
      close: monthClose,
      businessDays,
    },
    align,
    through: through ?? null,
    nodes,
    sources: nodeSourcesOf(stage, standing),
    schedule: scheduleOf(stage, standing.planned),
    compare: compare
      ? {
          version: await versionEntry(app, compare.version),
          nodes: comparedNodes(stage, standing, compare.planned),
          schedule: scheduleOf(stage, compare.planned),
        }
      : null,
    budget: budgetOf(budget),
    problems: wireProblems(standing.problems),
  };
}

/** Where the values of all nodes come from, and how their targets come in. */
export function nodeSourcesOf({ sources, plan }: PlanStage, standing: PlanStanding | undefined) {
  return [...sources.byNode.values()].map(({ node, metric, by, missing: inputs, datasets }) => ({
    node,
    metric,
    by,
    missing: inputs,
    datasets,
    pace: plan.nodes.get(node)?.time === 'flow' ? paceOf(standing, node) : null,
  }));
}

function paceOf(standing: PlanStanding | undefined, node: string) {
  return standing?.paces.get(node)?.kind === 'weights' ? ('own-weekdays' as const) : ('business-days' as const);
}

function comparedNodes({ plan }: PlanStage, { frames }: PlanStanding, planned: PlanStanding['planned']) {
  return [...plan.nodes.keys()].map(node => ({
    node,
    monthDue: textOf(planned.due(node, frames.month.range)?.value),
    monthWhole: textOf(planned.due(node, frames.month.whole)?.value),
    planDue: textOf(planned.due(node, frames.plan.range)?.value),
    planWhole: textOf(planned.due(node, frames.plan.whole)?.value),
  }));
}

function scheduleOf({ plan }: PlanStage, planned: PlanStanding['planned']) {
  const months = planMonths(plan);
  return [...plan.nodes.keys()].map(node => ({
    node,
    months: months.map((_, month) => textOf(planned.month(node, month)?.value)),
  }));
}

function textOf(exact: Rational | undefined): string | null {
  return exact ? decimalText(exact) : null;
}

function budgetOf({ metric, range, total, lines, nodes }: PlanStanding['budget']): ProgressStanding['budget'] {
  return {
    metric,
    range,
    total,
    lines: lines.map(({ node, department, medium, ...amounts }) => ({
      ...amounts,
      node: node ?? null,
      department: department ?? null,
      medium: medium ?? null,
    })),
    nodes,
  };
}
