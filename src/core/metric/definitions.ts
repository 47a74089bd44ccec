import type { Day } from '../calendar/day.ts';
import type { Dataset, DatasetId } from '../measure/dataset.ts';
import type { Text } from '../text/text.ts';
import type { Things } from '../unit/thing.ts';
import type { Measurement, MetricId } from './measurement.ts';
import type { Metric } from './metric.ts';

/** What a workspace measures, from its metrics.yaml: where rows come from and what its metrics mean. [MET-01] */
export interface Definitions {
  readonly datasets: ReadonlyMap<DatasetId, DatasetDefinition>;
  readonly metrics: ReadonlyMap<MetricId, MetricDefinition>;
  /** Metrics of the workspace's own, beside those of the catalogue, and what they count. [CAT-O1] */
  readonly entries: ReadonlyMap<MetricId, Metric>;
  readonly things: Things;
}

/** A dataset with where it comes from, so that every number can name its source. [MEA-01] */
export interface DatasetDefinition {
  readonly dataset: Dataset;
  /** System and report, in people's words. */
  readonly source?: Text;
  /** Who brings it. */
  readonly owner?: string;
  readonly refresh?: Refresh;
}

export type Refresh = 'push' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'manual';

/** A metric over time: each version holds from its first day to the day before the next one's. [MEA-05] */
export interface MetricDefinition {
  readonly id: MetricId;
  /** Oldest first; never empty. */
  readonly versions: readonly DefinitionVersion[];
}

export interface DefinitionVersion {
  /** First day it holds; absent on the oldest, which holds from ever. */
  readonly since?: Day;
  readonly metric: Metric;
  readonly measurement: Measurement;
  /** What a rate is a share of what; every rate has it. [CNV-03] */
  readonly ratio?: RatioParts;
  /** Which of several common ways of computing it this is (net or gross, per person or per visit). [CNV-12] */
  readonly mode?: Text;
}

export interface RatioParts {
  readonly numerator: Text;
  readonly denominator: Text;
}

export const NO_DEFINITIONS: Definitions = { datasets: new Map(), metrics: new Map(), entries: new Map(), things: new Map() };
