import { explainProblem } from '#core/analyse/explain-messages.ts';
import type { State } from '#core/analyse/state.ts';
import { reachOf } from '#core/analyse/unroll.ts';
import { type DayRange, sameRange } from '#core/calendar/day-range.ts';
import { type Cell, numberOf } from '#core/measure/observation.ts';
import type { AskedPeriod } from '#core/measure/question.ts';
import type { Condition } from '#core/metric/measurement.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import { rangeKey } from '#core/progress/frames.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { ask } from '../query/ask.ts';
import { monthBefore, type Stretch } from './compared-side.ts';

/** The measured values of some nodes over a stretch of months, with as many months before it as delays reach back. */
export async function measuredState(
  app: App,
  stage: PlanStage,
  nodes: readonly NodeId[],
  stretch: Stretch,
  where: readonly Condition[],
  problems: Problem[],
): Promise<State> {
  const { calendar } = stage.plan;
  const before = stretch.isMonthly
    ? Array.from({ length: reachOf(stage.plan) }, (_, i) => monthBefore(stretch, -1 - i, calendar)).filter(
        range => range !== undefined,
      )
    : [];
  const months: readonly AskedPeriod[] = [...stretch.slots, ...before].map(range =>
    stretch.isMonthly ? { ...range, grain: 'month' } : range,
  );
  const isListed = months.some(range => sameRange(range, stretch.whole));
  const periods = isListed ? months : [...months, stretch.whole];
  const cellOf = await cellsOf(app, stage, nodes, periods, where, problems);
  const known = (node: NodeId, range: DayRange | undefined) => {
    const cell = range && cellOf(node, range);
    const value = cell && numberOf(cell.observation);
    if (!cell || value === undefined) return undefined;
    return { value, isProvisional: cell.observation.state === 'provisional' || cell.close === 'preliminary' };
  };
  return {
    kind: 'measured',
    month: (node, place) => known(node, place < 0 ? before[-1 - place] : stretch.slots[place]),
    whole: node => known(node, stretch.whole),
  };
}

/** Cells of nodes' metrics; where a condition does not fit all of them, those that it fits. */
async function cellsOf(
  app: App,
  { sources, knowledge, key }: PlanStage,
  nodes: readonly NodeId[],
  periods: readonly AskedPeriod[],
  where: readonly Condition[],
  problems: Problem[],
): Promise<(node: NodeId, range: DayRange) => Cell | undefined> {
  const asked = new Map(
    nodes.flatMap(node => {
      const metric = sources.byNode.get(node)?.asked;
      return metric === undefined ? [] : [[node, metric] as const];
    }),
  );
  const metrics = [...new Set(asked.values())];
  const cells = new Map<string, ReadonlyMap<string, Cell>>();
  const read = async (some: readonly string[]): Promise<boolean> => {
    const answered = await ask(app, { metrics: some, periods, by: [], where }, knowledge, key);
    if (!answered.ok) return false;
    for (const { metric, totals } of answered.value) cells.set(metric, new Map(totals.map(cell => [rangeKey(cell), cell])));
    return true;
  };
  if (metrics.length > 0 && !(await read(metrics))) {
    for (const [node, metric] of asked) {
      if (cells.has(metric) || (await read([metric]))) continue;
      problems.push(explainProblem('explain-not-cut', { node, column: where.map(({ column }) => column).join(', ') }));
    }
  }
  return (node, range) => cells.get(asked.get(node) ?? '')?.get(rangeKey(range));
}
