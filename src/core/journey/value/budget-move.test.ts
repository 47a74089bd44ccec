import { expect, test } from 'vitest';
import { bestMove, budgetMove } from './budget-move.ts';

const [DEAR, CHEAP] = [
  { cost: 100, conversions: 10 },
  { cost: 100, conversions: 20 },
];

test('[VAL-61] at the best amount the next yen brings the same on both sides, and no other amount gains more', () => {
  const best = bestMove(DEAR, CHEAP, 0.5) ?? 0;
  expect(best).toBeCloseTo(60, 10);
  const gainOf = (amount: number) => budgetMove(DEAR, CHEAP, amount, 0.5)?.gain ?? Number.NaN;
  for (let amount = 0; amount <= 100; amount += 1) expect(gainOf(amount)).toBeLessThanOrEqual(gainOf(best) + 1e-12);
});

test('[VAL-61] nothing is moved to where the next yen brings less, and nothing said without costs', () => {
  expect(bestMove(CHEAP, DEAR, 0.5)).toBe(0);
  expect(bestMove({ cost: 0, conversions: 3 }, CHEAP, 0.5)).toBeUndefined();
});
