import { createReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { BatchView } from '#contract/batch.ts';
import type { JobView } from '#contract/job.ts';
import type { WireProblem } from '#contract/problem.ts';
import type { ImportChoices, InspectedTable, UploadView } from '#contract/upload.ts';
import { type Ask, connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import type { ImportReport } from '../import-report.ts';
import { importText } from '../import-text.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { cannotRead } from '../read-file.ts';

export interface ImportOptions extends WorkspaceOptions {
  readonly dataset?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly choices: ImportChoices;
  /** File of an own mapping, stored before the import; or the id of a preset or a stored mapping. */
  readonly mapping?: string;
}

/** `rashin import FILE`: looks at a file and imports it as it was recognised, or says why not; nothing in between. [CLI-12] */
export async function importFile(file: string, options: ImportOptions, io: Io): Promise<Exit> {
  try {
    if (!statSync(file).isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
  } catch (error) {
    io.note(cannotRead(file, error, io));
    return EXIT.problems;
  }
  return connected(options, io, async ({ ask }) => {
    const upload = await sent(ask, file, await choicesOf(ask, options), io);
    const done = await looked(ask, upload, io);
    const imported = done.state === 'ready' && options.dryRun !== true ? await committed(ask, done, io) : undefined;
    if (imported?.state !== 'done') await ask('discardUpload', { upload: done.id });
    const report = reportOf(file, done, imported, io);
    io.print(options.json ? JSON.stringify(report, null, 2) : importText(report, done, imported, io));
    return report.problems.some(({ severity }) => severity === 'error') ? EXIT.problems : EXIT.ok;
  });
}

async function choicesOf(ask: Ask, { choices, mapping, dataset }: ImportOptions): Promise<ImportOptions['choices']> {
  const named = dataset === undefined ? choices : { ...choices, dataset: { id: dataset } };
  if (mapping === undefined) return named;
  if (!/\.ya?ml$/i.test(mapping)) return { ...named, preset: mapping };
  const { mapping: stored } = valueOr(await ask('putMapping', { body: { text: readFileSync(mapping, 'utf8') } }));
  return { ...named, preset: stored.name };
}

async function sent(ask: Ask, file: string, choices: ImportOptions['choices'], io: Io): Promise<UploadView> {
  io.progress?.(io.lang === 'ja' ? 'ファイルを送っています…' : 'Sending the file …');
  const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const answer = await ask('createUpload', { name: basename(file), choices: JSON.stringify(choices), body });
  return valueOr(answer).upload;
}

/** Waits until the file was looked at; a file that cannot be used keeps its problems. */
async function looked(ask: Ask, upload: UploadView, io: Io): Promise<UploadView> {
  await ended(ask, upload.job, io, { ja: '内容を確認しています', en: 'Looking at the file' });
  return valueOr(await ask('readUpload', { upload: upload.id })).upload;
}

async function committed(ask: Ask, upload: UploadView, io: Io): Promise<JobView | undefined> {
  const answer = await ask('commitUpload', { upload: upload.id, body: {} });
  if (answer.kind === 'problems') return undefined;
  return ended(ask, valueOr(answer).job.id, io, { ja: '取り込んでいます', en: 'Importing' });
}

async function ended(ask: Ask, id: string, io: Io, doing: { readonly ja: string; readonly en: string }): Promise<JobView> {
  for (;;) {
    const { job } = valueOr(await ask('readJob', { job: id, wait: 500 }));
    switch (job.state) {
      case 'waiting':
      case 'running':
        io.progress?.(`${doing[io.lang]} ${job.progress === null ? '…' : `${Math.floor(job.progress * 100)}%`}`);
        break;
      case 'failed':
        if (job.failure) return valueOr({ kind: 'failure', failure: job.failure });
        throw new Error('a failed job without its failure');
      case 'done':
      case 'refused':
      case 'cancelled':
        io.progress?.('');
        return job;
    }
  }
}

function reportOf(file: string, upload: UploadView, job: JobView | undefined, { lang }: Io): ImportReport {
  const tables = upload.inspection?.tables ?? [];
  const result = job?.result?.kind === 'imported' ? job.result : undefined;
  const reports = tables.map((table, index) => tableReport(table, tables.length === 1 ? 0 : index, result));
  const [first] = reports;
  const found = [
    ...upload.problems,
    ...(upload.inspection?.problems ?? []),
    ...tables.flatMap(table => table.problems),
    ...tables.flatMap(table => badRows(table, upload)),
    ...(job && job.state !== 'done' ? job.problems : []),
  ];
  return {
    file,
    recognised: first?.recognised ?? null,
    encoding: first?.encoding ?? null,
    period: periodOf(tables),
    rows: reports.reduce((sum, { rows }) => sum + rows, 0),
    skipped: reports.flatMap(report => report.skipped),
    totals: first?.totals ?? {},
    batch: first?.batch ?? null,
    duplicateOf: first?.duplicateOf ?? null,
    dataset: first?.dataset ?? null,
    tables: reports.length > 1 ? reports : [],
    problems: found.map(({ code, severity, line, message }) => ({ code, severity, line: line ?? null, message: message[lang] })),
  };
}

/**
 * Why rows cannot be read, line by line; a warning where they were left out as the user wished. Nothing while something about all rows
 * is open, such as the order of dates.
 */
function badRows({ skipped, problems: found }: InspectedTable, { choices }: UploadView): readonly WireProblem[] {
  if (!found.some(({ code }) => code === 'bad-rows' || code === 'bad-rows-skipped')) return [];
  const severity = choices.skipBadRows ? 'warning' : 'error';
  return skipped.bad.flatMap(({ problems }) => problems.map(problem => ({ ...problem, severity })));
}

function tableReport(
  table: InspectedTable,
  index: number,
  result: { readonly imported: readonly BatchView[]; readonly duplicates: readonly BatchView[] } | undefined,
): ImportReport['tables'][number] {
  const own = (batches: readonly BatchView[] | undefined) => batches?.filter(({ dataset }) => dataset === table.dataset.id) ?? [];
  const batch = own(result?.imported)[0] ?? result?.imported[index];
  const skipped = [
    ...table.skipped.lines.map(({ line, reason }) => ({ line, reason })),
    ...table.skipped.bad.map(({ line }) => ({ line, reason: 'bad' })),
  ];
  return {
    recognised: table.recognised.id,
    encoding: table.encoding,
    period: table.period,
    rows: table.rows,
    skipped: skipped.toSorted((a, b) => a.line - b.line),
    totals: Object.fromEntries(table.totals.flatMap(({ column, sum }) => (sum === null ? [] : [[column, sum]]))),
    batch: batch?.id ?? null,
    duplicateOf: (own(result?.duplicates)[0] ?? (batch ? undefined : result?.duplicates[index]))?.id ?? table.duplicateOf,
    dataset: table.dataset.id,
  };
}

/** From the first day of any table to the last. */
function periodOf(tables: readonly InspectedTable[]): InspectedTable['period'] {
  const periods = tables.flatMap(({ period }) => period ?? []);
  const from = periods.map(period => period.from).toSorted()[0];
  const to = periods
    .map(period => period.to)
    .toSorted()
    .at(-1);
  return from && to ? { from, to } : null;
}
