import type { Day } from '#core/calendar/day.ts';
import { type Period, periodOf, shiftPeriod } from '#core/calendar/period.ts';
import { type DriverCandidate, type KeyDriverScan, keyDrivers, LEAST_VALUES } from '#core/drivers/key-drivers.ts';
import { type DriverGrain, plainSeries, type Steps } from '#core/drivers/plain-series.ts';
import { supportOf } from '#core/foresee/support-of.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { NodeId, PlanNode } from '#core/plan/plan.ts';
import { dependsOn } from '#core/plan/program.ts';
import { leverageOf } from '#core/prioritise/kpi-priority.ts';
import type { Problem } from '#core/problem/problem.ts';
import { dayRows } from '#core/stats/day-effects.ts';
import type { App } from '../app/app.ts';
import { readCells } from '../progress/node-cells.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { readKpiFacts } from './kpi-facts.ts';

export interface DriversAsked {
  /** The finest in which the outcome has a value most of the time, when absent. */
  readonly grain?: DriverGrain | undefined;
  /** How far back drivers are looked at, in steps. */
  readonly most?: number | undefined;
}

export interface DriversRead {
  readonly grain: DriverGrain;
  /** Days of the data looked at. */
  readonly range: { readonly from: Day; readonly to: Day };
  readonly scan: KeyDriverScan;
  /** The outcome itself has too few values. */
  readonly isShort: boolean;
  readonly problems: readonly Problem[];
}

/** Steps looked at, and how far back a driver may lie when nobody says. [DRV-07] */
const LOOKED: Readonly<Record<DriverGrain, number>> = { day: 400, week: 130, month: 36 };
const LAGS: Readonly<Record<DriverGrain, number>> = { day: 60, week: 26, month: 6 };

/** A grain suits an outcome that has so many steps, and in most of the newest ones a value other than zero. */
const LEAST_STEPS: Readonly<Record<DriverGrain, number>> = { day: 180, week: 52, month: LEAST_VALUES };
const FILLED: Readonly<Record<DriverGrain, number>> = { day: 0.9, week: 0.75, month: 0 };

/** Which KPIs of a plan move ahead of a node. [ANA-13] */
export async function readDrivers(app: App, stage: PlanStage, outcome: PlanNode, asked: DriversAsked): Promise<DriversRead> {
  const key = `drivers ${stage.key} ${outcome.id} ${asked.grain ?? 'auto'} ${asked.most ?? 'auto'}`;
  return app.cache.shared(key, async () => {
    const problems: Problem[] = [];
    const grain = asked.grain ?? (await grainFor(app, stage, outcome, problems));
    const { nodes } = stage.plan;
    const others = [...nodes.values()].filter(
      ({ id, role }) => role === 'kpi' && id !== outcome.id && !dependsOn(id, outcome.id, nodes),
    );
    const periods = stepsTo(stage, grain);
    const known = await readHistories(app, stage, periods, grain, [outcome, ...others], problems);
    const { factsOf } = await readKpiFacts(app, stage, problems);
    const first = periods[0] ?? periodOf(stage.to, grain, stage.plan.calendar);
    const steps: Steps = { grain, rows: grain === 'day' ? dayRows(first.from, periods.length, stage.plan.calendar) : [] };
    const plain = (node: PlanNode) => {
      const values = known.get(node.id) ?? [];
      return plainSeries({ values, support: supportOf(node, { closed: values, running: null }) }, steps);
    };
    const candidates = others.map((node): DriverCandidate => {
      const { room, controllability } = leverageOf(node, factsOf(node.id));
      const way = wayOf(node, outcome);
      return { node: node.id, series: plain(node), room: room.mark, controllability: controllability.mark, way };
    });
    const values = known.get(outcome.id)?.filter(value => value !== null).length ?? 0;
    return {
      grain,
      range: { from: first.from, to: periods.at(-1)?.to ?? first.to },
      scan: keyDrivers(plain(outcome), candidates, asked.most ?? LAGS[grain]),
      isShort: values < LEAST_VALUES,
      problems,
    };
  });
}

function wayOf(node: PlanNode, outcome: PlanNode): DriverCandidate['way'] {
  if (node.direction === 'range' || outcome.direction === 'range') return 0;
  return node.direction === outcome.direction ? 1 : -1;
}

async function grainFor(app: App, stage: PlanStage, outcome: PlanNode, problems: Problem[]): Promise<DriverGrain> {
  for (const grain of ['day', 'week'] as const) {
    const periods = stepsTo(stage, grain);
    const values = (await readHistories(app, stage, periods, grain, [outcome], problems)).get(outcome.id) ?? [];
    const since = values.slice(values.findIndex(value => value !== null));
    const filled = since.filter(value => value !== null && value !== 0).length;
    if (since.length >= LEAST_STEPS[grain] && filled >= FILLED[grain] * since.length) return grain;
  }
  return 'month';
}

/** The steps that are over on the last day of data, oldest first. */
function stepsTo({ to, plan: { calendar } }: PlanStage, grain: DriverGrain): readonly Period[] {
  const running = periodOf(to, grain, calendar);
  const last = running.to <= to ? running : shiftPeriod(running, -1, calendar);
  return Array.from({ length: LOOKED[grain] }, (_, i) => shiftPeriod(last, i + 1 - LOOKED[grain], calendar));
}

async function readHistories(
  app: App,
  stage: PlanStage,
  periods: readonly Period[],
  grain: DriverGrain,
  nodes: readonly PlanNode[],
  problems: Problem[],
): Promise<ReadonlyMap<NodeId, readonly (number | null)[]>> {
  const ranges = periods.map(({ from, to }) => ({ from, to, grain }));
  const ids = nodes.map(({ id }) => id);
  const cellOf = await readCells(app, stage, ranges, problems, ids);
  return new Map(
    ids.map(id => {
      const values = ranges.map(range => {
        const cell = cellOf(id, range);
        return (cell && numberOf(cell.observation)) ?? null;
      });
      // Zeros before the first value are steps in which nothing was recorded yet.
      const first = values.findIndex(value => value !== null && value !== 0);
      return [id, values.map((value, i) => (i < first || first < 0 ? null : value))];
    }),
  );
}
