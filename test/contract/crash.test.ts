import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { EngineError } from '#engine/engine-error.ts';
import { listBatches } from '#engine/ledger/batch-store.ts';
import { readJournal } from '#engine/ledger/journal.ts';
import { createLedger, type Ledger, openLedger } from '#engine/ledger/ledger.ts';
import { putSetting, readSetting } from '#engine/ledger/setting-store.ts';
import { openDuckdbWarehouse } from '#engine/warehouse/duckdb/duckdb-warehouse.ts';
import { recoverImports } from '#engine/workspace/recover-imports.ts';
import { warehouseRows } from '#engine/workspace/warehouse-rows.ts';
import { createWorkspace, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import { systemEffects } from '#engine/workspace/workspace-effects.ts';
import { bundleChild } from './bundle-child.ts';
import { type FileRows, fileRows } from './file-rows.ts';
import { temporaryFolder } from './ledger-fixture.ts';
import { EXTRA_TABLES, upgradedMigrations } from './upgraded-migrations.ts';

const ROUNDS = 30;

let importer = '';
let owner = '';
let upgrader = '';
let ingester = '';

beforeAll(async () => {
  importer = await bundleChild(new URL('./import-child.ts', import.meta.url), 'import-child');
  owner = await bundleChild(new URL('./owner-child.ts', import.meta.url), 'owner-child');
  ingester = await bundleChild(new URL('./ingest-child.ts', import.meta.url), 'ingest-child');
  upgrader = await bundleChild(new URL('./upgrade-child.ts', import.meta.url), 'upgrade-child');
});

test(`[WSP-10] killed ${ROUNDS} times at random moments of imports: all of a group or none of it, nothing acknowledged lost`, async () => {
  const dir = temporaryFolder();
  const place = { workspace: join(dir, 'workspace'), rows: join(dir, 'rows'), acknowledgements: join(dir, 'acknowledgements') };
  await (await createWorkspace(place.workspace, 'Test', systemEffects())).close();
  const rows = fileRows(place.rows);
  for (let round = 0; round < ROUNDS; round++) {
    const child = spawn(process.execPath, [importer, place.workspace, place.rows, place.acknowledgements, String(round)]);
    await said(child, 1 + (round % 4));
    await new Promise(resolve => setTimeout(resolve, Math.random() * 30));
    await killed(child);
    const workspace = await openWorkspace(place.workspace, systemEffects());
    await recoverImports(workspace, rows);
    await expectInStep(workspace, rows, place.acknowledgements);
    await workspace.close();
  }
  const acknowledged = readFileSync(place.acknowledgements, 'utf8').split('\n').length;
  expect(acknowledged).toBeGreaterThan(ROUNDS);
}, 120_000);

test('[WSP-10] killed 6 times while real files go into a real warehouse: the figures are those of whole groups', async () => {
  const dir = temporaryFolder();
  const place = { workspace: join(dir, 'workspace'), acknowledgements: join(dir, 'acknowledgements') };
  await (await createWorkspace(place.workspace, 'Test', systemEffects())).close();
  for (let round = 0; round < 6; round++) {
    const child = spawn(process.execPath, [ingester, place.workspace, place.acknowledgements, String(round)]);
    await said(child, 1 + (round % 3));
    await new Promise(resolve => setTimeout(resolve, Math.random() * 150));
    await killed(child);
  }
  const workspace = await openWorkspace(place.workspace, systemEffects());
  const { paths } = workspace;
  const warehouse = await openDuckdbWarehouse({
    dir: paths.warehouse,
    staging: paths.staging,
    memoryBytes: 256 * 1024 * 1024,
    threads: 1,
  });
  const rows = warehouseRows(warehouse, workspace, defaultCalendar);
  await recoverImports(workspace, rows);
  const batches = await listBatches(workspace.ledger.db, { state: 'any' });
  const names = batches.map(({ fileName }) => fileName).toSorted();
  const groups = [...new Set(names.map(name => name.replace(/-[ab]$/, '')))];
  expect(names).toEqual(groups.flatMap(group => [`${group}-a`, `${group}-b`]).toSorted());
  for (const line of readFileSync(place.acknowledgements, 'utf8').trim().split('\n')) expect(groups).toContain(line);
  const datasets = [...new Set(batches.map(({ dataset }) => dataset))];
  const rowCount = async () =>
    (await Promise.all(datasets.map(id => warehouse.rowCount(id)))).reduce((sum, count) => sum + count, 0);
  expect(await rowCount()).toBe(groups.length * 43);
  for (const { id } of batches.slice(0, 3)) await warehouse.drop(id);
  expect(await rowCount()).toBeLessThan(groups.length * 43);
  expect((await recoverImports(workspace, rows)).reloaded).toHaveLength(3);
  expect(await rowCount()).toBe(groups.length * 43);
  expect(readdirSync(paths.staging)).toEqual([]);
  await warehouse.close();
  await workspace.close();
}, 120_000);

test('[LED-04] killed at random moments of an upgrade: the old tables or the new ones, never something between', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 8; round++) {
    const file = join(temporaryFolder(), 'ledger.sqlite');
    const made = await createLedger(file, systemEffects());
    await made.change('system', change => putSetting(change, 'workspace', 'a', round));
    await made.close();
    const child = spawn(process.execPath, [upgrader, file]);
    await said(child, 1);
    await new Promise(resolve => setTimeout(resolve, round * 12));
    await killed(child);
    const tables = async (ledger: Ledger) =>
      (await ledger.db.introspection.getTables()).filter(({ name }) => name.startsWith('extra_')).length;
    const opened = await openLedger(file, systemEffects()).catch((error: unknown) => error);
    const isNew = opened instanceof EngineError;
    const ledger = isNew ? await openLedger(file, systemEffects(), upgradedMigrations) : (opened as Ledger);
    expect(await tables(ledger)).toBe(isNew ? EXTRA_TABLES : 0);
    expect(await readSetting(ledger.db, 'workspace', 'a')).toBe(round);
    await ledger.close();
    outcomes.add(isNew ? 'new' : 'old');
    if (isNew) {
      expect(opened).toMatchObject({ code: 'ledger-newer' });
      const copy = await openLedger(join(file, '..', 'ledger-before-9000-extra.sqlite'), systemEffects());
      expect(await readSetting(copy.db, 'workspace', 'a')).toBe(round);
      await copy.close();
    }
  }
  expect(outcomes.has('old')).toBe(true);
}, 120_000);

describe('[WSP-03] ownership across processes', () => {
  test('a second process is refused with the first one named; after kill -9 the next one opens at once', async () => {
    const dir = temporaryFolder();
    await (await createWorkspace(dir, 'Test', systemEffects())).close();
    const child = spawn(process.execPath, [owner, dir]);
    await said(child, 1);
    const error = await openWorkspace(dir, systemEffects()).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'workspace-in-use' });
    expect(String(error)).toContain(`PID ${child.pid}`);
    expect(String(error)).toContain('http://127.0.0.1:4747');
    await killed(child);
    expect(existsSync(join(dir, 'server.json'))).toBe(true);
    const impatient = { ...systemEffects(), wait: () => Promise.reject(new Error('had to wait')) };
    await (await openWorkspace(dir, impatient)).close();
  });
});

async function expectInStep({ ledger, paths }: Workspace, rows: FileRows, acknowledgements: string): Promise<void> {
  const batches = await listBatches(ledger.db, { state: 'any' });
  expect(batches.filter(({ state }) => state !== 'committed')).toEqual([]);
  const loaded = await rows.batches();
  expect(loaded.map(({ batch }) => batch).toSorted()).toEqual(batches.map(({ id }) => id).toSorted());
  for (const { id, fileHash, rows: count } of batches) {
    const lines = rows.read(id);
    expect(lines).toHaveLength(count);
    expect(
      createHash('sha256')
        .update(lines.map(line => `${line}\n`).join(''))
        .digest('hex'),
    ).toBe(fileHash);
  }
  const kept = readdirSync(paths.files).flatMap(folder => readdirSync(join(paths.files, folder)));
  expect(kept.toSorted()).toEqual([...new Set(batches.map(({ fileHash }) => fileHash))].toSorted());
  expect(readdirSync(paths.staging)).toEqual([]);
  const journal = await readJournal(ledger.db, { limit: 100_000 });
  expect(journal.filter(({ action }) => action === 'batch-imported')).toHaveLength(batches.length);
  const sizes = new Map<string, number>();
  for (const { fileName } of batches) sizes.set(fileName, (sizes.get(fileName) ?? 0) + 1);
  for (const [group, size] of sizes) expect(size, `group ${group}`).toBe(1 + (Number(group.split('-')[1]) % 3));
  for (const line of readFileSync(acknowledgements, 'utf8').split('\n')) {
    const [what, id = '', size] = line.split(' ');
    if (what === 'import') expect(sizes.get(id), line).toBe(Number(size));
    if (what === 'undo') expect(batches.find(batch => batch.id === id)?.undoneAt, line).toBeDefined();
  }
}

/** Waits until the child has printed so many lines: the first when it is ready, one more with each thing it has done. */
function said(child: ChildProcess, lines: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let left = lines;
    child.stderr?.on('data', piece => {
      complaint += String(piece);
    });
    child.stdout?.on('data', piece => {
      left -= String(piece).split('\n').length - 1;
      if (left <= 0) resolve();
    });
    child.once('exit', code => reject(new Error(`the child ended with ${code} too early: ${complaint}`)));
  });
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
