import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accepted, day, finished, importText, openStage, problemsOf, type Stage } from './api-fixture.ts';

const METRICS = `
datasets:
  orders:
    kind: event
    time: ordered-at
    person: customer-id
    columns: { order: text, ordered-at: timestamp, customer-id: text, note: text, amount: integer }
metrics:
  order-count: { from: orders, distinct: order, unit: count of order, name: { ja: 注文, en: Orders } }
  sold: { from: orders, sum: amount, unit: count, name: { ja: 金額, en: Sold } }
`;

const FILE = `order,ordered-at,customer-id,note,amount
A-1,2026-10-01 10:00:00,10234,,100
A-2,2026-10-02 10:00:00,20345,"連絡は
Taro@Example.jp まで",20
A-3,2026-10-03 10:00:00,10234,,3
A-4,2026-10-04 10:00:00,30456,,10234
`;

async function shop(): Promise<Stage> {
  const stage = await openStage();
  accepted(await stage.ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const imported = await importText(stage, 'orders.csv', FILE, { personal: { note: 'keep' } });
  expect(imported.job?.result).toMatchObject({ kind: 'imported', imported: [{ rows: 4 }] });
  return stage;
}

async function sold({ ask }: Stage): Promise<string> {
  const answer = accepted(await ask('query', { metric: 'sold', from: day('2026-10-01'), to: day('2026-10-31') }));
  const observation = answer.totals[0]?.observation;
  return observation && 'exact' in observation ? observation.exact : (observation?.state ?? '');
}

/** Everything that is kept, as one text. */
function kept({ dir }: Stage): string {
  const files = readdirSync(join(dir, 'workspace', 'files'), { recursive: true, withFileTypes: true });
  return files
    .filter(file => file.isFile())
    .map(file => readFileSync(join(file.parentPath, file.name), 'utf8'))
    .join('\n');
}

test('[PPL-01] [PPL-02] a person is found by id where people are, taken out of file and rows, and not brought back by a rebuild', async () => {
  const stage = await shop();
  const { ask } = stage;
  expect(await sold(stage)).toBe('10357');
  const looked = accepted(await ask('erasePerson', { body: { who: '10234', preview: true } }));
  // The amount of the last row has the same digits and is no person.
  expect(looked).toMatchObject({ rows: 2, batches: [{ fileName: 'orders.csv', dataset: 'orders', rows: 2 }] });
  expect(await sold(stage)).toBe('10357');

  accepted(await ask('erasePerson', { body: { who: '10234', preview: false } }));
  expect(await sold(stage)).toBe('10254');
  expect(kept(stage)).not.toContain('A-1');
  expect(kept(stage)).toContain('A-4');
  const { job } = accepted(await ask('rebuildData'));
  expect((await finished(stage, job.id)).state).toBe('done');
  expect(await sold(stage)).toBe('10254');
  expect(accepted(await ask('erasePerson', { body: { who: '10234', preview: true } })).rows).toBe(0);

  // The file it once was is still known: importing it again brings nobody back.
  await importText(stage, 'orders-again.csv', FILE, { personal: { note: 'keep' } });
  expect(await sold(stage)).toBe('10254');
  const opened = await stage.reopen();
  expect(await sold(opened)).toBe('10254');
});

test('[PPL-01] a mail address is found inside texts, whatever its letters; all of a batch may go', async () => {
  const stage = await shop();
  const { ask } = stage;
  accepted(await ask('erasePerson', { body: { who: 'taro@example.jp', preview: false } }));
  expect(kept(stage)).not.toMatch(/taro@example/i);
  expect(await sold(stage)).toBe('10337');
  for (const who of ['10234', '30456']) accepted(await ask('erasePerson', { body: { who, preview: false } }));
  expect(await sold(stage)).toBe('no-data');
  expect(accepted(await ask('batches', {})).batches).toEqual([]);
  expect(kept(stage)).toBe('');
  expect(problemsOf(await ask('erasePerson', { body: { who: ' ' } }))).toEqual(['person-not-named']);
});
