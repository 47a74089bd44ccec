import type { Kysely } from 'kysely';
import type { AccessRecord } from '#core/measure/personal/access-record.ts';
import type { Change } from './change.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';

type Accessed = Pick<AccessRecord, 'kind' | 'subject' | 'columns' | 'rows'>;

/** Looking again at the same within this time is the same look. */
const SAME_LOOK_MS = 60 * 60 * 1_000;

/**
 * Writes down who dealt with data about people. The same look by the same person within an hour is one entry; whatever changes data, or
 * takes it along, is an entry each time. The table is its own journal. [PPL-06]
 */
export async function recordAccess(change: Change, { kind, subject, columns, rows }: Accessed): Promise<void> {
  const text = toJson([...columns].toSorted());
  if (kind === 'looked' || kind === 'previewed') {
    const since = new Date(Date.parse(change.at) - SAME_LOOK_MS).toISOString();
    const before = await change.db
      .selectFrom('accessRecord')
      .select('id')
      .where('by', '=', change.by)
      .where('kind', '=', kind)
      .where('subject', '=', subject)
      .where('columns', '=', text)
      .where('at', '>=', since)
      .executeTakeFirst();
    if (before) return;
  }
  const row = { id: change.newId(), at: change.at, by: change.by, kind, subject, columns: text, rows };
  await change.db.insertInto('accessRecord').values(row).execute();
}

/** Entries, newest first. `olderThan`: the last id of the page before. */
export async function listAccess(
  db: Kysely<LedgerSchema>,
  { olderThan, limit }: { readonly olderThan?: string | undefined; readonly limit: number },
): Promise<readonly AccessRecord[]> {
  let rows = db.selectFrom('accessRecord').selectAll().orderBy('id', 'desc').limit(limit);
  if (olderThan !== undefined) rows = rows.where('id', '<', olderThan);
  return (await rows.execute()).map(({ columns, ...row }) => ({ ...row, columns: fromJson<readonly string[]>(columns) }));
}
