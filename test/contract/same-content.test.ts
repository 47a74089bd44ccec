import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { accepted, openStage, type Stage } from './api-fixture.ts';

const ROWS = ['2026-04-01,spring,40,4.00,8.00', '2026-04-02,spring,60,5.00,9.00', '2026-04-03,"summer, early",45,2.00,5.00'];
const HEAD = 'date,campaign,clicks,cost,revenue';
const ORIGINAL = `${[HEAD, ...ROWS].join('\n')}\n`;

/** Ways in which people make the same table once more. */
const COPIES: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>> = {
  'the same file': { name: 'ads-spring.csv', bytes: bytesOf(ORIGINAL) },
  renamed: { name: 'copy of the ads.csv', bytes: bytesOf(ORIGINAL) },
  'renamed in Japanese': { name: '広告の控え.csv', bytes: bytesOf(ORIGINAL) },
  'with the line ends of Windows': { name: 'report.csv', bytes: bytesOf(ORIGINAL.replaceAll('\n', '\r\n')) },
  'with a byte order mark': { name: 'saved-again.csv', bytes: bytesOf(`\ufeff${ORIGINAL}`) },
  'with its rows shuffled': { name: 'sorted.csv', bytes: bytesOf(`${[HEAD, ...ROWS.toReversed()].join('\n')}\n`) },
  'with its columns in another order': {
    name: 'columns.csv',
    bytes: bytesOf(
      'revenue,date,clicks,cost,campaign\n8,2026-04-01,40,4,spring\n9,2026-04-02,60,5,spring\n5,2026-04-03,45,2,"summer, early"\n',
    ),
  },
  compressed: { name: 'packed.csv.gz', bytes: new Uint8Array(gzipSync(ORIGINAL)) },
};

test('[ING-42] [MEA-07] a copy of a file is the same, whatever it is called and however it is written', async () => {
  const stage = await openStage();
  const first = await imported(stage, 'ads-spring.csv', bytesOf(ORIGINAL));
  expect(first).toMatchObject({ duplicates: [], imported: [{ rows: 3 }] });
  const id = first.imported[0]?.id;
  for (const [how, { name, bytes }] of Object.entries(COPIES)) {
    const again = await imported(stage, name, bytes);
    expect([how, again.imported.length, again.duplicates.map(batch => batch.id)]).toEqual([how, 0, [id]]);
  }
  expect(accepted(await stage.ask('batches', {})).batches).toHaveLength(1);
});

test('[ING-42] the very same bytes under another name are told before anything is imported', async () => {
  const stage = await openStage();
  const first = await imported(stage, 'ads-spring.csv', bytesOf(ORIGINAL));
  const { table } = await looked(stage, 'copy of the ads.csv', bytesOf(ORIGINAL));
  expect(table?.duplicateOf).toBe(first.imported[0]?.id);
});

test('[ING-42] whoever names another dataset means a second copy, which can be taken back', async () => {
  const stage = await openStage();
  await imported(stage, 'ads-spring.csv', bytesOf(ORIGINAL));
  const second = await imported(stage, 'copy.csv', bytesOf(ORIGINAL), 'ads-copy');
  expect(second).toMatchObject({ duplicates: [], imported: [{ dataset: 'ads-copy', rows: 3 }] });
  expect(await imported(stage, 'copy.csv', bytesOf(ORIGINAL), 'ads-copy')).toMatchObject({ imported: [] });
  const batch = second.imported[0]?.id ?? '';
  accepted(await stage.ask('undoBatch', { batch }));
  const batches = accepted(await stage.ask('batches', {})).batches.filter(({ undone }) => undone === null);
  expect(batches.map(({ dataset }) => dataset)).toEqual(['ads-spring']);
});

test('[ING-42] one figure that differs makes it other content', async () => {
  const stage = await openStage();
  await imported(stage, 'ads-spring.csv', bytesOf(ORIGINAL));
  const other = await imported(stage, 'ads-other.csv', bytesOf(ORIGINAL.replace('4.00', '4.01')));
  expect(other).toMatchObject({ duplicates: [], imported: [{ dataset: 'ads-other' }] });
});

async function looked(stage: Stage, name: string, body: Uint8Array<ArrayBuffer>, dataset?: string) {
  const { upload, job } = accepted(await stage.ask('createUpload', { name, body }));
  await ended(stage, job.id);
  if (dataset !== undefined) {
    const choices = { dataset: { id: dataset, name: { ja: dataset, en: dataset } } };
    await ended(stage, accepted(await stage.ask('inspectAgain', { upload: upload.id, body: choices })).job.id);
  }
  const seen = accepted(await stage.ask('readUpload', { upload: upload.id })).upload;
  return { upload: upload.id, table: seen.inspection?.tables[0] };
}

async function imported(stage: Stage, name: string, body: Uint8Array<ArrayBuffer>, dataset?: string) {
  const { upload } = await looked(stage, name, body, dataset);
  const { job } = accepted(await stage.ask('commitUpload', { upload, body: {} }));
  const result = await ended(stage, job.id);
  if (result?.kind !== 'imported') throw new Error(`not imported: ${name}`);
  return result;
}

async function ended(stage: Stage, id: string) {
  for (;;) {
    const { job } = accepted(await stage.ask('readJob', { job: id, wait: 1_000 }));
    if (job.state !== 'waiting' && job.state !== 'running') return job.result;
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
