import { expect, test } from 'vitest';
import { stagedMonths } from './staged-months.ts';

const STEPS = [
  { months: 3, value: 0.18 },
  { months: 6, value: 0.2 },
  { months: 12, value: 0.23 },
] as const;

test('[DES-53] [AMB-06] months between the steps lie on straight lines, and stay after the last one', () => {
  const months = stagedMonths(STEPS, 0.15, 14).map(value => Number(value.toFixed(6)));
  expect(months.slice(0, 6)).toEqual([0.16, 0.17, 0.18, 0.186667, 0.193333, 0.2]);
  expect(months.slice(11)).toEqual([0.23, 0.23, 0.23]);
  expect(stagedMonths(STEPS, null, 3)).toEqual([0.18, 0.18, 0.18]);
  expect(stagedMonths([], 0.15, 3)).toEqual([]);
});
