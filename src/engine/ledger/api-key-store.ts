import { createHash, timingSafeEqual } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import { type ApiKeyRights, checkApiKey } from '#core/connect/api-key-rights.ts';
import { pushMessages } from '#core/connect/push-messages.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import { problemsOf } from '#core/problem/problem.ts';
import type { Change } from './change.ts';
import type { ApiKeyTable } from './data-tables.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { refused, type Written, written } from './written.ts';

/** A key of a program, without its secret. [KEY-01] */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly rights: ApiKeyRights;
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** Its last use, noted at most once an hour. */
  readonly usedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
}

const problem = problemsOf(pushMessages);

/** All keys, revoked ones included, newest first. */
export async function listApiKeys(db: Kysely<LedgerSchema>): Promise<readonly ApiKey[]> {
  const rows = await db.selectFrom('apiKey').selectAll().orderBy('id', 'desc').execute();
  return rows.map(keyOf);
}

/** Makes a key. `secret`: 256 random bits; of the whole text only a hash is stored, so it can be shown this once. [KEY-02] */
export async function createApiKey(
  change: Change,
  { name, rights }: Pick<ApiKey, 'name' | 'rights'>,
  secret: Uint8Array,
): Promise<Written<{ readonly key: ApiKey; readonly text: string }>> {
  const problems = checkApiKey(name, rights);
  if (problems.length > 0) return refused(problems);
  const taken = await change.db.selectFrom('apiKey').select('id').where('name', '=', name).executeTakeFirst();
  if (taken) return refused([problem('api-key-taken', { name }, { at: ['name'] })]);
  const id = change.newId();
  const text = Buffer.from(secret).toString('base64url');
  const row: ApiKeyTable = {
    id,
    name,
    hash: hashOf(text),
    rights: toJson(rights),
    createdAt: change.at,
    createdBy: change.by,
    usedAt: null,
    revokedAt: null,
    revokedBy: null,
  };
  await change.db.insertInto('apiKey').values(row).execute();
  const key = keyOf(row);
  await change.record({ action: 'api-key-created', type: 'api-key', id, before: null, after: key });
  return written({ key, text: `rk_${id}_${text}` });
}

export async function revokeApiKey(change: Change, id: string): Promise<Written<ApiKey>> {
  const row = await change.db.selectFrom('apiKey').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return { kind: 'missing' };
  const before = keyOf(row);
  if (before.revokedAt !== null) return written(before);
  const after: ApiKey = { ...before, revokedAt: change.at, revokedBy: change.by };
  await change.db.updateTable('apiKey').set({ revokedAt: change.at, revokedBy: change.by }).where('id', '=', id).execute();
  await change.record({ action: 'api-key-revoked', type: 'api-key', id, before, after });
  return written(after);
}

/** The key a text stands for; undefined when it is none, or revoked. */
export async function findApiKey(db: Kysely<LedgerSchema>, text: string): Promise<ApiKey | undefined> {
  const parts = /^rk_([0-9a-z]{26})_([\w-]{43})$/.exec(text);
  const row = await db
    .selectFrom('apiKey')
    .selectAll()
    .where('id', '=', parts?.[1] ?? '')
    .executeTakeFirst();
  const isSame = timingSafeEqual(Buffer.from(row?.hash ?? hashOf('')), Buffer.from(hashOf(parts?.[2] ?? ' ')));
  return row && isSame && row.revokedAt === null ? keyOf(row) : undefined;
}

/** Notes that a key was used; the journal has what was done with it. */
export async function noteApiKeyUse(change: Change, { id }: ApiKey): Promise<void> {
  await change.db.updateTable('apiKey').set({ usedAt: change.at }).where('id', '=', id).execute();
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function keyOf({ hash: _, rights, ...row }: Selectable<ApiKeyTable>): ApiKey {
  return { ...row, rights: fromJson<ApiKeyRights>(rights) };
}
