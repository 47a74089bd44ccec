import { expect, test } from 'vitest';
import { categoryChart, chartMisuse, proposedChart, usualQuestion } from './proposed-chart.ts';

const paymentMethodShare = { unit: { kind: 'ratio', of: 'order', over: 'order' }, aggregation: 'ratio' } as const;
const adCtr = { unit: { kind: 'ratio', of: 'click', over: 'impression' }, aggregation: 'ratio' } as const;
const leads = { unit: { kind: 'count', of: 'lead' }, aggregation: 'sum' } as const;
const visitors = { unit: { kind: 'count', of: 'visitor' }, aggregation: 'distinct' } as const;

test('[VIS-06] the share of payment methods proposes stacked bars, the click rate of ads a line', () => {
  expect(proposedChart(usualQuestion(paymentMethodShare))).toBe('stacked-bar');
  expect(proposedChart(usualQuestion(adCtr))).toBe('line');
  expect(categoryChart(paymentMethodShare)).toBe('stacked-bar');
  expect(categoryChart(adCtr)).toBe('bar');
});

test('[VIS-06] each question has the picture that suits it', () => {
  const questions = ['now', 'course', 'parts', 'comparison', 'difference', 'steps', 'cohorts', 'relation'] as const;
  expect(questions.map(proposedChart)).toEqual([
    'gauge',
    'line',
    'stacked-bar',
    'bar',
    'waterfall',
    'funnel',
    'heat-map',
    'scatter',
  ]);
});

test('[VIS-06] a line for categories, a pie of more than six slices and parts that do not add up are misuses', () => {
  expect(chartMisuse('line', adCtr, 3)).toBe('line-for-categories');
  expect(chartMisuse('pie', leads, 7)).toBe('too-many-slices');
  expect(chartMisuse('pie', leads, 6)).toBe(undefined);
  expect(chartMisuse('stacked-bar', adCtr, 3)).toBe('parts-do-not-add-up');
  expect(chartMisuse('stacked-bar', visitors, 3)).toBe('parts-do-not-add-up');
  expect(chartMisuse('stacked-bar', leads, 30)).toBe(undefined);
  expect(chartMisuse('bar', adCtr, 30)).toBe(undefined);
});
