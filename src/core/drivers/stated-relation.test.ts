import { expect, test } from 'vitest';
import { statedRelation } from './stated-relation.ts';

/** Values that look like chance, the same ones every time. */
function noise(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648 - 0.5;
  });
}

test('[LNT-06] an influence is looked for at the lag that is stated, not at others', () => {
  const driver = noise(80, 7);
  const outcome = driver.map((_, t) => (t < 3 ? null : (driver[t - 3] ?? null)));
  expect(statedRelation({ values: driver }, { values: outcome }, 3)?.r).toBeCloseTo(1, 9);
  expect(Math.abs(statedRelation({ values: driver }, { values: outcome }, 0)?.r ?? 1)).toBeLessThan(0.3);
});

test('[LNT-06] fewer than twelve independent pairs, and what does not move, say nothing', () => {
  const driver = noise(40, 3);
  expect(statedRelation({ values: driver.slice(0, 11) }, { values: driver.slice(0, 11) }, 0)).toBeUndefined();
  expect(statedRelation({ values: driver.map(() => 1) }, { values: driver }, 0)).toBeUndefined();
  expect(statedRelation({ values: driver }, { values: driver }, 0)).toMatchObject({ pairs: 40 });
});
