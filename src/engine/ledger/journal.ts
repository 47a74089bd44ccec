import type { Kysely } from 'kysely';
import type { Instant } from '#core/measure/live-segments.ts';
import type { ObjectType } from './change.ts';
import { fromJsonOrNull } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** A change as it was recorded: what is known forever about who did what. [LED-05] */
export interface JournalEntry {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface JournalQuery {
  readonly type?: ObjectType;
  readonly id?: string;
  readonly by?: string;
  /** Inclusive moment. */
  readonly since?: Instant;
  /** Entries older than this one: the last id of the page before. */
  readonly olderThan?: string;
  readonly limit: number;
}

/** Journal entries, newest first. */
export async function readJournal(db: Kysely<LedgerSchema>, query: JournalQuery): Promise<readonly JournalEntry[]> {
  let rows = db.selectFrom('journal').selectAll().orderBy('id', 'desc').limit(query.limit);
  if (query.type !== undefined) rows = rows.where('objectType', '=', query.type);
  if (query.id !== undefined) rows = rows.where('objectId', '=', query.id);
  if (query.by !== undefined) rows = rows.where('by', '=', query.by);
  if (query.since !== undefined) rows = rows.where('at', '>=', query.since);
  if (query.olderThan !== undefined) rows = rows.where('id', '<', query.olderThan);
  const found = await rows.execute();
  return found.map(row => ({ ...row, before: fromJsonOrNull(row.before), after: fromJsonOrNull(row.after) }));
}
