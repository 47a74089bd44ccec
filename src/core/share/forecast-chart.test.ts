import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import type { Observation } from '../measure/observation.ts';
import { type ForecastPoint, withForecast } from './forecast-chart.ts';
import { type SeriesPoint, seriesChart } from './series-chart.ts';

function value(number: number): Observation {
  return { state: 'value', value: number, exact: String(number) };
}

function days(year: number, month: number): { from: Day; to: Day } {
  const name = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${name}-01` as Day, to: `${name}-28` as Day };
}

function past(count: number, running: boolean): readonly SeriesPoint[] {
  return Array.from({ length: count }, (_, at) => ({
    ...days(2026, at + 1),
    actual: value(0.02 + at / 1_000),
    planned: '0.03',
    lastYear: value(0.018),
    running: running && at === count - 1,
  }));
}

function ahead(year: number, month: number): ForecastPoint {
  return { ...days(year, month), median: 0.03, low: 0.025, high: 0.036, planned: 0.03, lastYear: null };
}

test('[VIS-04] twelve months of a conversion rate show the 3 % line, last year and the band of what is expected, all at once', () => {
  const chart = withForecast(seriesChart(past(12, false), []), [ahead(2027, 1), ahead(2027, 2)]);
  expect(chart.periods).toHaveLength(14);
  const line = (kind: string) => chart.lines.find(one => one.kind === kind)?.values ?? [];
  expect(line('plan')).toEqual(Array.from({ length: 14 }, () => 0.03));
  expect(line('last-year').filter(one => one !== null)).toHaveLength(12);
  expect(line('actual').slice(-3)).toEqual([0.031, null, null]);
  expect(line('forecast').slice(-4)).toEqual([null, 0.031, 0.03, 0.03]);
  expect(chart.band?.slice(-4)).toEqual([
    null,
    { low: 0.031, high: 0.031 },
    { low: 0.025, high: 0.036 },
    { low: 0.025, high: 0.036 },
  ]);
  expect(chart.lines.at(-1)?.kind).toBe('actual');
});

test('[SCR-17] the running month is expected whole, from the month before it on', () => {
  const chart = withForecast(seriesChart(past(4, true), []), [ahead(2026, 4), ahead(2026, 5)]);
  expect(chart.periods.map(({ from }) => from)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01']);
  expect(chart.lines.find(({ kind }) => kind === 'forecast')?.values).toEqual([null, null, 0.022, 0.03, 0.03]);
  expect(chart.lines.find(({ kind }) => kind === 'actual')?.values).toEqual([0.02, 0.021, 0.022, 0.023, null]);
});

test('[SCR-17] without anything ahead, or without a whole month behind, nothing is added', () => {
  const chart = seriesChart(past(3, false), []);
  expect(withForecast(chart, [])).toBe(chart);
  const first = seriesChart(past(1, true), []);
  expect(withForecast(first, [ahead(2026, 1)])).toBe(first);
});
