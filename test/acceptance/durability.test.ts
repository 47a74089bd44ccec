import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { workspacePaths } from '#engine/workspace/workspace-paths.ts';
import { fixture } from './fixtures.ts';
import { ask, define, down, folder, given, jobEnd, type Product, send, tryUp, up } from './product.ts';

/** What stays when the machine, the disk or the process fails. [DU] */

const ADS = `datasets:
  ads: { kind: aggregate, columns: { campaign-id: text, campaign: text, clicks: integer, impressions: integer, cost: { type: decimal, currency: JPY }, revenue: { type: decimal, currency: JPY } } }
metrics:
  clicks: { from: ads, sum: clicks, unit: count of click }
  cost: { from: ads, sum: cost }
  revenue: { from: ads, sum: revenue }
`;

const TO_ADS = { dataset: { id: 'ads' } } as const;

async function sums(product: Product): Promise<readonly string[]> {
  const answers = ['clicks', 'cost', 'revenue'].map(async metric => {
    const { total } = await ask(product, { metric, from: '2026-03-01', to: '2026-03-31' });
    return total.replace('~', '');
  });
  return Promise.all(answers);
}

test('[DU-14] the same rows renamed, re-saved, shuffled, compressed or with columns in another order count once', async () => {
  const product = await up();
  await define(product, ADS);
  const bytes = fixture('ads_ok.csv');
  const first = await send(product, 'ads_ok.csv', bytes, TO_ADS);
  expect(first.rows).toBe(10);
  const [head = '', ...rows] = Buffer.from(bytes).toString().trim().split('\n');
  const turned = (line: string): string => line.split(',').reverse().join(',');
  const copies: Readonly<Record<string, Uint8Array>> = {
    'ads_ok.csv': bytes,
    'renamed.csv': bytes,
    'crlf.csv': Buffer.from([head, ...rows, ''].join('\r\n')),
    'shuffled.csv': Buffer.from(`${[head, ...rows.toReversed()].join('\n')}\n`),
    'packed.csv.gz': gzipSync(bytes),
    'marked.csv': Buffer.from(`\ufeff${[head, ...rows].join('\n')}\n`),
    'columns.csv': Buffer.from(`${[head, ...rows].map(turned).join('\n')}\n`),
    'utf16.csv': Buffer.from(`\ufeff${[head, ...rows].join('\n')}\n`, 'utf16le'),
  };
  for (const [name, copy] of Object.entries(copies)) {
    const again = await send(product, name, copy, TO_ADS);
    expect([name, again.duplicates, again.batches]).toEqual([name, 1, []]);
    expect(await sums(product)).toEqual(['145', '11', '22']);
  }
});

test('[DU-16] files sent together: one bad table keeps all of them out', async () => {
  const product = await up();
  await define(product, ADS);
  const { makeZip } = await import('../case/ingest/make-zip.ts');
  const archive = makeZip([
    { name: 'ads_ok.csv', data: fixture('ads_ok.csv') },
    { name: 'ragged.csv', data: fixture('ragged.csv') },
    { name: 'gaps.csv', data: fixture('gaps.csv') },
  ]);
  const { rows } = await send(product, 'all.zip', archive);
  expect(rows).toBeUndefined();
  expect(given(await product.ask('batches', {})).batches).toEqual([]);
});

test('[DU-05] damage in the analytic store never becomes a number, and the rebuild gives the same answers', async () => {
  const dir = folder();
  let product = await up(dir);
  await define(product, ADS);
  await send(product, 'ads_ok.csv', fixture('ads_ok.csv'), TO_ADS);
  const before = await sums(product);
  expect(before).toEqual(['145', '11', '22']);
  expect(await down(product)).toBe(0);
  const warehouse = join(workspacePaths(dir).warehouse, 'warehouse.duckdb');
  const file = openSync(warehouse, 'r+');
  writeSync(file, Buffer.from([0xde, 0xad, 0xbe, 0xef, 0xde, 0xad, 0xbe, 0xef]), 0, 8, Math.floor(statSync(warehouse).size / 2));
  closeSync(file);
  product = await up(dir);
  const answers = await Promise.all(
    ['clicks', 'cost', 'revenue'].map(async metric => {
      const answer = await fetch(`${product.address}/api/query?metric=${metric}&from=2026-03-01&to=2026-03-31`);
      return { status: answer.status, text: await answer.text() };
    }),
  );
  // Either the damage lies where nothing is, and the numbers are right, or there are none.
  const exact = /"exact":"([0-9.]+)"/;
  for (const [i, { status, text }] of answers.entries()) {
    if (status === 200) expect(exact.exec(text)?.[1]).toBe(before[i]);
    else expect(status).toBe(503);
  }
  given(await product.ask('workspace', {}));
  await jobEnd(product.ask, given(await product.ask('rebuildData', {})).job.id);
  expect(await sums(product)).toEqual(before);
});

const SPOILT: Readonly<Record<string, (path: string) => void>> = {
  'a changed page': path => {
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(64, 0x5a), 0, 64, 4096 + 2);
    closeSync(file);
  },
  'no bytes': path => writeFileSync(path, ''),
  "another application's file": path => writeFileSync(path, `SQLite format 3\0${'x'.repeat(8_000)}`),
  'a folder': path => {
    rmSync(path);
    mkdirSync(path);
  },
};

test.each(Object.entries(SPOILT))(
  '[DU-06] a ledger spoilt by %s: the start is refused and nothing is written over it',
  async (_, spoil) => {
    const dir = folder();
    const product = await up(dir);
    await define(product, ADS);
    expect(await down(product)).toBe(0);
    const { ledger } = workspacePaths(dir);
    for (const more of ['-wal', '-shm']) rmSync(`${ledger}${more}`, { force: true });
    spoil(ledger);
    const hash = () =>
      statSync(ledger).isDirectory() ? 'folder' : createHash('sha256').update(readFileSync(ledger)).digest('hex');
    const before = hash();
    const refused = await tryUp(dir);
    expect(refused).toMatchObject({ code: expect.any(Number) });
    if (!('code' in refused)) return;
    expect(refused.code).not.toBe(0);
    expect(refused.said).toContain('ledger');
    expect(hash()).toBe(before);
  },
);

test('[DU-09] a second server on the same folder is refused and names the first, which goes on; a lock left behind blocks nobody', async () => {
  const dir = folder();
  const first = await up(dir);
  const second = await tryUp(dir);
  expect(second).toMatchObject({ code: expect.any(Number) });
  if ('code' in second) {
    expect(second.code).not.toBe(0);
    expect(second.said).toContain(String(first.child.pid));
  }
  given(await first.ask('workspace', {}));
  await down(first, 'SIGKILL');
  given(await (await up(dir)).ask('workspace', {}));
});

test('[DU-17] told to end while it imports: what it said is kept, what it did not say is whole or not there, and it ends cleanly', async () => {
  const dir = folder();
  const product = await up(dir);
  await define(product, ADS);
  await send(product, 'ads_ok.csv', fixture('ads_ok.csv'), TO_ADS);
  const many = Array.from(
    { length: 60_000 },
    (_, i) => `2026-04-${String((i % 30) + 1).padStart(2, '0')},${i},Brand,1,1,1.00,1.00`,
  );
  const bytes = Buffer.from(`date,campaign_id,campaign,clicks,impressions,cost,revenue\n${many.join('\n')}\n`);
  const importing = send(product, 'april.csv', bytes, TO_ADS).catch(() => undefined);
  const asking = Promise.all(Array.from({ length: 10 }, () => sums(product).catch(() => undefined)));
  await new Promise(resolve => setTimeout(resolve, 400));
  expect(await down(product)).toBe(0);
  const receipt = await importing;
  await asking;
  const again = await up(dir);
  expect(await sums(again)).toEqual(['145', '11', '22']);
  const april = await ask(again, { metric: 'clicks', from: '2026-04-01', to: '2026-04-30' });
  expect(['60000', 'no-data']).toContain(april.total);
  if (receipt?.rows !== undefined) expect(april.total).toBe('60000');
});

test('[DU-07] a full disk: refused in words, reading goes on, and it works again when there is space, without a restart', async context => {
  const mount = `${folder()}-disk`;
  mkdirSync(mount);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', mount]).status !== 0) {
    context.skip('not run: no right to mount a small disk here');
    return;
  }
  onTestFinished(() => {
    spawnSync('umount', ['-l', mount]);
  });
  const product = await up(join(mount, 'workspace'));
  await define(product, ADS);
  expect((await send(product, 'ads_ok.csv', fixture('ads_ok.csv'), TO_ADS)).rows).toBe(10);
  const many = Array.from(
    { length: 300_000 },
    (_, i) => `2026-04-${String((i % 30) + 1).padStart(2, '0')},${i},Brand${i % 977},1,1,1.00,1.00`,
  );
  const bytes = Buffer.from(`date,campaign_id,campaign,clicks,impressions,cost,revenue\n${many.join('\n')}\n`);
  const refused = await send(product, 'april.csv', bytes, TO_ADS).then(
    ({ rows }) => rows,
    (error: unknown) => String(error),
  );
  expect(String(refused)).toMatch(/undefined|disk-full/);
  expect(await sums(product)).toEqual(['145', '11', '22']);
  expect(spawnSync('mount', ['-o', 'remount,size=600m', mount]).status).toBe(0);
  expect((await send(product, 'april.csv', bytes, TO_ADS)).rows).toBe(300_000);
  expect((await ask(product, { metric: 'clicks', from: '2026-04-01', to: '2026-04-30' })).total).toBe('300000');
});

test('[DU-03] nothing is acknowledged before it has been synchronised', async context => {
  if (spawnSync('strace', ['-V']).status !== 0) {
    context.skip('not run: strace is not here');
    return;
  }
  const dir = folder();
  const product = await up(dir);
  await define(product, ADS);
  const log = `${dir}.strace`;
  const { spawn } = await import('node:child_process');
  const tracer = spawn('strace', ['-f', '-e', 'trace=fsync,fdatasync', '-o', log, '-p', String(product.child.pid)]);
  await new Promise(resolve => setTimeout(resolve, 1_000));
  const syncs = () =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter(line => /f(data)?sync\(/.test(line)).length;
  const before = syncs();
  for (let i = 0; i < 10; i++) await define(product, `${ADS}  clicks-${i}: { from: ads, sum: clicks, unit: count of click }\n`);
  const afterLedger = syncs();
  expect(afterLedger - before).toBeGreaterThanOrEqual(10);
  expect((await send(product, 'ads_ok.csv', fixture('ads_ok.csv'), TO_ADS)).rows).toBe(10);
  expect(syncs()).toBeGreaterThan(afterLedger);
  tracer.kill('SIGINT');
  renameSync(log, `${log}.done`);
});
