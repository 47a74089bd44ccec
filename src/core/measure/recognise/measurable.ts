import type { MetricId } from '../../metric/measurement.ts';
import type { EntryFields } from '../../plan/edit.ts';
import type { Text } from '../../text/text.ts';
import type { Column, Dataset } from '../dataset.ts';
import type { Preset } from './preset.ts';

/** A metric of the catalogue that rows of a dataset can measure, as an entry of metrics.yaml. */
export interface Measurable {
  readonly metric: MetricId;
  readonly fields: EntryFields;
}

/** What can be measured from a dataset that came by a preset: each metric once, by the first way whose columns are there. [ING-62] */
export function measurableFrom({ metrics = [] }: Pick<Preset, 'metrics'>, dataset: Dataset): readonly Measurable[] {
  const has = (id: string) => dataset.columns.some(column => column.id === id);
  const found = new Map<MetricId, Measurable>();
  for (const { metric, needs, measured, where = {} } of metrics) {
    if (found.has(metric) || !needs.every(has)) continue;
    const conditions = Object.entries(where).filter(([column]) => column === 'any' || has(column));
    const fields: EntryFields = {
      from: dataset.id,
      ...measured,
      ...(conditions.length > 0 ? { where: Object.fromEntries(conditions) } : {}),
    };
    found.set(metric, { metric, fields });
  }
  return [...found.values()];
}

/** A dataset's entry in metrics.yaml. */
export function datasetFields(dataset: Dataset, source: Text): EntryFields {
  return {
    kind: dataset.kind,
    name: { ...dataset.name },
    source: { ...source },
    ...(dataset.kind === 'event' ? { time: dataset.time } : {}),
    ...(dataset.kind === 'event' && dataset.person !== undefined ? { person: dataset.person } : {}),
    columns: Object.fromEntries(dataset.columns.map(column => [column.id, columnFields(column)])),
  };
}

/** The entry of one of its columns. */
export function columnFields({ type, name, role, currency, currencyColumn, hashed, notAdditive }: Column): EntryFields {
  const isUnusual = role === 'dimension' && (type === 'integer' || type === 'decimal');
  return {
    type,
    name: { ...name },
    ...(isUnusual ? { role: 'dimension' } : {}),
    ...(currency === undefined ? {} : { currency }),
    ...(currencyColumn === undefined ? {} : { 'currency-in': currencyColumn }),
    ...(hashed ? { hashed: 'yes' } : {}),
    ...(notAdditive ? { additive: 'no' } : {}),
  };
}
