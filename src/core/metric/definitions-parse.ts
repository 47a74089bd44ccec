import type { DatasetId } from '../measure/dataset.ts';
import { readSource } from '../plan/source.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, isError, ok } from '../problem/problem.ts';
import type { Currency } from '../unit/unit.ts';
import type { Catalogue } from './catalogue.ts';
import type { DatasetDefinition, Definitions } from './definitions.ts';
import { datasetDefinition } from './definitions-dataset.ts';
import type { DraftVersion, Read } from './definitions-draft.ts';
import { listsOf } from './definitions-lists.ts';
import { draftVersions } from './definitions-metric.ts';
import { rawDefinitions } from './definitions-schema.ts';
import { settleDefinitions } from './definitions-settle.ts';
import { reservedKeys, shapeProblems, textTree } from './definitions-source.ts';
import type { MetricId } from './measurement.ts';
import { ownEntries } from './own-entries.ts';

/**
 * Reads metrics.yaml. [MET-01 … MET-12, CAT-O1]
 *
 * In    the text; the catalogue, whose metrics of the same id lend name, meaning, unit, direction and aggregation;
 *       the workspace's currency for money that does not say its own
 * Out   definitions without contradictions, or every problem with its path and line
 */
export function parseDefinitions(text: string, catalogue: Catalogue, currency: Currency): Result<Definitions> {
  const read = readSource(text);
  if (!read.ok) return read;
  const source = read.value;
  const reserved = reservedKeys(source);
  if (reserved.length > 0) return failed(reserved);
  const shaped = rawDefinitions.safeParse(textTree(source) ?? {});
  if (!shaped.success) return failed(shapeProblems(shaped.error.issues, source));
  const own = ownEntries(shaped.data, source, catalogue, currency);
  if (own.problems.some(isError)) return failed(own.problems);
  const problems: Problem[] = [...own.problems];
  const known = own.value.catalogue;
  const datasets = new Map<DatasetId, DatasetDefinition>();
  for (const [id, raw] of Object.entries(shaped.data.datasets ?? {})) {
    datasets.set(id, take(datasetDefinition(id, raw, source), problems));
  }
  const lists = listsOf(shaped.data.lists ?? {});
  const drafts = new Map<MetricId, readonly DraftVersion[]>();
  for (const [id, raw] of Object.entries(shaped.data.metrics ?? {})) {
    drafts.set(id, take(draftVersions(id, raw, { source, datasets, lists, catalogue: known, currency }), problems));
  }
  if (problems.some(isError)) return failed(problems);
  const metrics = take(settleDefinitions(drafts, known, currency, source.lineOf), problems);
  return problems.some(isError)
    ? failed(problems)
    : ok({ datasets, metrics, entries: own.value.entries, things: own.value.things }, problems);
}

function take<T>(read: Read<T>, problems: Problem[]): T {
  problems.push(...read.problems);
  return read.value;
}
