import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EngineError } from '#engine/engine-error.ts';
import { listBatches } from '#engine/ledger/batch-store.ts';
import { readJournal } from '#engine/ledger/journal.ts';
import { createLedger, type Ledger, openLedger } from '#engine/ledger/ledger.ts';
import { putSetting, readSetting } from '#engine/ledger/setting-store.ts';
import { recoverImports } from '#engine/workspace/recover-imports.ts';
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

beforeAll(async () => {
  importer = await bundleChild(new URL('./import-child.ts', import.meta.url), 'import-child');
  owner = await bundleChild(new URL('./owner-child.ts', import.meta.url), 'owner-child');
  upgrader = await bundleChild(new URL('./upgrade-child.ts', import.meta.url), 'upgrade-child');
});

test(`[WSP-10] killed ${ROUNDS} times at random moments of imports: all of a group or none of it, nothing acknowledged lost`, async () => {
  const dir = temporaryFolder();
  const place = { workspace: join(dir, 'workspace'), rows: join(dir, 'rows'), acknowledgements: join(dir, 'acknowledgements') };
  await (await createWorkspace(place.workspace, 'Test', systemEffects())).close();
  const rows = fileRows(place.rows);
  for (let round = 0; round < ROUNDS; round++) {
    const child = spawn(process.execPath, [importer, place.workspace, place.rows, place.acknowledgements, String(round)]);
    await ready(child);
    await new Promise(resolve => setTimeout(resolve, Math.random() * 120));
    await killed(child);
    const workspace = await openWorkspace(place.workspace, systemEffects());
    await recoverImports(workspace, rows);
    await expectInStep(workspace, rows, place.acknowledgements);
    await workspace.close();
  }
  const acknowledged = readFileSync(place.acknowledgements, 'utf8').split('\n').length;
  expect(acknowledged).toBeGreaterThan(ROUNDS);
}, 120_000);

test('[LED-04] killed at random moments of an upgrade: the old tables or the new ones, never something between', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const file = join(temporaryFolder(), 'ledger.sqlite');
    const made = await createLedger(file, systemEffects());
    await made.change('system', change => putSetting(change, 'workspace', 'a', round));
    await made.close();
    const child = spawn(process.execPath, [upgrader, file]);
    await ready(child);
    await new Promise(resolve => setTimeout(resolve, round * 8));
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
    await ready(child);
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

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    child.stderr?.on('data', piece => {
      complaint += String(piece);
    });
    child.stdout?.once('data', () => resolve());
    child.once('exit', code => reject(new Error(`the child ended with ${code} before it was ready: ${complaint}`)));
  });
}

function killed(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
