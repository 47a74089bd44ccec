import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LiveSegment } from '#core/measure/live-segments.ts';

/** What a store of events was fed with. */
export interface Fed {
  readonly format: 2;
  readonly valueDigits: number;
  readonly datasets: readonly FedDataset[];
}

export interface FedDataset {
  readonly id: string;
  /** Everything about its columns that decides what becomes of a row. */
  readonly shape: string;
  readonly segments: readonly FedSegment[];
}

/** Rows of a batch as they were: erasing a person or letting old data go leaves a batch its id. [PPL-02] */
export interface FedSegment extends LiveSegment {
  /** The kept file they are made from, and how many of the batch's rows the warehouse held. */
  readonly made: string;
}

const FILE = 'fed.json';

/** Undefined where there is nothing, or nothing that can be read: the store is made anew then. */
export async function readFed(folder: string): Promise<Fed | undefined> {
  try {
    const fed: unknown = JSON.parse(await readFile(join(folder, FILE), 'utf8'));
    return isFed(fed) ? fed : undefined;
  } catch {
    return undefined;
  }
}

export function writeFed(folder: string, fed: Fed): Promise<void> {
  return writeFile(join(folder, FILE), JSON.stringify(fed));
}

/** Until it is written again, the store counts as unfinished and is made anew. */
export function forgetFed(folder: string): Promise<void> {
  return rm(join(folder, FILE), { force: true });
}

/**
 * What has to be added to one to have the other; undefined where something has to go, or is read otherwise now.
 */
export function missingFrom(fed: Fed, wanted: Fed): readonly FedDataset[] | undefined {
  if (fed.valueDigits !== wanted.valueDigits) return undefined;
  const added: FedDataset[] = [];
  const left = new Map(fed.datasets.map(dataset => [dataset.id, dataset]));
  for (const dataset of wanted.datasets) {
    const before = left.get(dataset.id);
    left.delete(dataset.id);
    if (before && before.shape !== dataset.shape) return undefined;
    const known = new Set(before?.segments.map(keyOf));
    const fresh = dataset.segments.filter(segment => !known.delete(keyOf(segment)));
    if (known.size > 0) return undefined;
    if (fresh.length > 0) added.push({ ...dataset, segments: fresh });
  }
  return left.size > 0 ? undefined : added;
}

function keyOf({ batch, from, to, made }: FedSegment): string {
  return `${batch} ${from} ${to} ${made}`;
}

function isFed(value: unknown): value is Fed {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 2 && 'datasets' in value;
}
