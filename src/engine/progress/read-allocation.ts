import type { DayRange } from '#core/calendar/day-range.ts';
import { referencesOf } from '#core/formula/ast.ts';
import type { DatasetId } from '#core/measure/dataset.ts';
import type { Decimal } from '#core/measure/observation.ts';
import type { Allocation, MetricId } from '#core/metric/measurement.ts';
import type { App } from '../app/app.ts';
import { ask } from '../query/ask.ts';
import type { PlanStage } from './plan-stage.ts';

/** Costs that are allocated, in a metric's value over some days. */
export interface AllocatedCosts {
  readonly part: Decimal | undefined;
  readonly rules: readonly { readonly metric: MetricId; readonly dataset: DatasetId; readonly allocation: Allocation }[];
}

/** How much of a value was allocated, and by what rules; undefined where nothing it rests on is. [ALC-04] */
export async function readAllocation(
  app: App,
  stage: PlanStage,
  metric: MetricId | undefined,
  range: DayRange,
): Promise<AllocatedCosts | undefined> {
  const rules = metric === undefined ? [] : rulesUnder(metric, stage, []);
  if (metric === undefined || rules.length === 0) return undefined;
  const question = { metrics: [metric], periods: [range], by: [], where: [] };
  const answered = await ask(app, question, stage.knowledge, stage.key);
  return { part: answered.ok ? answered.value[0]?.totals[0]?.allocated : undefined, rules };
}

function rulesUnder(metric: MetricId, stage: PlanStage, path: readonly MetricId[]): AllocatedCosts['rules'] {
  if (path.includes(metric)) return [];
  const { definitions, catalogue } = stage.knowledge;
  const measurement = definitions.metrics.get(metric)?.versions.at(-1)?.measurement;
  const formula = measurement?.kind === 'formula' ? measurement.formula : catalogue.metrics.get(metric)?.formula;
  if (measurement && measurement.kind !== 'formula')
    return measurement.kind === 'sum' && measurement.allocate
      ? [{ metric, dataset: measurement.dataset, allocation: measurement.allocate }]
      : [];
  const found = formula ? referencesOf(formula).flatMap(id => rulesUnder(id, stage, [...path, metric])) : [];
  return found.filter((rule, at) => found.findIndex(other => other.metric === rule.metric) === at);
}
