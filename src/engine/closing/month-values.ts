import type { DayRange } from '#core/calendar/day-range.ts';
import type { ClosedValue } from '#core/closing/close-change.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import type { App } from '../app/app.ts';
import { listPlans } from '../ledger/plan-store.ts';
import { readCells } from '../progress/node-cells.ts';
import { stagePlan } from '../progress/plan-stage.ts';

/** A KPI's value of a month with what it rests on. */
export interface MonthValueRead extends ClosedValue {
  readonly of: PlanNode;
  readonly datasets: readonly string[];
  /** Computed by the plan's own formula. */
  readonly byPlan: boolean;
}

/** The value of a month of every measured node of the active plans that rests on a source, or of all. */
export async function monthValues(app: App, source: string, range: DayRange): Promise<readonly MonthValueRead[]> {
  const found: MonthValueRead[] = [];
  for (const { id, state } of await listPlans(app.workspace.ledger.db)) {
    const staged = state === 'active' ? await stagePlan(app, { plan: id, to: range.to }) : undefined;
    if (staged?.kind !== 'staged') continue;
    const { stage } = staged;
    const period = { from: range.from, to: range.to, grain: 'month' as const };
    const cellOf = await readCells(app, stage, [period], []);
    for (const { node, asked, datasets, by } of stage.sources.byNode.values()) {
      const of = stage.plan.nodes.get(node);
      const cell = cellOf(node, period);
      if (!of || !cell || asked === undefined || (source !== 'all' && !datasets.includes(source))) continue;
      found.push({ plan: id, node, observation: cell.observation, of, datasets, byPlan: by === 'plan' });
    }
  }
  return found;
}
