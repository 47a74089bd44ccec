import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accepted, day, finished, importText, openStage, type Stage } from './api-fixture.ts';

const METRICS = `
datasets:
  orders:
    kind: event
    time: ordered-at
    person: customer-id
    columns: { order: text, ordered-at: timestamp, customer-id: text, note: text, amount: integer }
metrics:
  sold: { from: orders, sum: amount, unit: count, name: { ja: 金額, en: Sold } }
`;

const ORDERS = `order,ordered-at,customer-id,note,amount
A-1,2025-09-30 23:59:59,10234,"初回
ご注文",100
A-2,2025-11-01 00:00:00,20345,a@example.jp,20
A-3,2025-10-31 23:59:59,10234,b,3
A-4,2026-02-01 10:00:00,30456,c,7
`;
const ADS = 'date,campaign,clicks\n2025-08-01,a,1\n2025-08-02,a,2\n';

async function shop(): Promise<Stage> {
  const stage = await openStage();
  stage.clock.now = '2026-11-22T03:00:00.000Z';
  accepted(await stage.ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  await importText(stage, 'orders.csv', ORDERS, { personal: { note: 'keep' } });
  await importText(stage, 'ads.csv', ADS);
  return stage;
}

function kept({ dir }: Stage): string {
  return readdirSync(join(dir, 'workspace', 'files'), { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => readFileSync(join(file.parentPath, file.name), 'utf8'))
    .join('\n');
}

async function sold({ ask }: Stage, from = '2025-01-01', to = '2026-11-30'): Promise<string> {
  const { totals } = accepted(await ask('query', { metric: 'sold', from: day(from), to: day(to) }));
  const observation = totals[0]?.observation;
  return observation && 'exact' in observation ? observation.exact : (observation?.state ?? '');
}

test('[PPL-05] what is too old goes from files, rows and imports, to the day; looking changes nothing', async () => {
  const stage = await shop();
  const body = { months: 12, datasets: [] };
  const looked = accepted(await stage.ask('putRetention', { body: { ...body, preview: true } }));
  expect(looked.batches.toSorted((a, b) => a.fileName.localeCompare(b.fileName))).toMatchObject([
    { fileName: 'ads.csv', rows: 2, whole: true, before: '2025-11-01' },
    { fileName: 'orders.csv', rows: 2, whole: false, before: '2025-11-01' },
  ]);
  expect(await sold(stage)).toBe('130');
  expect(accepted(await stage.ask('retention', {})).months).toBeNull();

  expect(accepted(await stage.ask('putRetention', { body: { ...body, preview: false } })).rows).toBe(4);
  expect(await sold(stage)).toBe('27');
  // Days without rows that went are no zeros.
  expect(await sold(stage, '2025-10-01', '2025-10-31')).toBe('no-data');
  expect(kept(stage)).not.toMatch(/A-1|A-3|campaign/);
  expect(kept(stage)).toContain('A-2');
  expect(accepted(await stage.ask('batches', {})).batches.map(({ fileName, rows, from }) => [fileName, rows, from])).toEqual([
    ['orders.csv', 2, '2025-11-01'],
  ]);
  const { job } = accepted(await stage.ask('rebuildData'));
  expect((await finished(stage, job.id)).state).toBe('done');
  expect(await sold(stage)).toBe('27');
  expect(accepted(await stage.ask('retention', {})).months).toBe(12);
  // Nothing is left to do.
  expect(accepted(await stage.ask('putRetention', { body: { ...body, preview: false } })).rows).toBe(0);
});

test('[PPL-05] a dataset with its own months, and one that keeps everything', async () => {
  const stage = await shop();
  const datasets = [{ dataset: 'ads', months: null }];
  const { batches } = accepted(await stage.ask('putRetention', { body: { months: 9, datasets, preview: false } }));
  expect(batches).toMatchObject([{ dataset: 'orders', rows: 3, before: '2026-02-01', whole: false }]);
  expect(await sold(stage)).toBe('7');
});

test('[PPL-06] who looked at, searched for, erased and took along what; without naming anybody, and for good', async () => {
  const stage = await shop();
  const { askAs } = stage;
  accepted(
    await stage.ask('putMember', { body: { id: 'marketing/ito', name: '伊藤', department: null, role: 'member', active: true } }),
  );
  const ito = askAs('marketing/ito');
  const sent = accepted(await ito('createUpload', { name: 'again.csv', body: new TextEncoder().encode(ORDERS) }));
  await finished(stage, sent.job.id);
  accepted(await ito('readUpload', { upload: sent.upload.id }));
  const split = { metric: 'sold', from: day('2025-11-01'), to: day('2026-11-30'), by: ['customer-id'] };
  accepted(await ito('query', split));
  accepted(await ito('query', split));
  accepted(await ito('query', { ...split, by: ['order'] }));
  accepted(await ito('query', { ...split, by: [], where: ['note = a@example.jp'] }));
  const [batch] = accepted(await ito('batches', { dataset: 'orders' })).batches;
  accepted(await ito('oneBatch', { batch: batch?.id ?? '' }));
  accepted(await ito('erasePerson', { body: { who: 'a@example.jp', preview: true } }));
  accepted(await ito('erasePerson', { body: { who: 'a@example.jp', preview: false } }));
  accepted(await ito('recordDownload', { body: { subject: 'orders.csv', columns: [], rows: 5 } }));
  const { records } = accepted(await ito('accessRecords', {}));
  const ofIto = records.filter(({ by }) => by === 'marketing/ito').map(({ kind, subject, columns }) => [kind, subject, columns]);
  expect(ofIto).toEqual([
    ['downloaded', 'orders.csv', []],
    ['erased', '', []],
    ['searched', '', []],
    ['looked', 'orders.csv', ['note']],
    ['looked', 'orders', ['note']],
    ['looked', 'orders', ['customer-id']],
    ['previewed', 'again.csv', ['customer-id', 'note']],
  ]);
  expect(JSON.stringify(records)).not.toContain('a@example.jp');
  const { db } = stage.app.workspace.ledger;
  await expect(sql`delete from access_record`.execute(db)).rejects.toThrow();
  await expect(sql`update access_record set "by" = 'x'`.execute(db)).rejects.toThrow();
});
