import type { Kysely } from 'kysely';
import type { Change } from './change.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** `workspace`, or the id of the member whose own setting it is. */
export type SettingScope = string;

/** The value of a setting; undefined when it was never set. Readers check its form: settings outlive versions. */
export async function readSetting(db: Kysely<LedgerSchema>, scope: SettingScope, key: string): Promise<unknown> {
  const row = await db.selectFrom('setting').select('value').where('scope', '=', scope).where('key', '=', key).executeTakeFirst();
  return row && fromJson<unknown>(row.value);
}

export async function readSettings(db: Kysely<LedgerSchema>, scope: SettingScope): Promise<ReadonlyMap<string, unknown>> {
  const rows = await db.selectFrom('setting').select(['key', 'value']).where('scope', '=', scope).orderBy('key').execute();
  return new Map(rows.map(({ key, value }) => [key, fromJson<unknown>(value)]));
}

/** Sets a value that survives JSON; setting the same again records nothing. */
export async function putSetting(change: Change, scope: SettingScope, key: string, value: unknown): Promise<void> {
  const before = await readSetting(change.db, scope, key);
  const text = toJson(value);
  if (before !== undefined && toJson(before) === text) return;
  await change.db
    .insertInto('setting')
    .values({ scope, key, value: text })
    .onConflict(conflict => conflict.columns(['scope', 'key']).doUpdateSet({ value: text }))
    .execute();
  await change.record({
    action: 'setting-changed',
    type: 'setting',
    id: `${scope}/${key}`,
    before: before ?? null,
    after: value,
  });
}
