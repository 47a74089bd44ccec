import { describe, expect, test } from 'vitest';
import type { NodeView } from '#contract/plan-view.ts';
import { amountOf } from './amount-of.ts';

const target: NodeView['target'] = { text: '200', value: '200', per: 'month', sign: 'equal', upTo: null, by: null };
const months = { '2026-05': '30', '2026-04': '20' };

describe('[PLN-66] what a plan asks of a node in one number', () => {
  test('is its target where no month says otherwise', () => {
    expect(amountOf({ role: 'kpi', time: 'flow', target, months: {} })).toBe('200');
    expect(amountOf({ role: 'kpi', time: 'flow', target: null, months: {} })).toBeUndefined();
  });

  test('is the mean of its months, of a stock the last one', () => {
    expect(amountOf({ role: 'kpi', time: 'flow', target, months })).toBe('25');
    expect(amountOf({ role: 'kpi', time: 'stock', target, months })).toBe('30');
  });

  test('a goal is its target, whatever its months', () => {
    expect(amountOf({ role: 'goal', time: 'flow', target, months })).toBe('200');
  });
});
