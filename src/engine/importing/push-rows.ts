import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Day } from '#core/calendar/day.ts';
import { csvLine } from '#core/connect/csv-line.ts';
import { type FlatRow, Headings, rowOfLine, rowsOfJson } from '#core/connect/flat-rows.ts';
import { pushMessages } from '#core/connect/push-messages.ts';
import type { Inspection } from '#core/measure/recognise/inspection.ts';
import { failed, ok, problemsOf, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { findBatch, listBatches } from '../ledger/batch-store.ts';
import { findPushReceipt, putPushReceipt } from '../ledger/push-receipt-store.ts';
import { importReceived } from './import-received.ts';
import { machinePreset } from './machine-preset.ts';
import { datasetsOf } from './rebuild-data.ts';
import type { Received } from './receive-upload.ts';
import { NO_CHOICES } from './uploads.ts';

/** Rows that a program sends, as they lie in the staging folder. */
export interface Push {
  readonly dataset: string;
  /** Names the push; the same again is the same push. [PSH-03] */
  readonly key: string;
  readonly form: PushForm;
  readonly replaces?: 'period' | 'nothing' | undefined;
  /** What the rows speak for: an account, a shop. */
  readonly scope?: string | undefined;
}

export type PushForm = 'json' | 'ndjson' | 'csv';

export interface Pushed {
  readonly dataset: string;
  /** The import that holds the rows. */
  readonly batch: string;
  readonly rows: number;
  readonly from: Day;
  readonly to: Day;
  /** Headings that the dataset has no column for, or that are about people and were left out. */
  readonly left: readonly string[];
  /** All of the rows had been there before. */
  readonly wasThere: boolean;
}

const problem = problemsOf(pushMessages);

/** Pushes that are being worked in, by sender and key. */
const running = new WeakMap<App, Map<string, Promise<unknown>>>();

/** Stores pushed rows and says what became of them; the same push again only says it again. [PSH-01 … PSH-05] */
export async function pushRows(app: App, by: string, push: Push, received: Received): Promise<Result<Pushed>> {
  const turns = running.get(app) ?? new Map<string, Promise<unknown>>();
  running.set(app, turns);
  const name = `${by} ${push.key}`;
  const turn = (turns.get(name) ?? Promise.resolve()).then(() => pushed(app, by, push, received));
  const quiet = turn.catch(() => {});
  turns.set(name, quiet);
  try {
    return await turn;
  } finally {
    if (turns.get(name) === quiet) turns.delete(name);
    await rm(received.path, { force: true });
  }
}

async function pushed(app: App, by: string, push: Push, received: Received): Promise<Result<Pushed>> {
  const { ledger } = app.workspace;
  const hash = await hashOf(push, received);
  const earlier = await findPushReceipt<Pushed>(ledger.db, by, push.key);
  if (earlier && earlier.hash !== hash) return failed([problem('push-key-reused', { key: push.key, at: earlier.at })]);
  if (earlier) return ok(earlier.answer);
  const result = await stored(app, by, push, received);
  if (result.ok) await ledger.change(by, change => putPushReceipt(change, { key: push.key, hash, answer: result.value }));
  return result;
}

async function hashOf({ dataset, form, replaces, scope }: Push, { path }: Received): Promise<string> {
  const hash = createHash('sha256').update(`${JSON.stringify([dataset, form, replaces ?? null, scope ?? ''])}\n`);
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}

async function stored(app: App, by: string, push: Push, received: Received): Promise<Result<Pushed>> {
  const written = push.form === 'csv' ? ok(received) : await asCsv(push.form, received);
  if (!written.ok) return written;
  try {
    const batches = await listBatches(app.workspace.ledger.db);
    const dataset = (await datasetsOf(app, batches.toReversed())).get(push.dataset);
    const left: string[] = [];
    const result = await importReceived(app, {
      name: `${push.dataset}.csv`,
      received: written.value,
      by,
      choices: {
        ...NO_CHOICES,
        said: { dataset: { id: push.dataset }, ...(dataset ? {} : { preset: 'generic' }) },
        text: { encoding: 'utf-8', delimiter: ',' },
        ...(dataset ? { as: machinePreset(dataset) } : {}),
      },
      settle: found => settled(found, push, left),
    });
    if (!result.ok) return result;
    const { value } = result;
    const [id = '', wasThere] =
      value.kind !== 'imported' ? [] : value.imported[0] === undefined ? [value.duplicates[0], true] : [value.imported[0], false];
    const batch = await findBatch(app.workspace.ledger.db, id);
    if (!batch) throw new Error(`a push that left no import: ${push.key}`);
    const { rows, from, to } = batch;
    return ok({ dataset: push.dataset, batch: id, rows, from, to, left, wasThere: wasThere ?? false }, result.problems);
  } finally {
    await rm(written.value.path, { force: true });
  }
}

function settled(found: Inspection, { replaces, scope }: Push, left: string[]): Result<Inspection> {
  const [table] = found.tables;
  if (!table || found.tables.length > 1) return failed([problem('push-several-tables', { count: found.tables.length })]);
  const { mapping } = table.decision;
  left.push(...table.columns.filter(column => column.left !== null).map(({ heading }) => heading));
  const usual = mapping.dataset.kind === 'event' ? 'nothing' : 'period';
  const decided = { ...mapping, totals: 'none' as const, replaces: replaces ?? usual, scope: scope ?? mapping.scope };
  return ok({ ...found, tables: [{ ...table, decision: { ...table.decision, mapping: decided } }] });
}

/** Writes rows of JSON as CSV beside the file they came in. Two passes, because the headings are only known after the last row. */
async function asCsv(form: 'json' | 'ndjson', { path }: Received): Promise<Result<Received>> {
  const headings = new Headings();
  let rows = 0;
  for await (const read of rowsOf(form, path)) {
    if (!read.ok) return read;
    const tooMany = headings.add(read.value);
    if (tooMany) return failed([tooMany]);
    rows += 1;
  }
  if (rows === 0) return failed([problem('push-empty', {})]);
  const to = `${path}.csv`;
  const out = await open(to, 'wx');
  try {
    let text = csvLine(headings.list);
    for await (const read of rowsOf(form, path)) {
      if (!read.ok) return read;
      text += csvLine(headings.list.map(heading => read.value.get(heading) ?? ''));
      if (text.length < 1 << 16) continue;
      await out.write(text);
      text = '';
    }
    await out.write(text);
  } finally {
    await out.close();
  }
  return ok({ path: to, bytes: (await stat(to)).size });
}

async function* rowsOf(form: 'json' | 'ndjson', path: string): AsyncGenerator<Result<FlatRow>> {
  if (form === 'json') {
    const file = await open(path);
    const read = rowsOfJson(await file.readFile('utf8').finally(() => file.close()));
    if (read.ok) for (const row of read.value) yield ok(row);
    else yield read;
    return;
  }
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const read = rowOfLine(line, number);
    if (!read.ok) yield read;
    else if (read.value) yield ok(read.value);
  }
}
