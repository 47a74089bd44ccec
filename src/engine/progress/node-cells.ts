import type { DayRange } from '#core/calendar/day-range.ts';
import type { Cell } from '#core/measure/observation.ts';
import type { AskedPeriod } from '#core/measure/question.ts';
import type { MetricId } from '#core/metric/measurement.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import { rangeKey } from '#core/progress/frames.ts';
import type { App } from '../app/app.ts';
import { ask } from '../query/ask.ts';
import type { PlanStage } from './plan-stage.ts';

/** Measured values of a plan's nodes over ranges of days, asked for together. */
export async function readCells(
  app: App,
  { sources, knowledge, key }: PlanStage,
  periods: readonly AskedPeriod[],
  problems: Problem[],
  only?: readonly NodeId[],
): Promise<(node: NodeId, range: DayRange) => Cell | undefined> {
  const wanted = [...sources.byNode.values()].filter(({ node }) => only?.includes(node) ?? true);
  const metrics = [...new Set(wanted.flatMap(({ asked }) => asked ?? []))];
  const cells = new Map<MetricId, ReadonlyMap<string, Cell>>();
  const answered = await ask(app, { metrics, periods, by: [], where: [] }, knowledge, key);
  if (answered.ok) {
    for (const { metric, totals } of answered.value) cells.set(metric, new Map(totals.map(cell => [rangeKey(cell), cell])));
  } else problems.push(...answered.problems);
  return (node, range) => {
    const asked = sources.byNode.get(node)?.asked;
    return asked === undefined ? undefined : cells.get(asked)?.get(rangeKey(range));
  };
}
