import { generateKeyPairSync, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CONNECTORS } from '#core/connect/all-connectors.ts';
import { createSend, isPrivate } from '#engine/connect/outgoing.ts';
import { runDuePulls, startPull } from '#engine/connect/pulls.ts';
import { seal, secretKey, secretKeyFile, unseal } from '#engine/connect/sealed-secrets.ts';
import type { EngineError } from '#engine/engine-error.ts';
import { accepted, openStage, problemsOf, type Stage } from './api-fixture.ts';
import { type Given, type Got, localService } from './local-service.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = JSON.stringify({
  type: 'service_account',
  client_email: 'rashin@my-project.iam.gserviceaccount.com',
  private_key_id: 'k1',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
});

/** A workspace whose connections speak to a stand-in, and never wait. */
async function staged(answer: (got: Got, number: number) => Given, options: { readonly dir?: string } = {}) {
  const service = await localService(answer);
  const hosts = [
    'analyticsdata.googleapis.com',
    'oauth2.googleapis.com',
    'sheets.googleapis.com',
    'example.my.salesforce.com',
    'api.hubapi.com',
  ];
  const waits: number[] = [];
  const stage = await openStage({
    ...options,
    connecting: {
      standIns: new Map(hosts.map(host => [host, service.origin])),
      secretKey: Buffer.alloc(32, 7).toString('base64'),
      effects: {
        chance: () => 0,
        wait: async (milliseconds: number) => {
          waits.push(milliseconds / 1000);
        },
      },
    },
  });
  return { stage, service, waits };
}

const TOKEN: Given = { body: { access_token: 'ya29.a', expires_in: 3599, token_type: 'Bearer' } };

function isToken({ path }: Got): boolean {
  return path === '/token' || path === '/services/oauth2/token';
}

interface Report {
  readonly dateRanges: readonly { readonly startDate: string; readonly endDate: string }[];
  readonly offset: string;
}

/** An answer of runReport with one row for each day, or as `sessions` says. */
function report({ body }: Got, sessions: (day: string) => number | undefined): Given {
  const { dateRanges } = JSON.parse(body) as Report;
  const [range] = dateRanges;
  const rows = [];
  for (let at = Date.parse(range?.startDate ?? ''); at <= Date.parse(range?.endDate ?? ''); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const count = sessions(day);
    if (count !== undefined)
      rows.push({
        dimensionValues: [{ value: day.replaceAll('-', '') }, { value: 'Direct' }],
        metricValues: [{ value: String(count) }],
      });
  }
  return {
    body: {
      dimensionHeaders: [{ name: 'date' }, { name: 'sessionDefaultChannelGroup' }],
      metricHeaders: [{ name: 'sessions', type: 'TYPE_INTEGER' }],
      rows,
      rowCount: rows.length,
    },
  };
}

const GA4 = {
  name: '本番サイト',
  connector: 'ga4' as const,
  settings: { property: '123456', metrics: 'sessions' },
  signIn: 'service-account' as const,
  dataset: null,
  since: '2026-11-15' as never,
  restates: null,
  schedule: { every: 'day' as const, at: '06:00' },
};

async function connected(stage: Stage, more: object = {}, secrets: Record<string, string> = { key: KEY }) {
  const { connection } = accepted(await stage.ask('createConnection', { body: { ...GA4, ...more, secrets } }));
  return connection;
}

async function pulled(stage: Stage, id: string) {
  const started = await startPull(stage.app, id, 'sales/sato');
  if (!started) throw new Error('not started');
  return started.done;
}

async function sessionsOf(stage: Stage, dataset = 'ga4') {
  const { batches } = accepted(await stage.ask('batches', { limit: 50, dataset }));
  return batches
    .filter(({ undone, live }) => !undone && live.length > 0)
    .map(({ from, to, rows, totals }) => [from, to, rows, totals[0]?.sum]);
}

// https://developers.google.com/identity/protocols/oauth2/service-account#httprest
test('[CON-06] a service account signs a JWT, its token signs the request; rows of the days are in, the log says how', async () => {
  const { stage, service } = await staged(got => (isToken(got) ? TOKEN : report(got, () => 10)));
  const connection = await connected(stage);
  expect(connection).toMatchObject({ fills: 'ga4', hasSecrets: true, through: null, nextRun: '2026-11-21T21:00:00.000Z' });
  const run = await pulled(stage, connection.id);
  expect(run).toMatchObject({ state: 'done', from: '2026-11-15', to: '2026-11-20', requests: 2, rows: 6, problems: [] });
  const [asked, sent] = service.got;
  const form = new URLSearchParams(asked?.body);
  const [head = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.');
  expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
  expect(verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'k1' });
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    iss: 'rashin@my-project.iam.gserviceaccount.com',
    scope: 'https://www.googleapis.com/auth/analytics.readonly',
    aud: 'https://oauth2.googleapis.com/token',
    iat: Date.parse(stage.clock.now) / 1000,
    exp: Date.parse(stage.clock.now) / 1000 + 3_600,
  });
  expect(sent?.headers.authorization).toBe('Bearer ya29.a');
  expect(await sessionsOf(stage)).toEqual([['2026-11-15', '2026-11-20', 6, '60']]);
  const { connections } = accepted(await stage.ask('connections'));
  expect(connections[0]).toMatchObject({ through: '2026-11-20', lastRun: { state: 'done', rows: 6 }, isRunning: false });
});

test('[CON-03] the next pull restates the last days and replaces exactly those; what is the same changes nothing', async () => {
  let corrected = 10;
  const { stage } = await staged(got => (isToken(got) ? TOKEN : report(got, day => (day >= '2026-11-19' ? corrected : 10))));
  const { id } = await connected(stage);
  await pulled(stage, id);
  const same = await pulled(stage, id);
  expect(same).toMatchObject({ state: 'done', from: '2026-11-18', to: '2026-11-20' });
  corrected = 25;
  stage.clock.now = '2026-11-22T03:00:00.000Z';
  expect(await pulled(stage, id)).toMatchObject({ from: '2026-11-18', to: '2026-11-21', rows: 4 });
  const live = accepted(await stage.ask('batches', { limit: 9, dataset: 'ga4' })).batches.map(({ rows, live: days }) => [
    rows,
    days,
  ]);
  expect(live[0]).toEqual([4, [{ from: '2026-11-18', to: '2026-11-21' }]]);
  expect(live.at(-1)).toEqual([6, [{ from: '2026-11-15', to: '2026-11-17' }]]);
});

test('[CON-03] rows that have gone at the source are gone here; an empty answer takes nothing away and is told', async () => {
  let isLost = false;
  let has20 = true;
  const { stage } = await staged(got =>
    isToken(got) ? TOKEN : report(got, day => (isLost || (day === '2026-11-20' && !has20) ? undefined : 10)),
  );
  const { id } = await connected(stage);
  await pulled(stage, id);
  has20 = false;
  await pulled(stage, id);
  const [newest] = accepted(await stage.ask('batches', { limit: 1, dataset: 'ga4' })).batches;
  expect(newest).toMatchObject({ rows: 2, live: [{ from: '2026-11-18', to: '2026-11-20' }] });
  isLost = true;
  const run = await pulled(stage, id);
  expect(run).toMatchObject({ state: 'done', rows: 0, problems: [{ code: 'connect-empty' }] });
  expect((await sessionsOf(stage)).length).toBe(2);
});

test('[CON-03] two connections into one dataset stand side by side', async () => {
  const { stage } = await staged(got => (isToken(got) ? TOKEN : report(got, () => (got.path.includes('/123456:') ? 10 : 7))));
  await pulled(stage, (await connected(stage)).id);
  await pulled(stage, (await connected(stage, { settings: { property: '999999', metrics: 'sessions' } })).id);
  expect((await sessionsOf(stage)).map(row => row[3]).toSorted()).toEqual(['42', '60']);
});

test('[CON-05] 429 with Retry-After, 503 and a broken line are tried again; a named wait of an hour puts the pull off', async () => {
  const script: Given[] = [{ status: 429, headers: { 'retry-after': '20' } }, { status: 503 }, { cut: true }];
  const { stage, waits } = await staged(got => (isToken(got) ? TOKEN : (script.shift() ?? report(got, () => 1))));
  const { id } = await connected(stage);
  expect(await pulled(stage, id)).toMatchObject({ state: 'done', requests: 5 });
  expect(waits).toEqual([20, 2, 4]);
  stage.clock.now = '2026-11-22T03:00:00.000Z';
  script.push({ status: 429, headers: { 'retry-after': '93600' } });
  const run = await pulled(stage, id);
  expect(run).toMatchObject({
    state: 'put-off',
    problems: [{ code: 'connect-put-off', params: { until: '2026-11-23 14:00' } }],
  });
  const [after] = accepted(await stage.ask('connections')).connections;
  expect(after).toMatchObject({ through: '2026-11-20', nextRun: '2026-11-23T21:00:00.000Z' });
});

test('[CON-05] after six tries of a page the pull ends; slices before it stay', async () => {
  const { stage, waits } = await staged(got => {
    if (isToken(got)) return TOKEN;
    const { dateRanges } = JSON.parse(got.body) as Report;
    return (dateRanges[0]?.startDate ?? '') < '2026-11-01' ? report(got, () => 1) : { status: 500 };
  });
  const { id } = await connected(stage, { since: '2026-10-01' });
  expect(await pulled(stage, id)).toMatchObject({ state: 'put-off', rows: 31 });
  expect(waits).toEqual([1, 2, 4, 8, 16]);
  expect(await sessionsOf(stage)).toEqual([['2026-10-01', '2026-10-31', 31, '31']]);
  expect(accepted(await stage.ask('connections')).connections[0]).toMatchObject({ through: '2026-10-31' });
});

test('[CON-06] a 401 fetches one new token; a refused key says what to do', async () => {
  let tokens = 0;
  const { stage } = await staged(got => {
    if (!isToken(got))
      return got.headers.authorization === 'Bearer t2'
        ? report(got, () => 1)
        : { status: 401, body: { error: { code: 401, status: 'UNAUTHENTICATED', message: '' } } };
    tokens += 1;
    return tokens < 3
      ? { body: { access_token: `t${tokens}` } }
      : { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } };
  });
  const { id } = await connected(stage);
  expect(await pulled(stage, id)).toMatchObject({ state: 'done' });
  const run = await pulled(stage, id);
  expect(run).toMatchObject({
    state: 'failed',
    problems: [{ code: 'connect-denied', params: { said: 'invalid_grant: Invalid JWT Signature.' } }],
  });
});

// https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-refresh-token-flow.html
test('[CON-06] OAuth: the refresh token is sent to the service that gave it; [CON-04] pages follow its addresses', async () => {
  const { stage, service } = await staged(got => {
    if (isToken(got)) return { body: { access_token: '00D.a', instance_url: 'https://example.my.salesforce.com' } };
    const record = (Id: string) => ({
      attributes: {},
      Id,
      CreatedDate: '2026-11-16T03:00:00.000+0000',
      StageName: '提案',
      Type: null,
      LeadSource: 'Web',
      Amount: 10,
      CloseDate: '2026-12-01',
      IsWon: false,
      IsClosed: false,
    });
    if (got.path.endsWith('/query'))
      return {
        body: { totalSize: 2, done: false, nextRecordsUrl: '/services/data/v62.0/query/01g-2000', records: [record('1')] },
      };
    return { body: { totalSize: 2, done: true, records: [record('2')] } };
  });
  const secrets = { 'client-id': 'c', 'client-secret': 's', 'refresh-token': 'r' };
  const { id } = await connected(
    stage,
    { connector: 'salesforce', signIn: 'oauth', settings: { instance: 'example.my.salesforce.com', object: 'Opportunity' } },
    secrets,
  );
  expect(await pulled(stage, id)).toMatchObject({ state: 'done', rows: 2, requests: 3 });
  expect(Object.fromEntries(new URLSearchParams(service.got[0]?.body))).toEqual({
    grant_type: 'refresh_token',
    client_id: 'c',
    client_secret: 's',
    refresh_token: 'r',
  });
  expect(service.got[2]?.path).toBe('/services/data/v62.0/query/01g-2000');
  expect(await sessionsOf(stage, 'salesforce-opportunities')).toMatchObject([['2026-11-15', '2026-11-20', 2, '20']]);
});

test('[CON-04] a pull that was cut off goes on with the page it was at', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'rashin-pull-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const ids: (string | undefined)[] = [];
  let isDown = true;
  const page = (got: Got): Given => {
    const filters =
      (JSON.parse(got.body) as { filterGroups: { filters: { propertyName: string; operator: string; value: string }[] }[] })
        .filterGroups[0]?.filters ?? [];
    const after = filters.find(({ operator }) => operator === 'GT')?.value;
    ids.push(after);
    if (after !== undefined && isDown) return { status: 500 };
    const results = Array.from({ length: after === undefined ? 200 : 3 }, (_, i) => ({
      id: String(Number(after ?? '0') + i + 1),
      properties: {
        createdate: '2026-11-16T03:00:00Z',
        pipeline: 'default',
        dealstage: 'won',
        deal_currency_code: 'JPY',
        amount: '5',
        closedate: null,
      },
    }));
    return { body: { total: 203, results } };
  };
  const first = await staged(page, { dir });
  const { id } = await connected(
    first.stage,
    { connector: 'hubspot', signIn: 'token', settings: { object: 'deals' } },
    { token: 'pat-1' },
  );
  expect(await pulled(first.stage, id)).toMatchObject({ state: 'put-off', rows: 0 });
  expect(await sessionsOf(first.stage, 'hubspot-deals')).toEqual([]);
  await first.stage.app.close();
  isDown = false;
  ids.length = 0;
  const second = await staged(page, { dir });
  expect(await pulled(second.stage, id)).toMatchObject({ state: 'done', rows: 203 });
  expect(ids).toEqual(['200']);
});

test('[CON-07] secrets are sealed, never given back, never in journal or ledger; a seal of another connection or key does not open', async () => {
  const { stage } = await staged(() => TOKEN);
  const { id } = await connected(
    stage,
    { connector: 'hubspot', signIn: 'token', settings: { object: 'deals' } },
    { token: 'pat-very-secret' },
  );
  const { db } = stage.app.workspace.ledger;
  const everything = [
    await db.selectFrom('connection').selectAll().execute(),
    await db.selectFrom('journal').selectAll().execute(),
    accepted(await stage.ask('connections')),
  ];
  expect(JSON.stringify(everything)).not.toContain('pat-very-secret');
  const key = Buffer.alloc(32, 7);
  const [{ sealed } = { sealed: null }] = await db.selectFrom('connection').select('sealed').execute();
  expect(unseal(sealed ?? '', id, key)).toEqual({ token: 'pat-very-secret' });
  for (const [text, name, other] of [
    [sealed ?? '', 'other', key],
    [sealed ?? '', id, Buffer.alloc(32, 8)],
    [`${(sealed ?? '').slice(0, -4)}AAAA`, id, key],
    ['', id, key],
  ] as const)
    expect(() => unseal(text, name, other)).toThrow(expect.objectContaining({ code: 'connect-secret-lost' }));
  expect(seal({ a: 'b' }, id, key)).not.toBe(seal({ a: 'b' }, id, key));
});

test('[CON-07] the key lies beside the workspace with 0600, and is refused when others may read it', () => {
  const dir = mkdtempSync(join(tmpdir(), 'rashin-key-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const paths = { dir: join(dir, 'workspace') };
  const made = secretKey(paths, undefined);
  const file = secretKeyFile(paths);
  expect([made.length, file, statSync(file).mode & 0o777]).toEqual([32, join(dir, 'workspace.secret-key'), 0o600]);
  expect(Buffer.from(secretKey(paths, undefined))).toEqual(Buffer.from(made));
  writeFileSync(file, readFileSync(file, 'utf8'), { mode: 0o600 });
  rmSync(file);
  writeFileSync(file, Buffer.from(made).toString('base64'), { mode: 0o644 });
  expect(() => secretKey(paths, undefined)).toThrow(expect.objectContaining({ code: 'connect-secret-key' }));
  expect(() => secretKey(paths, 'c2hvcnQ=')).toThrow(expect.objectContaining({ code: 'connect-secret-lost' }));
});

test('[CON-08] only the hosts of the connector, only https, no private address, no stand-in elsewhere', async () => {
  const send = createSend();
  const permit = {
    service: 'GA4',
    hosts: ['analyticsdata.googleapis.com', 'localhost'],
    secrets: {},
    signal: AbortSignal.timeout(5_000),
  };
  const codeOf = async (url: string): Promise<string> => {
    try {
      await send({ method: 'GET', url }, permit);
      return 'sent';
    } catch (error) {
      return (error as EngineError).code;
    }
  };
  for (const url of [
    'https://evil.example/',
    'http://analyticsdata.googleapis.com/',
    'https://analyticsdata.googleapis.com:8443/',
    'https://169.254.169.254/latest/meta-data',
    'postgresql://localhost:5432/x',
    'file:///etc/passwd',
  ])
    expect(await codeOf(url), url).toBe('connect-host-forbidden');
  expect(await codeOf('https://localhost/')).toBe('connect-address');
  expect(() => createSend({ standIns: new Map([['a', 'http://10.0.0.1/']]) })).toThrow(
    expect.objectContaining({ code: 'connect-address' }),
  );
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    '::ffff:127.0.0.1',
    '224.0.0.1',
    'x',
  ])
    expect(isPrivate(address), address).toBe(true);
  for (const address of ['142.250.196.106', '172.32.0.1', '2404:6800:4004::200e', '::ffff:8.8.8.8'])
    expect(isPrivate(address), address).toBe(false);
});

test('[CON-08] every connector speaks to official hosts over https, and to nothing a setting could name', () => {
  const settings = {
    property: '1',
    site: 'https://x/',
    customer: '1',
    project: 'p',
    dataset: 'd',
    location: 'US',
    spreadsheet: 's',
    range: 'r',
    instance: 'example.my.salesforce.com',
    object: 'Lead',
    account: '1',
    host: 'evil.example',
    database: 'd',
    query: 'select :from, :to',
  };
  const pull = { settings, from: '2026-11-01' as never, to: '2026-11-02' as never, zone: 'Asia/Tokyo', secrets: {} };
  for (const connector of Object.values(CONNECTORS)) {
    const { hostname, protocol } = new URL(connector.request(pull, null).url);
    if (connector.signIn.includes('password')) expect(connector.hosts(settings), connector.id).toEqual([]);
    else expect([protocol, connector.hosts(settings).includes(hostname)], connector.id).toEqual(['https:', true]);
  }
});

test('[CON-09] what is due is pulled once, in the name of the schedule; what was missed is made up for once', async () => {
  const { stage } = await staged(got => (isToken(got) ? TOKEN : report(got, () => 1)));
  const { id } = await connected(stage);
  expect(await runDuePulls(stage.app)).toEqual([]);
  stage.clock.now = '2026-11-24T22:00:00.000Z';
  expect(await runDuePulls(stage.app)).toMatchObject([{ connection: id, by: 'schedule', state: 'done', to: '2026-11-24' }]);
  expect(await runDuePulls(stage.app)).toEqual([]);
  expect(accepted(await stage.ask('connections')).connections[0]?.nextRun).toBe('2026-11-25T21:00:00.000Z');
});

test('[CON-11] trying tells the first rows or the problem, and stores nothing', async () => {
  let isAllowed = true;
  const { stage } = await staged(got =>
    isToken(got)
      ? TOKEN
      : isAllowed
        ? report(got, () => 3)
        : { status: 403, body: { error: { code: 403, status: 'PERMISSION_DENIED', message: 'no' } } },
  );
  const { id } = await connected(stage);
  expect(accepted(await stage.ask('tryConnection', { connection: id }))).toEqual({
    day: '2026-11-20',
    headings: ['date', 'session-channel-group', 'sessions'],
    rows: [['2026-11-20', 'Direct', '3']],
    count: 1,
    isAll: true,
  });
  isAllowed = false;
  expect(problemsOf(await stage.ask('tryConnection', { connection: id }))).toEqual(['connect-forbidden']);
  expect(await sessionsOf(stage)).toEqual([]);
  expect(accepted(await stage.ask('connectionRuns', { connection: id })).runs).toEqual([]);
});

test('[CON-01] what is wrong with a connection is told by field; a removed one leaves its data and no secret', async () => {
  const { stage } = await staged(got => (isToken(got) ? TOKEN : report(got, () => 1)));
  const wrong = { ...GA4, name: '', settings: { property: 'UA-1' }, since: '2026-11-21' as never };
  expect(problemsOf(await stage.ask('createConnection', { body: { ...wrong, secrets: {} } }))).toEqual([
    'connect-name',
    'connect-since',
    'connect-setting',
    'connect-secret-missing',
  ]);
  expect(problemsOf(await stage.ask('createConnection', { body: { ...GA4, secrets: { key: '{"private_key": "x"}' } } }))).toEqual(
    ['connect-secret-form'],
  );
  const connection = await connected(stage);
  await pulled(stage, connection.id);
  const edited = accepted(
    await stage.ask('editConnection', {
      connection: connection.id,
      body: { ...GA4, name: '別の名前', revision: connection.revision },
    }),
  );
  expect(edited.connection).toMatchObject({ name: '別の名前', hasSecrets: true, through: '2026-11-20' });
  expect(
    (await stage.ask('editConnection', { connection: connection.id, body: { ...GA4, revision: connection.revision } })).kind,
  ).toBe('conflict');
  accepted(await stage.ask('removeConnection', { connection: connection.id }));
  expect(accepted(await stage.ask('connections')).connections).toEqual([]);
  expect(await stage.app.workspace.ledger.db.selectFrom('connection').select('sealed').execute()).toEqual([{ sealed: null }]);
  expect(await sessionsOf(stage)).toHaveLength(1);
});

test('[CON-02] a sheet is read whole, and takes the place of what it held before', async () => {
  let values: unknown[][] = [
    ['日付', '店舗', '売上'],
    ['2026-11-16', '新宿', 1200.5],
    ['2026-11-17', '渋谷', 10],
  ];
  const { stage } = await staged(got => (isToken(got) ? TOKEN : { body: { values } }));
  const { id } = await connected(stage, {
    connector: 'google-sheets',
    settings: { spreadsheet: '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms', range: '実績' },
    dataset: 'store-sales',
  });
  expect(await pulled(stage, id)).toMatchObject({ state: 'done', rows: 2 });
  values = [
    ['日付', '店舗', '売上'],
    ['2026-11-16', '新宿', 1300],
  ];
  await pulled(stage, id);
  expect(await sessionsOf(stage, 'store-sales')).toEqual([['2026-11-15', '2026-11-20', 1, '1300']]);
});
