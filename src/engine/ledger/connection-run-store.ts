import type { Kysely, Selectable } from 'kysely';
import { connectMessages } from '#core/connect/connect-messages.ts';
import type { ConnectionRun } from '#core/connect/connection.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { Change } from './change.ts';
import type { ConnectionRunTable } from './data-tables.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';

const problem = problemsOf(connectMessages);
const REMEMBERED = 100;

/** The log of a connection, newest first. [CON-10] */
export async function listConnectionRuns(
  db: Kysely<LedgerSchema>,
  connection: string,
  limit: number,
): Promise<readonly ConnectionRun[]> {
  const rows = await db
    .selectFrom('connectionRun')
    .selectAll()
    .where('connection', '=', connection)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(runOf);
}

/** Begins an entry; the oldest ones beyond a hundred are forgotten. */
export async function beginConnectionRun(change: Change, connection: string): Promise<ConnectionRun> {
  const run: ConnectionRun = {
    id: change.newId(),
    connection,
    startedAt: change.at,
    endedAt: null,
    by: change.by,
    state: 'running',
    from: null,
    to: null,
    requests: 0,
    rows: 0,
    batches: [],
    problems: [],
  };
  await change.db.insertInto('connectionRun').values(rowOf(run)).execute();
  const oldest = await change.db
    .selectFrom('connectionRun')
    .select('id')
    .where('connection', '=', connection)
    .orderBy('id', 'desc')
    .offset(REMEMBERED)
    .limit(1)
    .executeTakeFirst();
  if (oldest)
    await change.db.deleteFrom('connectionRun').where('connection', '=', connection).where('id', '<=', oldest.id).execute();
  return run;
}

export async function putConnectionRun({ db }: Change, run: ConnectionRun): Promise<void> {
  const { id, ...row } = rowOf(run);
  await db.updateTable('connectionRun').set(row).where('id', '=', id).execute();
}

/** Pulls that were running when the process ended are told as cut off. */
export async function closeCutOffRuns({ db, at }: Change): Promise<void> {
  await db
    .updateTable('connectionRun')
    .set({ state: 'cut-off', endedAt: at, problems: toJson([problem('connect-cut-off', {})]) })
    .where('state', '=', 'running')
    .execute();
}

function rowOf({ from, to, batches, problems, ...run }: ConnectionRun): ConnectionRunTable {
  return { ...run, fromDay: from, toDay: to, batches: toJson(batches), problems: toJson(problems) };
}

function runOf({ fromDay, toDay, batches, problems, ...row }: Selectable<ConnectionRunTable>): ConnectionRun {
  return { ...row, from: fromDay, to: toDay, batches: fromJson(batches), problems: fromJson(problems) };
}
