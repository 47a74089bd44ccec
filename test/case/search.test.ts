import { expect, test } from 'vitest';
import { findMetrics } from '#core/metric/find-metrics.ts';
import { testCatalogue } from '../contract/api-fixture.ts';
import { QUERIES } from './search-queries.ts';

const METRICS = [...testCatalogue().metrics.values()];

test('[CAT-S1] what people type leads to what they mean, among the first three', () => {
  const missed = QUERIES.flatMap(([typed, ...wanted]) => {
    const found = findMetrics(METRICS, typed).map(({ metric }) => metric.id);
    return wanted.every(id => found.slice(0, 3).includes(id))
      ? []
      : [`${typed}: ${found.slice(0, 6).join(', ')} for ${wanted.join(', ')}`];
  });
  expect(missed).toEqual([]);
});
