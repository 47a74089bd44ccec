import type { DatasetId } from '../measure/dataset.ts';
import { readSource } from '../plan/source.ts';
import type { Problem, Result } from '../problem/problem.ts';
import { failed, isError, ok } from '../problem/problem.ts';
import type { Currency } from '../unit/unit.ts';
import type { Catalogue } from './catalogue.ts';
import type { DatasetDefinition, Definitions } from './definitions.ts';
import { datasetDefinition } from './definitions-dataset.ts';
import type { DraftVersion, Read } from './definitions-draft.ts';
import { draftVersions } from './definitions-metric.ts';
import { rawDefinitions } from './definitions-schema.ts';
import { settleDefinitions } from './definitions-settle.ts';
import { reservedKeys, shapeProblems, textTree } from './definitions-source.ts';
import type { MetricId } from './measurement.ts';

/**
 * Reads metrics.yaml. [MET-01 … MET-12]
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
  const problems: Problem[] = [];
  const datasets = new Map<DatasetId, DatasetDefinition>();
  for (const [id, raw] of Object.entries(shaped.data.datasets ?? {})) {
    datasets.set(id, take(datasetDefinition(id, raw, source), problems));
  }
  const drafts = new Map<MetricId, readonly DraftVersion[]>();
  for (const [id, raw] of Object.entries(shaped.data.metrics ?? {})) {
    drafts.set(id, take(draftVersions(id, raw, { source, datasets, catalogue, currency }), problems));
  }
  if (problems.some(isError)) return failed(problems);
  const metrics = take(settleDefinitions(drafts, catalogue, currency, source.lineOf), problems);
  return problems.some(isError) ? failed(problems) : ok({ datasets, metrics }, problems);
}

function take<T>(read: Read<T>, problems: Problem[]): T {
  problems.push(...read.problems);
  return read.value;
}
