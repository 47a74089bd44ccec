import { expect, test } from 'vitest';
import { type Day, parseDay } from '#core/calendar/day.ts';
import { liveSegments } from '#core/measure/live-segments.ts';
import { testLedger } from '#test/contract/ledger-fixture.ts';
import { sampleNewBatch } from '#test/contract/sample-batch.ts';
import type { NewBatch } from './batch.ts';
import {
  batchRecords,
  commitBatch,
  findBatch,
  findSameContent,
  forgetStaged,
  isFileUsed,
  listBatches,
  stageBatch,
  undoBatch,
} from './batch-store.ts';
import { closeHistory, closePeriod, closeStateOf, currentCloses } from './close-store.ts';
import { readJournal } from './journal.ts';
import type { Ledger } from './ledger.ts';

const april = sampleNewBatch({ fileName: '広告 4月.csv', contentHash: 'c1', fileHash: 'f1' });

test('[LED-20] a batch is kept with all that is known of it', async () => {
  const ledger = await testLedger();
  const staged = await ledger.change('sales/sato', change => stageBatch(change, april));
  expect(staged).toMatchObject({ ...april, state: 'staged', receivedBy: 'sales/sato' });
  expect(await findBatch(ledger.db, staged.id)).toEqual(staged);
  const committed = await ledger.change('sales/sato', change => commitBatch(change, staged.id, 30));
  expect(committed).toEqual({ ...staged, state: 'committed', rows: 30 });
  expect(await findBatch(ledger.db, staged.id)).toEqual(committed);
  expect(await isFileUsed(ledger.db, 'f1')).toBe(true);
  expect(await isFileUsed(ledger.db, 'f2')).toBe(false);
});

test('[LED-21] a staged batch counts nowhere, and one that came to nothing leaves no trace', async () => {
  const ledger = await testLedger();
  const staged = await ledger.change('a', change => stageBatch(change, april));
  expect(await listBatches(ledger.db)).toEqual([]);
  expect(await findSameContent(ledger.db, 'ads', 'c1')).toBeUndefined();
  expect(await listBatches(ledger.db, { state: 'any' })).toHaveLength(1);
  await ledger.change('a', change => forgetStaged(change, staged.id));
  expect(await listBatches(ledger.db, { state: 'any' })).toEqual([]);
  expect(await readJournal(ledger.db, { limit: 10 })).toEqual([]);
  await expect(ledger.change('a', change => commitBatch(change, staged.id, 1))).rejects.toThrow('is not staged');
});

test('[LED-21] a committed batch cannot be forgotten or committed twice', async () => {
  const ledger = await testLedger();
  const { id } = await imported(ledger, april);
  await ledger.change('a', change => forgetStaged(change, id));
  expect(await findBatch(ledger.db, id)).toBeDefined();
  await expect(ledger.change('a', change => commitBatch(change, id, 1))).rejects.toThrow('is not staged');
});

test('[LED-20] the same content is found again under any name, until it is undone', async () => {
  const ledger = await testLedger();
  const { id } = await imported(ledger, april);
  expect(await findSameContent(ledger.db, 'ads', 'c1')).toMatchObject({ id });
  expect(await findSameContent(ledger.db, 'shop', 'c1')).toBeUndefined();
  await ledger.change('a', change => undoBatch(change, id));
  expect(await findSameContent(ledger.db, 'ads', 'c1')).toBeUndefined();
});

test('[LED-22] undoing a correction brings back what it had replaced, and the past stays as it was known', async () => {
  const ledger = await testLedger();
  const original = await imported(ledger, april);
  const correction = await imported(ledger, { ...april, contentHash: 'c2', from: day('2026-04-10'), to: day('2026-04-12') });
  const live = async (asKnown?: string) =>
    liveSegments(await batchRecords(ledger.db), asKnown).map(({ batch, from }) => [
      batch === original.id ? 'o' : 'c',
      from.slice(8),
    ]);
  expect(await live()).toEqual([
    ['o', '01'],
    ['o', '13'],
    ['c', '10'],
  ]);
  const undone = await ledger.change('b', change => undoBatch(change, correction.id));
  expect(undone).toMatchObject({ kind: 'written', value: { undoneBy: 'b' } });
  expect(await live()).toEqual([['o', '01']]);
  expect(await live(correction.receivedAt)).toHaveLength(3);
  expect((await ledger.change('b', change => undoBatch(change, correction.id))).kind).toBe('conflict');
  expect((await ledger.change('b', change => undoBatch(change, 'no'))).kind).toBe('missing');
});

test('[LED-20] batches are listed newest first, in pages', async () => {
  const ledger = await testLedger();
  const ids: string[] = [];
  for (let index = 0; index < 5; index++)
    ids.unshift((await imported(ledger, { ...april, dataset: index % 2 === 0 ? 'ads' : 'shop' })).id);
  const listed = async (query: Parameters<typeof listBatches>[1]) => (await listBatches(ledger.db, query)).map(({ id }) => id);
  expect(await listed({})).toEqual(ids);
  expect(await listed({ dataset: 'shop' })).toEqual([ids[1], ids[3]]);
  expect(await listed({ limit: 2 })).toEqual(ids.slice(0, 2));
  expect(await listed({ olderThan: ids[1] ?? '', limit: 2 })).toEqual(ids.slice(2, 4));
});

test('[LED-20] file names are kept as far as they can be shown', async () => {
  const ledger = await testLedger();
  const { fileName } = await ledger.change('a', change => stageBatch(change, { ...april, fileName: 'a\0b\n\ud800.csv' }));
  expect(fileName).toBe('a\ufffdb\ufffd\ufffd.csv');
});

test('[LED-30] a period is open, preliminary or final, per source or for all, with its history', async () => {
  const ledger = await testLedger();
  const close = (source: string, state: 'open' | 'preliminary' | 'final', note = '') =>
    ledger.change('a', change => closePeriod(change, { source, period: '2026-04', state, note }));
  expect((await close('ads', 'open')).kind).toBe('missing');
  await close('ads', 'preliminary');
  const known = (await currentCloses(ledger.db))[0]?.at ?? '';
  await close('all', 'final');
  await close('all', 'final');
  const closes = await currentCloses(ledger.db);
  expect(closeStateOf(closes, 'ads', '2026-04')).toBe('final');
  expect(closeStateOf(closes, 'shop', '2026-04')).toBe('final');
  expect(closeStateOf(closes, 'ads', '2026-05')).toBe('open');
  const before = await currentCloses(ledger.db, known);
  expect(closeStateOf(before, 'ads', '2026-04')).toBe('preliminary');
  expect(closeStateOf(before, 'shop', '2026-04')).toBe('open');
  expect((await closeHistory(ledger.db, '2026-04')).map(({ source, state }) => [source, state])).toEqual([
    ['ads', 'preliminary'],
    ['all', 'final'],
  ]);
});

test('[LED-31] what was final is reopened only with a reason', async () => {
  const ledger = await testLedger();
  const close = (state: 'open' | 'preliminary' | 'final', note = '') =>
    ledger.change('a', change => closePeriod(change, { source: 'ads', period: '2026-04', state, note }));
  await close('preliminary');
  expect((await close('open')).kind).toBe('written');
  await close('final');
  expect(await close('open', ' ')).toMatchObject({ kind: 'refused', problems: [{ code: 'close-reopen-reason' }] });
  expect(await close('open', '返品の計上漏れ')).toMatchObject({
    kind: 'written',
    value: { state: 'open', note: '返品の計上漏れ' },
  });
});

async function imported(ledger: Ledger, batch: NewBatch) {
  const { id } = await ledger.change('a', change => stageBatch(change, batch));
  return ledger.change('a', change => commitBatch(change, id, 30));
}

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no such day: ${text}`);
  return parsed;
}
