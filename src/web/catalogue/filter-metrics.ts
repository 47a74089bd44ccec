import type { MetricEntry } from '#contract/catalogue.ts';
import { type FoundMetric, findMetrics } from '#core/metric/find-metrics.ts';

export interface MetricFilter {
  readonly words?: string | undefined;
  readonly domain?: string | undefined;
  readonly stage?: string | undefined;
  readonly timing?: 'leading' | 'lagging' | undefined;
  readonly kind?: 'quantity' | 'quality' | undefined;
  readonly use?: 'plan' | 'data' | 'own' | undefined;
}

/** The metrics that fit the words and every filter, in the order of the search. [CAT-S2] */
export function filterMetrics(
  metrics: readonly MetricEntry[],
  { words = '', domain, stage, timing, kind, use }: MetricFilter,
  inPlan: ReadonlySet<string>,
): readonly FoundMetric<MetricEntry>[] {
  const fits = (metric: MetricEntry) =>
    (domain === undefined || metric.domains.includes(domain)) &&
    (stage === undefined || metric.stage === stage) &&
    (timing === undefined || metric.leading === (timing === 'leading')) &&
    (kind === undefined || metric.kind === kind) &&
    isUsed(metric, use, inPlan);
  return findMetrics(metrics.filter(fits), words);
}

function isUsed(metric: MetricEntry, use: MetricFilter['use'], inPlan: ReadonlySet<string>): boolean {
  switch (use) {
    case undefined:
      return true;
    case 'plan':
      return inPlan.has(metric.id);
    case 'data':
      return metric.measured;
    case 'own':
      return metric.from === 'workspace';
  }
}
