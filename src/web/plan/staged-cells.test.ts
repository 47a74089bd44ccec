import { expect, test } from 'vitest';
import { stagedCells } from './staged-cells.ts';

const MONTHS = Array.from({ length: 12 }, (_, i) => {
  const key = new Date(Date.UTC(2026, 3 + i, 1)).toISOString().slice(0, 7);
  return { key, from: `${key}-01` };
});
const STEPS = [
  { months: 3, value: 0.18 },
  { months: 6, value: 0.2 },
  { months: 12, value: 0.23 },
] as const;

test('[DES-53] steps of 18 %, 20 % and 23 % become the months after this one, on the way from 15 %', () => {
  const rate = { id: 'open-rate', unit: { kind: 'ratio' }, direction: 'up' } as const;
  const cells = stagedCells(rate, { steps: STEPS, present: 0.15 }, MONTHS, '2026-06-20');
  expect(cells.map(({ month, value }) => `${month} ${value}`).slice(0, 6)).toEqual([
    '2026-07 16%',
    '2026-08 17%',
    '2026-09 18%',
    '2026-10 18.7%',
    '2026-11 19.3%',
    '2026-12 20%',
  ]);
  expect(cells).toHaveLength(9);
});

test('[DES-53] whole things are rounded to the side that still suffices', () => {
  const cost = { id: 'cost', unit: { kind: 'money', currency: 'JPY' }, direction: 'down' } as const;
  const steps = [{ months: 3, value: 9_000 }] as const;
  expect(stagedCells(cost, { steps, present: 10_000 }, MONTHS, '2026-11-20').map(({ value }) => value)).toEqual([
    '9666',
    '9333',
    '9000',
    '9000',
  ]);
});
