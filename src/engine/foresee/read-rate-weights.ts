import type { DayRange } from '#core/calendar/day-range.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { MetricId } from '#core/metric/measurement.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import { rangeKey } from '#core/progress/frames.ts';
import { ratePartsOf } from '../analyse/rate-parts.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { ask } from '../query/ask.ts';

/** The denominators of the nodes that are measured as a quotient of two metrics, by month. [LND-06] */
export async function readRateWeights(
  app: App,
  { plan, sources, knowledge, known, key }: PlanStage,
  months: readonly DayRange[],
  problems: Problem[],
  only?: readonly NodeId[],
): Promise<ReadonlyMap<NodeId, (month: DayRange) => number | null>> {
  const scope = { definitions: sources.definitions, catalogue: known.metrics.catalogue };
  const volumes = new Map<NodeId, MetricId>();
  for (const { node, asked } of sources.byNode.values()) {
    if (asked === undefined || only?.includes(node) === false || plan.nodes.get(node)?.time !== 'level') continue;
    const parts = ratePartsOf(asked, scope);
    if (parts) volumes.set(node, parts.volume);
  }
  if (volumes.size === 0) return new Map();
  const periods = months.map(range => ({ ...range, grain: 'month' as const }));
  const answered = await ask(app, { metrics: [...new Set(volumes.values())], periods, by: [], where: [] }, knowledge, key);
  if (!answered.ok) {
    problems.push(...answered.problems);
    return new Map();
  }
  const values = new Map(
    answered.value.map(({ metric, totals }) => [
      metric,
      new Map(totals.map(cell => [rangeKey(cell), numberOf(cell.observation) ?? null])),
    ]),
  );
  return new Map([...volumes].map(([node, metric]) => [node, month => values.get(metric)?.get(rangeKey(month)) ?? null]));
}
