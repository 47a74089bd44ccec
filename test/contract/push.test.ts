import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createClient } from '#contract/client.ts';
import { accepted, openStage, problemsOf, type Stage } from './api-fixture.ts';

const JSON_TYPE = 'application/json' as const;

function pushing(stage: Stage, key?: string) {
  const ask =
    key === undefined ? stage.ask : createClient<Uint8Array<ArrayBuffer>, AbortSignal>('', stage.request, { token: key });
  return (
    idempotency: string,
    body: unknown,
    more: object = {},
    type: typeof JSON_TYPE | 'application/x-ndjson' | 'text/csv' = JSON_TYPE,
  ) =>
    ask('pushRows', {
      dataset: 'shop-sales',
      'idempotency-key': idempotency,
      'content-type': type,
      body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
      ...more,
    });
}

const NOVEMBER = [
  { date: '2026-11-01', store: '新宿', orders: 3, revenue: 1200.5 },
  { date: '2026-11-02', store: '合計', orders: 4, revenue: 800 },
  { date: '2026-11-02', store: '渋谷', orders: 7, revenue: 2000.25 },
];

async function totals(stage: Stage, dataset = 'shop-sales') {
  const { batches } = accepted(await stage.ask('batches', { limit: 50, dataset }));
  return batches
    .filter(({ undone, live }) => !undone && live.length > 0)
    .map(({ rows, totals: of }) => ({ rows, sums: of.map(({ sum }) => sum) }));
}

test('[PSH-01] rows of JSON count when the answer is there; [PSH-04] a row called 合計 is a row', async () => {
  const stage = await openStage();
  const pushed = accepted(await pushing(stage)('a', NOVEMBER));
  expect(pushed).toMatchObject({
    dataset: 'shop-sales',
    rows: 3,
    from: '2026-11-01',
    to: '2026-11-02',
    left: [],
    wasThere: false,
  });
  expect(await totals(stage)).toEqual([{ rows: 3, sums: ['14', '4000.75'] }]);
  expect(readdirSync(join(stage.dir, 'workspace', 'staging'))).toEqual([]);
});

test('[PSH-01] NDJSON and CSV bring the same rows as JSON; the content is recognised as there', async () => {
  const stage = await openStage();
  const push = pushing(stage);
  const first = accepted(await push('a', NOVEMBER));
  const lines = NOVEMBER.map(row => JSON.stringify(row)).join('\n');
  const csv = `date,store,orders,revenue\n${NOVEMBER.map(row => Object.values(row).join(',')).join('\n')}\n`;
  for (const [key, body, type] of [
    ['b', lines, 'application/x-ndjson'],
    ['c', csv, 'text/csv'],
  ] as const) {
    expect(accepted(await push(key, body, {}, type))).toMatchObject({ batch: first.batch, wasThere: true, rows: 3 });
  }
  expect(await totals(stage)).toHaveLength(1);
});

test('[PSH-03] the same key again answers the same; another body, dataset or manner under it is refused', async () => {
  const stage = await openStage();
  const push = pushing(stage);
  const first = accepted(await push('a', NOVEMBER));
  accepted(await stage.ask('undoBatch', { batch: first.batch }));
  expect(accepted(await push('a', NOVEMBER))).toEqual(first);
  expect(await totals(stage)).toEqual([]);
  expect(problemsOf(await push('a', NOVEMBER.slice(1)))).toEqual(['push-key-reused']);
  expect(problemsOf(await push('a', NOVEMBER, { replaces: 'nothing' }))).toEqual(['push-key-reused']);
  expect(problemsOf(await push('a', NOVEMBER, { dataset: 'other' }))).toEqual(['push-key-reused']);
});

test('[PSH-03] two at the same time with one key are one push; it is remembered after the server was started again', async () => {
  const stage = await openStage();
  const push = pushing(stage);
  const [one, two] = await Promise.all([push('a', NOVEMBER), push('a', NOVEMBER)]);
  expect(accepted(one)).toEqual(accepted(two));
  const again = await stage.reopen();
  expect(accepted(await pushing(again)('a', NOVEMBER))).toEqual(accepted(one));
  expect(await totals(again)).toHaveLength(1);
});

test('[PSH-03] a push that was refused leaves its key free, and nothing behind', async () => {
  const stage = await openStage();
  const push = pushing(stage);
  expect(problemsOf(await push('a', '[{"date": "2026-11-01", "orders": [1]}]'))).toEqual(['push-nested']);
  expect(problemsOf(await push('a', '[]'))).toEqual(['push-empty']);
  accepted(await push('a', NOVEMBER));
  expect(problemsOf(await push('b', [{ date: '2026-11-03', store: '新宿', orders: 'many', revenue: 1 }]))).toContain('bad-rows');
  expect(await totals(stage)).toEqual([{ rows: 3, sums: ['14', '4000.75'] }]);
  expect(existsSync(join(stage.dir, 'workspace', 'staging'))).toBe(true);
  expect(readdirSync(join(stage.dir, 'workspace', 'staging'))).toEqual([]);
});

test('[PSH-04] aggregates replace the days they cover in their scope, events stand beside; unknown keys are named', async () => {
  const stage = await openStage();
  const push = pushing(stage);
  accepted(await push('a', NOVEMBER));
  const corrected = accepted(await push('b', [{ date: '2026-11-02', store: '渋谷', orders: 8, revenue: 2100, weather: 'rain' }]));
  expect(corrected.left).toEqual(['weather']);
  const { rows } = accepted(await stage.ask('batches', { limit: 9, dataset: 'shop-sales' })).batches.at(-1) ?? { rows: 0 };
  expect(rows).toBe(3);
  accepted(await push('c', [{ date: '2026-11-02', store: '大阪', orders: 1, revenue: 5 }], { scope: 'west' }));
  const live = accepted(await stage.ask('batches', { limit: 9, dataset: 'shop-sales' })).batches.map(batch => [
    batch.rows,
    batch.live,
  ]);
  expect(live).toEqual([
    [1, [{ from: '2026-11-02', to: '2026-11-02' }]],
    [1, [{ from: '2026-11-02', to: '2026-11-02' }]],
    [3, [{ from: '2026-11-01', to: '2026-11-01' }]],
  ]);
  const lead = (n: number) => [{ 'lead-id': `L${n}`, 'created-at': `2026-11-02 10:0${n}:00`, source: 'web' }];
  accepted(await push('d', lead(1), { dataset: 'leads' }));
  accepted(await push('e', lead(2), { dataset: 'leads' }));
  expect(await totals(stage, 'leads')).toHaveLength(2);
});

test('[PSH-02] amounts keep digits that a double would lose', async () => {
  const stage = await openStage();
  accepted(
    await pushing(stage)(
      'a',
      '[{"date":"2026-11-01","store":"x","revenue":9007199254740993.01},{"date":"2026-11-01","store":"y","revenue":0.1}]',
    ),
  );
  expect(await totals(stage)).toEqual([{ rows: 2, sums: ['9007199254740993.11'] }]);
});

test('[KEY-01] a key does what it was made for and nothing else', async () => {
  const stage = await openStage();
  const made = accepted(
    await stage.ask('createApiKey', { body: { name: 'shop-batch', rights: { push: ['shop-sales'], read: false } } }),
  );
  const push = pushing(stage, made.text);
  const pushed = accepted(await push('a', NOVEMBER));
  const { batch } = accepted(await stage.ask('oneBatch', { batch: pushed.batch }));
  expect(batch.receivedBy).toBe('key:shop-batch');
  expect(await push('b', NOVEMBER, { dataset: 'ads' })).toMatchObject({
    kind: 'problems',
    status: 403,
    problems: [{ code: 'api-key-not-allowed' }],
  });
  const program = createClient<Uint8Array<ArrayBuffer>, AbortSignal>('', stage.request, {
    token: made.text,
    member: 'sales/sato',
  });
  expect(await program('undoBatch', { batch: pushed.batch })).toMatchObject({ status: 403 });
  expect(await program('members')).toMatchObject({ status: 403 });
  expect(await program('datasets')).toMatchObject({ status: 403 });
  expect(await program('createApiKey', { body: { name: 'more', rights: { push: 'all', read: true } } })).toMatchObject({
    status: 403,
  });
});

test('[KEY-01] a key that may read reads figures, and no list of people or keys', async () => {
  const stage = await openStage();
  const made = accepted(await stage.ask('createApiKey', { body: { name: 'dashboard', rights: { push: [], read: true } } }));
  const program = createClient<Uint8Array<ArrayBuffer>, AbortSignal>('', stage.request, { token: made.text });
  accepted(await program('datasets'));
  for (const answer of [
    await program('members'),
    await program('apiKeys'),
    await program('home'),
    await pushing(stage, made.text)('a', NOVEMBER),
  ])
    expect(answer).toMatchObject({ kind: 'problems', status: 403 });
});

test('[KEY-02] a key is shown once, stored hashed, refused once revoked; its name is never given again', async () => {
  const stage = await openStage();
  const body = { name: 'shop-batch', rights: { push: 'all' as const, read: false } };
  const made = accepted(await stage.ask('createApiKey', { body }));
  const secret = made.text.slice('rk_'.length + made.key.id.length + 1);
  const stored = await stage.app.workspace.ledger.db.selectFrom('apiKey').selectAll().execute();
  const journal = await stage.app.workspace.ledger.db.selectFrom('journal').selectAll().execute();
  expect(secret).toHaveLength(43);
  expect(JSON.stringify([stored, journal, accepted(await stage.ask('apiKeys'))])).not.toContain(secret);
  expect(problemsOf(await stage.ask('createApiKey', { body }))).toEqual(['api-key-taken']);
  accepted(await pushing(stage, made.text)('a', NOVEMBER));
  accepted(await stage.ask('revokeApiKey', { key: made.key.id }));
  for (const wrong of [made.text, `${made.text.slice(0, -1)}_`, 'rk_', `rk_${made.key.id}_${'A'.repeat(43)}`])
    expect(await pushing(stage, wrong)('b', NOVEMBER)).toMatchObject({ status: 401, problems: [{ code: 'api-key-wrong' }] });
  expect(problemsOf(await stage.ask('createApiKey', { body }))).toEqual(['api-key-taken']);
  expect(problemsOf(await stage.ask('createApiKey', { body: { name: 'A B', rights: { push: [], read: false } } }))).toEqual([
    'api-key-name',
    'api-key-rights',
  ]);
});

test('[PSH-01] without a key of its own or another kind of body, a push is refused before anything is read', async () => {
  const stage = await openStage();
  const send = (headers: Record<string, string>) =>
    stage.request('/api/push/shop-sales', {
      method: 'POST',
      headers: { 'x-rashin-member': 'sales/sato', ...headers },
      body: '[]',
    });
  expect((await send({ 'content-type': 'application/json' })).status).toBe(400);
  expect((await send({ 'content-type': 'text/html', 'idempotency-key': 'a' })).status).toBe(400);
  expect((await send({ 'content-type': 'application/json; charset=utf-8', 'idempotency-key': 'a' })).status).toBe(422);
});
