import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { checkPlan } from './check-plan.ts';

const yaml = `rashin: 1
plan: weeks
period: 2026-06-01/2026-07-31
calendar: { holidays: none }
goals:
  wins: { unit: count, aggregation: sum, equals: leads * rate, target: ">= 10" }
kpis:
  leads: { unit: count, aggregation: sum, target: "= 220 per month" }
  rate: { unit: ratio, aggregation: mean, target: "= 5%" }
`;
// June has 22 business days, July 23: the week from 29 June has two and three of them.
const WEEKS = ['06-01', '06-08', '06-15', '06-22', '06-29', '07-06', '07-13', '07-20', '07-27'].map(day => `2026-${day}`);
const codes = (header: readonly string[], row: readonly (string | number)[]) =>
  checkPlan({ yaml, sheet: `node,kind,${header.join(',')}\n${row.join(',')}\n` }, EMPTY_CATALOGUE).problems.map(
    ({ code }) => code,
  );

test('[PLN-29] weeks stand beside months and must add up to them by business days', () => {
  const fits = [220, 230, 50, 50, 50, 50, 50, 50, 50, 50, 50];
  expect(codes(['2026-06', '2026-07', ...WEEKS], ['leads', 'target', ...fits])).not.toContain('sheet-weeks-differ');
  const found = checkPlan(
    { yaml, sheet: `node,kind,2026-06,2026-07,${WEEKS.join(',')}\nleads,target,220,230,40,${fits.slice(3).join(',')}\n` },
    EMPTY_CATALOGUE,
  );
  expect(found.problems.filter(({ code }) => code.startsWith('sheet'))).toMatchObject([
    { code: 'sheet-weeks-differ', params: { node: 'leads', month: '2026-06', weeks: '210', wanted: '220' } },
  ]);
  expect(found.goals[0]?.period.implied).toMatchObject({ numerator: 45n, denominator: 2n });
});

test('[PLN-29] a month with a week left open is not added up', () => {
  expect(codes(['2026-06', ...WEEKS], ['leads', 'target', 220, 10, 10])).not.toContain('sheet-weeks-differ');
});

test('[PLN-29] columns that begin no week, budgets by weeks and weeks of rates are pointed out', () => {
  expect(codes(['2026-06-02'], ['leads', 'target', 5])).toContain('sheet-week');
  expect(codes(['2026-12-07'], ['leads', 'target', 5])).toContain('sheet-week');
  expect(codes(['2026-06-01'], ['leads', 'budget', 5])).toContain('sheet-week-budget');
  expect(codes(['2026-06-01'], ['rate', 'target', '5%'])).toContain('sheet-weeks-no-flow');
});
