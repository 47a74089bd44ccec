import type { Catalogue } from './catalogue.ts';
import type { Definitions } from './definitions.ts';
import type { MetricId } from './measurement.ts';
import type { Metric } from './metric.ts';

/** The product's catalogue with a workspace's own metrics and definitions laid over it: what plans are read with. [APP-03] */
export function laidOver(catalogue: Catalogue, { entries, metrics, things }: Definitions): Catalogue {
  const measured = [...metrics].flatMap(([id, { versions }]): [MetricId, Metric][] => {
    const newest = versions.at(-1)?.metric;
    return newest ? [[id, newest]] : [];
  });
  return {
    things: new Map([...catalogue.things, ...things]),
    metrics: new Map([...catalogue.metrics, ...entries, ...measured]),
  };
}
