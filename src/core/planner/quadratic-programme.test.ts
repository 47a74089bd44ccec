import { describe, expect, test } from 'vitest';
import { Random } from '../stats/random.ts';
import { type Condition, quadraticProgramme } from './quadratic-programme.ts';

const SEED = 62_000_001;
const CASES = 400;

/** x of A x = b by elimination with pivots; undefined where there is none, or no single one. */
function solvedBy(a: readonly (readonly number[])[], b: readonly number[]): readonly number[] | undefined {
  const rows = a.map((row, i) => [...row, b[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= column && Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? i : best),
      column,
    );
    const head = rows[pivot];
    if (!head || Math.abs(head[column] ?? 0) < 1e-10) return undefined;
    [rows[pivot], rows[column]] = [rows[column] ?? [], head];
    for (const [i, row] of rows.entries()) {
      if (i === column) continue;
      const share = (row[column] ?? 0) / (head[column] ?? 1);
      for (let k = column; k <= size; k++) row[k] = (row[k] ?? 0) - share * (head[k] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}

/** The best of all points at which some of the conditions hold exactly and the rest is as low as it gets. */
function bruteForce(
  q2: readonly (readonly number[])[],
  q: readonly number[],
  conditions: readonly Condition[],
): { readonly value: number } | undefined {
  const size = q.length;
  const dense = conditions.map(({ terms }) => {
    const row = q.map(() => 0);
    for (const [place, coefficient] of terms) row[place] = (row[place] ?? 0) + coefficient;
    return row;
  });
  let best: number | undefined;
  for (let set = 0; set < 2 ** conditions.length; set++) {
    const active = dense.flatMap((row, i) => ((set >> i) % 2 === 1 ? [{ row, bound: conditions[i]?.bound ?? 0 }] : []));
    if (active.length > size) continue;
    const matrix = [
      ...q2.map((row, i) => [...row, ...active.map(({ row: other }) => -(other[i] ?? 0))]),
      ...active.map(({ row }) => [...row, ...active.map(() => 0)]),
    ];
    const x = solvedBy(matrix, [...q.map(value => -value), ...active.map(({ bound }) => bound)])?.slice(0, size);
    if (!x || dense.some((row, i) => at(row, x) < (conditions[i]?.bound ?? 0) - 1e-9)) continue;
    const value = objective(q2, q, x);
    if (best === undefined || value < best) best = value;
  }
  return best === undefined ? undefined : { value: best };
}

function at(row: readonly number[], x: readonly number[]): number {
  return row.reduce((sum, value, i) => sum + value * (x[i] ?? 0), 0);
}

function objective(q2: readonly (readonly number[])[], q: readonly number[], x: readonly number[]): number {
  return (
    at(q, x) +
    at(
      q2.map(row => at(row, x)),
      x,
    ) /
      2
  );
}

describe('quadratic programmes', () => {
  test(`[PLA-10] ${CASES} small ones (seed ${SEED}) agree with trying every set of active conditions`, () => {
    let [solvable, impossible] = [0, 0];
    for (let i = 0; i < CASES; i++) {
      const random = new Random(SEED + i);
      const number = (low: number, high: number) => low + Math.round(random.uniform() * (high - low) * 4) / 4;
      const size = 1 + Math.floor(random.uniform() * 3);
      const root = Array.from({ length: size }, () => Array.from({ length: size }, () => number(-2, 2)));
      const q2 = root.map((row, r) => root.map((other, c) => at(row, other) + (r === c ? 0.5 : 0)));
      const q = Array.from({ length: size }, () => number(-5, 5));
      const conditions = Array.from(
        { length: Math.floor(random.uniform() * 7) },
        (): Condition => ({
          terms: Array.from({ length: size }, (_, place) => [place, number(-2, 2)] as const).filter(([, value]) => value !== 0),
          bound: number(-4, 2),
        }),
      );
      const found = quadraticProgramme(
        q2.map(row => Float64Array.from(row)),
        Float64Array.from(q),
        conditions,
      );
      const truth = bruteForce(q2, q, conditions);
      expect(found === undefined, `seed ${SEED + i}`).toBe(truth === undefined);
      if (!found || !truth) impossible += 1;
      else {
        solvable += 1;
        expect(objective(q2, q, [...found]), `seed ${SEED + i}`).toBeCloseTo(truth.value, 6);
      }
    }
    expect(solvable).toBeGreaterThan(CASES / 2);
    expect(impossible).toBeGreaterThan(10);
  });

  test('[PLA-10] the nearest point of a half plane', () => {
    const unit = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
    const sum: Condition = {
      terms: [
        [0, 1],
        [1, 1],
      ],
      bound: 4,
    };
    const found = quadraticProgramme(unit, Float64Array.of(0, 0), [sum]);
    expect([...(found ?? [])].map(value => value.toFixed(9))).toEqual(['2.000000000', '2.000000000']);
  });
});
