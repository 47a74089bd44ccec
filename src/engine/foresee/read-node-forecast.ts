import { addDays, type Day, daysBetween } from '#core/calendar/day.ts';
import { type DayRange, daysIn } from '#core/calendar/day-range.ts';
import { historyMonths } from '#core/foresee/history-months.ts';
import { leafHistory } from '#core/foresee/leaf-history.ts';
import { leafPath } from '#core/foresee/leaf-path.ts';
import { supportOf } from '#core/foresee/support-of.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { Forecast } from '#core/stats/forecast.ts';
import { forecastDays } from '#core/stats/forecast-days.ts';
import type { App } from '../app/app.ts';
import { readCells } from '../progress/node-cells.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { readForesight } from './read-foresight.ts';

/** A node's own history and what it will most likely be. [LND-05] */
export interface NodeForecast {
  readonly monthly: SeriesForecast;
  /** Null where too few days have a value to tell anything by days. */
  readonly daily: SeriesForecast | null;
  readonly problems: readonly Problem[];
}

export interface SeriesForecast {
  readonly past: readonly { readonly range: DayRange; readonly value: number | null }[];
  readonly ahead: readonly DayRange[];
  /** Steps ahead are those of `ahead`. */
  readonly forecast: Forecast;
}

/** Days of history looked at, and how far ahead days are told. */
const DAYS = 800;
const DAYS_AHEAD = 91;
/** Days are told where at least so many of them, and so great a share of the last 56, have a value above zero. */
const LEAST_DAYS = 56;
const LEAST_SHARE = 0.5;
const MONTHS_AHEAD = 6;

export async function readNodeForecast(app: App, stage: PlanStage, node: NodeId): Promise<NodeForecast> {
  return app.cache.shared(`node forecast ${stage.key} ${node}`, async () => {
    const { input, problems } = await readForesight(app, stage, { seed: 0 }, [node]);
    const found: Problem[] = [...problems];
    const daily = await readDaily(app, stage, node, found);
    return { monthly: monthlyOf(stage, node, input), daily, problems: found };
  });
}

function monthlyOf(
  { plan, to }: PlanStage,
  id: NodeId,
  { history }: Awaited<ReturnType<typeof readForesight>>['input'],
): SeriesForecast {
  const months = historyMonths(plan, to, MONTHS_AHEAD);
  const [node, known] = [plan.nodes.get(id), history.get(id)];
  const past = months.closed.map((range, i) => ({ range, value: known?.closed[i] ?? null }));
  const first = past.findIndex(({ value }) => value !== null);
  const shown = first < 0 ? [] : past.slice(first);
  const none = { past: shown, ahead: months.ahead, forecast: { state: 'none', why: 'no-values' } as const };
  if (!node || !known) return none;
  const path = leafPath(leafHistory(node, known), { ...months, calendar: plan.calendar });
  return path ? { ...none, forecast: { ...path.forecast, points: path.points } } : none;
}

async function readDaily(app: App, stage: PlanStage, id: NodeId, problems: Problem[]): Promise<SeriesForecast | null> {
  const { plan, to } = stage;
  const node = plan.nodes.get(id);
  if (!node || node.time === 'stock') return null;
  const range = { from: addDays(to, 1 - DAYS), to };
  const days = daysIn(range).map(day => ({ from: day, to: day }));
  const cellOf = await readCells(app, stage, days, problems, [id]);
  const values = days.map(day => {
    const cell = cellOf(id, day);
    return (cell && numberOf(cell.observation)) ?? null;
  });
  const first = values.findIndex(value => value !== null && value !== 0);
  const recent = values.slice(-LEAST_DAYS).filter(value => value !== null && value > 0).length;
  if (first < 0 || values.length - first < LEAST_DAYS || recent < LEAST_SHARE * LEAST_DAYS) return null;
  const from = days[first]?.from ?? to;
  const own = values.slice(first);
  const ahead = aheadOf(to, plan.period.to);
  const support = supportOf(node, { closed: own, running: null });
  const forecast = forecastDays({ from, values: own, support, calendar: plan.calendar, horizon: ahead.length });
  return { past: own.map((value, i) => ({ range: days[first + i] ?? { from, to }, value })), ahead, forecast };
}

function aheadOf(to: Day, end: Day): readonly DayRange[] {
  const count = Math.min(DAYS_AHEAD, Math.max(28, daysBetween(to, end)));
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(to, i + 1);
    return { from: day, to: day };
  });
}
