import type { Kysely, Selectable } from 'kysely';
import type { Day } from '#core/calendar/day.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Text } from '#core/text/text.ts';
import type { Change } from './change.ts';
import { textHash } from './content-hash.ts';
import { ledgerFailure, restoreCommand } from './ledger-messages.ts';
import type { LedgerSchema, PlanVersionTable } from './ledger-schema.ts';

/** A published version: the two texts exactly as published, never changed again. [LED-10] */
export interface PlanVersion extends PlanTexts {
  readonly plan: string;
  /** 1, 2, 3 … */
  readonly number: number;
  /** Number of the version it was made from; 0 for the first. */
  readonly base: number;
  readonly author: string;
  readonly reason: string;
  /** Hash of every definition it was checked with, so that it never changes its verdict. */
  readonly definitionsHash: string;
  /** First day its targets hold; days before keep those of the version before. */
  readonly effectiveFrom: Day;
  readonly publishedAt: Instant;
}

export interface PlanTexts {
  readonly yaml: string;
  readonly sheet: string;
}

/** A version without its texts, for lists; with the names it was frozen under. */
export type PlanVersionEntry = Omit<PlanVersion, keyof PlanTexts> & { readonly names: readonly Text[] };

/** Versions of a plan, oldest first. */
export async function listVersions(db: Kysely<LedgerSchema>, plan: string): Promise<readonly PlanVersionEntry[]> {
  const rows = await db
    .selectFrom('planVersion')
    .select(['plan', 'number', 'base', 'author', 'reason', 'definitionsHash', 'effectiveFrom', 'publishedAt'])
    .where('plan', '=', plan)
    .orderBy('number')
    .execute();
  const names = await db.selectFrom('planVersionName').selectAll().where('plan', '=', plan).orderBy('at').execute();
  return rows.map(row => ({
    ...row,
    names: names.filter(({ number }) => number === row.number).map(({ nameJa, nameEn }) => ({ ja: nameJa, en: nameEn })),
  }));
}

export async function readVersion(db: Kysely<LedgerSchema>, plan: string, number: number): Promise<PlanVersion | undefined> {
  const row = await versions(db, plan).where('number', '=', number).executeTakeFirst();
  return row && versionOf(row);
}

/** The newest version; undefined before the first. */
export async function latestVersion(db: Kysely<LedgerSchema>, plan: string): Promise<PlanVersion | undefined> {
  const row = await versions(db, plan).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && versionOf(row);
}

/** The version that was the newest at a moment: the plan as known then. */
export async function versionAsKnown(db: Kysely<LedgerSchema>, plan: string, at: Instant): Promise<PlanVersion | undefined> {
  const row = await versions(db, plan).where('publishedAt', '<=', at).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row && versionOf(row);
}

/**
 * The version whose targets hold on a day: the newest of those in effect by then, or the first one for days before any. [LED-11]
 * March keeps its target when the plan is changed in April.
 */
export async function versionInForce(db: Kysely<LedgerSchema>, plan: string, day: Day): Promise<PlanVersion | undefined> {
  const row =
    (await versions(db, plan).where('effectiveFrom', '<=', day).orderBy('number', 'desc').limit(1).executeTakeFirst()) ??
    (await versions(db, plan).orderBy('number').limit(1).executeTakeFirst());
  return row && versionOf(row);
}

/** The version frozen under a name (期初計画), in either language. */
export async function versionNamed(db: Kysely<LedgerSchema>, plan: string, name: string): Promise<PlanVersion | undefined> {
  const found = await db
    .selectFrom('planVersionName')
    .select('number')
    .where('plan', '=', plan)
    .where(eb => eb.or([eb('nameJa', '=', name), eb('nameEn', '=', name)]))
    .executeTakeFirst();
  return found && readVersion(db, plan, found.number);
}

/** Freezes a version under a name, for good: a name once given never means another version. [LED-12] */
export async function nameVersion(
  change: Change,
  plan: string,
  number: number,
  name: Text,
): Promise<{ readonly kind: 'written' | 'missing' } | { readonly kind: 'conflict'; readonly current: number }> {
  const version = await versions(change.db, plan).where('number', '=', number).executeTakeFirst();
  if (!version) return { kind: 'missing' };
  const taken = (await versionNamed(change.db, plan, name.ja)) ?? (await versionNamed(change.db, plan, name.en));
  if (taken) return taken.number === number ? { kind: 'written' } : { kind: 'conflict', current: taken.number };
  await change.db
    .insertInto('planVersionName')
    .values({ plan, number, nameJa: name.ja, nameEn: name.en, at: change.at, by: change.by })
    .execute();
  await change.record({
    action: 'plan-version-named',
    type: 'plan-version',
    id: `${plan}@${number}`,
    before: null,
    after: { name },
  });
  return { kind: 'written' };
}

function versions(db: Kysely<LedgerSchema>, plan: string) {
  return db.selectFrom('planVersion').selectAll().where('plan', '=', plan);
}

/** The hashes notice what SQLite's own check does not: bytes that changed inside a text. */
function versionOf({ yamlHash, sheetHash, ...version }: Selectable<PlanVersionTable>): PlanVersion {
  if (textHash(version.yaml) === yamlHash && textHash(version.sheet) === sheetHash) return version;
  const file = `ledger.sqlite (${version.plan}@${version.number})`;
  throw ledgerFailure('ledger-damaged', { file, restore: restoreCommand(file) });
}
