import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, copyFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Day } from '#core/calendar/day.ts';
import type { AggregateDataset } from '#core/measure/dataset.ts';
import { sameText } from '#core/text/text.ts';
import { type DuckdbWarehouse, type DuckdbWarehouseOptions, openDuckdbWarehouse } from './duckdb-warehouse.ts';

const visits: AggregateDataset = {
  kind: 'aggregate',
  id: 'visits',
  name: sameText('visits'),
  columns: [
    { id: 'page', name: sameText('page'), type: 'text', role: 'dimension' },
    { id: 'visits', name: sameText('visits'), type: 'integer', role: 'measure' },
  ],
};
const ROWS = 60_000;
const LIVE = [{ batch: 'first', from: '2026-03-01' as Day, to: '2026-03-01' as Day }];

let dir: string;
let opened: DuckdbWarehouse[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rashin-damage-'));
  opened = [];
});
afterEach(async () => {
  for (const warehouse of opened) await warehouse.close().catch(() => undefined);
  await rm(dir, { recursive: true, force: true });
});

test('[DAT-05] a log that does not replay is put aside and the store opens without it, saying so', async () => {
  const file = await withLog();
  await appendFile(`${file}.wal`, Buffer.alloc(4096));
  const warehouse = await open('copy');
  expect(warehouse.health).toMatchObject({ state: 'degraded', why: 'log-damaged', quarantined: `${file}.wal.damaged-1` });
  expect((await warehouse.batches()).map(({ batch }) => batch)).toEqual(['first']);
  expect(await total(warehouse)).toBe(ROWS);
  await warehouse.load({ batch: 'second', dataset: visits, file: await stage('copy', 1, 'second.csv') });
  expect(await warehouse.rowCount('visits')).toBe(ROWS + 1);
});

test('[DAT-05] a lost or cut log shows as batches that are not in', async () => {
  const file = await withLog();
  await truncate(`${file}.wal`, 0);
  const warehouse = await open('copy');
  expect((await warehouse.batches()).map(({ batch }) => batch)).toEqual(['first']);
  await expect(total(warehouse, [...LIVE, { ...LIVE[0], batch: 'second' } as (typeof LIVE)[0]])).rejects.toMatchObject({
    code: 'batch-missing',
    params: { batches: ['second'] },
  });
});

test('[DAT-05] damaged data never become a number', async () => {
  const warehouse = await filled('store');
  await warehouse.close();
  const file = join(dir, 'store', 'warehouse.duckdb');
  const bytes = await readFile(file);
  for (let at = 12_288 * 2; at + 8 < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 8);
  await writeFile(file, bytes);
  const damaged = open('store').then(reopened => total(reopened));
  await expect(damaged).rejects.toMatchObject({ code: 'warehouse-damaged', params: { file } });
});

test('[DAT-05] a file that is no database is refused untouched, or put aside for a rebuild', async () => {
  await mkdir(join(dir, 'store'));
  const file = join(dir, 'store', 'warehouse.duckdb');
  for (const content of ['', 'SQLite format 3\0'.padEnd(8192, 'x'), 'text']) {
    await writeFile(file, content);
    await expect(open('store')).rejects.toMatchObject({ code: 'warehouse-damaged' });
    expect(await readFile(file, 'utf8')).toBe(content);
  }
  const warehouse = await open('store', { onDamage: 'put-aside' });
  expect(warehouse.health).toMatchObject({ state: 'degraded', why: 'file-damaged' });
  expect(await readdir(join(dir, 'store'))).toContain('warehouse.duckdb.damaged-1');
  await warehouse.rebuild({ datasets: [visits], loads: loads('store') });
  expect(await total(warehouse)).toBe(ROWS);
});

test('[DAT-05] a file that opens but cannot be read is put aside too, and one to rebuild into takes its place', async () => {
  const warehouse = await filled('store');
  await warehouse.close();
  const file = join(dir, 'store', 'warehouse.duckdb');
  const bytes = await readFile(file);
  for (let at = 12_288; at + 8 < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 8);
  await writeFile(file, bytes);
  const fresh = await open('store', { onDamage: 'put-aside' });
  expect(fresh.health).toMatchObject({ state: 'degraded', why: 'file-damaged', quarantined: `${file}.damaged-1` });
  expect(await fresh.batches()).toEqual([]);
  await fresh.rebuild({ datasets: [visits], loads: loads('store') });
  expect(await total(fresh)).toBe(ROWS);
});

test('[DAT-05] a store that another process holds is refused with its id', async () => {
  const warehouse = await filled('store');
  await warehouse.close();
  const duckdb = createRequire(import.meta.url).resolve('@duckdb/node-api');
  const file = join(dir, 'store', 'warehouse.duckdb');
  const script = `const { DuckDBInstance } = require(${JSON.stringify(duckdb)});
    DuckDBInstance.create(${JSON.stringify(file)}).then(i => i.connect()).then(c => { globalThis.c = c; console.log('ready'); setInterval(() => 0, 1e6); });`;
  const holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  await expect(open('store')).rejects.toMatchObject({ code: 'warehouse-locked', params: { holder: String(holder.pid) } });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  expect(await total(await open('store'))).toBe(ROWS);
});

test('[DAT-05] a file of a newer format is refused', async () => {
  const warehouse = await filled('store');
  await warehouse.close();
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(join(dir, 'store', 'warehouse.duckdb'));
  const connection = await instance.connect();
  await connection.run('UPDATE rashin.format SET version = 99');
  connection.closeSync();
  instance.closeSync();
  await expect(open('store')).rejects.toMatchObject({ code: 'warehouse-newer' });
});

const tmpfs = canMount();
test.skipIf(!tmpfs)(
  '[DAT-09] a full disk refuses the write, reads go on, and space makes it work again without a restart',
  async () => {
    const small = join(dir, 'small');
    await mkdir(small);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', small]);
    try {
      const staging = join(dir, 'staging');
      const warehouse = await openDuckdbWarehouse({ dir: small, staging, memoryBytes: 128 * 1024 * 1024 });
      opened.push(warehouse);
      await warehouse.createDataset(visits);
      await writeFile(join(staging, 'first.csv'), csv(ROWS));
      await warehouse.load({ batch: 'first', dataset: visits, file: join(staging, 'first.csv') });
      await writeFile(join(staging, 'huge.csv'), csv(2_000_000));
      const huge = { batch: 'huge', dataset: visits, file: join(staging, 'huge.csv') };
      await expect(warehouse.load(huge)).rejects.toMatchObject({ code: 'warehouse-full' });
      expect(await total(warehouse)).toBe(ROWS);
      expect((await warehouse.batches()).map(({ batch }) => batch)).toEqual(['first']);
      execFileSync('mount', ['-o', 'remount,size=200m', small]);
      await warehouse.load(huge);
      expect(await warehouse.rowCount('visits')).toBe(ROWS + 2_000_000);
      await warehouse.close();
    } finally {
      execFileSync('umount', [small]);
    }
  },
);

async function open(name: string, more: Partial<DuckdbWarehouseOptions> = {}): Promise<DuckdbWarehouse> {
  const warehouse = await openDuckdbWarehouse({ dir: join(dir, name), memoryBytes: 256 * 1024 * 1024, ...more });
  opened.push(warehouse);
  return warehouse;
}

async function filled(name: string): Promise<DuckdbWarehouse> {
  const warehouse = await open(name);
  await warehouse.createDataset(visits);
  await warehouse.load({ batch: 'first', dataset: visits, file: await stage(name, ROWS, 'first.csv') });
  return warehouse;
}

/** A copy of a store whose last batch is only in the log; its path. */
async function withLog(): Promise<string> {
  await filled('store');
  const file = join(dir, 'store', 'warehouse.duckdb');
  const { DuckDBInstance } = await import('@duckdb/node-api');
  await opened[0]?.close();
  const instance = await DuckDBInstance.create(file, { checkpoint_threshold: '1GB' });
  const connection = await instance.connect();
  await connection.run("INSERT INTO rashin.batch VALUES (2, 'second', 'visits', 1, '2026-03-01', '2026-03-01', false)");
  await mkdir(join(dir, 'copy'));
  const copy = join(dir, 'copy', 'warehouse.duckdb');
  await copyFile(file, copy);
  await copyFile(`${file}.wal`, `${copy}.wal`);
  connection.closeSync();
  instance.closeSync();
  return copy;
}

async function total(warehouse: DuckdbWarehouse, live = LIVE): Promise<number> {
  const periods = [{ from: '2026-03-01' as Day, to: '2026-03-31' as Day }];
  const answer = await warehouse.parts({
    dataset: visits,
    take: { kind: 'distinct', column: 'page' },
    periods,
    by: [],
    where: [],
    live,
  });
  if (!answer.ok || answer.value.kind !== 'parts') throw new Error('no parts');
  const figure = answer.value.parts[0]?.figure;
  return figure?.kind === 'distinct' ? figure.rows : 0;
}

async function stage(name: string, rows: number, file: string): Promise<string> {
  const path = join(dir, name, 'staging', file);
  await writeFile(path, csv(rows));
  return path;
}

function csv(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `${index + 2},2026-03-01,2026-03-01,/page/${(index * 7919) % 100_003},${index}`,
  );
  return `_line,_from,_to,page,visits\n${lines.join('\n')}\n`;
}

async function* loads(name: string) {
  yield { batch: 'first', dataset: visits, file: await stage(name, ROWS, 'first.csv') };
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    console.log('skipped: the full-disk test needs to mount a small file system (Linux, root)');
    return false;
  }
  return true;
}
