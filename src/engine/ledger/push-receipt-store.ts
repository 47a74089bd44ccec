import type { Kysely } from 'kysely';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** What a push was answered, for the day its sender asks again. [PSH-03] */
export interface PushReceipt<T> {
  readonly hash: string;
  readonly answer: T;
  readonly at: Instant;
}

const REMEMBERED_DAYS = 90;

export async function findPushReceipt<T>(
  db: Kysely<LedgerSchema>,
  sender: string,
  key: string,
): Promise<PushReceipt<T> | undefined> {
  const row = await db
    .selectFrom('pushReceipt')
    .select(['hash', 'answer', 'at'])
    .where('sender', '=', sender)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && { ...row, answer: fromJson<T>(row.answer) };
}

/** Remembers an answer, and forgets those that are too old. */
export async function putPushReceipt(
  { db, by, at }: Change,
  { key, hash, answer }: { readonly key: string; readonly hash: string; readonly answer: unknown },
): Promise<void> {
  const oldest = new Date(Date.parse(at) - REMEMBERED_DAYS * 86_400_000).toISOString();
  await db.deleteFrom('pushReceipt').where('at', '<', oldest).execute();
  await db
    .insertInto('pushReceipt')
    .values({ sender: by, key, hash, answer: toJson(answer), at })
    .onConflict(same => same.columns(['sender', 'key']).doNothing())
    .execute();
}
