import type { Kysely } from 'kysely';
import type { Change } from './change.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** By plan: the newest version a member was told about. */
export async function seenVersions(db: Kysely<LedgerSchema>, member: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('versionSeen').select(['plan', 'number']).where('member', '=', member).execute();
  return new Map(rows.map(({ plan, number }) => [plan, number]));
}

/** Notes that the acting member knows a version; an older one changes nothing. No journal entry: nothing that counts has changed. */
export async function seeVersion(change: Change, plan: string, number: number): Promise<void> {
  const seen = (await seenVersions(change.db, change.by)).get(plan) ?? 0;
  if (number <= seen) return;
  const row = { member: change.by, plan, number };
  await change.db
    .insertInto('versionSeen')
    .values(row)
    .onConflict(same => same.columns(['member', 'plan']).doUpdateSet({ number }))
    .execute();
}
