import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { dayOfInstant, localTimeOf } from '#core/calendar/instant.ts';
import { CONNECTORS } from '#core/connect/all-connectors.ts';
import { connectMessages } from '#core/connect/connect-messages.ts';
import type { ConnectionRun } from '#core/connect/connection.ts';
import type { Connector, Pull } from '#core/connect/connector.ts';
import { pullSlices } from '#core/connect/pull-slices.ts';
import { nextRun } from '#core/connect/schedule.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import { failed, ok, type Problem, problemsOf, type Result } from '#core/problem/problem.ts';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { EngineError } from '../engine-error.ts';
import { findBatch } from '../ledger/batch-store.ts';
import { beginConnectionRun, putConnectionRun } from '../ledger/connection-run-store.ts';
import { noteConnection, type StoredConnection } from '../ledger/connection-store.ts';
import { tokenAsk } from './access-token.ts';
import { PageAsker, type PutOff, problemOf } from './ask-pages.ts';
import { PageSpool } from './page-spool.ts';
import { type Secrets, unseal } from './sealed-secrets.ts';
import { hasRowsIn, storeSlice } from './store-slice.ts';

const problem = problemsOf(connectMessages);

const MOST_PAGES = 100_000;
const MOST_ROWS = 5_000_000;

/** Pulls what a connection lacks, slice by slice, and writes the log. Whatever a slice has brought stays. [CON-02 … CON-10] */
export async function runPull(app: App, connection: StoredConnection, by: string, signal: AbortSignal): Promise<ConnectionRun> {
  const { ledger } = app.workspace;
  const settings = await readAppSettings(app);
  const begun = await ledger.change(by, change => beginConnectionRun(change, connection.id));
  const state = new RunState(begun);
  let notBefore: Instant | null = null;
  try {
    const ended = await pulled(app, connection, settings.calendar.zone, state, signal);
    if (!ended.ok) state.end('failed', ended.problems);
    else if (ended.value === null) state.end('done', []);
    else {
      const { seconds } = ended.value;
      notBefore = seconds === null ? null : new Date(Date.parse(app.effects.now()) + seconds * 1000).toISOString();
      const service = CONNECTORS[connection.connector].name.en;
      state.end('put-off', [
        problem('connect-put-off', { service, until: notBefore === null ? '' : clockOf(notBefore, settings.calendar.zone) }),
      ]);
    }
  } catch (error) {
    if (signal.aborted) state.end('cut-off', [problem('connect-cut-off', {})]);
    else if (error instanceof EngineError) state.end('failed', [problemOf(error)]);
    else {
      state.end('failed', [problem('connect-failed', { said: 'internal' })]);
      throw error;
    }
  } finally {
    const now = app.effects.now();
    const run = { ...state.run, endedAt: now };
    const after = notBefore !== null && notBefore > now ? notBefore : now;
    const next = nextRun(connection.schedule, after, settings.calendar);
    await ledger.change(by, async change => {
      await putConnectionRun(change, run);
      await noteConnection(change, connection.id, { nextRun: next });
    });
    state.run = run;
  }
  return state.run;
}

/** A moment as clocks of the workspace show it. */
function clockOf(moment: Instant, zone: string): string {
  const { day, time } = localTimeOf(Date.parse(moment), zone);
  return `${day} ${time.slice(0, 5)}`;
}

/** A log entry while it is being written. */
class RunState {
  run: ConnectionRun;

  constructor(run: ConnectionRun) {
    this.run = run;
  }

  note(more: Partial<ConnectionRun>): void {
    this.run = { ...this.run, ...more };
  }

  warn(found: readonly Problem[]): void {
    const codes = new Set(this.run.problems.map(({ code, params }) => JSON.stringify([code, params])));
    const fresh = found.filter(({ code, params }) => !codes.has(JSON.stringify([code, params])));
    this.run = { ...this.run, problems: [...this.run.problems, ...fresh].slice(0, MOST_PROBLEMS) };
  }

  end(state: ConnectionRun['state'], found: readonly Problem[]): void {
    this.warn(found);
    this.run = { ...this.run, state };
  }
}

const MOST_PROBLEMS = 50;

async function pulled(
  app: App,
  connection: StoredConnection,
  zone: string,
  state: RunState,
  signal: AbortSignal,
): Promise<Result<PutOff | null>> {
  const connector = CONNECTORS[connection.connector];
  const today = dayOfInstant(Date.parse(app.effects.now()), zone);
  const { since, through } = connection;
  const slices = pullSlices({
    since,
    through,
    today,
    restates: connection.restates ?? connector.restates,
    sliceDays: connector.sliceDays,
  });
  state.note({ from: slices[0]?.from ?? null, to: slices.at(-1)?.to ?? null });
  const { asker, secrets } = askerOf(app, connection, connector, signal);
  for (const slice of slices) {
    const pull: Pull = { settings: connection.settings, ...slice, zone, secrets };
    const spool = await PageSpool.open(
      pullFolder(app),
      connection.id,
      JSON.stringify([connector.id, connection.settings, slice, today]),
    );
    const read = await pagesOf(connector, asker, pull, spool, state);
    state.note({ requests: asker.requests });
    if (!read.ok || read.value !== null) return read;
    const kept = await keptSlice(app, connection, connector, slice, spool, state);
    if (!kept.ok) return kept;
    spool.discard();
    await app.workspace.ledger.change(state.run.by, change => noteConnection(change, connection.id, { through: slice.to }));
  }
  return ok(null);
}

async function pagesOf(
  connector: Connector,
  asker: PageAsker,
  pull: Pull,
  spool: PageSpool,
  state: RunState,
): Promise<Result<PutOff | null>> {
  const columns = connector.rows(pull.settings).columns;
  const service = connector.name.en;
  let hasStartedOver = false;
  do {
    const read = await asker.page(pull, spool.cursor);
    if (!read.ok) return read;
    const { value } = read;
    if (value.kind === 'put-off') return ok(value);
    if (value.kind === 'start-over') {
      if (hasStartedOver) return failed([problem('connect-endless', { service })]);
      hasStartedOver = true;
      spool.startOver();
      continue;
    }
    const isStuck = value.next !== null && value.next === spool.cursor;
    if (isStuck || spool.pages >= MOST_PAGES || spool.rows > MOST_ROWS) return failed([problem('connect-endless', { service })]);
    state.warn(value.notes ?? []);
    const headings = columns === 'open' ? (value.headings ?? []) : columns.map(({ to }) => to);
    await spool.add(headings, value.rows, value.next);
  } while (spool.cursor !== null || spool.pages === 0);
  return ok(null);
}

async function keptSlice(
  app: App,
  connection: StoredConnection,
  connector: Connector,
  slice: DayRange,
  spool: PageSpool,
  state: RunState,
): Promise<Result<null>> {
  if (spool.rows === 0) {
    if (await hasRowsIn(app, connection, slice)) state.warn([problem('connect-empty', slice)]);
    return ok(null);
  }
  const stored = await storeSlice(app, connection, connector, slice, spool);
  if (!stored.ok) {
    spool.discard();
    return stored;
  }
  const { value } = stored;
  if (value.kind === 'imported') {
    const batches = await Promise.all(value.imported.map(id => findBatch(app.workspace.ledger.db, id)));
    const rows = batches.reduce((sum, batch) => sum + (batch?.rows ?? 0), 0);
    state.note({ rows: state.run.rows + rows, batches: [...state.run.batches, ...value.imported] });
  }
  return ok(null);
}

/** What one request for the first page of yesterday brings; nothing is stored. [CON-11] */
export async function tryConnection(app: App, connection: StoredConnection, signal: AbortSignal): Promise<Result<Tried>> {
  const connector = CONNECTORS[connection.connector];
  const { calendar } = await readAppSettings(app);
  const yesterday = addDays(dayOfInstant(Date.parse(app.effects.now()), calendar.zone), -1);
  try {
    const { asker, secrets } = askerOf(app, connection, connector, signal);
    const pull: Pull = { settings: connection.settings, from: yesterday, to: yesterday, zone: calendar.zone, secrets };
    const read = await asker.page(pull, null);
    if (!read.ok) return read;
    const { value } = read;
    if (value.kind !== 'page') return failed([problem('connect-put-off', { service: connector.name.en, until: '' })]);
    const { columns } = connector.rows(connection.settings);
    const headings = columns === 'open' ? (value.headings ?? []) : columns.map(({ to }) => to);
    return ok({
      day: yesterday,
      headings,
      rows: value.rows.slice(0, SHOWN),
      count: value.rows.length,
      isAll: value.next === null,
    });
  } catch (error) {
    if (error instanceof EngineError) return failed([problemOf(error)]);
    throw error;
  }
}

export interface Tried {
  readonly day: Day;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly count: number;
  /** There are no further pages. */
  readonly isAll: boolean;
}

const SHOWN = 5;

function askerOf(
  app: App,
  connection: StoredConnection,
  connector: Connector,
  signal: AbortSignal,
): { readonly asker: PageAsker; readonly secrets: Secrets } {
  const { connecting, effects } = app;
  const secrets = connection.sealed === null ? {} : unseal(connection.sealed, connection.id, connecting.key());
  const asker = new PageAsker({
    connector,
    hosts: connector.hosts(connection.settings),
    effects: connecting,
    secrets,
    signIn: () => tokenAsk(connection, connector, secrets, Date.parse(effects.now())),
    signal,
  });
  return { asker, secrets };
}

function pullFolder({ workspace }: App): string {
  return join(workspace.paths.dir, 'pulls');
}

/** Throws away pages of a connection that was changed or removed. */
export function forgetPages(app: App, connection: string): void {
  for (const ending of ['csv', 'json']) rmSync(join(pullFolder(app), `${connection}.${ending}`), { force: true });
}
