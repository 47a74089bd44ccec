import { addDays } from '#core/calendar/day.ts';
import { daysIn, lengthOf } from '#core/calendar/day-range.ts';
import { periodOf, shiftPeriod } from '#core/calendar/period.ts';
import type { Cell } from '#core/measure/observation.ts';
import type { AskedPeriod } from '#core/measure/question.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { dayKind, type Outlier, outliersIn, type PeriodValue } from '#core/quality/outliers.ts';
import type { TicketFinding } from '#core/quality/quality-ticket.ts';
import type { App } from '../app/app.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { ask } from '../query/ask.ts';

/** Days whose values are judged, and the days they are held against. */
const JUDGED_DAYS = 31;
const KNOWN_DAYS = 119;
const MONTHS = 12;

/** Values of a plan's KPIs that are far off their like: months among the last twelve, days among their weekdays. [QUA-10] */
export async function readOutliers(app: App, stage: PlanStage): Promise<readonly TicketFinding[]> {
  const { to, plan } = stage;
  const { calendar } = plan;
  const asked = new Map(
    [...stage.sources.byNode.values()].flatMap(source => {
      const node = plan.nodes.get(source.node);
      return source.asked === undefined || source.by === 'plan' || !node ? [] : [[source.asked, node] as const];
    }),
  );
  if (asked.size === 0) return [];
  const days: readonly AskedPeriod[] = daysIn({ from: addDays(to, 1 - KNOWN_DAYS), to }).map(day => ({
    from: day,
    to: day,
    grain: 'day',
  }));
  const running = periodOf(addDays(to, 1), 'month', calendar);
  const months: readonly AskedPeriod[] = Array.from({ length: MONTHS }, (_, place) =>
    shiftPeriod(running, place - MONTHS, calendar),
  );
  const question = { metrics: [...asked.keys()], periods: [...days, ...months], by: [], where: [] };
  const answered = await ask(app, question, stage.knowledge, stage.key);
  if (!answered.ok) return [];
  return answered.value.flatMap(({ metric, totals }) => {
    const byDay = valuesOf(totals.slice(0, days.length));
    const judged = outliersIn(byDay, ({ from }) => dayKind(from, calendar)).filter(
      ({ from }) => from > addDays(to, -JUDGED_DAYS),
    );
    const node = asked.get(metric);
    if (!node) return [];
    const byMonth = valuesOf(totals.slice(days.length));
    const found = node.time === 'flow' ? perDay(byMonth) : outliersIn(byMonth);
    return [...found, ...judged].map(one => findingOf(one, metric, node));
  });
}

/** Whole, known values only: what is still coming in says nothing about what is usual. */
function valuesOf(cells: readonly Cell[]): readonly PeriodValue[] {
  return cells.flatMap(({ from, to, observation }) =>
    observation.state === 'value' || observation.state === 'zero' ? [{ from, to, value: observation.value }] : [],
  );
}

/** Months of what adds up are held against each other by the day: February is no bad month for being short. */
function perDay(months: readonly PeriodValue[]): readonly Outlier[] {
  return outliersIn(months.map(month => ({ ...month, value: month.value / lengthOf(month) }))).map(one => ({
    ...one,
    value: one.value * lengthOf(one),
    usual: one.usual * lengthOf(one),
  }));
}

function findingOf({ from, to, value, z, usual, among }: Outlier, metric: string, { name, unit }: PlanNode): TicketFinding {
  return { kind: 'outlier', subject: { kind: 'metric', id: metric }, name, unit, days: { from, to }, value, usual, z, among };
}
