import { expect, test } from 'vitest';
import { activationTable, clearestThreshold } from './activation-table.ts';

test('[ANA-40] [JRN-81] 1 % leave against 5 %: 80 % fewer; 30 % use it against 10 %: three times as many', () => {
  const [churn] = activationTable(asked(1, [1_000, 10], [1_000, 50]));
  expect(churn?.effect).toMatchObject({
    ratio: expect.closeTo(0.2, 12),
    relative: expect.closeTo(-0.8, 12),
    p: expect.any(Number),
  });
  const [use] = activationTable(asked(1, [200, 60], [200, 20]));
  expect(use?.effect).toMatchObject({
    ratio: expect.closeTo(3, 12),
    difference: { is: expect.closeTo(0.2, 12), low: expect.closeTo(0.1226, 3), high: expect.closeTo(0.2748, 3) },
  });
  expect(use && use.effect !== 'too-few' && use.effect.p).toBeLessThan(1e-6);
});

test('[ANA-40] fewer than 30 on a side are too few for any figure', () => {
  expect(activationTable(asked(1, [29, 20], [1_000, 50])).map(({ effect }) => effect)).toEqual(['too-few']);
});

test('[JRN-81] nobody of the others has the outcome: a difference, no ratio', () => {
  expect(activationTable(asked(1, [100, 10], [100, 0]))[0]?.effect).toMatchObject({ ratio: null, relative: null, didNot: 0 });
});

test('[JRN-81] the threshold to speak of is the one with the largest difference that is none of chance', () => {
  const rows = activationTable({
    immature: 0,
    thresholds: [
      ...asked(1, [500, 60], [500, 50]).thresholds,
      ...asked(2, [300, 90], [700, 20]).thresholds,
      ...asked(3, [20, 20], [980, 90]).thresholds,
      ...asked(4, [100, 20], [900, 90]).thresholds,
    ],
  });
  expect(clearestThreshold(rows)?.atLeast).toBe(2);
  expect(clearestThreshold(rows.toReversed())?.atLeast).toBe(2);
  expect(clearestThreshold(rows.slice(0, 1))).toBeUndefined();
});

function asked(
  atLeast: number,
  [people, outcome]: readonly [number, number],
  [others, outcomeOthers]: readonly [number, number],
) {
  return { immature: 0, thresholds: [{ atLeast, did: { people, outcome }, didNot: { people: others, outcome: outcomeOthers } }] };
}
