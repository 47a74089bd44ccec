import type { Dataset, DatasetId } from '#core/measure/dataset.ts';
import { columnFields, datasetFields, type Measurable, measurableFrom } from '#core/measure/recognise/measurable.ts';
import type { Definitions } from '#core/metric/definitions.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import type { Measurement, MetricId } from '#core/metric/measurement.ts';
import type { EntryFields } from '#core/plan/edit.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { type MetricDefinitions, publishMetricDefinitions, readMetricDefinitions } from '../app/metric-definitions.ts';
import { listBatches } from '../ledger/batch-store.ts';
import type { Definition } from '../ledger/definition-store.ts';
import type { Written } from '../ledger/written.ts';
import { presetsOfDatasets } from './presets-of-datasets.ts';
import { datasetsOf } from './rebuild-data.ts';
import { withEntry } from './with-entry.ts';

/** A metric that the rows of a dataset can measure; `here` and `elsewhere`: metrics.yaml defines it already, over this dataset or not. */
export interface MeasurableMetric extends Measurable {
  readonly measurement: Measurement;
  readonly state: 'free' | 'here' | 'elsewhere';
}

interface Found {
  readonly metrics: readonly MeasurableMetric[];
  readonly dataset: Dataset;
  readonly entry: EntryFields;
  readonly stored: MetricDefinitions;
}

/** What can be measured from a dataset; undefined for one that nobody knows, nothing for one of no known source. [ING-62] */
export async function measurableMetrics(
  app: App,
  id: DatasetId,
): Promise<{ readonly dataset: Dataset; readonly metrics: readonly MeasurableMetric[] } | undefined> {
  return found(app, id);
}

/** Writes the chosen metrics, and the dataset or those of its columns that are missing, into metrics.yaml. What is defined stays as it is. */
export async function measureMetrics(
  app: App,
  by: string,
  dataset: DatasetId,
  chosen: readonly MetricId[],
): Promise<Written<Definition>> {
  const known = await found(app, dataset);
  if (!known) return { kind: 'missing' };
  const { stored } = known.stored;
  const metrics = known.metrics.filter(({ metric, state }) => state === 'free' && chosen.includes(metric));
  let text = withEntry(stored?.text ?? '', ['datasets'], dataset, known.entry);
  for (const column of known.dataset.columns)
    text = withEntry(text, ['datasets', dataset, 'columns'], column.id, columnFields(column));
  for (const { metric, fields } of metrics) text = withEntry(text, ['metrics'], metric, fields);
  return publishMetricDefinitions(app, by, text, stored?.number ?? 0);
}

async function found(app: App, id: DatasetId): Promise<Found | undefined> {
  const settings = await readAppSettings(app);
  const stored = await readMetricDefinitions(app, settings);
  const batches = await listBatches(app.workspace.ledger.db, { dataset: id });
  const dataset = (await datasetsOf(app, batches.toReversed())).get(id);
  if (!dataset) return undefined;
  const preset = (await presetsOfDatasets(app)).get(id);
  const metrics = preset ? measurableFrom(preset, dataset) : [];
  const entry = datasetFields(dataset, preset?.name ?? dataset.name);
  const alone = metrics.reduce(
    (text, { metric, fields }) => withEntry(text, ['metrics'], metric, fields),
    withEntry('', ['datasets'], id, entry),
  );
  const read = parseDefinitions(alone, stored.catalogue, settings.currency);
  return {
    stored,
    dataset,
    entry,
    metrics: metrics.flatMap(each => {
      const measurement = read.ok ? read.value.metrics.get(each.metric)?.versions.at(-1)?.measurement : undefined;
      return measurement ? [{ ...each, measurement, state: stateOf(each.metric, id, stored.definitions) }] : [];
    }),
  };
}

function stateOf(metric: MetricId, dataset: DatasetId, { metrics }: Definitions): MeasurableMetric['state'] {
  const measurement = metrics.get(metric)?.versions.at(-1)?.measurement;
  if (!measurement) return 'free';
  return measurement.kind !== 'formula' && measurement.dataset === dataset ? 'here' : 'elsewhere';
}
