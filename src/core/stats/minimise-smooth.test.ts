import { expect, test } from 'vitest';
import { minimiseSmooth } from './minimise-smooth.ts';

test("[VAL-50] finds the bottom of Rosenbrock's valley", () => {
  const found = minimiseSmooth([-1.2, 1], ([x = 0, y = 0]) => ({
    cost: 100 * (y - x * x) ** 2 + (1 - x) ** 2,
    gradient: [-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)],
  }));
  expect(found.settled).toBe(true);
  expect(found.place[0]).toBeCloseTo(1, 6);
  expect(found.place[1]).toBeCloseTo(1, 6);
});

test('[VAL-50] steps back from places without a cost', () => {
  const found = minimiseSmooth([3], ([x = 0]) => ({ cost: x > 0 ? x - Math.log(x) : Number.NaN, gradient: [1 - 1 / x] }));
  expect(found.place[0]).toBeCloseTo(1, 6);
});

test('[VAL-50] says when there is no bottom', () => {
  const found = minimiseSmooth([0], ([x = 0]) => ({ cost: Math.exp(-x), gradient: [-Math.exp(-x)] }), { flat: 0, steps: 3 });
  expect(found.settled).toBe(false);
});
