import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CustomerSegment, segmentOf } from './customer-segment.ts';
import { measuresOfMoves, segmentKpis } from './segment-kpis.ts';
import { segmentMoves, segmentSummary } from './segment-summary.ts';

const score = (r: number, f: number, m: number) => ({ r, f, m });

test('[VAL-40, ANA-22] the five examples, and every score has one segment', () => {
  const wanted: readonly [number, number, number, CustomerSegment][] = [
    [5, 5, 5, 'loyal'],
    [2, 4, 4, 'growing'],
    [5, 1, 4, 'new-valuable'],
    [1, 4, 5, 'dormant'],
    [3, 1, 1, 'other'],
  ];
  for (const [r, f, m, segment] of wanted) expect(segmentOf({ r, f, m })).toBe(segment);
  expect(segmentOf(score(3, 3, 3), 4)).toBe('other');
});

test('[VAL-41] people, orders and value of the cells are all in the segments', () => {
  const cell = fc.record({
    r: fc.integer({ min: 1, max: 5 }),
    f: fc.integer({ min: 1, max: 5 }),
    m: fc.integer({ min: 1, max: 5 }),
    people: fc.nat(50),
    orders: fc.nat(90),
    value: fc.nat(9_000),
  });
  fc.assert(
    fc.property(fc.array(cell), cells => {
      const rows = segmentSummary({ cells });
      for (const of of ['people', 'orders', 'value'] as const)
        expect(rows.reduce((sum, row) => sum + row[of], 0)).toBe(cells.reduce((sum, row) => sum + row[of], 0));
      if (cells.some(({ people }) => people > 0)) expect(rows.reduce((sum, row) => sum + row.peopleShare, 0)).toBeCloseTo(1, 12);
    }),
    { seed: 20_261_122 },
  );
  expect(segmentSummary({ cells: [] }).map(({ peopleShare }) => peopleShare)).toEqual([0, 0, 0, 0, 0]);
});

const MOVES = [
  { from: score(1, 4, 4), to: score(1, 4, 4), people: 100 },
  { from: score(1, 5, 5), to: score(1, 4, 4), people: 70 },
  { from: score(1, 4, 4), to: score(5, 4, 4), people: 30 },
  { from: score(2, 4, 4), to: score(4, 4, 4), people: 4 },
  { from: score(2, 4, 4), to: score(1, 4, 4), people: 6 },
  { from: score(4, 1, 4), to: score(4, 3, 4), people: 3 },
  { from: score(4, 1, 4), to: 'absent' as const, people: 7 },
  { from: 'absent' as const, to: score(5, 1, 1), people: 9 },
];

test('[VAL-42] moves between segments', () => {
  expect(segmentMoves({ moves: MOVES })).toEqual([
    { from: 'dormant', to: 'dormant', people: 170 },
    { from: 'dormant', to: 'loyal', people: 30 },
    { from: 'absent', to: 'other', people: 9 },
    { from: 'new-valuable', to: 'absent', people: 7 },
    { from: 'growing', to: 'dormant', people: 6 },
    { from: 'growing', to: 'loyal', people: 4 },
    { from: 'new-valuable', to: 'loyal', people: 3 },
  ]);
  expect(segmentMoves({})).toEqual([]);
});

test('[VAL-43, VAL-44, ANA-23] 30 of 200 dormant customers returned: 15 % reaches the target; 12 of them stayed: 40 % does', () => {
  const cells = [{ ...score(5, 5, 5), people: 10, orders: 120, value: 1 }];
  const measures = { ...measuresOfMoves({ cells, moves: MOVES }, 2), 'reactivation-retention-rate': { hits: 12, base: 30 } };
  const rows = new Map(segmentKpis(measures, 0.7).map(row => [row.kpi, row]));
  expect(rows.get('reactivation-rate')).toMatchObject({ segment: 'dormant', value: 0.15, base: 200, reached: true });
  expect(rows.get('reactivation-retention-rate')).toMatchObject({ value: 0.4, reached: true });
  expect(rows.get('reengagement-rate')).toMatchObject({ value: 0.4, base: 10, reached: true });
  expect(rows.get('dormancy-rate')).toMatchObject({ value: 0.6, reached: false });
  expect(rows.get('rank-up-rate')).toMatchObject({ value: 0.3, base: 10, reached: true });
  expect(rows.get('nps')).toEqual({ segment: 'loyal', kpi: 'nps', target: 50 });
});

test('[VAL-43, DES-67] six orders a year of a loyal customer reach the target, and nobody is not 0 %', () => {
  const loyal = (orders: number, people: number) => [{ ...score(5, 5, 5), people, orders, value: 1 }];
  const frequency = (orders: number, people: number) =>
    segmentKpis(measuresOfMoves({ cells: loyal(orders, people) }, 1)).find(({ kpi }) => kpi === 'purchase-frequency');
  expect(frequency(60, 10)).toMatchObject({ value: 6, reached: true });
  expect(frequency(59, 10)).toMatchObject({ value: 5.9, reached: false });
  expect(frequency(0, 0)).toMatchObject({ value: null });
});
