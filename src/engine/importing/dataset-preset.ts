import type { Column, Dataset } from '#core/measure/dataset.ts';
import type { Preset, PresetColumn } from '#core/measure/recognise/preset.ts';
import { GENERIC_COLUMNS } from '#core/measure/recognise/presets/generic.ts';

/**
 * A dataset of metrics.yaml as a mapping: files whose headings are the ids or names of its columns are recognised as it. [ING-60]
 * Columns that the dataset does not have are not read. It is nobody's own mapping: a source that knows more of the headings wins,
 * or a report of Google Ads would pass for any dataset with impressions, clicks and costs. `cameBy`: the preset by which the rows of the
 * dataset have come so far; it knows more of their files than the headings, and stays.
 */
export function datasetPreset(
  dataset: Dataset,
  headings: Readonly<Record<string, readonly string[]>> = {},
  cameBy?: string,
): Preset {
  const columns = dataset.columns.map(column => presetColumn(column, dataset, headings[column.id] ?? []));
  const measures = columns.filter(({ role }) => role === 'measure');
  const needed = measures.length > 0 ? measures : columns;
  return {
    id: datasetPresetId(dataset.id),
    version: 1,
    ...(cameBy === undefined ? {} : { standsBackFor: cameBy }),
    name: dataset.name,
    dataset: { kind: dataset.kind, id: dataset.id, name: dataset.name },
    columns: [...columns, ...timeColumns(dataset)],
    requires: [...needed.map(({ to }) => [to]), ...(dataset.kind === 'event' ? [[dataset.time]] : [])],
    period: dataset.kind === 'event' ? 'row' : 'preamble',
    replaces: 'period',
    others: 'drop',
    totals: 'labelled',
  };
}

export function datasetPresetId(dataset: string): string {
  return `dataset-${dataset}`;
}

function presetColumn(column: Column, dataset: Dataset, headings: readonly string[]): PresetColumn {
  const { id, name, type, currency, currencyColumn, hashed, notAdditive } = column;
  const isTime = dataset.kind === 'event' ? id === dataset.time : type === 'date' || type === 'timestamp';
  const role = isTime ? 'time' : column.role;
  return {
    from: [...headings, id, id.replaceAll('-', '_'), name.ja, name.en],
    to: id,
    name,
    type,
    role,
    ...(currency === undefined ? {} : { currency, money: true as const }),
    ...(currencyColumn === undefined ? {} : { money: true as const }),
    ...(notAdditive ? { notAdditive } : {}),
    ...(hashed ? { personal: 'hash' as const } : type === 'text' ? {} : { personal: 'keep' as const }),
  };
}

/** Rows of an aggregate say when they are of in a column that is no column of the dataset. */
function timeColumns(dataset: Dataset): readonly PresetColumn[] {
  if (dataset.kind === 'event') return [];
  const taken = new Set(dataset.columns.map(({ id }) => id));
  return GENERIC_COLUMNS.filter(({ role, to }) => role === 'time' && !taken.has(to));
}
