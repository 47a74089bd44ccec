import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { workspacePaths } from '#engine/workspace/workspace-paths.ts';
import { localService } from '../contract/local-service.ts';
import { Random } from '../proof/random.ts';
import { aDay, down, folder, given, type Product, up } from './product.ts';

/** How often the server is killed in each test; `npm run acceptance` says 100. */
const KILLS = Number(process.env.RASHIN_KILLS ?? 3);
const SEED = Number(process.env.RASHIN_SEED ?? 20_261_121);
const TEST_MS = 300_000 + KILLS * 40_000;

const ROWS = 20_000;
const DATASET = 'hits';

/** The days that count in a dataset, with the rows of each; every one is whole in the ledger and in the data store. */
async function wholeDays(product: Product, dataset: string): Promise<ReadonlyMap<string, number>> {
  const { batches } = given(await product.ask('batches', { limit: 500, dataset }));
  const counting = batches.filter(({ undone, live }) => !undone && live.length > 0);
  const { datasets } = given(await product.ask('datasets', {}));
  expect(datasets.find(({ dataset: id }) => id === dataset)?.rows ?? 0).toBe(counting.reduce((sum, { rows }) => sum + rows, 0));
  const days = new Map(counting.map(({ from, rows }) => [String(from), rows]));
  expect(days.size).toBe(counting.length);
  return days;
}

function dayOf(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}

function rowsOf(day: string): string {
  return Array.from({ length: ROWS }, (_, row) => `${day},/page-${row % 500}/${'x'.repeat(40)},1`).join('\n');
}

function waited(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

test(
  `[PSH-03] kill -9 at ${KILLS} random moments of pushes: what was answered counts, nothing is half, and sending again brings the rest once`,
  async () => {
    const random = new Random(SEED);
    const dir = folder();
    const answered = new Set<string>();
    let sent = 0;
    let cutOff = 0;
    const push = async (product: Product, day: string): Promise<void> => {
      const body = new TextEncoder().encode(`date,page,hits\n${rowsOf(day)}\n`);
      const more = { dataset: DATASET, replaces: 'period' as const, 'content-type': 'text/csv' as const };
      const { rows } = given(await product.ask('pushRows', { ...more, 'idempotency-key': `push-${day}`, body }));
      expect(rows).toBe(ROWS);
      answered.add(day);
    };
    for (let kill = 0; kill < KILLS; kill++) {
      const product = await up(dir);
      const days = await wholeDays(product, DATASET);
      for (const [day, rows] of days) expect([day, rows]).toEqual([day, ROWS]);
      for (const day of answered) expect(days.has(day)).toBe(true);
      let isOver = false;
      const pushing = (async () => {
        // The program that pushes does not know what became of the last one: it sends that again, under its key.
        for (let day = answered.size; !isOver; day++) {
          sent = Math.max(sent, day + 1);
          await push(product, dayOf(day));
        }
      })().catch((error: unknown) => {
        if (!isOver) throw error;
      });
      await Promise.race([pushing, waited(random.next() * 2_500)]);
      isOver = true;
      await down(product, 'SIGKILL');
      await pushing;
      if (answered.size < sent) cutOff += 1;
    }
    const product = await up(dir);
    for (let day = 0; day < sent; day++) await push(product, dayOf(day));
    const days = await wholeDays(product, DATASET);
    expect([...days.keys()].toSorted()).toEqual(Array.from({ length: sent }, (_, day) => dayOf(day)));
    expect(readdirSync(workspacePaths(dir).staging)).toEqual([]);
    expect(await down(product)).toBe(0);
    expect(cutOff).toBeGreaterThan(0);
    console.log(`seed ${SEED}: ${KILLS} kills, ${sent} pushes, ${cutOff} cut off`);
  },
  TEST_MS,
);

test(
  `[WAT-04] kill -9 at ${KILLS} random moments of a watched folder: every file counts once, and is moved once it does`,
  async () => {
    const random = new Random(SEED + 1);
    const dir = folder();
    const inbox = join(dir, '..', 'inbox');
    mkdirSync(inbox);
    const counted = new Set<string>();
    let dropped = 0;
    const drop = (): void => {
      const day = dayOf(dropped++);
      // As programs do that put files: under a name that is passed over, then renamed.
      writeFileSync(join(inbox, `${day}.part`), `date,page,hits\n${rowsOf(day)}\n`);
      renameSync(join(inbox, `${day}.part`), join(inbox, `${DATASET} ${day}.csv`));
    };
    const isWaiting = (name: string): boolean => existsSync(join(inbox, name));
    for (let kill = 0; kill < KILLS; kill++) {
      const product = await up(dir, { RASHIN_WATCH: inbox });
      const days = await wholeDays(product, DATASET);
      for (const [day, rows] of days) expect([day, rows]).toEqual([day, ROWS]);
      for (const day of counted) expect(days.has(day)).toBe(true);
      for (let i = 0; i < dropped; i++) if (!isWaiting(`${DATASET} ${dayOf(i)}.csv`)) expect(days.has(dayOf(i))).toBe(true);
      for (const day of days.keys()) counted.add(day);
      drop();
      drop();
      await waited(3_000 + random.next() * 5_000);
      await down(product, 'SIGKILL');
    }
    const product = await up(dir, { RASHIN_WATCH: inbox });
    while (readdirSync(inbox).some(name => name.endsWith('.csv'))) await waited(200);
    const days = await wholeDays(product, DATASET);
    expect([...days].toSorted()).toEqual(Array.from({ length: dropped }, (_, day) => [dayOf(day), ROWS]));
    const done = readdirSync(join(inbox, 'done'));
    for (const day of days.keys()) expect(done).toContain(`${DATASET} ${day}.csv`);
    expect(readdirSync(join(inbox, 'refused'))).toEqual([]);
    expect(await down(product)).toBe(0);
    expect(readdirSync(workspacePaths(dir).staging)).toEqual([]);
    console.log(`seed ${SEED + 1}: ${KILLS} kills, ${dropped} files`);
  },
  TEST_MS,
);

/** Rows that the service has for each day, and how many it gives at once. */
const CHANNELS = 200;
const PAGE = 700;
const DAYS = 14;

test(
  `[CON-03] kill -9 at ${KILLS} random moments of scheduled pulls: days are restated whole, and the next pull goes on`,
  async () => {
    const random = new Random(SEED + 2);
    const dir = folder();
    let version = 1;
    const service = await localService(({ path, body }) => {
      if (path === '/token') return { body: { access_token: 'a', expires_in: 3_599, token_type: 'Bearer' } };
      const { dateRanges, offset } = JSON.parse(body) as Asked;
      const rows = reportRows(dateRanges[0]?.startDate ?? '', dateRanges[0]?.endDate ?? '', version);
      const first = Number(offset ?? 0);
      return {
        body: {
          dimensionHeaders: [{ name: 'date' }, { name: 'sessionDefaultChannelGroup' }],
          metricHeaders: [{ name: 'sessions', type: 'TYPE_INTEGER' }],
          rows: rows.slice(first, first + PAGE),
          rowCount: rows.length,
        },
      };
    });
    const hosts = ['analyticsdata.googleapis.com', 'oauth2.googleapis.com'];
    const env = { RASHIN_CONNECT_STAND_IN: hosts.map(host => `${host}=${service.origin}`).join(',') };
    await connected(dir, env);
    let through = '';
    for (let kill = 0; kill < KILLS; kill++) {
      version += 1;
      due(dir);
      const product = await up(dir, env);
      await expectWholeVersions(product, version);
      await waited(random.next() * 3_000);
      const { connections } = given(await product.ask('connections', {}));
      expect(String(connections[0]?.through ?? '') >= through).toBe(true);
      through = String(connections[0]?.through ?? '');
      await down(product, 'SIGKILL');
    }
    // Pages of a pull that was cut off may be taken up again; the pull after that one has everything anew.
    version += 1;
    for (let pull = 0; pull < 2; pull++) {
      due(dir);
      const product = await up(dir, env);
      await pulled(product);
      if (pull === 1) expect(await expectWholeVersions(product, version)).toEqual(Array(DAYS).fill(version));
      expect(await down(product)).toBe(0);
    }
    expect(readdirSync(workspacePaths(dir).staging)).toEqual([]);
    console.log(`seed ${SEED + 2}: ${KILLS} kills, ${service.got.length} requests`);
  },
  TEST_MS,
);

interface Asked {
  readonly dateRanges: readonly { readonly startDate: string; readonly endDate: string }[];
  readonly offset?: string;
}

function reportRows(from: string, to: string, sessions: number) {
  const rows = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
    for (let channel = 0; channel < CHANNELS; channel++)
      rows.push({
        dimensionValues: [{ value: day }, { value: `channel ${channel}` }],
        metricValues: [{ value: String(sessions) }],
      });
  }
  return rows;
}

/** Makes a workspace with a connection that restates all of its days every hour. */
async function connected(dir: string, env: Readonly<Record<string, string>>): Promise<void> {
  const product = await up(dir, env);
  const metrics = `datasets:
  ga4: { kind: aggregate, columns: { channel-group: text, sessions: integer } }
metrics:
  seen: { from: ga4, sum: sessions, unit: count of session }
`;
  given(await product.ask('putDefinitions', { body: { text: metrics, base: 0 } }));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = JSON.stringify({
    type: 'service_account',
    client_email: 'test@example.iam.gserviceaccount.com',
    private_key_id: 'k1',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  });
  const body = {
    name: 'Site',
    connector: 'ga4' as const,
    settings: { property: '123456', metrics: 'sessions' },
    signIn: 'service-account' as const,
    dataset: null,
    since: aDay(daysAgo(DAYS)),
    restates: DAYS,
    schedule: { every: 'hour' as const },
    secrets: { key },
  };
  given(await product.ask('createConnection', { body }));
  expect(await down(product)).toBe(0);
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** Lets the next start of the server find the pull due, as it would an hour later. */
function due(dir: string): void {
  const ledger = new Database(workspacePaths(dir).ledger);
  ledger.prepare('update connection set next_run = ?').run('2026-01-01T00:00:00.000Z');
  ledger.close();
}

async function pulled({ ask }: Product): Promise<void> {
  for (;;) {
    const { connections } = given(await ask('connections', {}));
    const [connection] = connections;
    if (
      connection &&
      !connection.isRunning &&
      connection.lastRun?.state === 'done' &&
      String(connection.nextRun) > new Date().toISOString()
    )
      return;
    await waited(100);
  }
}

/** The version of each day's rows, all of them of one. */
async function expectWholeVersions(product: Product, newest: number): Promise<readonly number[]> {
  const from = aDay(daysAgo(DAYS + 2));
  const answer = await product.ask('query', { metric: 'seen', from, to: aDay(daysAgo(0)), grain: 'day' });
  return given(answer).totals.flatMap(({ observation }) => {
    if (!('exact' in observation)) return [];
    const version = Number(observation.exact) / CHANNELS;
    expect(Number.isInteger(version) && version >= 1 && version <= newest).toBe(true);
    return [version];
  });
}
