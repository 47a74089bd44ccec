import { daysOf } from '#core/calendar/duration.ts';
import { type Period, periodOf, shiftPeriod } from '#core/calendar/period.ts';
import { type DriverGrain, plainSeries } from '#core/drivers/plain-series.ts';
import { statedRelation } from '#core/drivers/stated-relation.ts';
import { supportOf } from '#core/foresee/support-of.ts';
import type { StatedRelation } from '#core/lint/evidence/plan-knowledge.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { readCells } from '../progress/node-cells.ts';
import type { PlanStage } from '../progress/plan-stage.ts';

type StepGrain = Exclude<DriverGrain, 'day'>;

/** Steps looked at, the finest first, and the days in one. */
const GRAINS: readonly StepGrain[] = ['week', 'month'];
const LOOKED: Readonly<Record<StepGrain, number>> = { week: 130, month: 36 };
const DAYS: Readonly<Record<StepGrain, number>> = { week: 7, month: 30 };

/** A year of weeks, in most of which something happened; else months are looked at. */
const LEAST_WEEKS = 52;
const FILLED = 0.75;

/** How the influences that a plan states show in the past, each at its lag; those that nothing can be told of are left out. [DES-60] */
export async function readStatedRelations(app: App, stage: PlanStage, problems: Problem[]): Promise<readonly StatedRelation[]> {
  const { nodes } = stage.plan;
  const stated = [...nodes.values()].flatMap(({ id, supports }) =>
    supports.flatMap(({ to, lag }) => (nodes.has(to) ? [{ from: id, to, days: lag ? daysOf(lag) : 0 }] : [])),
  );
  const ids = [...new Set(stated.flatMap(({ from, to }) => [from, to]))];
  const found = new Map<string, StatedRelation>();
  for (const grain of GRAINS) {
    const open = stated.filter(({ from, to }) => !found.has(`${from} ${to}`));
    if (open.length === 0) break;
    const series = await readSeries(app, stage, grain, ids, problems);
    for (const { from, to, days } of open) {
      const [driver, outcome] = [series.get(from), series.get(to)];
      const relation = driver && outcome && statedRelation(driver, outcome, Math.round(days / DAYS[grain]));
      if (relation) found.set(`${from} ${to}`, { from, to, ...relation });
    }
  }
  return [...found.values()];
}

async function readSeries(app: App, stage: PlanStage, grain: StepGrain, ids: readonly NodeId[], problems: Problem[]) {
  const { calendar, nodes } = stage.plan;
  const running = periodOf(stage.to, grain, calendar);
  const last = running.to <= stage.to ? running : shiftPeriod(running, -1, calendar);
  const periods = Array.from({ length: LOOKED[grain] }, (_, i): Period => shiftPeriod(last, i + 1 - LOOKED[grain], calendar));
  const cellOf = await readCells(app, stage, periods, problems, ids);
  return new Map(
    ids.flatMap(id => {
      const node = nodes.get(id);
      const read = periods.map(({ from, to }) => {
        const cell = cellOf(id, { from, to });
        return (cell && numberOf(cell.observation)) ?? null;
      });
      const first = read.findIndex(value => value !== null && value !== 0);
      const values = read.map((value, i) => (i < first || first < 0 ? null : value));
      const filled = values.filter(value => value !== null && value !== 0).length;
      const length = first < 0 ? 0 : values.length - first;
      if (!node || length === 0) return [];
      if (grain === 'week' && (length < LEAST_WEEKS || filled < FILLED * length)) return [];
      const support = supportOf(node, { closed: values, running: null });
      return [[id, plainSeries({ values, support }, { grain, rows: [] })] as const];
    }),
  );
}
