import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import type { Observation } from '../measure/observation.ts';
import { runningTotal } from './running-total.ts';
import { beginsAnew, marksIn, type SeriesPoint, seriesChart } from './series-chart.ts';

const NO_DATA: Observation = { state: 'no-data' };

function value(number: number): Observation {
  return { state: 'value', value: number, exact: String(number) };
}

function month(number: number, more: Partial<SeriesPoint>): SeriesPoint {
  const name = `2026-${String(number).padStart(2, '0')}`;
  return {
    from: `${name}-01` as Day,
    to: `${name}-28` as Day,
    actual: NO_DATA,
    planned: null,
    lastYear: NO_DATA,
    running: false,
    ...more,
  };
}

test('[SCR-10] a running total stops at a missing value', () => {
  expect(runningTotal([1, 2, 0, 4])).toEqual([1, 3, 3, 7]);
  expect(runningTotal([1, null, 4])).toEqual([1, null, null]);
  expect(runningTotal([])).toEqual([]);
});

test('[SCR-11] missing values break a line, lines without values are left out, the running period is marked', () => {
  const chart = seriesChart(
    [
      month(4, { actual: value(10), planned: '12' }),
      month(5, { planned: '12' }),
      month(6, { actual: value(0), planned: '12', running: true }),
    ],
    [],
  );
  expect(chart.lines).toEqual([
    { kind: 'plan', values: [12, 12, 12], unfinished: undefined },
    { kind: 'actual', values: [10, null, 0], unfinished: 2 },
  ]);
});

test('[SCR-12] notes stand at the period they begin in, together where they share it', () => {
  const periods = [month(4, {}), month(5, {})];
  const note = (day: string, text: string) => ({ days: { from: day as Day, to: day as Day }, text });
  expect(marksIn(periods, [note('2026-05-09', 'b'), note('2026-05-02', 'a'), note('2026-08-01', 'c')])).toEqual([
    { x: 1, notes: [note('2026-05-02', 'a'), note('2026-05-09', 'b')] },
  ]);
});

test('[MEA-05] a rate counted by visitors until March and by sessions from April is two lines that nothing joins', () => {
  const since = { definedSince: '2026-04-01' as Day };
  const chart = seriesChart(
    [
      month(2, { actual: value(0.02) }),
      month(3, { actual: value(0.03), definedSince: null }),
      month(4, { actual: value(0.02), ...since }),
      month(5, { actual: value(0.021), running: true, ...since }),
    ],
    [],
  );
  expect(chart.lines).toEqual([
    { kind: 'actual', values: [0.02, 0.03, null, null], unfinished: undefined },
    { kind: 'actual', values: [null, null, 0.02, 0.021], unfinished: 3 },
  ]);
  expect([0, 1, 2, 3].map(place => beginsAnew(chart, place))).toEqual([false, false, true, false]);
});

test('[MEA-05] the line of last year breaks where last year was counted differently', () => {
  const since = { lastYearSince: '2025-04-01' as Day };
  const chart = seriesChart(
    [
      month(3, { lastYear: value(0.03) }),
      month(4, { lastYear: value(0.02), ...since }),
      month(5, { lastYear: value(0.02), ...since }),
    ],
    [],
  );
  expect(chart.lines.map(({ kind, values }) => [kind, values])).toEqual([
    ['last-year', [0.03, null, null]],
    ['last-year', [null, 0.02, 0.02]],
  ]);
});

test('[VIS-04] twelve months of a conversion rate come with the 3 % line and last year at once', () => {
  const months = Array.from({ length: 12 }, (_, at) =>
    month(at + 1, { actual: value(0.021), planned: '0.03', lastYear: value(0.018) }),
  );
  const { periods, lines } = seriesChart(months, []);
  expect(periods).toHaveLength(12);
  expect(lines.map(({ kind, values }) => [kind, new Set(values)])).toEqual([
    ['last-year', new Set([0.018])],
    ['plan', new Set([0.03])],
    ['actual', new Set([0.021])],
  ]);
});
