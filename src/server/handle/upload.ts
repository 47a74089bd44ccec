import { type ImportChoices as ChoicesView, type InspectedTable, importChoices, type UploadView } from '#contract/upload.ts';
import type { Dataset } from '#core/measure/dataset.ts';
import type { Inspection, TableInspection } from '#core/measure/recognise/inspection.ts';
import { isNamedAfterFile } from '#core/measure/recognise/named-after-file.ts';
import type { Said } from '#core/measure/recognise/recognise-context.ts';
import type { TableAddress } from '#core/measure/recognise/table-mapping.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '#engine/app/app.ts';
import { commitUpload } from '#engine/importing/commit-upload.ts';
import { inspectUpload, takeUpload } from '#engine/importing/inspect-upload.ts';
import { overruledBy } from '#engine/importing/overruled.ts';
import { datasetsOf } from '#engine/importing/rebuild-data.ts';
import { receiveFile } from '#engine/importing/receive-upload.ts';
import { replacedTotals } from '#engine/importing/replaced-totals.ts';
import type { ImportChoices, Upload } from '#engine/importing/uploads.ts';
import type { Batch } from '#engine/ledger/batch.ts';
import { batchRecords, listBatches } from '#engine/ledger/batch-store.ts';
import { recordPreview } from '#engine/people/record-look.ts';
import type { HandlersOf } from '../handler.ts';
import { REQUEST_LIMITS } from '../limits.ts';
import { readJson } from '../read-request.ts';
import { missing, problems, value } from '../reply.ts';
import { requestProblem } from '../request-messages.ts';
import { wireProblems } from '../sentence.ts';
import { skippedView } from './batch-view.ts';
import { jobView } from './job.ts';

export const uploadHandlers: HandlersOf<'createUpload' | 'readUpload' | 'inspectAgain' | 'commitUpload' | 'discardUpload'> = {
  createUpload: async ({ name, choices: text }, { app, by, bytes, isStopping }) => {
    if (isStopping()) return problems([requestProblem('server-stopping', {})]);
    const choices = text === undefined ? undefined : readJson(importChoices, text);
    if (choices && !choices.ok) return problems(choices.problems);
    const received = await receiveFile(app, bytes, REQUEST_LIMITS.uploadBytes);
    if (!received) {
      const problem = requestProblem('request-too-large', { limit: REQUEST_LIMITS.uploadBytes });
      return { kind: 'refused', status: 413, problem };
    }
    const said = importChoices.parse(choices?.value ?? {});
    return answer(app, takeUpload(app, by, name, received, choicesFrom(said)));
  },

  readUpload: async ({ upload: id }, { app, by }) => {
    const upload = app.importing.uploads.find(id);
    if (!upload) return missing(id);
    await recordPreviewOf(app, by, upload);
    return answer(app, upload);
  },

  inspectAgain: async ({ upload: id, body }, { app }) => {
    const upload = app.importing.uploads.find(id);
    if (!upload) return missing(id);
    if (upload.state === 'importing' || upload.state === 'imported') return problems([notReady(upload)]);
    inspectUpload(app, upload, choicesFrom(body));
    return answer(app, app.importing.uploads.find(id) ?? upload);
  },

  commitUpload: async ({ upload: id, body }, { app, by, isStopping }) => {
    const upload = app.importing.uploads.find(id);
    if (!upload) return missing(id);
    if (isStopping()) return problems([requestProblem('server-stopping', {})]);
    const begun = commitUpload(app, by, upload, body.tables);
    return begun.ok ? answer(app, app.importing.uploads.find(id) ?? upload) : problems(begun.problems);
  },

  discardUpload: async ({ upload: id }, { app }) => {
    const upload = app.importing.uploads.find(id);
    if (!upload) return missing(id);
    if (upload.state === 'importing') return problems([notReady(upload)]);
    app.importing.jobs.cancel(upload.job);
    app.importing.uploads.discard(id);
    return value({});
  },
};

async function recordPreviewOf(app: App, by: string, { name, inspection }: Upload): Promise<void> {
  const tables = inspection?.tables ?? [];
  const columns = tables.flatMap(table => table.columns.flatMap(({ heading, personal }) => (personal ? [heading] : [])));
  await recordPreview(
    app,
    by,
    name,
    [...new Set(columns)],
    tables.reduce((sum, { statistics }) => sum + statistics.rows, 0),
  );
}

function notReady({ state }: Upload): Problem {
  return { code: 'import-not-ready', severity: 'error', at: [], params: { state } };
}

async function answer(app: App, upload: Upload) {
  const job = app.importing.jobs.find(upload.job);
  if (!job) throw new Error(`an upload without its job: ${upload.id}`);
  return value({ upload: await uploadView(app, upload), job: await jobView(app, job) });
}

async function uploadView(app: App, upload: Upload): Promise<UploadView> {
  const { id, name, bytes, receivedAt, receivedBy, state, job, inspection } = upload;
  return {
    id,
    name,
    bytes,
    receivedAt,
    receivedBy,
    state,
    job,
    choices: choicesView(upload.choices),
    inspection: inspection ? await inspectionView(app, inspection, upload.choices.said) : null,
    problems: wireProblems(upload.problems),
  };
}

async function inspectionView(app: App, { name, bytes, sha256, container, tables, problems: found }: Inspection, said: Said) {
  const batches = await listBatches(app.workspace.ledger.db);
  const known = await datasetsOf(app, batches.toReversed());
  const views: InspectedTable[] = [];
  for (const table of tables) {
    const { mapping } = table.decision;
    const rivals = isNamedAfterFile(mapping, said) ? batches : batches.filter(({ dataset }) => dataset === mapping.dataset.id);
    const same = sameFile(rivals, sha256, mapping.table);
    views.push(await tableView(app, table, batches, same, known.get(mapping.dataset.id)));
  }
  return { name, bytes, sha256, container, tables: views, problems: wireProblems(found) };
}

async function tableView(
  app: App,
  table: TableInspection,
  batches: readonly Batch[],
  same: Batch | undefined,
  known: Dataset | undefined,
): Promise<InspectedTable> {
  const { statistics, decision, recognised, period } = table;
  const { mapping } = decision;
  const { id, name, kind } = mapping.dataset;
  const records = await batchRecords(app.workspace.ledger.db);
  const coming = period ? overruledBy({ dataset: id, scope: mapping.scope, replaces: mapping.replaces, ...period }, records) : [];
  return {
    address: table.address,
    recognised: {
      kind: recognised.kind,
      id: recognised.id,
      version: recognised.version,
      name: recognised.name,
      confidence: recognised.confidence,
      alternatives: recognised.alternatives,
    },
    encoding: mapping.format.encoding ?? null,
    delimiter: mapping.format.delimiter ?? null,
    dataset: { id, name, kind, exists: known !== undefined },
    headerLine: table.headerLine,
    notes: table.notes,
    period,
    scope: mapping.scope,
    columns: table.columns.map(({ heading, samples, column, reads, mapping: read, personal, left }) => ({
      heading,
      samples,
      column: column ?? null,
      reads: reads ?? null,
      dateFormat: read?.dateFormat ?? null,
      personal: personal ?? null,
      per: read?.per ?? null,
      stage: read?.stage ?? null,
      left,
    })),
    sample: table.sample,
    rows: statistics.rows,
    skipped: skippedView(statistics.skipped),
    totals: statistics.totals,
    keep: decision.keep,
    replaces: mapping.replaces,
    overrules: coming.map(({ batch, days }) => ({
      batch,
      fileName: batches.find(each => each.id === batch)?.fileName ?? '',
      days,
    })),
    replaced:
      known && !same
        ? await replacedTotals(
            app,
            known,
            coming,
            statistics.totals.flatMap(({ column, sum }) => (sum === null ? [] : [column])),
          )
        : null,
    duplicateOf: same?.id ?? null,
    problems: wireProblems(table.problems),
  };
}

/** The batch that brought a table of this very file and still counts. */
function sameFile(batches: readonly Batch[], sha256: string, { part, section }: TableAddress): Batch | undefined {
  return batches.find(({ receivedHash, undoneAt, decision }) => {
    const { table } = decision.mapping;
    return receivedHash === sha256 && undoneAt === undefined && table.part === part && table.section === section;
  });
}

function choicesFrom({ encoding, delimiter, skipBadRows, ...said }: ChoicesView): ImportChoices {
  return {
    said,
    text: { ...(encoding ? { encoding } : {}), ...(delimiter ? { delimiter } : {}) },
    skipBadRows: skipBadRows ?? false,
  };
}

function choicesView({ said, text, skipBadRows }: ImportChoices): ChoicesView {
  return importChoices.parse(JSON.parse(JSON.stringify({ ...said, ...text, ...(skipBadRows ? { skipBadRows } : {}) })));
}
