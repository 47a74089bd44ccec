import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../../build/catalogue.mjs';
import { parseCatalogue } from '../../metric/catalogue.ts';
import { parseDefinitions } from '../../metric/definitions-parse.ts';
import { addEntry, applyPatch, type EntryFields } from '../../plan/edit.ts';
import { readSource } from '../../plan/source.ts';
import type { Column, Dataset } from '../dataset.ts';
import { datasetFields, measurableFrom } from './measurable.ts';
import type { Preset, PresetColumn } from './preset.ts';
import { PRESETS } from './presets/all-presets.ts';

const read = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../../../catalogue', import.meta.url))));
if (!read.ok) throw new Error('the catalogue has errors');
const catalogue = read.value;

/** A dataset with every column that a preset knows, as files in yen bring it. */
function fullDataset({ dataset, columns }: Preset): Dataset {
  const isStaged = columns.some(({ stage }) => stage !== undefined);
  const stages: readonly Column[] = isStaged
    ? [
        { id: 'entered-on', name: { ja: '到達日', en: 'Reached on' }, type: 'date', role: 'time' },
        { id: 'stage', name: { ja: 'ステージ', en: 'Stage' }, type: 'text', role: 'dimension' },
      ]
    : [];
  const own = columns.filter(({ stage }) => stage === undefined).map(columnOf);
  const all = [...own, ...stages];
  const { kind, id, name } = dataset;
  if (kind === 'aggregate') return { kind, id, name, columns: all };
  const time = all.find(({ role }) => role === 'time')?.id ?? '';
  const person = all.find(({ role }) => role === 'person')?.id;
  const isPerson = (column: Column) => column.role === 'person' && column.id !== person;
  return {
    kind,
    id,
    name,
    columns: all.map(column => (isPerson(column) ? { ...column, role: 'dimension' } : column)),
    time,
    ...(person === undefined ? {} : { person }),
  };
}

function columnOf({ to, name, type, role, money, notAdditive }: PresetColumn): Column {
  return {
    id: to,
    name,
    type,
    role,
    ...(money ? { currency: 'JPY' } : {}),
    ...(notAdditive ? { notAdditive: true } : {}),
    ...(role === 'person' ? { hashed: true as const } : {}),
  };
}

function withEntries(entries: readonly (readonly [map: string, id: string, fields: EntryFields])[]): string {
  return entries.reduce((text, [map, id, fields]) => {
    const source = readSource(text);
    const patch = source.ok ? addEntry(source.value, [map], id, fields) : undefined;
    if (!patch) throw new Error(`no place for ${id}`);
    return applyPatch(text, patch);
  }, 'datasets: {}\nmetrics: {}\n');
}

const measuring = PRESETS.filter(({ metrics }) => metrics !== undefined);

describe('[ING-62] what a source measures is an entry that metrics.yaml takes as it is', () => {
  test.each(measuring.map(preset => [preset.id, preset] as const))('%s', (_, preset) => {
    const dataset = fullDataset(preset);
    const found = measurableFrom(preset, dataset);
    const text = withEntries([
      ['datasets', dataset.id, datasetFields(dataset, preset.name)],
      ...found.map(({ metric, fields }) => ['metrics', metric, fields] as const),
    ]);
    const parsed = parseDefinitions(text, catalogue, 'JPY');
    expect(parsed.problems).toEqual([]);
    expect(parsed.ok && [...parsed.value.metrics.keys()].toSorted()).toEqual(found.map(({ metric }) => metric).toSorted());
    expect(found.length).toBeGreaterThan(0);
  });
});

test('[ING-62] the first way whose columns are there holds, and conditions on columns that are not there are left out', () => {
  const preset = PRESETS.find(({ id }) => id === 'order-lines');
  const text = (id: string): Column => ({ id, name: { ja: id, en: id }, type: 'text', role: 'dimension' });
  const number = (id: string): Column => ({ id, name: { ja: id, en: id }, type: 'decimal', role: 'measure', currency: 'JPY' });
  const dataset = (...columns: readonly Column[]): Dataset => ({
    kind: 'event',
    id: 'orders',
    name: { ja: '注文', en: 'Orders' },
    columns,
    time: 'ordered-at',
  });
  const measured = (...columns: readonly Column[]) =>
    measurableFrom(preset ?? {}, dataset(...columns)).map(({ metric, fields }) => [metric, fields.distinct ?? fields.sum]);
  expect(measured(text('order-id'), number('quantity'), number('unit-price'))).toEqual([
    ['orders', 'order-id'],
    ['items-sold', 'quantity'],
    ['revenue', 'quantity * unit-price'],
  ]);
  expect(measured(number('line-total'), number('quantity'), number('unit-price'))).toContainEqual(['revenue', 'line-total']);
  const [orders] = measurableFrom(preset ?? {}, dataset(text('order-id')));
  expect(orders?.fields).toEqual({ from: 'orders', distinct: 'order-id' });
});
