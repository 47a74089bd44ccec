import { expect, test } from 'vitest';
import { type Day, toDayNumber } from '../calendar/day.ts';
import type { DayRange } from '../calendar/day-range.ts';
import type { Observation } from '../measure/observation.ts';
import { type CumulativeInput, cumulativeChart } from './cumulative-chart.ts';

const NO_DATA: Observation = { state: 'no-data' };
const APRIL = range('2026-04-01', '2026-04-30');
const MAY = range('2026-05-01', '2026-05-31');
const JUNE = range('2026-06-01', '2026-06-30');

function range(from: string, to: string): DayRange {
  return { from: from as Day, to: to as Day };
}

function value(number: number): Observation {
  return { state: 'value', value: number, exact: String(number) };
}

const INPUT: CumulativeInput = {
  whole: range('2026-04-01', '2026-06-30'),
  months: [APRIL, MAY, JUNE],
  to: '2026-05-20' as Day,
  measured: [
    { range: range('2025-06-01', '2025-06-30'), actual: value(7), lastYear: NO_DATA },
    { range: APRIL, actual: value(10), lastYear: value(8) },
    { range: range('2026-05-01', '2026-05-20'), actual: value(6), lastYear: value(9) },
  ],
  planned: ['12', '12', '16'],
  sofar: { actual: value(16), due: '20', lastYear: value(14), compared: undefined },
};

test('[SCR-10] actual runs to the day, plan and last year to the end; the day compares equal parts', () => {
  const { periods, lines, axis } = cumulativeChart(INPUT, []);
  expect(periods.map(({ to }) => to)).toEqual(['2026-03-31', '2026-04-30', '2026-05-20', '2026-05-31', '2026-06-30']);
  expect(Object.fromEntries(lines.map(({ kind, values }) => [kind, values]))).toEqual({
    actual: [0, 10, 16, null, null],
    plan: [0, 12, 20, 24, 40],
    'last-year': [0, 8, 14, 17, 24],
  });
  expect(axis).toMatchObject({ kind: 'days', whole: { from: '2026-03-31' } });
});

test('[SCR-10] a month that ends on the day is shown once', () => {
  const { periods } = cumulativeChart({ ...INPUT, to: '2026-05-31' as Day }, []);
  expect(periods.map(({ to }) => to)).toEqual(['2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']);
});

test('[SCR-10] months without data stop the line; a line without any value is left out', () => {
  const { lines } = cumulativeChart(
    { ...INPUT, measured: [], planned: [null, '1', '1'], sofar: { ...INPUT.sofar, due: undefined, lastYear: NO_DATA } },
    [],
  );
  expect(lines.map(({ kind, values }) => [kind, values])).toEqual([['actual', [0, null, 16, null, null]]]);
});

test('[SCR-12] notes stand at their day', () => {
  const note = { days: range('2026-05-03', '2026-05-06'), text: 'GW' };
  expect(cumulativeChart(INPUT, [note, { days: range('2025-01-01', '2025-01-01'), text: 'old' }]).marks).toEqual([
    { x: toDayNumber('2026-05-03' as Day), notes: [note] },
  ]);
});

test('[SCR-15] what is expected begins at the day and has a band from there on', () => {
  const expected = [
    { middle: 10, low: 10, high: 10 },
    { middle: 20, low: 18, high: 23 },
    { middle: 34, low: 28, high: 41 },
  ];
  const { lines, band } = cumulativeChart({ ...INPUT, expected }, []);
  expect(lines.map(({ kind }) => kind)).toEqual(['last-year', 'plan', 'forecast', 'actual']);
  expect(lines.find(({ kind }) => kind === 'forecast')?.values).toEqual([null, null, 16, 20, 34]);
  expect(band?.map(at => at && [at.low, at.high])).toEqual([null, null, [16, 16], [18, 23], [28, 41]]);
  expect(cumulativeChart({ ...INPUT, expected: [null, null, null] }, []).band).toBeUndefined();
});
