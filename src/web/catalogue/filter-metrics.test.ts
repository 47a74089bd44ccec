import { expect, test } from 'vitest';
import type { MetricEntry } from '#contract/catalogue.ts';
import { filterMetrics } from './filter-metrics.ts';

function metric(id: string, more: Partial<MetricEntry>): MetricEntry {
  return {
    id,
    from: 'catalogue',
    name: { ja: `${id}の数`, en: id },
    aliases: [],
    meaning: { ja: '意味です。', en: 'Meaning.' },
    unit: { kind: 'count' },
    unitText: 'count',
    counter: null,
    direction: 'up',
    aggregation: 'sum',
    formula: null,
    kind: 'quantity',
    pair: null,
    horizon: null,
    leading: false,
    stage: null,
    domains: [],
    rhythm: null,
    usualGoal: false,
    benchmark: null,
    measured: false,
    ...more,
  };
}

const METRICS = [
  metric('churn', { stage: 'retention', domains: ['saas', 'customer'], kind: 'quality' }),
  metric('logins', { stage: 'retention', domains: ['saas'], leading: true, measured: true }),
  metric('repeat', { stage: 'retention', domains: ['customer'] }),
  metric('trials', { stage: 'conversion', domains: ['saas'], from: 'workspace' }),
];
const ids = (filter: Parameters<typeof filterMetrics>[1]) =>
  filterMetrics(METRICS, filter, new Set(['churn'])).map(found => found.metric.id);

test('[CAT-S2] [CAT-01] a stage and a field together leave what has both', () => {
  expect(ids({ stage: 'retention', domain: 'saas' })).toEqual(['churn', 'logins']);
  expect(ids({})).toEqual(['churn', 'logins', 'repeat', 'trials']);
});

test('[CAT-S2] leading or lagging, quantity or quality, and use narrow the list together', () => {
  expect(ids({ timing: 'leading' })).toEqual(['logins']);
  expect(ids({ timing: 'lagging', stage: 'retention' })).toEqual(['churn', 'repeat']);
  expect(ids({ kind: 'quality' })).toEqual(['churn']);
  expect(ids({ use: 'plan' })).toEqual(['churn']);
  expect(ids({ use: 'data' })).toEqual(['logins']);
  expect(ids({ use: 'own' })).toEqual(['trials']);
});

test('[CAT-S2] words search what the filters leave', () => {
  expect(ids({ words: 'ＬＯＧＩＮ', domain: 'saas' })).toEqual(['logins']);
  expect(ids({ words: 'logins', domain: 'customer' })).toEqual([]);
});
