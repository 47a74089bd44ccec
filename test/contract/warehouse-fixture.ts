import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '#core/calendar/day.ts';
import type { AggregateDataset, Column, ColumnType, Dataset, EventDataset } from '#core/measure/dataset.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';
import { sameText } from '#core/text/text.ts';
import { openDuckdbWarehouse } from '#engine/warehouse/duckdb/duckdb-warehouse.ts';
import type { Warehouse } from '#engine/warehouse/warehouse.ts';

/** A way to open a warehouse on an empty or an existing folder. */
export interface Implementation {
  readonly name: string;
  readonly open: (dir: string) => Promise<Warehouse>;
}

export const IMPLEMENTATIONS: readonly Implementation[] = [
  { name: 'DuckDB', open: dir => openDuckdbWarehouse({ dir, memoryBytes: 512 * 1024 * 1024, threads: 2 }) },
];

export async function temporaryFolder(): Promise<{ readonly dir: string; readonly remove: () => Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'rashin-warehouse-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

export function aggregate(id: string, columns: Readonly<Record<string, ColumnType | Partial<Column>>>): AggregateDataset {
  return { kind: 'aggregate', id, name: sameText(id), columns: columnsFrom(columns) };
}

export function events(id: string, time: string, columns: Readonly<Record<string, ColumnType | Partial<Column>>>): EventDataset {
  return { kind: 'event', id, name: sameText(id), time, columns: columnsFrom(columns) };
}

/** Writes a staging file from rows of text; `_line` is added. */
export async function stage(dir: string, name: string, header: string, rows: readonly string[]): Promise<string> {
  const file = join(dir, 'staging', name);
  await writeFile(file, `_line,${header}\n${rows.map((row, index) => `${index + 2},${row}\n`).join('')}`);
  return file;
}

/** Loads rows as a batch that is live from its first to its last day. */
export async function bringIn(
  warehouse: Warehouse,
  dir: string,
  dataset: Dataset,
  batch: string,
  header: string,
  rows: readonly string[],
): Promise<readonly LiveSegment[]> {
  const created = await warehouse.createDataset(dataset);
  if (!created.ok) throw new Error(JSON.stringify(created.problems));
  const { days } = await warehouse.load({ batch, dataset, file: await stage(dir, `${batch}.csv`, header, rows) });
  return days ? [{ batch, ...days }] : [];
}

export function range(from: string, to: string): { readonly from: Day; readonly to: Day } {
  return { from: from as Day, to: to as Day };
}

function columnsFrom(columns: Readonly<Record<string, ColumnType | Partial<Column>>>): readonly Column[] {
  return Object.entries(columns).map(([id, given]) => {
    const { type = 'text', ...more } = typeof given === 'string' ? { type: given } : given;
    const isMeasure = type === 'integer' || type === 'decimal';
    return { id, name: sameText(id), type, role: isMeasure ? 'measure' : type === 'timestamp' ? 'time' : 'dimension', ...more };
  });
}
