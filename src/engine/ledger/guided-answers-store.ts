import type { Kysely } from 'kysely';
import type { GuidedAnswers } from '#core/begin/guided-plan.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import { textHash } from './content-hash.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** One member's answers to the questions that a plan begins with. [LED-19] */
export interface KeptAnswers {
  /** As they were stored; readers check their form, because they may be older than the questions. */
  readonly answers: unknown;
  readonly step: number;
  /** Counts the savings. */
  readonly revision: number;
  readonly updatedAt: Instant;
}

export interface AnswersSave {
  readonly answers: GuidedAnswers;
  readonly step: number;
  /** The revision the answers were loaded with; 0 for the first. */
  readonly revision: number;
}

export type AnswersSaved =
  | { readonly kind: 'saved'; readonly kept: KeptAnswers }
  /** Given elsewhere in between; null when they were thrown away there. */
  | { readonly kind: 'conflict'; readonly current: KeptAnswers | null };

export async function readGuidedAnswers(db: Kysely<LedgerSchema>, member: string): Promise<KeptAnswers | undefined> {
  const row = await db.selectFrom('guidedAnswers').selectAll().where('member', '=', member).executeTakeFirst();
  if (!row) return undefined;
  const { answers, step, revision, updatedAt } = row;
  return { answers: fromJson<unknown>(answers), step, revision, updatedAt };
}

/** Keeps the acting member's answers; the journal has their hash, not every keystroke. */
export async function saveGuidedAnswers(change: Change, { answers, step, revision }: AnswersSave): Promise<AnswersSaved> {
  const current = await readGuidedAnswers(change.db, change.by);
  if ((current?.revision ?? 0) !== revision) return { kind: 'conflict', current: current ?? null };
  const row = { member: change.by, answers: toJson(answers), step, revision: revision + 1, updatedAt: change.at };
  await change.db
    .insertInto('guidedAnswers')
    .values(row)
    .onConflict(conflict => conflict.column('member').doUpdateSet(row))
    .execute();
  const after = { revision: revision + 1, answersHash: textHash(row.answers) };
  const before = current ? summaryOf(current) : null;
  await change.record({ action: 'guided-answers-saved', type: 'guided-answers', id: change.by, before, after });
  return { kind: 'saved', kept: { answers, step, revision: row.revision, updatedAt: row.updatedAt } };
}

/** Throws the acting member's answers away. */
export async function discardGuidedAnswers(change: Change): Promise<void> {
  const current = await readGuidedAnswers(change.db, change.by);
  if (!current) return;
  await change.db.deleteFrom('guidedAnswers').where('member', '=', change.by).execute();
  const before = summaryOf(current);
  await change.record({ action: 'guided-answers-discarded', type: 'guided-answers', id: change.by, before, after: null });
}

function summaryOf({ revision, answers }: KeptAnswers) {
  return { revision, answersHash: textHash(toJson(answers)) };
}
