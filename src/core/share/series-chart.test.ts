import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import type { Observation } from '../measure/observation.ts';
import { runningTotal } from './running-total.ts';
import { marksIn, type SeriesPoint, seriesChart } from './series-chart.ts';

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
