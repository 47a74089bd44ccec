import { addDays } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { periodsBetween } from '#core/calendar/periods-between.ts';
import type { ForesightInput, NodeHistory } from '#core/foresee/foresight.ts';
import { type HistoryMonths, historyMonths } from '#core/foresee/history-months.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { readCells } from '../progress/node-cells.ts';
import { PACE_DAYS, paceFrom } from '../progress/own-pace.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { readEffects } from './read-effects.ts';
import { readRateWeights } from './read-rate-weights.ts';

export interface ForesightRead {
  readonly input: ForesightInput;
  readonly months: HistoryMonths;
  readonly problems: readonly Problem[];
}

/** Everything a landing is worked out from, from the data up to the stage's last day. [LND-01] */
export async function readForesight(
  app: App,
  stage: PlanStage,
  asked: { readonly seed: number; readonly draws?: number },
  only?: readonly NodeId[],
): Promise<ForesightRead> {
  const { plan, arithmetic, to } = stage;
  const problems: Problem[] = [];
  const months = historyMonths(plan, to);
  const last = addDays(months.running?.from ?? months.ahead[0]?.from ?? to, -1);
  const days = periodsBetween(addDays(last, 1 - PACE_DAYS), last, 'day', plan.calendar).map(({ from, to: end }) => ({
    from,
    to: end,
  }));
  const flows = [...plan.nodes.values()]
    .filter(({ id, time }) => time === 'flow' && (only?.includes(id) ?? true))
    .map(({ id }) => id);
  const dayCells = await readCells(app, stage, days, problems, flows);
  const whole = [...months.closed, ...(months.running ? [months.running] : [])];
  const cellOf = await readCells(
    app,
    stage,
    whole.map(range => ({ ...range, grain: 'month' as const })),
    problems,
    only,
  );
  const measuredIn = (node: NodeId, range: DayRange): number | null => {
    const cell = cellOf(node, range);
    return (cell && numberOf(cell.observation)) ?? null;
  };
  const weightsOf = await readRateWeights(app, stage, whole, problems, only);
  const history = new Map<NodeId, NodeHistory>();
  for (const { node, asked: metric } of stage.sources.byNode.values()) {
    if (metric === undefined || only?.includes(node) === false) continue;
    const cells = days.flatMap(day => dayCells(node, day) ?? []);
    const weightIn = weightsOf.get(node);
    history.set(node, {
      closed: sinceFirst(months.closed.map(range => measuredIn(node, range))),
      running: months.running ? measuredIn(node, months.running) : null,
      profile: paceFrom(cells, plan.calendar),
      ...(weightIn
        ? { weights: { closed: months.closed.map(weightIn), running: months.running ? weightIn(months.running) : null } }
        : {}),
    });
  }
  const effects = await readEffects(app, stage);
  return { input: { arithmetic, to, history, effects, ...asked }, months, problems };
}

/** Zeros before the first value that is not zero are months in which nothing was recorded yet. */
function sinceFirst(values: readonly (number | null)[]): readonly (number | null)[] {
  const first = values.findIndex(value => value !== null && value !== 0);
  return values.map((value, i) => (i < first ? null : value));
}
