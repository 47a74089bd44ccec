import { sameWeekdayLastYear } from '#core/calendar/comparison.ts';
import { addDays, type Day, daysBetween } from '#core/calendar/day.ts';
import { type DayRange, intersection } from '#core/calendar/day-range.ts';
import { type Grain, type Period, periodOf, samePeriodLastYear, shiftPeriod } from '#core/calendar/period.ts';
import { type Cell, type CloseState, type Decimal, numberOf, type Observation } from '#core/measure/observation.ts';
import type { NodeId, Plan } from '#core/plan/plan.ts';
import { decimalText } from '#core/plan/shown.ts';
import type { Problem } from '#core/problem/problem.ts';
import { rangeKey } from '#core/progress/frames.ts';
import type { PlannedValues } from '#core/progress/planned.ts';
import { arrivalsOf } from '#core/quality/completeness.ts';
import type { QualityDecision, TicketSubject } from '#core/quality/quality-ticket.ts';
import type { App } from '../app/app.ts';
import { listDecisions } from '../ledger/quality-store.ts';
import { readCells } from './node-cells.ts';
import type { PlanStage } from './plan-stage.ts';

/** A node's values over time, in three steps of detail. [PRG-08] */
export interface KpiSeries {
  readonly daily: readonly SeriesPoint[];
  readonly weekly: readonly SeriesPoint[];
  readonly monthly: readonly SeriesPoint[];
}

export interface SeriesPoint extends DayRange {
  readonly actual: Observation;
  readonly close: CloseState;
  /** The plan of the period up to the last day that counts; absent outside the plan. */
  readonly planned?: Decimal;
  /** Days: the same weekday a year before. Weeks and months: the same part of the one a year before. */
  readonly lastYear: Observation;
  /** The period is not over on the last day. */
  readonly running: boolean;
  /** First day of the definitions in force: of this value, and of last year's. */
  readonly definedSince?: Day;
  readonly lastYearSince?: Day;
  /** What somebody had stand in for a missing value. [QUA-03] */
  readonly estimate?: number;
}

const SHOWN = { day: 92, week: 53, month: 24 } as const;
const NO_DATA: Observation = { state: 'no-data' };

interface Step extends DayRange {
  readonly grain: Grain;
  readonly lastYear: DayRange;
  readonly running: boolean;
}

export async function readKpiSeries(
  app: App,
  stage: PlanStage,
  node: NodeId,
  planned: PlannedValues,
  problems: Problem[],
): Promise<KpiSeries> {
  const { plan, to } = stage;
  const months = Math.max(SHOWN.month, monthsOfPlan(plan, to));
  const steps = {
    daily: stepsOf('day', SHOWN.day, plan, to),
    weekly: stepsOf('week', SHOWN.week, plan, to),
    monthly: stepsOf('month', months, plan, to),
  };
  const all = [...steps.daily, ...steps.weekly, ...steps.monthly];
  const periods = new Map(
    all
      .flatMap(step => [step, { ...step.lastYear, grain: step.grain }])
      .map(({ from, to: end, grain }) => [`${from}/${end}`, { from, to: end, grain }]),
  );
  const cellOf = await readCells(app, stage, [...periods.values()], problems, [node]);
  const pointOf = (step: Step) => point(step, node, plan, planned, cellOf);
  const decisions = await listDecisions(app.workspace.ledger.db);
  const source = stage.sources.byNode.get(node);
  const subjects: readonly TicketSubject[] = [
    ...(source?.asked === undefined ? [] : [{ kind: 'metric' as const, id: source.asked }]),
    ...(source?.datasets ?? []).map(id => ({ kind: 'dataset' as const, id })),
  ];
  const filled = (row: readonly Step[]) => withEstimates(row.map(pointOf), decisions, subjects);
  return { daily: filled(steps.daily), weekly: filled(steps.weekly), monthly: filled(steps.monthly) };
}

/** Missing values with what people had stand in for them. */
function withEstimates(
  points: readonly SeriesPoint[],
  decisions: readonly QualityDecision[],
  subjects: readonly TicketSubject[],
): readonly SeriesPoint[] {
  if (decisions.length === 0) return points;
  const arrived = arrivalsOf(
    points.map(({ from, to, actual }) => ({ from, to, value: numberOf(actual) ?? null })),
    decisions,
    subjects,
  );
  return points.map((point, at) => {
    const estimate = arrived[at]?.estimate;
    return estimate === undefined ? point : { ...point, estimate };
  });
}

function stepsOf(grain: 'day' | 'week' | 'month', count: number, { calendar }: Plan, to: Day): readonly Step[] {
  const last = periodOf(to, grain, calendar);
  return Array.from({ length: count }, (_, index) => {
    const period = shiftPeriod(last, index + 1 - count, calendar);
    const end = period.to < to ? period.to : to;
    return { grain, from: period.from, to: end, lastYear: lastYearOf(period, end, calendar), running: end < period.to };
  });
}

/** Of a part period, as many days of the one a year before. */
function lastYearOf(period: Period, end: Day, calendar: Plan['calendar']): DayRange {
  if (period.grain === 'day') {
    const day = sameWeekdayLastYear(period.from);
    return { from: day, to: day };
  }
  const before = samePeriodLastYear(period, calendar);
  if (end === period.to) return { from: before.from, to: before.to };
  const cut = addDays(before.from, daysBetween(period.from, end));
  return { from: before.from, to: cut < before.to ? cut : before.to };
}

function point(
  { from, to, lastYear, running }: Step,
  node: NodeId,
  plan: Plan,
  planned: PlannedValues,
  cellOf: (node: NodeId, range: DayRange) => Cell | undefined,
): SeriesPoint {
  const cell = cellOf(node, { from, to });
  const before = cellOf(node, lastYear);
  const inPlan = intersection({ from, to }, plan.period);
  const isInside = inPlan && rangeKey(inPlan) === rangeKey({ from, to });
  const due = isInside ? planned.due(node, inPlan) : undefined;
  return {
    from,
    to,
    actual: cell?.observation ?? NO_DATA,
    close: cell?.close ?? 'open',
    ...(due ? { planned: decimalText(due.value) } : {}),
    lastYear: before?.observation ?? NO_DATA,
    running,
    ...(cell?.definedSince === undefined ? {} : { definedSince: cell.definedSince }),
    ...(before?.definedSince === undefined ? {} : { lastYearSince: before.definedSince }),
  };
}

function monthsOfPlan({ period, calendar }: Plan, to: Day): number {
  let count = 1;
  for (let month = periodOf(to, 'month', calendar); month.from > period.from; count++) month = shiftPeriod(month, -1, calendar);
  return count;
}
