import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createClient } from '#contract/client.ts';
import { parseDay } from '#core/calendar/day.ts';
import { findServer } from '#engine/workspace/ownership.ts';
import { type WorkspacePaths, workspacePaths } from '#engine/workspace/workspace-paths.ts';
import { accepted } from './api-fixture.ts';
import { builtCli, ended, startServer } from './built-cli.ts';

const ROWS = 40_000;

const METRICS = `datasets:
  hits: { kind: aggregate, columns: { page: text, hits: integer } }
metrics:
  hits: { from: hits, sum: hits, unit: count of hit }
`;

/** When a round is cut off: while the file is being sent, while its rows are being read, or after its copy is kept. */
type Moment =
  /** After this share of the bytes has been sent. */
  | { readonly kind: 'sending'; readonly share: number }
  /** So long after the whole file was received, while it is looked at. */
  | { readonly kind: 'looking'; readonly milliseconds: number }
  /** When this share of the staging file is written. */
  | { readonly kind: 'reading'; readonly share: number }
  /** After this share of the time that lies between keeping the file and the end of the import. */
  | { readonly kind: 'storing'; readonly share: number }
  /** As soon as the import is said to be done. */
  | { readonly kind: 'counted' };

const MOMENTS: readonly Moment[] = [
  ...[0, 0.5, 0.99].map((share): Moment => ({ kind: 'sending', share })),
  ...[0, 60].map((milliseconds): Moment => ({ kind: 'looking', milliseconds })),
  ...[0, 0.5, 0.9].map((share): Moment => ({ kind: 'reading', share })),
  ...Array.from({ length: 9 }, (_, i): Moment => ({ kind: 'storing', share: i / 7 })),
  { kind: 'counted' },
];

let cli = '';

beforeAll(async () => {
  cli = await builtCli('crash-moments');
}, 60_000);

/**
 * The built server is killed in every part of a large import, chosen by what lies in its folders: half a file, half the rows, a batch
 * that is announced in the ledger and not yet counted, one that has just been counted. After the next start ledger and data store have
 * all of the import or nothing, and nothing is left lying about.
 */
test(`[WSP-12] kill -9 at ${MOMENTS.length} moments of an import of ${ROWS} rows: ledger and data store agree`, async () => {
  const dir = mkdtempSync(join(tmpdir(), 'rashin-moments-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const paths = workspacePaths(join(dir, 'workspace'));
  const traces: Trace[] = [];
  const { storing, stagingBytes } = await wholeImport(paths);
  for (const [i, moment] of MOMENTS.entries()) {
    const { child, ask } = await started(paths);
    try {
      await expectWholeOrNothing(ask, paths);
      await reached(moment, ask, paths, dayOf(i + 1), { storing, stagingBytes });
      await ended(child, 'SIGKILL');
      traces.push(traceOf(paths, dayOf(i + 1)));
    } finally {
      await ended(child, 'SIGKILL');
    }
  }
  const { child, ask } = await started(paths);
  const days = await expectWholeOrNothing(ask, paths);
  expect(days).toEqual([dayOf(0), ...MOMENTS.flatMap((_, i) => (traces[i]?.ledger === 'committed' ? [dayOf(i + 1)] : []))]);
  expect(await ended(child, 'SIGTERM')).toBe(0);
  // What was cut off: half a file, half the rows, a batch that did not count yet, and one that did.
  expect(traces.some(({ upload, rows }) => upload && !rows)).toBe(true);
  expect(traces.some(({ rows, ledger }) => rows && ledger === 'none')).toBe(true);
  expect(traces.some(({ ledger }) => ledger === 'staged')).toBe(true);
  expect(traces.some(({ ledger }) => ledger === 'committed')).toBe(true);
}, 900_000);

type Ask = ReturnType<typeof createClient<Body, AbortSignal>>;
type Body = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;

async function started(paths: WorkspacePaths) {
  const { child, address } = await startServer(cli, paths.dir);
  const token = findServer(paths)?.token ?? '';
  return { child, ask: createClient<Body, AbortSignal>(address, fetch, { token }) };
}

/** Imports one day to its end; how long storing took, and how large the staging file was. */
async function wholeImport(paths: WorkspacePaths): Promise<{ readonly storing: number; readonly stagingBytes: number }> {
  const { child, ask } = await started(paths);
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const job = await committing(ask, dayOf(0));
  let stagingBytes = 0;
  while (keptFiles(paths).length === 0) {
    stagingBytes = Math.max(stagingBytes, stagedBytes(paths) ?? 0);
    await waited(1);
  }
  const begun = performance.now();
  expect(await jobEnded(ask, job)).toBe('done');
  const storing = performance.now() - begun;
  expect(await ended(child, 'SIGTERM')).toBe(0);
  return { storing, stagingBytes };
}

/** Takes an import to a moment. */
async function reached(
  moment: Moment,
  ask: Ask,
  paths: WorkspacePaths,
  day: string,
  { storing, stagingBytes }: { readonly storing: number; readonly stagingBytes: number },
): Promise<void> {
  switch (moment.kind) {
    case 'sending': {
      const bytes = fileOf(day);
      const sent = Math.floor(bytes.length * moment.share);
      // Never ends: the rest of the file does not come.
      const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: stream => stream.enqueue(bytes.slice(0, Math.max(1, sent))),
      });
      ask('createUpload', { name: 'hits.csv', body }).catch(() => undefined);
      return until(() => uploadedBytes(paths) >= sent && uploadedBytes(paths) > 0);
    }
    case 'looking':
      accepted(await ask('createUpload', { name: 'hits.csv', body: fileOf(day) }));
      return waited(moment.milliseconds);
    case 'reading':
      await committing(ask, day);
      return until(() => (stagedBytes(paths) ?? -1) >= stagingBytes * moment.share * 0.9);
    case 'storing': {
      const kept = keptFiles(paths).length;
      await committing(ask, day);
      await until(() => keptFiles(paths).length > kept);
      return waited(storing * moment.share);
    }
    case 'counted':
      expect(await jobEnded(ask, await committing(ask, day))).toBe('done');
  }
}

/** What a killed server has left behind. */
interface Trace {
  readonly upload: boolean;
  readonly rows: boolean;
  readonly ledger: 'none' | 'staged' | 'committed';
}

function traceOf(paths: WorkspacePaths, day: string): Trace {
  const copy = mkdtempSync(join(tmpdir(), 'rashin-ledger-'));
  try {
    // A copy: whoever opens the ledger itself would put its log in order, which is the next server's to do.
    for (const end of ['', '-wal'])
      if (existsSync(paths.ledger + end)) copyFileSync(paths.ledger + end, join(copy, `l.sqlite${end}`));
    const ledger = new Database(join(copy, 'l.sqlite'));
    const found = ledger.prepare('select state from batch where from_day = ?').get(day) as { state?: string } | undefined;
    ledger.close();
    const state = found?.state === 'staged' || found?.state === 'committed' ? found.state : 'none';
    return { upload: uploadedBytes(paths) > 0, rows: stagedBytes(paths) !== undefined, ledger: state };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** The days that are there. Every one of them has all of its rows in both stores, and a kept file; nothing else is left. */
async function expectWholeOrNothing(ask: Ask, paths: WorkspacePaths): Promise<readonly string[]> {
  const { batches } = accepted(await ask('batches', { limit: 500 }));
  const stored = batches.map(({ from }) => String(from)).toSorted();
  const [from, to] = [parseDay('2026-01-01'), parseDay('2026-03-31')];
  if (!from || !to) throw new Error('no days');
  const { totals } = accepted(await ask('query', { metric: 'hits', from, to, grain: 'day' }));
  const counted = totals.flatMap(({ from: day, observation }) => ('exact' in observation ? [[day, observation.exact]] : []));
  expect(counted).toEqual(stored.map(day => [day, String(ROWS)]));
  expect(batches.map(({ rows }) => rows)).toEqual(stored.map(() => ROWS));
  const { datasets } = accepted(await ask('datasets'));
  expect(datasets.find(({ dataset }) => dataset === 'hits')?.rows ?? 0).toBe(stored.length * ROWS);
  expect(keptFiles(paths)).toHaveLength(stored.length);
  expect(readdirSync(paths.staging)).toEqual([]);
  return stored;
}

/** Sends a day's file and asks for its import; the job's id. */
async function committing(ask: Ask, day: string): Promise<string> {
  const { upload, job } = accepted(await ask('createUpload', { name: 'hits.csv', body: fileOf(day) }));
  await jobEnded(ask, job.id);
  return accepted(await ask('commitUpload', { upload: upload.id, body: {} })).job.id;
}

async function jobEnded(ask: Ask, id: string): Promise<string> {
  for (;;) {
    const { job } = accepted(await ask('readJob', { job: id, wait: 1_000 }));
    if (job.state !== 'waiting' && job.state !== 'running') return job.state;
  }
}

function fileOf(day: string): Uint8Array<ArrayBuffer> {
  const lines = Array.from({ length: ROWS }, (_, row) => `${day},/page-${row % 500}/${'x'.repeat(40)},1`);
  return new TextEncoder().encode(`date,page,hits\n${lines.join('\n')}\n`);
}

function stagedBytes({ staging }: WorkspacePaths): number | undefined {
  const name = readdirSync(staging).find(each => each.endsWith('.staging.csv'));
  return name === undefined ? undefined : sizeOf(join(staging, name));
}

function uploadedBytes({ staging }: WorkspacePaths): number {
  const name = readdirSync(staging).find(each => each.endsWith('.upload'));
  return name === undefined ? 0 : sizeOf(join(staging, name));
}

/** Files come and go while they are looked at. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function keptFiles({ files }: WorkspacePaths): readonly string[] {
  return existsSync(files) ? readdirSync(files).flatMap(folder => readdirSync(join(files, folder))) : [];
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await waited(1);
}

function dayOf(round: number): string {
  return new Date(Date.UTC(2026, 0, 1 + round)).toISOString().slice(0, 10);
}

function waited(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
