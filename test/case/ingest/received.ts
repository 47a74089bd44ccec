import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Inspection, NormalisedBatch, TableInspection } from '#core/measure/recognise/inspection.ts';
import type { Problem, Result } from '#core/problem/problem.ts';
import { type IngestControls, inspectFile, normaliseFile } from '#engine/ingest/import-file.ts';
import type { InspectOptions } from '#engine/ingest/inspect-options.ts';

export const hashKey = new Uint8Array(32).fill(1);

/** A folder that is gone after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file on disk with these bytes. */
export function scratchFile(bytes: string | Uint8Array, name = 'received'): string {
  const path = join(scratchFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

export function inspectBytes(
  bytes: string | Uint8Array,
  options: Partial<InspectOptions> = {},
  controls: IngestControls = {},
): Promise<Result<Inspection>> {
  return inspectFile(scratchFile(bytes), { name: 'input.csv', calendar: defaultCalendar, ...options }, controls);
}

/** The only table of a file that can be used. */
export async function tableOf(bytes: string | Uint8Array, options: Partial<InspectOptions> = {}): Promise<TableInspection> {
  const { tables } = granted(await inspectBytes(bytes, options));
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables`);
  return table;
}

/** The batch that a file's first table becomes when its proposal is confirmed. */
export async function batchOf(bytes: string | Uint8Array, options: Partial<InspectOptions> = {}): Promise<NormalisedBatch> {
  const path = scratchFile(bytes);
  const name = options.name ?? 'input.csv';
  const inspected = granted(await inspectFile(path, { calendar: defaultCalendar, ...options, name }));
  const decision = inspected.tables[0]?.decision;
  if (!decision) throw new Error('no table');
  return granted(
    await normaliseFile(path, { name, decision, calendar: defaultCalendar, outDir: scratchFolder(), outName: 'batch', hashKey }),
  );
}

/** The problems of a file that cannot be used. */
export async function refusalsOf(bytes: string | Uint8Array, options: Partial<InspectOptions> = {}): Promise<readonly Problem[]> {
  const result = await inspectBytes(bytes, options);
  if (result.ok) throw new Error(`it was read: ${JSON.stringify(result.value.tables.map(table => table.statistics))}`);
  return result.problems;
}

export async function codesOf(bytes: string | Uint8Array, options: Partial<InspectOptions> = {}): Promise<readonly string[]> {
  return (await refusalsOf(bytes, options)).map(({ code }) => code);
}

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
