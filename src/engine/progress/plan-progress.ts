import { businessDaysIn } from '#core/calendar/business-day.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { PaceProfile } from '#core/calendar/pace.ts';
import { periodsBetween } from '#core/calendar/periods-between.ts';
import type { CloseState } from '#core/measure/observation.ts';
import { closeStateOf } from '#core/measure/period-close.ts';
import type { AskedPeriod } from '#core/measure/question.ts';
import type { NodeId, PlanNode } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import { type Frames, framesOf, type LastYear, rangeKey, rangesIn } from '#core/progress/frames.ts';
import { type NodeProgress, progressOf } from '#core/progress/node-progress.ts';
import { type PlannedValues, plannedValues } from '#core/progress/planned.ts';
import type { App } from '../app/app.ts';
import { checkedPlan } from '../app/checked-plan.ts';
import { versionAsked } from '../app/plan-version-asked.ts';
import type { PlanVersion } from '../ledger/plan-version-store.ts';
import { type BudgetStanding, readBudget } from './budget.ts';
import { readCells } from './node-cells.ts';
import { PACE_DAYS, paceFrom } from './own-pace.ts';
import type { PlanStage, StageAsked } from './plan-stage.ts';

export interface ProgressAsked extends StageAsked {
  /** Number or name of a version whose targets are shown beside. */
  readonly compare?: string | undefined;
  readonly align: LastYear;
}

export interface PlanProgress {
  readonly stage: PlanStage;
  /** Undefined before the plan starts. */
  readonly standing: PlanStanding | undefined;
}

export interface PlanStanding {
  readonly frames: Frames;
  readonly planned: PlannedValues;
  readonly paces: ReadonlyMap<NodeId, PaceProfile>;
  readonly nodes: readonly NodeProgress[];
  readonly through: Day | undefined;
  readonly monthClose: CloseState;
  readonly businessDays: { readonly gone: number; readonly all: number };
  readonly compare: Comparable | undefined;
  readonly budget: BudgetStanding;
  readonly problems: readonly Problem[];
}

/** Another version's targets over the same stretches of time. */
export interface Comparable {
  readonly version: PlanVersion;
  readonly planned: PlannedValues;
}

/** Where every node of a plan stands on a day. [PRG-01 … PRG-06] All figures are asked for in one go. */
export async function readProgress(app: App, stage: PlanStage, asked: ProgressAsked): Promise<PlanProgress> {
  const frames = framesOf(stage.plan, stage.to, asked.align);
  if (!frames) return { stage, standing: undefined };
  const problems: Problem[] = [];
  const paces = await readPaces(app, stage, frames, problems);
  const paceOf = (node: PlanNode): PaceProfile => paces.get(node.id) ?? { kind: 'business-days' };
  const planned = plannedValues(stage.arithmetic, paceOf);
  const cellOf = await readCells(app, stage, periodsIn(frames), problems);
  const nodes = progressOf({ arithmetic: stage.arithmetic, frames, planned, cellOf, paceOf });
  const datasets = [...new Set([...stage.sources.byNode.values()].flatMap(source => source.datasets))];
  const { calendar } = stage.plan;
  return {
    stage,
    standing: {
      frames,
      planned,
      paces,
      nodes,
      through: nodes.flatMap(({ month }) => month.through ?? []).toSorted()[0],
      monthClose: closeStateOf(frames.month.range, datasets, stage.knowledge.closes),
      businessDays: {
        gone: businessDaysIn(frames.month.range, calendar),
        all: businessDaysIn(frames.month.whole, calendar),
      },
      compare: await readComparable(app, stage, asked, paceOf),
      budget: await readBudget(app, stage, frames.plan.range, problems),
      problems,
    },
  };
}

/** Months are asked for as months, so that formulas that look back find the month before. */
function periodsIn(frames: Frames): readonly AskedPeriod[] {
  const months = [
    frames.month.range,
    frames.month.previous.other,
    frames.month.lastYear.other,
    ...frames.trend.flatMap(({ range, lastYear }) => [range, lastYear]),
  ];
  const isMonth = new Set(months.map(rangeKey));
  return rangesIn(frames).map(range => (isMonth.has(rangeKey(range)) ? { ...range, grain: 'month' } : range));
}

/** How the flows come in within a month, from the weeks before it. */
async function readPaces(
  app: App,
  stage: PlanStage,
  frames: Frames,
  problems: Problem[],
): Promise<ReadonlyMap<NodeId, PaceProfile>> {
  const { plan } = stage;
  const flows = [...plan.nodes.values()].filter(({ time }) => time === 'flow').map(({ id }) => id);
  const last = addDays(frames.month.whole.from, -1);
  const days = periodsBetween(addDays(last, 1 - PACE_DAYS), last, 'day', plan.calendar).map(({ from, to }) => ({ from, to }));
  const cellOf = await readCells(app, stage, days, problems, flows);
  return new Map(
    flows.map(id => [
      id,
      paceFrom(
        days.flatMap(day => cellOf(id, day) ?? []),
        plan.calendar,
      ),
    ]),
  );
}

async function readComparable(
  app: App,
  { known, version }: PlanStage,
  { compare }: ProgressAsked,
  paceOf: (node: PlanNode) => PaceProfile,
): Promise<Comparable | undefined> {
  if (compare === undefined) return undefined;
  const other = await versionAsked(app, version.plan, { version: compare });
  const arithmetic = other && checkedPlan(app, other, known.metrics.catalogue, known.key).arithmetic;
  return other && arithmetic ? { version: other, planned: plannedValues(arithmetic, paceOf) } : undefined;
}
