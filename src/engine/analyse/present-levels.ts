import { type DayRange, sameRange } from '#core/calendar/day-range.ts';
import { periodOf, shiftPeriod } from '#core/calendar/period.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { readCells } from '../progress/node-cells.ts';
import type { PlanStage } from '../progress/plan-stage.ts';

/** Whole months of every node of a plan, and the last of them: the present. */
export interface PresentLevels {
  /** The last month that is over. */
  readonly month: DayRange;
  /** Values in that month. */
  readonly current: ReadonlyMap<NodeId, number>;
  /** Values of the months up to it, oldest first; months without a value are left out. */
  readonly history: ReadonlyMap<NodeId, readonly number[]>;
}

const MONTHS = 24;

/** What every node of a plan was in the whole months so far. */
export async function presentLevels(app: App, stage: PlanStage, problems: Problem[]): Promise<PresentLevels> {
  const { calendar, nodes } = stage.plan;
  const running = periodOf(stage.to, 'month', calendar);
  const last = running.to <= stage.to ? running : shiftPeriod(running, -1, calendar);
  const months = Array.from({ length: MONTHS }, (_, i) => shiftPeriod(last, i - MONTHS + 1, calendar));
  const periods = months.map(({ from, to }) => ({ from, to, grain: 'month' as const }));
  const cellOf = await readCells(app, stage, periods, problems);
  const current = new Map<NodeId, number>();
  const history = new Map<NodeId, readonly number[]>();
  for (const id of nodes.keys()) {
    const values = months.flatMap(month => {
      const cell = cellOf(id, month);
      const value = cell && numberOf(cell.observation);
      if (value === undefined) return [];
      if (sameRange(month, last)) current.set(id, value);
      return [value];
    });
    history.set(id, values);
  }
  return { month: { from: last.from, to: last.to }, current, history };
}
