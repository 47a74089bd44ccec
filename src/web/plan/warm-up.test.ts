import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { warmUpPlan } from './warm-up.ts';

test('[VER-15] the plan that warms the worker up is read and judged in both readings', () => {
  const { goals, problems } = checkPlan({ yaml: warmUpPlan }, EMPTY_CATALOGUE);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(goals.map(({ period, steady }) => [period.verdict, period === steady])).toEqual([['reaches', false]]);
});
