import type { Kysely } from 'kysely';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { Change } from './change.ts';
import { textHash } from './content-hash.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import type { PlanTexts } from './plan-version-store.ts';
import { checkStorable } from './storable-text.ts';
import { refused } from './written.ts';

/** One member's unpublished texts of a plan, saved as they type. [LED-15] */
export interface Draft extends PlanTexts {
  readonly plan: string;
  readonly member: string;
  /** Number of the version it was made from; 0 when there was none. */
  readonly base: number;
  /** Counts the savings. */
  readonly revision: number;
  readonly updatedAt: Instant;
}

export interface DraftSave extends PlanTexts {
  readonly plan: string;
  readonly base: number;
  /** The revision the texts were loaded with; 0 for a new draft. */
  readonly revision: number;
}

export type DraftSaved =
  | { readonly kind: 'saved'; readonly draft: Draft }
  /** Saved by another window in between; null when it was published or thrown away there. */
  | { readonly kind: 'conflict'; readonly current: Draft | null }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'missing' };

export async function readDraft(db: Kysely<LedgerSchema>, plan: string, member: string): Promise<Draft | undefined> {
  return db.selectFrom('draft').selectAll().where('plan', '=', plan).where('member', '=', member).executeTakeFirst();
}

/** All drafts of a plan, newest first: who else is editing. */
export async function listDrafts(db: Kysely<LedgerSchema>, plan: string): Promise<readonly Omit<Draft, keyof PlanTexts>[]> {
  return db
    .selectFrom('draft')
    .select(['plan', 'member', 'base', 'revision', 'updatedAt'])
    .where('plan', '=', plan)
    .orderBy('updatedAt', 'desc')
    .execute();
}

/** Saves the acting member's draft; the same texts again change nothing. The journal keeps hashes, not every keystroke. */
export async function saveDraft(change: Change, { plan, base, revision, yaml, sheet }: DraftSave): Promise<DraftSaved> {
  const found = await change.db.selectFrom('plan').select('id').where('id', '=', plan).executeTakeFirst();
  if (!found) return { kind: 'missing' };
  const problems = checkStorable({ yaml, sheet });
  if (problems.length > 0) return refused(problems);
  const current = await readDraft(change.db, plan, change.by);
  if ((current?.revision ?? 0) !== revision) return { kind: 'conflict', current: current ?? null };
  if (current && current.yaml === yaml && current.sheet === sheet && current.base === base)
    return { kind: 'saved', draft: current };
  const draft: Draft = { plan, member: change.by, yaml, sheet, base, revision: revision + 1, updatedAt: change.at };
  await change.db
    .insertInto('draft')
    .values(draft)
    .onConflict(conflict => conflict.columns(['plan', 'member']).doUpdateSet(draft))
    .execute();
  await change.record({
    action: 'draft-saved',
    type: 'draft',
    id: `${plan}/${change.by}`,
    before: current ? summaryOf(current) : null,
    after: summaryOf(draft),
  });
  return { kind: 'saved', draft };
}

/** Throws the acting member's draft away. */
export async function discardDraft(change: Change, plan: string): Promise<void> {
  const draft = await readDraft(change.db, plan, change.by);
  if (!draft) return;
  await change.db.deleteFrom('draft').where('plan', '=', plan).where('member', '=', change.by).execute();
  const id = `${plan}/${change.by}`;
  await change.record({ action: 'draft-discarded', type: 'draft', id, before: summaryOf(draft), after: null });
}

function summaryOf({ base, revision, yaml, sheet }: Draft) {
  return { base, revision, yamlHash: textHash(yaml), sheetHash: textHash(sheet) };
}
