import { addDays, type Day, daysBetween } from '#core/calendar/day.ts';
import { type DayRange, daysIn } from '#core/calendar/day-range.ts';
import { historyMonths, LOOK_BACK } from '#core/foresee/history-months.ts';
import { monthAfter } from '#core/foresee/leading-falls.ts';
import { leafHistory } from '#core/foresee/leaf-history.ts';
import { leafPath } from '#core/foresee/leaf-path.ts';
import { LATELY, type SeriesOutlook, seriesOutlook } from '#core/foresee/series-outlook.ts';
import { supportOf } from '#core/foresee/support-of.ts';
import { numberOf } from '#core/measure/observation.ts';
import { toNumber } from '#core/number/rational.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { Forecast } from '#core/stats/forecast.ts';
import type { App } from '../app/app.ts';
import { listInitiatives } from '../ledger/initiative-store.ts';
import { readCells } from '../progress/node-cells.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { foresee } from './foresee-thread.ts';
import { readForesight } from './read-foresight.ts';

/** A node's own history and what it will most likely be. [LND-05] */
export interface NodeForecast {
  readonly monthly: SeriesForecast;
  readonly outlook: NodeOutlook;
  /** By month of the past: an initiative for the node was at work. [ANA-05] */
  readonly worked: readonly boolean[];
  /** Null where too few days have a value to tell anything by days. */
  readonly daily: SeriesForecast | null;
  readonly problems: readonly Problem[];
}

/** Plain numbers beside the forecast, with their months. [LND-60] */
export interface NodeOutlook extends SeriesOutlook {
  /** What the plan wants of its last month; null without a target. */
  readonly target: { readonly value: number; readonly month: DayRange; readonly isCeiling: boolean } | null;
  /** The month in which the straight line reaches it; null when it never does. */
  readonly reachedIn: DayRange | null;
  /** Months the growth without initiatives is told for. */
  readonly ahead: readonly DayRange[];
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
    return { ...(await monthlyOf(app, stage, node, input)), daily, problems: found };
  });
}

async function monthlyOf(
  app: App,
  { plan, arithmetic, to }: PlanStage,
  id: NodeId,
  { history }: Awaited<ReturnType<typeof readForesight>>['input'],
): Promise<Pick<NodeForecast, 'monthly' | 'outlook' | 'worked'>> {
  const months = historyMonths(plan, to, MONTHS_AHEAD);
  const [node, known] = [plan.nodes.get(id), history.get(id)];
  const past = months.closed.map((range, i) => ({ range, value: known?.closed[i] ?? null }));
  const first = past.findIndex(({ value }) => value !== null);
  const path = node && known && leafPath(leafHistory(node, known), { ...months, calendar: plan.calendar });
  const forecast = path ? { ...path.forecast, points: path.points } : ({ state: 'none', why: 'no-values' } as const);
  const last = arithmetic.months.at(-1);
  const bound = arithmetic.bounds.get(id)?.at(-1);
  const wanted = bound?.low ?? bound?.high;
  const value = wanted && toNumber(wanted);
  const isCeiling = bound?.low === undefined;
  const worked = node ? await initiativeMonths(app, plan.id, id, months.closed) : [];
  const outlook = seriesOutlook({
    values: past.map(each => each.value),
    campaign: worked,
    target: value,
    isCeiling,
    path,
    ahead: months.ahead.length,
    by: arithmetic.months.length + LOOK_BACK - months.closed.length - 1,
  });
  const { trend } = outlook;
  const known12 = past.slice(-LATELY).filter(each => each.value !== null).length;
  const end = months.closed.at(-1);
  return {
    monthly: { past: first < 0 ? [] : past.slice(first), ahead: months.ahead, forecast },
    worked: first < 0 ? [] : worked.slice(first),
    outlook: {
      ...outlook,
      target: value !== undefined && last ? { value, month: { from: last.from, to: last.to }, isCeiling } : null,
      reachedIn: trend?.reached && end ? monthAfter(end, trend.reached - known12, plan.calendar) : null,
      ahead: months.ahead,
    },
  };
}

/** Months in which an initiative for the node was at work, and the month after its end, into which its effect falls away. [ANA-05] */
async function initiativeMonths(app: App, plan: string, node: NodeId, months: readonly DayRange[]): Promise<readonly boolean[]> {
  const initiatives = await listInitiatives(app.workspace.ledger.db, { kpi: { plan, node } });
  const spans = initiatives.flatMap(({ startedOn, start, expected }) => {
    const from = startedOn ?? start;
    return from && expected ? [{ from, to: expected.by }] : [];
  });
  const at = months.map(month => spans.some(({ from, to }) => from <= month.to && to >= month.from));
  return at.map((own, i) => own || (at[i - 1] ?? false));
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
  const asked = { from, values: own, support, calendar: plan.calendar, horizon: ahead.length };
  const answer = await foresee({ do: 'days', asked });
  if (answer.did !== 'days') throw new Error('an answer to another request');
  const { forecast } = answer;
  return { past: own.map((value, i) => ({ range: days[first + i] ?? { from, to }, value })), ahead, forecast };
}

function aheadOf(to: Day, end: Day): readonly DayRange[] {
  const count = Math.min(DAYS_AHEAD, Math.max(28, daysBetween(to, end)));
  return Array.from({ length: count }, (_, i) => {
    const day = addDays(to, i + 1);
    return { from: day, to: day };
  });
}
