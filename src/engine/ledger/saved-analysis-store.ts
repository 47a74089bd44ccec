import type { Kysely } from 'kysely';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { checkStorable } from './storable-text.ts';
import { type Revised, refused, stale, type Written, written } from './written.ts';

/** A page of journeys with its choices, kept under a name. [JNY-11] */
export interface SavedAnalysis {
  readonly name: string;
  readonly page: 'leaving' | 'channels' | 'returning' | 'customers';
  /** The choices as they stand in the page's address. */
  readonly search: string;
}

export interface StoredAnalysis extends SavedAnalysis {
  readonly id: string;
  readonly author: string;
  readonly at: Instant;
  /** Since when it stands on the board; null: it does not. [JNY-12] */
  readonly pinnedAt: Instant | null;
}

/** All of them in the order they were kept. */
export function listAnalyses(db: Kysely<LedgerSchema>): Promise<readonly Revised<StoredAnalysis>[]> {
  return db.selectFrom('savedAnalysis').selectAll().orderBy('id').execute();
}

export async function addAnalysis(change: Change, analysis: SavedAnalysis): Promise<Written<Revised<StoredAnalysis>>> {
  const name = analysis.name.trim();
  const problems = checkStorable({ name, search: analysis.search });
  if (problems.length > 0) return refused(problems);
  const added = { ...analysis, name, id: change.newId(), author: change.by, at: change.at, pinnedAt: null, revision: 1 };
  await change.db.insertInto('savedAnalysis').values(added).execute();
  await change.record({ action: 'analysis-saved', type: 'analysis', id: added.id, before: null, after: added });
  return written(added);
}

/** Puts an analysis on the board, or takes it off. */
export async function pinAnalysis(
  change: Change,
  id: string,
  pinned: boolean,
  revision: number,
): Promise<Written<Revised<StoredAnalysis>>> {
  const current = await change.db.selectFrom('savedAnalysis').selectAll().where('id', '=', id).executeTakeFirst();
  if (current?.revision !== revision) return stale(current);
  const next = { ...current, pinnedAt: pinned ? change.at : null, revision: revision + 1 };
  await change.db
    .updateTable('savedAnalysis')
    .set({ pinnedAt: next.pinnedAt, revision: next.revision })
    .where('id', '=', id)
    .execute();
  const action = pinned ? 'analysis-pinned' : 'analysis-unpinned';
  await change.record({ action, type: 'analysis', id, before: current, after: next });
  return written(next);
}

export async function removeAnalysis(change: Change, id: string, revision: number): Promise<Written<Revised<StoredAnalysis>>> {
  const current = await change.db.selectFrom('savedAnalysis').selectAll().where('id', '=', id).executeTakeFirst();
  if (current?.revision !== revision) return stale(current);
  await change.db.deleteFrom('savedAnalysis').where('id', '=', id).execute();
  await change.record({ action: 'analysis-removed', type: 'analysis', id, before: current, after: null });
  return written(current);
}
