import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#core/calendar/day.ts';
import type { Connection } from '#core/connect/connection.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import type { ConnectionTable } from './data-tables.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { type Revised, stale, type Written, written } from './written.ts';

/** A connection as it is stored. */
export interface StoredConnection extends Connection {
  readonly id: string;
  /** Its secrets; only the edge that signs in opens them. Null until they were entered. */
  readonly sealed: string | null;
  /** The newest day that is in. */
  readonly through: Day | null;
  readonly nextRun: Instant | null;
  readonly createdAt: Instant;
  readonly createdBy: string;
}

/** All connections that were not removed, by name. */
export async function listConnections(db: Kysely<LedgerSchema>): Promise<readonly Revised<StoredConnection>[]> {
  const rows = await db.selectFrom('connection').selectAll().where('removedAt', 'is', null).orderBy('id').execute();
  return rows.map(connectionOf);
}

export async function findConnection(db: Kysely<LedgerSchema>, id: string): Promise<Revised<StoredConnection> | undefined> {
  const row = await db
    .selectFrom('connection')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row && connectionOf(row);
}

/** `sealedFor`: seals the secrets for the id the connection gets. */
export async function createConnection(
  change: Change,
  connection: Connection,
  nextRun: Instant | null,
  sealedFor: (id: string) => string,
): Promise<Revised<StoredConnection>> {
  const id = change.newId();
  const row: ConnectionTable = {
    id,
    described: toJson(connection),
    sealed: sealedFor(id),
    through: null,
    nextRun,
    createdAt: change.at,
    createdBy: change.by,
    removedAt: null,
    revision: 1,
  };
  await change.db.insertInto('connection').values(row).execute();
  await change.record({ action: 'connection-created', type: 'connection', id, before: null, after: connection });
  return connectionOf(row);
}

/** What is changed of a connection. `sealed`: its new secrets, where they were entered again. Other days or settings begin anew: `through` is forgotten. */
export async function editConnection(
  change: Change,
  id: string,
  revision: number,
  {
    connection,
    sealed,
    nextRun,
  }: { readonly connection: Connection; readonly sealed?: string; readonly nextRun: Instant | null },
): Promise<Written<Revised<StoredConnection>>> {
  const current = await findConnection(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const isSameSource =
    toJson([current.settings, current.since, current.dataset]) ===
    toJson([connection.settings, connection.since, connection.dataset]);
  const set = {
    described: toJson(connection),
    nextRun,
    through: isSameSource ? current.through : null,
    revision: revision + 1,
    ...(sealed === undefined ? {} : { sealed }),
  };
  await change.db.updateTable('connection').set(set).where('id', '=', id).execute();
  const before = describedOf(current);
  const after = sealed === undefined ? connection : { ...connection, credentials: 'replaced' };
  await change.record({ action: 'connection-changed', type: 'connection', id, before, after });
  const found = await findConnection(change.db, id);
  return found ? written(found) : { kind: 'missing' };
}

/** Takes a connection away with its secrets; what it has brought stays. */
export async function removeConnection(change: Change, id: string): Promise<Written<StoredConnection>> {
  const current = await findConnection(change.db, id);
  if (!current) return { kind: 'missing' };
  await change.db
    .updateTable('connection')
    .set({ removedAt: change.at, sealed: null, nextRun: null })
    .where('id', '=', id)
    .execute();
  await change.record({ action: 'connection-removed', type: 'connection', id, before: describedOf(current), after: null });
  return written(current);
}

/** Notes how far a connection has come, or when it is asked next. Its imports are what the journal has. */
export async function noteConnection(
  { db }: Change,
  id: string,
  noted: { readonly through?: Day; readonly nextRun?: Instant | null },
): Promise<void> {
  await db.updateTable('connection').set(noted).where('id', '=', id).execute();
}

function describedOf({ name, connector, settings, signIn, dataset, since, restates, schedule }: Connection): Connection {
  return { name, connector, settings, signIn, dataset, since, restates, schedule };
}

function connectionOf({ described, removedAt: _, ...row }: Selectable<ConnectionTable>): Revised<StoredConnection> {
  return { ...fromJson<Connection>(described), ...row };
}
