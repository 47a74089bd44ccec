import { createHash } from 'node:crypto';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type FileRows, fileRows } from '#test/contract/file-rows.ts';
import { temporaryFolder, testEffects } from '#test/contract/ledger-fixture.ts';
import { sampleNewBatch } from '#test/contract/sample-batch.ts';
import { listBatches, stageBatch, undoBatch } from '../ledger/batch-store.ts';
import { readJournal } from '../ledger/journal.ts';
import { type BatchImport, importBatches } from './import-batches.ts';
import { keepFile, keptFilePath } from './kept-file.ts';
import { recoverImports } from './recover-imports.ts';
import { createWorkspace, openWorkspace, type Workspace } from './workspace.ts';

const effects = { ...testEffects(), pid: 1, host: 'here', wait: async () => {} };

describe('[WSP-06] importing', () => {
  test('keeps the file under its hash, brings the rows in and commits', async () => {
    const { workspace, rows } = await empty();
    const [result] = await importBatches(workspace, rows, 'sales/sato', [source(workspace, rows, 'a\nb\n')]);
    expect(result).toMatchObject({ kind: 'imported', batch: { rows: 2, state: 'committed', receivedBy: 'sales/sato' } });
    if (result?.kind !== 'imported') throw new Error('not imported');
    expect(rows.read(result.batch.id)).toEqual(['a', 'b']);
    expect(existsSync(keptFilePath(workspace.paths, result.batch.fileHash))).toBe(true);
    expect(await readJournal(workspace.ledger.db, { type: 'batch', limit: 9 })).toMatchObject([
      { action: 'batch-imported', by: 'sales/sato' },
    ]);
  });

  test('the same content again changes nothing, whatever the file is called', async () => {
    const { workspace, rows } = await empty();
    const [first] = await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\n')]);
    const [again] = await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\n', { fileName: 'renamed.csv' })]);
    expect(again).toEqual({ kind: 'duplicate', of: first?.kind === 'imported' ? first.batch : undefined });
    expect(await listBatches(workspace.ledger.db, { state: 'any' })).toHaveLength(1);
    expect(await rows.batches()).toHaveLength(1);
  });

  test('the same content twice in one group, or by two at once, counts once', async () => {
    const { workspace, rows } = await empty();
    const group = await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\n'), source(workspace, rows, 'a\n')]);
    expect(group.map(({ kind }) => kind)).toEqual(['imported', 'duplicate']);
    const both = await Promise.all([1, 2].map(() => importBatches(workspace, rows, 'a', [source(workspace, rows, 'b\n')])));
    expect(
      both
        .flat()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['duplicate', 'imported']);
    expect(await listBatches(workspace.ledger.db, { state: 'any' })).toHaveLength(2);
    expect(await rows.batches()).toHaveLength(2);
    expect(keptFiles(workspace)).toHaveLength(2);
  });

  test('an undone batch may be imported again', async () => {
    const { workspace, rows } = await empty();
    const [first] = await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\n')]);
    if (first?.kind !== 'imported') throw new Error('not imported');
    await workspace.ledger.change('a', change => undoBatch(change, first.batch.id));
    const [again] = await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\n')]);
    expect(again?.kind).toBe('imported');
  });

  test('when one of a group fails, none of it is left anywhere', async () => {
    const { workspace, rows } = await empty();
    const failing: BatchImport = {
      ...source(workspace, rows, 'c\n'),
      load: () => Promise.reject(new Error('row 3 is too long')),
    };
    const group = [source(workspace, rows, 'a\n'), source(workspace, rows, 'b\n'), failing];
    await expect(importBatches(workspace, rows, 'a', group)).rejects.toThrow('row 3 is too long');
    expect(await listBatches(workspace.ledger.db, { state: 'any' })).toEqual([]);
    expect(await rows.batches()).toEqual([]);
    expect(keptFiles(workspace)).toEqual([]);
    expect(await readJournal(workspace.ledger.db, { limit: 9 })).toEqual([]);
  });

  test('a file that another batch was made from is not removed with one that failed', async () => {
    const { workspace, rows } = await empty();
    await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\n')]);
    const failing: BatchImport = {
      ...source(workspace, rows, 'a\n', { dataset: 'shop' }),
      load: () => Promise.reject(new Error('no')),
    };
    await expect(importBatches(workspace, rows, 'a', [failing])).rejects.toThrow('no');
    expect(keptFiles(workspace)).toHaveLength(1);
  });

  test('importing the very file again mends a kept file that was lost', async () => {
    const { workspace, rows } = await empty();
    const [first] = await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\nb\n')]);
    if (first?.kind !== 'imported') throw new Error('not imported');
    writeFileSync(keptFilePath(workspace.paths, first.batch.fileHash), 'damaged');
    await rows.drop(first.batch.id);
    expect(await recoverImports(workspace, rows)).toMatchObject({
      reloaded: [],
      missing: [{ batch: { id: first.batch.id }, error: { code: 'kept-file-damaged' } }],
    });
    expect((await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\nb\n')]))[0]?.kind).toBe('duplicate');
    expect(await recoverImports(workspace, rows)).toMatchObject({ reloaded: [first.batch.id], missing: [] });
  });
});

describe('[WSP-07] bringing ledger and warehouse into step', () => {
  test('leaves a workspace in step as it is', async () => {
    const { workspace, rows } = await empty();
    await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\n'), source(workspace, rows, 'b\n')]);
    expect(await recoverImports(workspace, rows)).toEqual({ takenBack: [], dropped: [], reloaded: [], missing: [] });
  });

  test('removes a batch that was announced and got no further, with its file and its rows', async () => {
    for (const step of ['announced', 'kept', 'loaded'] as const) {
      const { workspace, rows } = await empty();
      const { batch, keep } = source(workspace, rows, 'a\n');
      const { id } = await workspace.ledger.change('a', change => stageBatch(change, batch));
      const kept = keptFilePath(workspace.paths, batch.fileHash);
      if (step !== 'announced') {
        await keepFile(workspace.paths, keep, batch.fileHash);
        expect(existsSync(kept)).toBe(true);
      }
      if (step === 'loaded') rows.load(id, ['a']);
      expect(await recoverImports(workspace, rows)).toMatchObject({ takenBack: [id], dropped: [], missing: [] });
      expect(existsSync(kept)).toBe(false);
      expect(await rows.batches()).toEqual([]);
      expect(await listBatches(workspace.ledger.db, { state: 'any' })).toEqual([]);
    }
  });

  test('makes lost rows again from the kept files, undone batches among them, and drops rows nobody knows', async () => {
    const { workspace, rows } = await empty();
    const results = await importBatches(
      workspace,
      rows,
      'a',
      ['a\nb\n', 'c\n', 'd\n'].map(text => source(workspace, rows, text)),
    );
    const ids = results.flatMap(result => (result.kind === 'imported' ? [result.batch.id] : []));
    const [one = '', two = '', three = ''] = ids;
    await workspace.ledger.change('a', change => undoBatch(change, two));
    await rows.drop(two);
    rows.load(one, ['a']);
    rows.load('stranger', ['x']);
    expect(await recoverImports(workspace, rows)).toEqual({
      takenBack: [],
      dropped: ['stranger'],
      reloaded: [one, two],
      missing: [],
    });
    expect([one, two, three].map(id => rows.read(id))).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  test('says which rows it could not make again, and goes on with the others', async () => {
    const { workspace, rows } = await empty();
    const results = await importBatches(
      workspace,
      rows,
      'a',
      ['a\n', 'b\n'].map(text => source(workspace, rows, text)),
    );
    const [one, two] = results.flatMap(result => (result.kind === 'imported' ? [result.batch] : []));
    if (!one || !two) throw new Error('not imported');
    for (const { id } of [one, two]) await rows.drop(id);
    rmSync(keptFilePath(workspace.paths, one.fileHash));
    const recovery = await recoverImports(workspace, rows);
    expect(recovery).toMatchObject({
      reloaded: [two.id],
      missing: [{ batch: { id: one.id }, error: { code: 'kept-file-missing' } }],
    });
  });

  test('works on a workspace that is opened again', async () => {
    const { workspace, rows } = await empty();
    const [result] = await importBatches(workspace, rows, 'a', [source(workspace, rows, 'a\n')]);
    await workspace.close();
    if (result?.kind !== 'imported') throw new Error('not imported');
    await rows.drop(result.batch.id);
    const opened = await openWorkspace(workspace.paths.dir, effects);
    expect(await recoverImports(opened, rows)).toMatchObject({ reloaded: [result.batch.id] });
    await opened.close();
  });
});

async function empty(): Promise<{ readonly workspace: Workspace; readonly rows: FileRows }> {
  const dir = temporaryFolder();
  const workspace = await createWorkspace(join(dir, 'workspace'), 'Test', effects);
  onTestFinished(() => workspace.close());
  return { workspace, rows: fileRows(join(dir, 'rows')) };
}

function source(
  workspace: Workspace,
  rows: FileRows,
  text: string,
  change: Parameters<typeof sampleNewBatch>[0] = {},
): BatchImport {
  const fileHash = createHash('sha256').update(text).digest('hex');
  const keep = join(workspace.paths.staging, `${fileHash}.csv`);
  writeFileSync(keep, text);
  const batch = sampleNewBatch({ contentHash: `content of ${fileHash}`, fileHash, ...change });
  return { batch, keep, load: async id => rows.load(id, text.split('\n').slice(0, -1)) };
}

function keptFiles({ paths }: Workspace): readonly string[] {
  return readdirSync(paths.files).flatMap(folder => readdirSync(join(paths.files, folder)));
}
