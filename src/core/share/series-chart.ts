import { type Day, toDayNumber } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import { numberOf, type Observation } from '../measure/observation.ts';

/** Lines over one row of periods, as a chart or a table shows them. [SCR-11] */
export interface SeriesChart {
  readonly axis: ChartAxis;
  readonly periods: readonly DayRange[];
  readonly lines: readonly ChartLine[];
  readonly marks: readonly ChartMark[];
  /** What lies between the two ends of a range, one per period; absent without a forecast. */
  readonly band?: readonly (ChartBand | null)[];
}

export interface ChartBand {
  readonly low: number;
  readonly high: number;
}

/**
 * `periods`: one place per period, evenly. `days`: each value stands at the last day of its period, so that a part month is not
 * laid over a whole one; the axis is labelled by months.
 */
export type ChartAxis =
  | { readonly kind: 'periods' }
  | { readonly kind: 'days'; readonly whole: DayRange; readonly months: readonly DayRange[] };

/** What a line stands for; each kind is drawn in its own way everywhere. */
export type LineKind = 'actual' | 'plan' | 'last-year' | 'compared' | 'forecast' | 'estimate';

export interface ChartLine {
  readonly kind: LineKind;
  /** One per period; null breaks the line. */
  readonly values: readonly (number | null)[];
  /** Place of the period that is not over yet, or not all there. */
  readonly unfinished: number | undefined;
}

/** Something that happened, where it began: place of the period, or number of the day. */
export interface ChartMark {
  readonly x: number;
  readonly notes: readonly ChartNote[];
}

export interface ChartNote {
  readonly days: DayRange;
  readonly text: string;
}

/** A period with everything measured and planned for it. */
export interface SeriesPoint {
  readonly from: Day;
  readonly to: Day;
  readonly actual: Observation;
  readonly planned: string | null;
  readonly lastYear: Observation;
  readonly running: boolean;
  /** First day of the definition in force, where the metric has been redefined. */
  readonly definedSince?: Day | null;
  /** The same for last year's value. */
  readonly lastYearSince?: Day | null;
  /** What somebody had stand in for a missing value. */
  readonly estimate?: number | null;
}

/**
 * The lines of a node over periods: actual, plan, last year; a line without any value is left out. Where the metric was defined anew
 * the actual values, and those of last year, go on as a line of their own. [SCR-11, MEA-05]
 */
export function seriesChart(points: readonly SeriesPoint[], notes: readonly ChartNote[]): SeriesChart {
  const periods = points.map(({ from, to }) => ({ from, to }));
  const actual = points.map(point => numberOf(point.actual) ?? null);
  const newest = actual.findLastIndex(value => value !== null);
  const state = points[newest]?.actual.state;
  const unfinished = newest >= 0 && (points[newest]?.running || state === 'provisional') ? newest : undefined;
  const lines: ChartLine[] = [
    ...byDefinition(
      points.map(point => point.lastYearSince),
      points.map(point => numberOf(point.lastYear) ?? null),
    ).map(values => ({ kind: 'last-year' as const, values, unfinished: undefined })),
    { kind: 'plan', values: points.map(({ planned }) => (planned === null ? null : Number(planned))), unfinished: undefined },
    { kind: 'estimate', values: estimatesOf(points, actual), unfinished: undefined },
    ...byDefinition(
      points.map(point => point.definedSince),
      actual,
    ).map(values => ({
      kind: 'actual' as const,
      values,
      unfinished: unfinished !== undefined && values[unfinished] !== null ? unfinished : undefined,
    })),
  ];
  return { axis: { kind: 'periods' }, periods, lines: lines.filter(hasValues), marks: marksIn(periods, notes) };
}

/** What stands in for missing values, tied to the values on both sides so that the line between them can be drawn. [QUA-03] */
function estimatesOf(points: readonly SeriesPoint[], actual: readonly (number | null)[]): readonly (number | null)[] {
  const standing = points.map(({ estimate }, at) => (actual[at] === null ? (estimate ?? null) : null));
  const isBeside = (at: number) => typeof standing[at - 1] === 'number' || typeof standing[at + 1] === 'number';
  return standing.map((value, at) => value ?? (isBeside(at) ? (actual[at] ?? null) : null));
}

/** The value of a line at a place, as a table or tip tells it: what only ties an estimate to its neighbours is none of its own. */
export function toldAt(
  { lines }: Pick<SeriesChart, 'lines'>,
  line: Pick<ChartLine, 'kind' | 'values'>,
  at: number,
): number | null {
  const isTie = line.kind === 'estimate' && lines.some(({ kind, values }) => kind === 'actual' && typeof values[at] === 'number');
  return isTie ? null : (line.values[at] ?? null);
}

/** The values of each definition alone, gaps elsewhere; the newest definition last. */
function byDefinition(
  starts: readonly (Day | null | undefined)[],
  values: readonly (number | null)[],
): readonly (readonly (number | null)[])[] {
  const since = starts.map(day => day ?? '');
  const definitions = [...new Set(since.filter((_, at) => values[at] !== null))];
  return definitions.map(one => values.map((value, at) => (since[at] === one ? value : null)));
}

/** Whether the values of a place are the first of a new definition: what a table marks where the chart has a gap. [MEA-05] */
export function beginsAnew({ lines }: Pick<SeriesChart, 'lines'>, place: number): boolean {
  return lines
    .filter(({ kind }) => kind === 'actual')
    .slice(1)
    .some(({ values }) => values.findIndex(value => value !== null) === place);
}

export function hasValues(line: ChartLine): boolean {
  return line.values.some(value => value !== null);
}

/** Notes at the periods in which they begin, in their order; what began outside the periods is left out. [SCR-12] */
export function marksIn(periods: readonly DayRange[], notes: readonly ChartNote[]): readonly ChartMark[] {
  return periods.flatMap(({ from, to }, x) => {
    const here = notes.filter(note => from <= note.days.from && note.days.from <= to);
    return here.length === 0 ? [] : [{ x, notes: here.toSorted(byStart) }];
  });
}

/** Notes at their first days; those of one day together. */
export function marksOn(whole: DayRange, notes: readonly ChartNote[]): readonly ChartMark[] {
  const days = new Set(notes.map(({ days: { from } }) => from).filter(day => whole.from <= day && day <= whole.to));
  return [...days].sort().map(day => ({ x: toDayNumber(day), notes: notes.filter(note => note.days.from === day) }));
}

function byStart(a: ChartNote, b: ChartNote): number {
  return a.days.from < b.days.from ? -1 : 1;
}
