import { addDays, addMonths, type Day } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { numberOf, type Observation } from '../measure/observation.ts';
import { runningTotal } from './running-total.ts';
import {
  type ChartBand,
  type ChartLine,
  type ChartNote,
  hasValues,
  type LineKind,
  marksOn,
  type SeriesChart,
} from './series-chart.ts';

/** What is known of a flow over a plan. */
export interface CumulativeInput {
  /** First and last day of the plan, and its months. */
  readonly whole: DayRange;
  readonly months: readonly DayRange[];
  /** Last day that counts. */
  readonly to: Day;
  /** Measured months, those before the plan included; the running one only to the day. */
  readonly measured: readonly { readonly range: DayRange; readonly actual: Observation; readonly lastYear: Observation }[];
  /** What the plan asks for in each of its months; null where it says nothing. */
  readonly planned: readonly (string | null)[];
  /** What another version asks for; absent without one. */
  readonly compared?: readonly (string | null)[];
  /** Where each month's end is expected to be, added up from the plan's start; absent without a forecast. */
  readonly expected?: readonly (Expected | null)[];
  /** From the plan's start to the day. */
  readonly sofar: {
    readonly actual: Observation;
    readonly due: string | undefined;
    readonly lastYear: Observation;
    readonly compared: string | undefined;
  };
}

export interface Expected extends ChartBand {
  readonly middle: number;
}

/**
 * A flow added up from the plan's start: actual to the day, plan and last year to the plan's end. [SCR-10]
 * The values of the day itself are those that were measured and are due to the day, so that a part month is only compared with
 * the same part. Last year's months that lie ahead are the measured months of twelve months before. What is expected begins at
 * the day's actual value, where its band has no width.
 */
export function cumulativeChart(input: CumulativeInput, notes: readonly ChartNote[]): SeriesChart {
  const { whole, months, to, sofar } = input;
  const measured = new Map(input.measured.map(month => [month.range.from, month]));
  const actual = months.map(month => (month.to < to ? numberIn(measured.get(month.from)?.actual) : null));
  const lastYear = months.map(month =>
    numberIn(measured.get(month.from)?.lastYear ?? measured.get(addMonths(month.from, -12))?.actual),
  );
  const periods: DayRange[] = [];
  const rows: Record<Exclude<LineKind, 'estimate'>, (number | null)[]> = {
    actual: [],
    plan: [],
    'last-year': [],
    compared: [],
    forecast: [],
  };
  const band: (ChartBand | null)[] = [];
  const add = (period: DayRange, values: Readonly<Record<MeasuredKind, number | null>>, expected: Expected | null) => {
    periods.push(period);
    for (const kind of MEASURED) rows[kind].push(values[kind]);
    rows.forecast.push(expected?.middle ?? null);
    band.push(expected);
  };
  const totals = {
    actual: runningTotal(actual),
    plan: runningTotal(input.planned.map(numberOrNull)),
    'last-year': runningTotal(lastYear),
    compared: runningTotal((input.compared ?? months.map(() => null)).map(numberOrNull)),
  };
  const start = addDays(whole.from, -1);
  const here = numberIn(sofar.actual);
  add({ from: start, to: start }, { actual: 0, plan: 0, 'last-year': 0, compared: input.compared ? 0 : null }, null);
  months.forEach((month, place) => {
    if (month.from <= to && to <= month.to) {
      add(
        { from: whole.from, to },
        {
          actual: here,
          plan: numberOrNull(sofar.due ?? null),
          'last-year': numberIn(sofar.lastYear),
          compared: numberOrNull(sofar.compared ?? null),
        },
        here === null ? null : { middle: here, low: here, high: here },
      );
      if (to === month.to) return;
    }
    add(
      { from: whole.from, to: month.to },
      {
        actual: month.to < to ? (totals.actual[place] ?? null) : null,
        plan: totals.plan[place] ?? null,
        'last-year': totals['last-year'][place] ?? null,
        compared: totals.compared[place] ?? null,
      },
      month.to > to ? (input.expected?.[place] ?? null) : null,
    );
  });
  const isExpected = input.expected?.some(month => month !== null) ?? false;
  const lines: ChartLine[] = KINDS.filter(kind => kind !== 'forecast' || isExpected).map(kind => ({
    kind,
    values: rows[kind],
    unfinished: undefined,
  }));
  return {
    axis: { kind: 'days', whole: { from: start, to: whole.to }, months },
    periods,
    lines: lines.filter(line => hasValues({ ...line, values: line.values.slice(1) })),
    marks: marksOn(whole, notes),
    ...(isExpected ? { band } : {}),
  };
}

const MEASURED = ['last-year', 'compared', 'plan', 'actual'] as const satisfies readonly LineKind[];
type MeasuredKind = (typeof MEASURED)[number];
const KINDS = ['last-year', 'compared', 'plan', 'forecast', 'actual'] as const satisfies readonly LineKind[];

function numberIn(observation: Observation | undefined): number | null {
  return (observation && numberOf(observation)) ?? null;
}

function numberOrNull(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
