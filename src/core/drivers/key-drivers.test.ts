import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import { dayRows } from '../stats/day-effects.ts';
import { Random } from '../stats/random.ts';
import { correlation } from './correlation.ts';
import { adjustedForDiscovery } from './false-discovery.ts';
import { type DriverCandidate, keyDrivers } from './key-drivers.ts';
import { lagScan } from './lag-scan.ts';
import { type DriverGrain, type PlainSeries, plainSeries } from './plain-series.ts';

const WEB = [40, 60, 50, 80, 70, 90, 60, 100];
const WON = [2, 2, 2, 4, 6, 5, 8, 7];
/** Simulations take their time on a busy machine. */
const LONG = 120_000;

const FROM = '2026-01-01' as Day;

const ROWS = dayRows(FROM, 200, defaultCalendar);

const plain = (values: readonly (number | null)[], grain: DriverGrain = 'day'): PlainSeries =>
  plainSeries({ values, support: 'nonnegative' }, { grain, rows: grain === 'day' ? ROWS.slice(0, values.length) : [] });

const candidate = (node: string, series: PlainSeries): DriverCandidate => ({ node, series, room: 3, controllability: 3, way: 1 });

/** A series that resembles its past, and the one that follows it. */
function autoregression(random: Random, n: number, share: number): number[] {
  const values: number[] = [];
  let last = random.normal() / Math.sqrt(1 - share * share);
  for (let t = 0; t < n; t++) {
    values.push(last);
    last = share * last + random.normal();
  }
  return values;
}

describe('[ANA-08] correlation', () => {
  test('the known case: 0.57 at once, 1.00 three months later', () => {
    expect(correlation(WEB, WON)).toBeCloseTo(0.57, 2);
    expect(correlation(WEB.slice(0, 5), WON.slice(3))).toBeCloseTo(1, 12);
  });

  test('none where one of the two stands still, whatever its level', () => {
    expect(correlation([0.1, 0.1, 0.1], [1, 2, 3])).toBeUndefined();
    expect(correlation([1], [2])).toBeUndefined();
  });
});

describe('[ANA-13] key drivers', () => {
  test('[DRV-01] the web metric is listed as driver of won deals with lag 3', () => {
    const { rows, lags } = keyDrivers(plain(WON, 'month'), [candidate('web', plain(WEB, 'month'))], 6);
    expect(lags).toEqual({ from: 0, to: 6 });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ node: 'web', verdict: 'driver', strongest: { lag: 3, pairs: 5 }, holdOut: { holds: true } });
    expect(rows[0]?.strongest?.association).toBeCloseTo(1, 9);
    expect(rows[0]?.score).toBeCloseTo(9 / 25, 9);
    // Five pairs say nothing about how far it may be off.
    expect(rows[0] && 'range' in rows[0]).toBe(false);
  });

  test('[DRV-03] a driver that acts 14 days later is found at lag 14, with its strength in the range', () => {
    let [found, covered] = [0, 0];
    const runs = 60;
    for (let run = 0; run < runs; run++) {
      const random = new Random(14, run);
      const driver = autoregression(random, 194, 0.6);
      const noise = Math.sqrt(1 / 0.64) * Math.sqrt(1 / 0.85 ** 2 - 1);
      const outcome = Array.from({ length: 180 }, (_, t) => (driver[t] ?? 0) + noise * random.normal());
      const shown = (values: readonly number[]) => plain(values.map(value => Math.exp(5 + 0.2 * value)));
      const { rows } = keyDrivers(shown(outcome), [candidate('ads', shown(driver.slice(14)))], 30);
      const [row] = rows;
      if (row?.verdict === 'driver' && row.strongest?.lag === 14) found++;
      if (row?.range && row.range.low <= 0.85 && 0.85 <= row.range.high) covered++;
    }
    expect(found).toBe(runs);
    expect(covered).toBeGreaterThan(0.95 * runs);
  });

  test.each([
    { days: 30, share: 0, seed: 1 },
    { days: 90, share: 0, seed: 2 },
    { days: 180, share: 0.6, seed: 3 },
  ])(
    '[DRV-04] $days days of independent series that share growth and weekday: no more are called drivers than the level says',
    ({ days, share, seed }) => {
      let [raw, called] = [0, 0];
      const runs = 60;
      for (let run = 0; run < runs; run++) {
        const random = new Random(seed, run);
        const [outcome = [], ...others] = Array.from({ length: 4 }, () =>
          autoregression(random, days, share).map(
            (value, t) => 100 * Math.exp(0.012 * t + ([0, 0, 0, 0, 0.1, -0.5, -0.6][t % 7] ?? 0) + 0.1 * value),
          ),
        );
        if (others.every(other => (correlation(other, outcome) ?? 0) >= 0.6)) raw++;
        const candidates = others.map((values, i) => candidate(`kpi-${i}`, plain(values)));
        if (keyDrivers(plain(outcome), candidates, 30).rows.some(({ verdict }) => verdict === 'driver')) called++;
      }
      expect(raw).toBeGreaterThan(0.9 * runs);
      // None is a driver: every run with a name in it is a false discovery.
      expect(called).toBeLessThanOrEqual(0.05 * runs);
    },
    LONG,
  );

  test('[DRV-05] an association that has ended cannot be told', () => {
    const random = new Random(5);
    const driver = autoregression(random, 120, 0.3);
    const outcome = driver.map((value, t) => (t < 90 ? value : -value) + 0.2 * random.normal());
    const shown = (values: readonly number[]) => plain(values.map(value => Math.exp(3 + 0.3 * value)));
    const [row] = keyDrivers(shown(outcome), [candidate('ads', shown(driver))], 7).rows;
    expect(row).toMatchObject({ verdict: 'cannot-tell', why: 'hold-out', strongest: { lag: 0 }, holdOut: { holds: false } });
    expect(row && 'score' in row).toBe(false);
  });

  test('[DRV-01] too few values and a series that does not move are said to be so', () => {
    const few = keyDrivers(plain(WON, 'month'), [candidate('new', plain([null, null, null, null, 1, 2, 3, 4], 'month'))], 6);
    expect(few.rows[0]).toMatchObject({ verdict: 'cannot-tell', why: 'too-few', values: 4 });
    const still = keyDrivers(
      plain(WON, 'month'),
      [
        candidate(
          'same',
          plain(
            WEB.map(() => 7),
            'month',
          ),
        ),
      ],
      6,
    );
    expect(still.rows[0]).toMatchObject({ verdict: 'cannot-tell', why: 'still' });
    const grows = keyDrivers(
      plain(WON, 'month'),
      [
        candidate(
          'line',
          plain(
            WEB.map((_, t) => 2 ** t),
            'month',
          ),
        ),
      ],
      6,
    );
    expect(grows.rows[0]).toMatchObject({ verdict: 'cannot-tell', why: 'still' });
  });

  test('[DRV-06] what went against the outcome is named, with nothing to gain', () => {
    const cost = plain(
      WEB.map(value => 1000 / value),
      'month',
    );
    const [dear] = keyDrivers(plain(WON, 'month'), [{ ...candidate('cost', cost), way: 1 }], 3).rows;
    expect(dear).toMatchObject({ verdict: 'driver', against: true, score: 0, strongest: { lag: 3 } });
    const [cheap] = keyDrivers(plain(WON, 'month'), [{ ...candidate('cost', cost), way: -1 }], 3).rows;
    expect(cheap?.score).toBeCloseTo(9 / 25, 9);
  });

  test('[DRV-06] the order is strength × room × control, and the same twice', () => {
    const random = new Random(6);
    const driver = autoregression(random, 150, 0.2);
    const shown = (values: readonly number[]) => plain(values.map(value => Math.exp(3 + 0.3 * value)));
    const outcome = shown(driver.map((_, t) => (driver[t - 3] ?? 0) + 0.3 * random.normal()));
    const near = shown(driver.map(value => value + 0.1 * random.normal()));
    const loose = shown(driver.map(value => value + 0.7 * random.normal()));
    const other = shown(autoregression(random, 150, 0.2));
    const candidates: readonly DriverCandidate[] = [
      { node: 'other', series: other, room: 5, controllability: 5, way: 1 },
      { node: 'near', series: near, room: 1, controllability: 3, way: 1 },
      { node: 'loose', series: loose, room: 5, controllability: 4, way: 1 },
    ];
    const first = keyDrivers(outcome, candidates, 14);
    expect(first.rows.map(({ node, verdict }) => [node, verdict])).toEqual([
      ['loose', 'driver'],
      ['near', 'driver'],
      ['other', 'none'],
    ]);
    expect(keyDrivers(outcome, candidates, 14)).toEqual(first);
    const turned = keyDrivers(outcome, candidates.toReversed(), 14);
    expect(turned).toEqual(first);
  });
});

describe('[DRV-03] the scan against a plain reckoning', () => {
  test('every lag has the correlation of its pairs after a line over time was taken out of both', () => {
    const value = fc.option(fc.integer({ min: -50, max: 50 }), { freq: 8 });
    const series = fc.array(value, { minLength: 12, maxLength: 24 });
    fc.assert(
      fc.property(series, series, (x, y) => {
        const outcome = y.slice(0, x.length);
        for (const { lag, association, pairs } of lagScan(x, outcome, 4)) {
          const together = outcome.flatMap((now, t) => {
            const before = x[t - lag] ?? null;
            return now === null || before === null ? [] : [[t, before, now] as const];
          });
          expect(pairs).toBe(together.length);
          expect(association).toBeCloseTo(partial(together), 8);
        }
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });

  /** Correlation of two lists with a third held still, from the three plain correlations. */
  function partial(rows: readonly (readonly [number, number, number])[]): number {
    const r = (i: 0 | 1 | 2, j: 0 | 1 | 2) => {
      const n = rows.length;
      const [a, b] = [rows.map(row => row[i]), rows.map(row => row[j])];
      const sum = (list: readonly number[]) => list.reduce((s, v) => s + v, 0);
      const products = sum(a.map((v, k) => v * (b[k] ?? 0)));
      const squares = (list: readonly number[]) => n * sum(list.map(v => v * v)) - sum(list) ** 2;
      return (n * products - sum(a) * sum(b)) / Math.sqrt(squares(a) * squares(b));
    };
    return (r(1, 2) - r(0, 1) * r(0, 2)) / Math.sqrt((1 - r(0, 1) ** 2) * (1 - r(0, 2) ** 2));
  }
});

describe('[DRV-04] false discovery', () => {
  test('the published example: of 15 p-values four pass at 5 %', () => {
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    expect(adjustedForDiscovery(p).filter(each => each <= 0.05)).toHaveLength(4);
    expect(adjustedForDiscovery([0.02, 0.01])).toEqual([0.02, 0.02]);
    expect(adjustedForDiscovery([])).toEqual([]);
  });

  test('counts what the definition counts: the largest k with p(k) ≤ k·q ÷ m', () => {
    const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.constantFrom(0.01, 0.05, 0.2), (p, q) => {
        const sorted = p.toSorted((a, b) => a - b);
        const most = sorted.reduce((found, each, i) => (each * p.length <= (i + 1) * q ? i + 1 : found), 0);
        const passed = adjustedForDiscovery(p).filter(each => each <= q).length;
        // Ties at the edge pass together.
        expect(passed).toBeGreaterThanOrEqual(most);
        expect(p.filter(each => most > 0 && each <= (sorted[most - 1] ?? 0))).toHaveLength(passed);
      }),
      { seed: 20261120 },
    );
  });
});
