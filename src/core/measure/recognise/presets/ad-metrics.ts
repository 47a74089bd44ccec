import type { PresetMetric } from '../preset.ts';

/** What reports of advertising measure. Rates and unit costs follow from these. */
export const adMetrics: readonly PresetMetric[] = [
  { metric: 'ad-cost', needs: ['cost'], measured: { sum: 'cost' } },
  { metric: 'impressions', needs: ['impressions'], measured: { sum: 'impressions' } },
  { metric: 'clicks', needs: ['clicks'], measured: { sum: 'clicks' } },
  { metric: 'clicks', needs: ['link-clicks'], measured: { sum: 'link-clicks' } },
  { metric: 'ad-conversions', needs: ['conversions'], measured: { sum: 'conversions' } },
];
