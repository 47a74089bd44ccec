import { expect, test } from 'vitest';
import { compareFunnels } from './funnel-comparison.ts';
import type { FunnelRow } from './funnel-question.ts';
import { funnelTable, funnelWhatIf, furthestBehind } from './funnel-table.ts';

const SHOP = rowOf(10_000, 6_000, 900, 360);

test('[ANA-19] [JRN-17] rates, overall rate, the largest loss and what it costs', () => {
  const { steps, overall, largestLoss, costliestLoss } = funnelTable(SHOP, 5_000);
  expect(steps.map(({ rate }) => rate)).toEqual([null, 0.6, 0.15, 0.4]);
  expect(steps.map(({ ofFirst }) => ofFirst)).toEqual([1, 0.6, 0.09, 0.036]);
  expect(steps.map(({ lost }) => lost)).toEqual([0, 4_000, 5_100, 540]);
  expect(steps.map(({ lostMoney }) => lostMoney)).toEqual([0, 1_200_000, 10_200_000, 2_700_000]);
  expect(overall).toBe(0.036);
  expect(largestLoss).toBe(2);
  expect(costliestLoss).toBe(2);
});

test('[ANA-19] [JRN-18] raising completion to 60 % gives 540 orders, 180 more, 900,000 yen', () => {
  expect(funnelWhatIf(SHOP, 3, 0.6, 5_000)).toEqual({ completions: 540, more: 180, money: 900_000 });
  expect(funnelWhatIf(SHOP, 2, 0.3)).toEqual({ completions: 720, more: 360, money: null });
  expect(funnelWhatIf(SHOP, 0, 0.3)).toBeUndefined();
});

test('[JRN-17] nobody begins, nobody goes on: no rate, no loss, never NaN', () => {
  expect(funnelTable(rowOf(0, 0), 100)).toEqual({
    steps: [
      { people: 0, rate: null, ofFirst: null, lost: 0, lostMoney: null, time: null },
      { people: 0, rate: null, ofFirst: null, lost: 0, lostMoney: null, time: null },
    ],
    overall: null,
    largestLoss: null,
    costliestLoss: null,
  });
  const stuck = funnelTable(rowOf(10, 0, 0), 100);
  expect(stuck.largestLoss).toBe(1);
  expect(stuck.steps[1]).toMatchObject({ lost: 10, rate: 0, lostMoney: null });
  expect(funnelWhatIf(rowOf(10, 0, 0), 1, 0.5)).toBeUndefined();
  expect(funnelWhatIf(rowOf(10, 0), 1, 0.5)?.completions).toBe(5);
});

test('[ANA-19] the step that falls most behind its benchmark, by people', () => {
  expect(furthestBehind(SHOP, [null, 0.65, 0.18, 0.5])).toEqual({ step: 1, rate: 0.6, reference: 0.65, people: 500 });
  expect(furthestBehind(SHOP, [null, 0.5, 0.16, 0.41])).toMatchObject({ step: 2, people: 60 });
  expect(furthestBehind(SHOP, [null, 0.5, null, 0.41])).toMatchObject({ step: 3 });
  expect(furthestBehind(SHOP, [null, 0.5, null, 0.3])).toBeUndefined();
});

test('[JRN-19] two funnels step by step, and from first to last', () => {
  const compared = compareFunnels(rowOf(80, 48, 20), rowOf(70, 56, 40));
  expect(compared.map(({ step, differs }) => ({ step, differs }))).toEqual([
    { step: 1, differs: true },
    { step: 2, differs: true },
    { step: 0, differs: true },
  ]);
  const [first] = compared;
  expect(compareFunnels(rowOf(70, 56), rowOf(80, 48)).map(({ differs }) => differs)).toEqual([true, true]);
  expect(first?.difference).toMatchObject({
    is: expect.closeTo(0.2, 12),
    low: expect.closeTo(0.0524, 4),
    high: expect.closeTo(0.3339, 4),
  });
});

test('[JRN-19] with fewer than 30 people on a side there is nothing to compare', () => {
  expect(compareFunnels(rowOf(29, 1), rowOf(500, 400)).map(({ difference, differs }) => [difference, differs])).toEqual([
    ['too-few', false],
    ['too-few', false],
  ]);
  expect(compareFunnels(rowOf(30, 15), rowOf(30, 15)).map(({ differs }) => differs)).toEqual([false, false]);
});

function rowOf(...reached: readonly number[]): FunnelRow {
  return { reached, times: reached.slice(1).map(() => null) };
}
