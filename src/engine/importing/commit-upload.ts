import { rm } from 'node:fs/promises';
import type { Dataset } from '#core/measure/dataset.ts';
import type { NormalisedBatch, TableInspection } from '#core/measure/recognise/inspection.ts';
import { isNamedAfterFile } from '#core/measure/recognise/named-after-file.ts';
import type { TableAddress } from '#core/measure/recognise/table-mapping.ts';
import { failed, messages, ok, type Problem, problemsOf, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { readMetricDefinitions } from '../app/metric-definitions.ts';
import { normaliseFile } from '../ingest/import-file.ts';
import type { NewBatch } from '../ledger/batch.ts';
import { type BatchImport, importBatches } from '../workspace/import-batches.ts';
import { warehouseRows } from '../workspace/warehouse-rows.ts';
import { datasetUnion } from './dataset-union.ts';
import { shareOf } from './inspect-upload.ts';
import type { Job, JobControl, JobResult } from './jobs.ts';
import { newId } from './new-id.ts';
import { readingThread } from './reading-thread.ts';
import type { Upload } from './uploads.ts';

export const importMessages = messages({
  'import-not-ready': {
    severity: 'error',
    ja: (p: { state: string }) =>
      p.state === 'imported'
        ? 'このファイルはもう取り込みました。'
        : 'このファイルはまだ取り込めません。内容の確認が終わり、エラーがなくなってから取り込んでください。',
    en: (p: { state: string }) =>
      p.state === 'imported'
        ? 'This file has been imported already.'
        : 'This file cannot be imported yet. Wait until it has been looked at, and settle its errors.',
  },
  'import-no-table': {
    severity: 'error',
    ja: () => '取り込む表がありません。表を1つ以上選んでください。',
    en: () => 'There is no table to import. Choose at least one.',
  },
  'import-no-days': {
    severity: 'error',
    ja: () => '行の日付が分からないため取り込めません。期間を指定してください。',
    en: () => 'The rows have no days, so they cannot be imported. Say which period they are of.',
  },
});

const problem = problemsOf(importMessages);

/** Share of the work that reading is; the rest is loading. */
const READING = 0.6;

/**
 * Imports tables of an upload as they were shown: all of them, or none. [ING-40, WSP-06]
 * Problems: tables that are not there, rows that cannot be read, columns whose stored type differs.
 */
export function commitUpload(app: App, by: string, upload: Upload, addresses: readonly TableAddress[] | undefined): Result<Job> {
  const { jobs, uploads } = app.importing;
  if (upload.state !== 'ready' || !upload.inspection) return failed([problem('import-not-ready', { state: upload.state })]);
  const tables = upload.inspection.tables.filter(({ address }) => addresses?.some(asked => same(asked, address)) ?? true);
  if (tables.length === 0 || (addresses && tables.length < addresses.length)) return failed([problem('import-no-table', {})]);
  const standing = [...upload.inspection.problems, ...tables.flatMap(table => table.problems)];
  if (standing.some(({ severity }) => severity === 'error')) return failed(standing);
  const job = jobs.start(newId(app), 'import', app.effects.now(), async control => {
    try {
      const result = await imported(app, by, upload, tables, control);
      if (result.ok) uploads.change(upload.id, { state: 'imported' });
      else uploads.change(upload.id, { state: 'ready' });
      return result;
    } catch (error) {
      uploads.change(upload.id, { state: 'ready' });
      throw error;
    }
  });
  uploads.change(upload.id, { state: 'importing', job: job.id });
  return ok(job);
}

function same(a: TableAddress, b: TableAddress): boolean {
  return a.part === b.part && a.section === b.section;
}

async function imported(
  app: App,
  by: string,
  upload: Upload,
  tables: readonly TableInspection[],
  control: JobControl,
): Promise<Result<JobResult>> {
  const made: NormalisedBatch[] = [];
  try {
    for (const [index, table] of tables.entries()) {
      const read = await normalised(app, upload, table, index, tables.length, control);
      if (!read.ok) return read;
      made.push(read.value);
    }
    return await stored(app, by, upload, tables, made, control);
  } finally {
    for (const { stagingPath, kept } of made) {
      await rm(stagingPath, { force: true });
      if (kept.path !== null) await rm(kept.path, { force: true });
    }
  }
}

async function normalised(
  app: App,
  upload: Upload,
  { decision }: TableInspection,
  index: number,
  count: number,
  { signal, onProgress }: JobControl,
): Promise<Result<NormalisedBatch>> {
  const { calendar } = await readAppSettings(app);
  const { paths, key } = app.workspace;
  const options = {
    name: upload.name,
    decision,
    calendar,
    outDir: paths.staging,
    outName: `${newId(app)}`,
    hashKey: key,
  };
  return normaliseFile(upload.path, options, {
    signal,
    startWorker: readingThread(upload.path, upload.bytes),
    onProgress: ({ bytes }) => {
      const share = shareOf(bytes, upload);
      onProgress(share === null ? null : (READING * (index + share)) / count);
    },
  });
}

async function stored(
  app: App,
  by: string,
  upload: Upload,
  tables: readonly TableInspection[],
  made: readonly NormalisedBatch[],
  { signal, onProgress }: JobControl,
): Promise<Result<JobResult>> {
  const settings = await readAppSettings(app);
  const { definitions } = await readMetricDefinitions(app, settings);
  const datasets: Dataset[] = [];
  const problems: Problem[] = [];
  for (const { dataset } of made) {
    const whole = datasetUnion(definitions.datasets.get(dataset.id)?.dataset, dataset);
    const created = await app.warehouse.createDataset(whole);
    if (!created.ok) problems.push(...created.problems);
    datasets.push(whole);
  }
  const batches: NewBatch[] = [];
  for (const [index, batch] of made.entries()) {
    const table = tables[index];
    const described = table && newBatch(upload, table, batch);
    if (described) batches.push(described);
    else problems.push(problem('import-no-days', {}));
  }
  if (problems.length > 0) return failed(problems);
  const imports = made.map((batch, index): BatchImport => {
    const [dataset, described, table] = [datasets[index], batches[index], tables[index]];
    if (!dataset || !described || !table) throw new Error(`a batch without its description: ${index}`);
    return {
      batch: described,
      anyDataset: isNamedAfterFile(table.decision.mapping, upload.choices.said),
      keep: batch.kept.path ?? upload.path,
      load: id =>
        app.warehouse.load({
          batch: id,
          dataset,
          file: batch.stagingPath,
          signal,
          onProgress: done => onProgress(READING + ((1 - READING) * (index + done)) / made.length),
        }),
    };
  });
  const rows = warehouseRows(app.warehouse, app.workspace, settings.calendar);
  const results = await importBatches(app.workspace, rows, by, imports);
  app.cache.forget();
  return ok(
    {
      kind: 'imported',
      upload: upload.id,
      imported: results.flatMap(result => (result.kind === 'imported' ? [result.batch.id] : [])),
      duplicates: results.flatMap(result => (result.kind === 'duplicate' ? [result.of.id] : [])),
    },
    made.flatMap(batch => batch.problems),
  );
}

/** Undefined when nothing says which days the rows are of. */
function newBatch(upload: Upload, table: TableInspection, made: NormalisedBatch): NewBatch | undefined {
  const { period, statistics, kept } = made;
  if (!period) return undefined;
  return {
    dataset: made.dataset.id,
    scope: made.scope,
    from: period.from,
    to: period.to,
    replaces: made.replaces,
    contentHash: made.contentHash,
    fileName: upload.name,
    receivedHash: made.sha256,
    fileHash: kept.sha256,
    encoding: table.decision.mapping.format.encoding ?? '',
    rows: statistics.rows,
    skipped: statistics.skipped,
    totals: statistics.totals,
    decision: kept.decision,
  };
}
