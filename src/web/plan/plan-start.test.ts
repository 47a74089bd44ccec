import { expect, test } from 'vitest';
import { parseDay } from '#core/calendar/day.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { idOf, type PlanStart, startText, typedFormula } from './plan-start.ts';

const [from, to] = [parseDay('2027-04-01'), parseDay('2028-03-31')];
if (!from || !to) throw new Error('days');
const START: PlanStart = {
  id: 'new-2027',
  name: '新規契約: 2027年度',
  from,
  to,
  currency: 'JPY',
  goal: '新規契約売上',
  target: '3億円',
  formula: '受注件数 × 平均契約金額',
  parts: { 受注件数: '5件/月', 平均契約金額: '500万円' },
};

test('[PLN-63] names become ids, numbers and hyphenated words stay what they are', () => {
  expect(typedFormula('Won deals × (Average deal-value − 100)')).toEqual({
    text: 'won-deals * ( average-deal-value - 100 )',
    parts: [
      { id: 'won-deals', name: 'Won deals' },
      { id: 'average-deal-value', name: 'Average deal-value' },
    ],
  });
  expect(typedFormula('受注件数 ×')).toBeUndefined();
  expect(typedFormula('100 × 2')).toBeUndefined();
  expect([idOf('90日以内 率'), idOf('!!'), idOf('客単価')]).toEqual(['k-90日以内-率', '', '客単価']);
});

test('[PLN-63] the text that a form makes is a plan whose check adds up', () => {
  const yaml = startText(START);
  const check = checkPlan({ yaml: yaml ?? '', sheet: '' }, EMPTY_CATALOGUE);
  expect(check.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(check.parsed?.plan.name.ja).toBe('新規契約: 2027年度');
  expect(check.goals[0]?.period.verdict).toBe('reaches');
});

test('[PLN-63] what is left open is undecided', () => {
  const yaml = startText({ ...START, target: '', parts: {} }) ?? '';
  const check = checkPlan({ yaml, sheet: '' }, EMPTY_CATALOGUE);
  expect(check.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(check.goals[0]?.period.verdict).toBe('cannot-tell');
  expect(startText({ ...START, goal: ' ' })).toBeNull();
  expect(startText({ ...START, formula: '受注件数 ×' })).toBeNull();
});
