import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EngineError } from '../../engine-error.ts';
import type { Sql } from '../sql.ts';
import { createSchema } from './schema.ts';
import { Store } from './store.ts';

let dir: string;
let secret: string;
let store: Store;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rashin-confined-'));
  secret = join(dir, 'secret.txt');
  await writeFile(secret, 'a,b\n1,2\n');
  store = new Store({
    dir: join(dir, 'store'),
    staging: join(dir, 'staging'),
    memoryBytes: 256 * 1024 * 1024,
    threads: 2,
    spillBytes: 64 * 1024 * 1024,
    readers: 2,
    deadlineMs: 300,
    onDamage: 'refuse',
  });
  await store.write(createSchema);
});

afterAll(async () => {
  await store.close();
  await rm(dir, { recursive: true, force: true });
});

const reachingOut = () => [
  `SELECT * FROM read_csv('${secret}')`,
  `SELECT * FROM '${secret}'`,
  `SELECT content FROM read_text('${secret}')`,
  `SELECT content FROM read_text('${join(dir, 'staging')}/../secret.txt')`,
  `SELECT * FROM read_blob('${secret}')`,
  `SELECT * FROM sniff_csv('${secret}')`,
  `SELECT * FROM glob('${dir}/*')`,
  `SELECT * FROM read_parquet('https://example.com/x.parquet')`,
  `COPY (SELECT 1) TO '${join(dir, 'out.csv')}'`,
  `EXPORT DATABASE '${join(dir, 'out')}'`,
  `ATTACH '${join(dir, 'other.duckdb')}'`,
  'INSTALL httpfs',
  'LOAD httpfs',
  'SET enable_external_access = true',
  "SET allowed_directories = ['/']",
  'SET lock_configuration = false',
  'RESET lock_configuration',
  "SET log_query_path = '/tmp/log'",
  "SET memory_limit = '100GB'",
  'SET threads = 64',
  "SET temp_directory = '/tmp'",
  "PRAGMA temp_directory = '/tmp'",
  'SELECT 1; SELECT 2',
];

const writing = [
  'DROP TABLE rashin.batch',
  'DELETE FROM rashin.batch',
  'INSERT INTO rashin.format VALUES (9)',
  'CREATE TABLE x (i INTEGER)',
  'CREATE MACRO m() AS 1',
  'CREATE VIEW v AS SELECT 1',
  'ALTER TABLE rashin.batch ADD COLUMN x INTEGER',
];

test('[DAT-08] the engine reaches no file, network, extension or setting outside', async () => {
  for (const text of reachingOut()) {
    await expect(
      store.read(session => session.rows(raw(text), 10)),
      text,
    ).rejects.toThrow();
    await expect(
      store.write(session => session.run(raw(text))),
      text,
    ).rejects.toThrow();
  }
  expect((await readdir(dir)).toSorted()).toEqual(['secret.txt', 'staging', 'store']);
  expect(existsSync('/tmp/log')).toBe(false);
});

test('[DAT-08] queries cannot change anything', async () => {
  for (const text of writing) {
    await expect(
      store.read(session => session.run(raw(text))),
      text,
    ).rejects.toThrow(EngineError);
  }
  expect(await store.read(session => session.row(raw('SELECT count(*), max(version) FROM rashin.format')))).toEqual([1n, 1]);
});

test('[DAT-08] the staging folder can be read', async () => {
  await writeFile(join(dir, 'staging', 'a.csv'), 'x\n41\n');
  const [value] = await store.read(session => session.row(raw(`SELECT x + 1 FROM read_csv('${join(dir, 'staging', 'a.csv')}')`)));
  expect(value).toBe(42n);
});

test('[DAT-09] a read beyond its deadline is stopped, and the store goes on working', async () => {
  const endless = raw('SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 3');
  await expect(store.read(session => session.rows(endless, 1))).rejects.toMatchObject({ code: 'warehouse-deadline' });
  expect(await store.read(session => session.row(raw('SELECT 1')))).toEqual([1]);
});

test('[DAT-10] rows are handed over beyond the deadline of a read, at the pace of who takes them', async () => {
  const rows = raw('SELECT range FROM range(3000)');
  const taken = await store.handOver(async session => {
    let count = 0;
    await session.chunks(rows, 1, async ([column = []]) => {
      await new Promise(resolve => setTimeout(resolve, 200));
      count += column.length;
    });
    return count;
  });
  expect(taken).toBe(3000);
});

test('[DAT-09] a read whose asker has left is stopped with the reason given', async () => {
  const controller = new AbortController();
  const endless = raw('SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range * b.range % 7 = 3');
  const read = store.read(session => session.rows(endless, 1), controller.signal);
  setTimeout(() => controller.abort(new Error('asker left')), 30);
  await expect(read).rejects.toThrow('asker left');
  await expect(store.read(async () => 1, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
});

test('[DAT-09] a query that needs too much memory fails alone', async () => {
  const greedy = raw("SELECT list(repeat('x', 100000) || range) FROM range(100000)");
  await expect(store.read(session => session.rows(greedy, 1))).rejects.toMatchObject({
    code: expect.stringMatching(/^warehouse-(memory|full|deadline)$/),
  });
  expect(await store.read(session => session.row(raw('SELECT 1')))).toEqual([1]);
});

test('a failed write leaves nothing behind, and an error of ours stays a bare error', async () => {
  const half = store.write(async session => {
    await session.run(raw('CREATE TABLE half (i INTEGER)'));
    await session.run(raw('SELECT * FROM nowhere'));
  });
  await expect(half).rejects.toThrow('nowhere');
  await expect(half).rejects.not.toBeInstanceOf(EngineError);
  const tables = await store.read(session => session.rows(raw("SELECT 1 FROM duckdb_tables() WHERE table_name = 'half'"), 1));
  expect(tables).toEqual([]);
});

function raw(text: string): Sql {
  return { kind: 'sql', fragments: [text], values: [] };
}
