import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Answer, createClient } from '#contract/client.ts';
import type { JobView } from '#contract/job.ts';
import type { WireProblem } from '#contract/problem.ts';
import type { ImportChoices, InspectedTable } from '#contract/upload.ts';
import { parseDay } from '#core/calendar/day.ts';
import { findServer } from '#engine/workspace/ownership.ts';
import { workspacePaths } from '#engine/workspace/workspace-paths.ts';
import { builtCli, ended } from '../contract/built-cli.ts';

/** Zones the server is started in, in turn: none of them may change a number. */
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'];

type Body = Uint8Array<ArrayBuffer>;
export type Ask = ReturnType<typeof createClient<Body, AbortSignal>>;

/** The built product as a process of its own, reached over HTTP only. */
export interface Product {
  readonly dir: string;
  readonly address: string;
  readonly ask: Ask;
  readonly child: ChildProcess;
  readonly said: () => string;
}

/** What became of a file that was sent. */
export interface Receipt {
  readonly upload: string;
  readonly table: InspectedTable | undefined;
  /** Codes of everything that was said about it. */
  readonly codes: readonly string[];
  readonly problems: readonly WireProblem[];
  /** Rows that were stored; undefined when it was refused. */
  readonly rows: number | undefined;
  readonly batches: readonly string[];
  readonly duplicates: number;
}

let cli: Promise<string> | undefined;
let turn = 0;

/** A folder for a workspace, removed after the test. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rashin-acceptance-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return join(dir, 'workspace');
}

/** Starts the server on a workspace; a new one when nothing is said. It is killed after the test. */
export async function up(dir: string = folder(), env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const started = await tryUp(dir, env);
  if ('code' in started) throw new Error(`the server ended with ${started.code}: ${started.said}`);
  return started;
}

/** The same where it may refuse to start: then its exit code and what it said. */
export async function tryUp(
  dir: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Product | { readonly code: number | null; readonly said: string }> {
  cli ??= builtCli('acceptance');
  const entry = await cli;
  const child = spawn(process.execPath, [entry, 'start', dir, '--port', '0', '--quiet'], {
    env: { PATH: process.env.PATH ?? '', TZ: ZONES[turn++ % ZONES.length], ...more },
  });
  onTestFinished(async () => {
    await ended(child, 'SIGKILL');
  });
  let said = '';
  child.stderr.on('data', piece => (said += String(piece)));
  return new Promise(resolve => {
    child.stdout.on('data', piece => {
      const address = /http:\/\/\S+/.exec(String(piece))?.[0];
      if (address === undefined) return;
      const token = findServer(workspacePaths(dir))?.token ?? '';
      const ask = createClient<Body, AbortSignal>(address, fetch, { token, lang: 'en' });
      resolve({ dir, address, ask, child, said: () => said });
    });
    child.on('exit', code => resolve({ code, said }));
  });
}

/** Ends the server with its clean-up. */
export function down(product: Product, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  return ended(product.child, signal);
}

/** Sends a file, lets it be looked at and, unless only that is wanted, imports it. */
export async function send(
  { ask }: Pick<Product, 'ask'>,
  name: string,
  bytes: Uint8Array,
  choices: ImportChoices = {},
  { onlyLook = false } = {},
): Promise<Receipt> {
  const created = await ask('createUpload', { name, body: new Uint8Array(bytes), choices: JSON.stringify(choices) });
  if (created.kind !== 'value') return refusedAt('', created);
  const id = created.value.upload.id;
  await jobEnd(ask, created.value.job.id);
  const { upload } = given(await ask('readUpload', { upload: id }));
  const tables = upload.inspection?.tables ?? [];
  const problems = [
    ...upload.problems,
    ...(upload.inspection?.problems ?? []),
    ...tables.flatMap(({ problems: found }) => found),
  ];
  const seen = { upload: id, table: tables[0], problems, codes: problems.map(({ code }) => code) };
  if (onlyLook) return { ...seen, rows: undefined, batches: [], duplicates: 0 };
  const committed = await ask('commitUpload', { upload: id, body: {} });
  if (committed.kind !== 'value') {
    const refused = refusedAt(id, committed);
    return { ...seen, ...refused, table: seen.table, codes: [...seen.codes, ...refused.codes] };
  }
  const job = await jobEnd(ask, committed.value.job.id);
  if (job.result?.kind !== 'imported') {
    if (job.failure !== null) throw new Error(JSON.stringify(job.failure));
    return { ...seen, rows: undefined, batches: [], duplicates: 0, codes: [...seen.codes, ...job.problems.map(p => p.code)] };
  }
  const { imported, duplicates } = job.result;
  return {
    ...seen,
    rows: imported.reduce((sum, { rows }) => sum + rows, 0),
    batches: imported.map(({ id: batch }) => batch),
    duplicates: duplicates.length,
  };
}

function refusedAt<C>(upload: string, answer: Answer<unknown, C>): Receipt {
  // A refusal is a 4xx with a code; anything else is a failure of the case.
  if (answer.kind !== 'problems') throw new Error(JSON.stringify(answer).slice(0, 1_000));
  const { problems } = answer;
  const codes = problems.map(({ code }) => code);
  return { upload, table: undefined, problems, codes, rows: undefined, batches: [], duplicates: 0 };
}

export async function jobEnd(ask: Ask, id: string): Promise<JobView> {
  for (;;) {
    const { job } = given(await ask('readJob', { job: id, wait: 1_000 }));
    if (job.state !== 'waiting' && job.state !== 'running') return job;
  }
}

/** What an operation must answer with. */
export function given<T, C>(answer: Answer<T, C>): T {
  if (answer.kind === 'value') return answer.value;
  throw new Error(JSON.stringify(answer).slice(0, 2_000));
}

/** Publishes a metrics.yaml over the one that is in force. */
export async function define({ ask }: Product, text: string): Promise<void> {
  const { number } = given(await ask('definitions', {}));
  const { problems } = given(await ask('putDefinitions', { body: { text, base: number } }));
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

interface Question {
  readonly metric: string;
  readonly from: string;
  readonly to: string;
  readonly grain?: 'day' | 'week' | 'month' | 'quarter' | 'year';
  readonly by?: readonly string[];
  readonly where?: readonly string[];
}

/** The answer as texts: `2026-03-01 source=google 8`, a state where there is no value, `~` before a provisional one. */
export async function ask({ ask: call }: Product, { metric, from, to, ...more }: Question) {
  const answer = await call('query', { metric, from: aDay(from), to: aDay(to), ...more });
  if (answer.kind === 'problems') return { refused: answer.problems.map(({ code }) => code), totals: [], cells: [], total: '' };
  const { totals, cells, problems } = given(answer);
  const told = ({ from: first, slice, observation, currency }: (typeof totals)[number]): string => {
    const value = 'exact' in observation ? observation.exact : observation.state;
    const why = 'why' in observation && !('exact' in observation) ? `:${observation.why}` : '';
    const mark = observation.state === 'provisional' ? '~' : '';
    const cut = Object.entries(slice).map(([column, of]) => `${column}=${of}`);
    return [...(more.grain ? [first] : []), ...cut, `${mark}${value}${why}`, ...(currency ? [currency] : [])].join(' ');
  };
  return {
    refused: problems.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    totals: totals.map(told),
    cells: cells.map(told),
    total: totals.length === 1 && totals[0] ? told(totals[0]) : '',
  };
}

export function aDay(text: string) {
  const day = parseDay(text);
  if (day === undefined) throw new Error(text);
  return day;
}

/** Largest resident memory of the process so far, in MB; undefined where the system does not say. */
export function peakMemory({ child }: Product): number | undefined {
  try {
    const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
    return line === undefined ? undefined : Number(line) / 1024;
  } catch {
    return undefined;
  }
}

/** Asks for the server's health every 50 ms while something goes on; the slowest answer of 95 in 100, in milliseconds. */
export async function healthWhile<T>(product: Product, work: () => Promise<T>): Promise<{ value: T; p95: number }> {
  const times: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const begun = performance.now();
      given(await product.ask('health', {}));
      times.push(performance.now() - begun);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  })();
  const value = await work().finally(() => {
    isOver = true;
  });
  await watching;
  times.sort((a, b) => a - b);
  return { value, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}
