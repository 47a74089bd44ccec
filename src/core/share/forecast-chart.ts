import type { DayRange } from '../calendar/day-range.ts';
import type { ChartBand, ChartLine, SeriesChart } from './series-chart.ts';

/** A period ahead, or the running one with what has happened in it. */
export interface ForecastPoint extends DayRange {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly planned: number | null;
  readonly lastYear: number | null;
}

/**
 * A chart of whole periods that goes on into what is expected of the periods ahead, in a band. [VIS-04, SCR-17]
 *
 * In    periods ahead in order; the first may be the running one, which the chart has already
 * Out   the middle as a line that begins at the newest whole period's actual value, where the band has no width
 * Same  without periods ahead, or without a whole period to begin at, the chart is what it was
 */
export function withForecast(chart: SeriesChart, ahead: readonly ForecastPoint[]): SeriesChart {
  const running = chart.periods.findIndex(({ from }) => from === ahead[0]?.from);
  const next = running === -1 ? chart.periods.length : running;
  const actual = chart.lines.findLast(line => line.kind === 'actual' && typeof line.values[next - 1] === 'number');
  const start = actual?.values[next - 1];
  if (ahead.length === 0 || start === null || start === undefined) return chart;
  const beyond = ahead.slice(chart.periods.length - next);
  const lines = chart.lines.map(
    (line): ChartLine => ({ ...line, values: [...line.values, ...beyond.map(valueAheadOf(line.kind))] }),
  );
  const before = Array.from({ length: next - 1 }, () => null);
  const forecast: ChartLine = {
    kind: 'forecast',
    values: [...before, start, ...ahead.map(({ median }) => median)],
    unfinished: undefined,
  };
  const band: readonly (ChartBand | null)[] = [
    ...before,
    { low: start, high: start },
    ...ahead.map(({ low, high }) => ({ low, high })),
  ];
  return {
    ...chart,
    periods: [...chart.periods, ...beyond.map(({ from, to }) => ({ from, to }))],
    lines: [...lines.filter(({ kind }) => kind !== 'actual'), forecast, ...lines.filter(({ kind }) => kind === 'actual')],
    band,
  };
}

function valueAheadOf(kind: ChartLine['kind']): (point: ForecastPoint) => number | null {
  switch (kind) {
    case 'plan':
      return ({ planned }) => planned;
    case 'last-year':
      return ({ lastYear }) => lastYear;
    case 'actual':
    case 'compared':
    case 'forecast':
    case 'estimate':
      return () => null;
  }
}
