import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { parseCatalogue } from '#core/metric/catalogue.ts';
import { readCatalogue } from '../../../build/catalogue.mjs';
import type { App } from '../app/app.ts';
import { openApp } from '../app/open-app.ts';
import { importBytes } from '../importing/import-bytes.ts';
import { undoBatch } from '../ledger/batch-store.ts';
import { systemEffects } from '../workspace/workspace-effects.ts';

const folders: string[] = [];
const apps: App[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map(app => app.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function opened(folder = mkdtempSync(join(tmpdir(), 'rashin-journeys-'))): Promise<App> {
  folders.push(folder);
  const catalogue = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../../catalogue', import.meta.url))));
  if (!catalogue.ok) throw new Error('no catalogue');
  const app = await openApp(join(folder, 'workspace'), systemEffects(), { catalogue: catalogue.value, createAs: 'test' });
  apps.push(app);
  return app;
}

async function bring(app: App, name: string, rows: readonly string[]): Promise<string> {
  const text = ['occurred_at,visitor_id,session_id,action,amount (JPY)', ...rows].join('\n');
  const result = await importBytes(app, { name, bytes: Buffer.from(text), by: 'test' });
  if (!result.ok || result.value.kind !== 'imported') throw new Error(JSON.stringify(result));
  return result.value.imported[0] ?? '';
}

/** What an earlier layout of the store began with. */
const EARLIER = JSON.stringify({ format: 1, next: 1, parts: [] });
const MAY = ['2026-05-01 09:00:00,V1,S1,visit,', '2026-05-01 09:05:00,V1,S1,buy,500', '2026-05-03 10:00:00,V2,S2,visit,'];

test('[JNY-01, JNY-02] live rows of people are events named after their dataset, by the clock on the wall', async () => {
  const app = await opened();
  await bring(app, 'site-log_20260501-20260531.csv', MAY);
  const contents = await (await app.journeys.engine(app)).contents();
  expect(contents).toMatchObject({
    events: 3,
    people: 2,
    span: { first: Date.UTC(2026, 4, 1, 9), last: Date.UTC(2026, 4, 3, 10) },
    names: [{ name: 'site-log', events: 3 }],
    dimensions: [{ id: 'action', values: ['visit', 'buy'] }],
    valueDigits: 0,
  });
  const answer = await (await app.journeys.engine(app)).ask({
    ask: 'series',
    select: {},
    edges: [Date.UTC(2026, 4, 1), Date.UTC(2026, 4, 2), Date.UTC(2026, 4, 4)],
  });
  expect(answer.ok && answer.value.rows.map(({ people, sessions, value }) => [people, sessions, value])).toEqual([
    [1, 1, 500],
    [1, 1, 0],
  ]);
});

test('[JNY-01] rows that come in later are added, taken back rows leave, a damaged store is made again', async () => {
  const app = await opened();
  await bring(app, 'site-log_20260501-20260531.csv', MAY);
  const events = async (asked: App) => (await (await asked.journeys.engine(asked)).contents()).events;
  expect(await events(app)).toBe(3);
  const june = await bring(app, 'site-log_20260601-20260630.csv', ['2026-06-01 09:00:00,V1,S3,buy,300']);
  expect(await events(app)).toBe(4);
  await app.workspace.ledger.change('test', change => undoBatch(change, june));
  app.cache.forget();
  expect(await events(app)).toBe(3);
  const { journeys } = app.workspace.paths;
  await app.journeys.close();
  writeFileSync(join(journeys, 'store.json'), 'spoilt');
  expect(await events(app)).toBe(3);
  await app.journeys.close();
  writeFileSync(join(journeys, 'store.json'), `${crc32(EARLIER)}\n${EARLIER}`);
  expect(await events(app)).toBe(3);
});

test('[JNY-01] a column that proves damaged when it is needed is made again, and the question answered', async () => {
  const app = await opened();
  await bring(app, 'site-log_20260501-20260531.csv', MAY);
  const visits = () =>
    app.journeys.use(app, engine => engine.ask({ ask: 'funnel', steps: [{ events: ['site-log'] }], window: 86_400_000 }));
  const before = await visits();
  expect(before.ok && before.value.rows[0]?.reached).toEqual([2]);
  await app.journeys.close();
  for (const name of readdirSync(app.workspace.paths.journeys).filter(file => file.startsWith('part'))) {
    const path = join(app.workspace.paths.journeys, name);
    writeFileSync(
      path,
      readFileSync(path).map(byte => byte ^ 0x55),
    );
  }
  expect(await visits()).toEqual(before);
});
