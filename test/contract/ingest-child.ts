import { fsyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { inspectFile, normaliseFile } from '#engine/ingest/import-file.ts';
import { openDuckdbWarehouse } from '#engine/warehouse/duckdb/duckdb-warehouse.ts';
import { type BatchImport, importBatches } from '#engine/workspace/import-batches.ts';
import { prepareImport } from '#engine/workspace/prepare-import.ts';
import { recoverImports } from '#engine/workspace/recover-imports.ts';
import { warehouseRows } from '#engine/workspace/warehouse-rows.ts';
import { openWorkspace } from '#engine/workspace/workspace.ts';
import { systemEffects } from '#engine/workspace/workspace-effects.ts';

/**
 * Imports groups of two received files the whole way, into a real warehouse, until it is killed; a line of the acknowledgements
 * file is on the disk only after the import has returned. Arguments: workspace, acknowledgements file, round.
 */
const [dir = '', acknowledgements = '', round = ''] = process.argv.slice(2);
const workspace = await openWorkspace(dir, systemEffects());
const { paths, key } = workspace;
const warehouse = await openDuckdbWarehouse({
  dir: paths.warehouse,
  staging: paths.staging,
  memoryBytes: 256 * 1024 * 1024,
  threads: 1,
});
const rows = warehouseRows(warehouse, workspace, defaultCalendar);
await recoverImports(workspace, rows);
const log = openSync(acknowledgements, 'a');
process.stdout.write('ready\n');

for (let group = 0; ; group++) {
  const name = `${round}-${group}`;
  const imports = [await prepared(`${name}-a`, 3), await prepared(`${name}-b`, 40)];
  await importBatches(workspace, rows, 'system', imports);
  writeSync(log, `${name}\n`);
  fsyncSync(log);
  process.stdout.write('done\n');
}

async function prepared(name: string, days: number): Promise<BatchImport> {
  const path = join(paths.staging, `${name}.csv`);
  const lines = Array.from(
    { length: days },
    (_, day) => `2026-0${4 + Math.floor(day / 28)}-${String(1 + (day % 28)).padStart(2, '0')},${name},${day}`,
  );
  writeFileSync(path, `date,campaign,clicks\n${lines.join('\n')}\n`);
  const inspected = await inspectFile(path, { name, calendar: defaultCalendar }, { startWorker: () => null });
  const decision = inspected.ok ? inspected.value.tables[0]?.decision : undefined;
  if (!decision) throw new Error(JSON.stringify(inspected.problems));
  const options = { name, decision, calendar: defaultCalendar, outDir: paths.staging, outName: name, hashKey: key };
  const read = await normaliseFile(path, options, { startWorker: () => null });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const ready = await prepareImport(warehouse, read.value, { path, name, decision });
  if (!ready.ok) throw new Error(JSON.stringify(ready.problems));
  return ready.value;
}
