import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import { addDays, type Day, dayOfWeek, parseDay } from '../calendar/day.ts';
import { coverage, mase, pinball, smape } from './accuracy.ts';
import { type Foreseen, forecastSeries, type SeriesAsked } from './forecast.ts';
import { forecastDays } from './forecast-days.ts';
import { naive2 } from './naive2.ts';
import { normalCumulative, normalQuantile } from './normal.ts';
import { Random } from './random.ts';
import { studentQuantile } from './student-t.ts';
import { theta } from './theta.ts';

function foreseen(asked: SeriesAsked): Foreseen {
  const forecast = forecastSeries(asked);
  if (forecast.state !== 'forecast') throw new Error(forecast.why);
  return forecast;
}

const MONTHLY = { support: 'nonnegative', period: 12, horizon: 6 } as const;

test('[FOR-60] measures of error are those of their definitions', () => {
  expect(smape([100, 0], [50, 0])).toBeCloseTo((2 * 50) / 150 / 2, 12);
  expect(mase([10], [13], [1, 2, 4, 7], 1)).toBeCloseTo(3 / 2, 12);
  expect(pinball([10, 10], [8, 13], 0.9)).toBeCloseTo((2 * 0.9 + 3 * 0.1) / 2, 12);
  expect(coverage([1, 2, 3], [1, 1, 4], [1, 3, 5])).toBeCloseTo(2 / 3, 12);
  expect(smape([], [])).toBeUndefined();
});

test('[FOR-90] quantiles are those of printed tables', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 10);
  expect(normalCumulative(1.959963984540054)).toBeCloseTo(0.975, 12);
  for (const p of [0.001, 0.3, 0.5, 0.9999]) expect(normalCumulative(normalQuantile(p))).toBeCloseTo(p, 12);
  expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228138852, 6);
  expect(studentQuantile(0.95, 1)).toBeCloseTo(6.313751515, 4);
  expect(studentQuantile(0.025, 4)).toBeCloseTo(-2.776445105, 5);
});

test('[FOR-64] Theta of a straight line lies between the line and its last value; Naive2 repeats', () => {
  const line = Array.from({ length: 20 }, (_, t) => 10 + 2 * t);
  const [next = 0] = theta(line, 1, 1);
  expect(next).toBeGreaterThan(48);
  expect(next).toBeLessThanOrEqual(50);
  expect(naive2(line, 1, 3)).toEqual([48, 48, 48]);
  const seasons = Array.from({ length: 48 }, (_, t) => (t % 12 === 11 ? 200 : 100));
  expect(naive2(seasons, 12, 12).map(Math.round)).toEqual([...new Array<number>(11).fill(100), 200]);
});

test('[FOR-12] a season comes back in the forecast', () => {
  const values = Array.from({ length: 60 }, (_, t) => 100 * (1 + 0.4 * Math.sin((2 * Math.PI * t) / 12)));
  const { points, basis } = foreseen({ ...MONTHLY, values, horizon: 12 });
  expect(basis.seasonal).toBe(true);
  for (const [h, { median }] of points.entries()) expect(median / (values[h] ?? 1)).toBeCloseTo(1, 1);
});

test('[FOR-14, FOR-15] lone outliers do not pull, lasting jumps do', () => {
  const random = new Random(3);
  const calm = Array.from({ length: 48 }, () => 100 + 3 * random.normal());
  const outlier = foreseen({ ...MONTHLY, values: calm.map((value, t) => (t === 40 ? 400 : value)) });
  expect(outlier.basis.outliers).toContain(40);
  expect(outlier.points[0]?.median).toBeGreaterThan(95);
  expect(outlier.points[0]?.median).toBeLessThan(105);
  const jumped = foreseen({ ...MONTHLY, values: calm.map((value, t) => (t >= 36 ? value * 2 : value)) });
  expect(jumped.basis.shifts).toEqual([36]);
  expect(jumped.points[0]?.median).toBeGreaterThan(185);
});

test('[FOR-01] what cannot be forecast is named, and what rests on little is said', () => {
  expect(forecastSeries({ ...MONTHLY, values: [] })).toEqual({ state: 'none', why: 'no-values' });
  expect(forecastSeries({ ...MONTHLY, values: [null, null] })).toEqual({ state: 'none', why: 'no-values' });
  const single = foreseen({ ...MONTHLY, values: [50] });
  expect(single.basis.notes).toEqual(['short-history', 'season-unknown']);
  expect(single.points[0]?.median).toBeCloseTo(50, 9);
  expect(single.points[0]?.low90).toBeLessThan(45);
  expect(foreseen({ ...MONTHLY, values: new Array<number>(30).fill(0) }).basis.notes).toContain('all-zero');
  expect(foreseen({ ...MONTHLY, values: new Array<number>(30).fill(7) }).basis.notes).toContain('never-changes');
  expect(foreseen({ ...MONTHLY, values: [3, -2, 4, 1] }).basis.notes).toContain('negative-values');
});

const histories = fc.array(fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: null }), {
  minLength: 1,
  maxLength: 40,
});

test('[FOR-01] ranges hold their middle, lie inside each other, respect what values can be, and are always numbers', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom('any', 'nonnegative', 'rate'), (values, support) => {
      const known = support === 'rate' ? values.map(value => (value === null ? null : value / 1e9)) : values;
      const forecast = forecastSeries({ values: known, support, period: 12, horizon: 5 });
      if (forecast.state === 'none') return known.every(value => value === null);
      expect(forecast.points).toHaveLength(5);
      for (const { low90, low80, median, high80, high90 } of forecast.points) {
        const all = [low90, low80, median, high80, high90];
        expect(all.every(Number.isFinite)).toBe(true);
        expect(all).toEqual(all.toSorted((a, b) => a - b));
        if (support !== 'any') expect(low90).toBeGreaterThanOrEqual(0);
        if (support === 'rate') expect(high90).toBeLessThanOrEqual(1);
      }
      return true;
    }),
    { seed: 20261121, numRuns: 60 },
  );
});

test('[FOR-11] a thousand times the unit is a thousand times the forecast, and the same history the same forecast', () => {
  const random = new Random(11);
  const values = Array.from({ length: 40 }, (_, t) => 100 + t + 10 * random.normal());
  const [one, thousand] = [
    foreseen({ ...MONTHLY, values }),
    foreseen({ ...MONTHLY, values: values.map(value => value * 1_000) }),
  ];
  for (const [h, { median, high90 }] of one.points.entries()) {
    expect((thousand.points[h]?.median ?? 0) / median).toBeCloseTo(1_000, 2);
    expect((thousand.points[h]?.high90 ?? 0) / high90).toBeCloseTo(1_000, 1);
  }
  expect(foreseen({ ...MONTHLY, values })).toEqual(one);
});

test('[FOR-22] at least nine of ten values of made series that wander, grow and have seasons lie in the ranges, which err on the wide side', () => {
  let [inside, count] = [0, 0];
  for (let series = 0; series < 20; series++) {
    const random = new Random(series, 5);
    let level = 5;
    const values = Array.from({ length: 54 }, (_, t) => {
      level += 0.03 * random.normal() + 0.004;
      return Math.exp(level + 0.2 * Math.sin((2 * Math.PI * (t + series)) / 12) + 0.06 * random.normal());
    });
    const { points } = foreseen({ ...MONTHLY, values: values.slice(0, 48) });
    for (const [h, { low90, high90 }] of points.entries()) {
      const actual = values[48 + h] ?? 0;
      count++;
      if (actual >= low90 && actual <= high90) inside++;
    }
  }
  expect(inside / count).toBeGreaterThan(0.89);
  expect(inside / count).toBeLessThan(0.995);
});

test.each([24, 30, 36, 48])(
  '[FOR-23] with %i months of a plain season the ranges hold what comes without being many times too wide',
  months => {
    let [inside, count, wide, ideal] = [0, 0, 0, 0];
    for (let series = 0; series < 25; series++) {
      const random = new Random(series, months);
      const shape = Array.from({ length: 12 }, () => 0.3 * random.normal());
      const values = Array.from(
        { length: months + 6 },
        (_, t) => 1_000 * Math.exp((shape[t % 12] ?? 0) + 0.06 * random.normal()),
      );
      const { points, basis } = foreseen({ ...MONTHLY, values: values.slice(0, months) });
      expect(basis.seasonal).toBe(true);
      for (const [h, { low90, high90 }] of points.entries()) {
        const actual = values[months + h] ?? 0;
        count++;
        if (actual >= low90 && actual <= high90) inside++;
        wide += Math.log(high90 / low90) / 2;
        ideal += 1.645 * 0.06;
      }
    }
    expect(inside / count).toBeGreaterThan(0.85);
    expect(wide / ideal).toBeLessThan(3);
  },
);

test('[FOR-16] days off on weekdays are forecast like Sundays, not like their weekday', () => {
  const from = parseDay('2025-01-01') as Day;
  const calendar = defaultCalendar;
  const random = new Random(2);
  const holidays = new Set(['2026-11-03', '2026-11-23']);
  const past = new Set<string>([
    '2025-01-13',
    '2025-02-11',
    '2025-02-24',
    '2025-03-20',
    '2025-04-29',
    '2025-07-21',
    '2025-09-15',
    '2025-09-23',
    '2025-10-13',
    '2025-11-03',
    '2025-11-24',
    '2026-01-12',
    '2026-02-11',
    '2026-02-23',
    '2026-03-20',
    '2026-04-29',
    '2026-07-20',
    '2026-09-21',
    '2026-09-22',
    '2026-09-23',
    '2026-10-12',
    ...holidays,
  ]);
  const valueOn = (day: Day) => {
    const off = dayOfWeek(day) >= 6 || past.has(day);
    return Math.round((off ? 20 : 100) * (1 + 0.05 * random.normal()));
  };
  const values = Array.from({ length: 668 }, (_, i) => valueOn(addDays(from, i)));
  const forecast = forecastDays({ from, values, support: 'nonnegative', calendar, horizon: 28 });
  if (forecast.state !== 'forecast') throw new Error('none');
  const on = (text: string) => forecast.points.find((_, h) => addDays(from, values.length + h) === text)?.median ?? 0;
  expect(addDays(from, values.length)).toBe('2026-10-31');
  for (const day of ['2026-11-03', '2026-11-23']) expect(on(day)).toBeLessThan(40);
  for (const day of ['2026-11-04', '2026-11-10', '2026-11-24']) expect(on(day)).toBeGreaterThan(80);
});
