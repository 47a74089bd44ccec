import type { Kysely, Selectable } from 'kysely';
import { type Comment, type CommentText, parseComment } from '#core/act/comment.ts';
import type { KpiRef } from '#core/act/kpi-ref.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import type { CommentTable, LedgerSchema } from './ledger-schema.ts';
import { type Revised, refused, stale, type Written, written } from './written.ts';

export type StoredComment = Revised<Comment> & { readonly writtenAt: Instant };

export interface CommentQuery {
  readonly plan?: string;
  readonly node?: string;
  readonly periods?: readonly string[];
}

/** Comments in the order they were written. */
export async function listComments(
  db: Kysely<LedgerSchema>,
  { plan, node, periods }: CommentQuery,
): Promise<readonly StoredComment[]> {
  let query = db.selectFrom('comment').selectAll().orderBy('id');
  if (plan !== undefined) query = query.where('plan', '=', plan);
  if (node !== undefined) query = query.where('node', '=', node);
  if (periods !== undefined) query = query.where('period', 'in', [...periods]);
  return (await query.execute()).map(commentOf);
}

export async function findComment(db: Kysely<LedgerSchema>, id: string): Promise<StoredComment | undefined> {
  const row = await db.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst();
  return row && commentOf(row);
}

export async function addComment(
  change: Change,
  kpi: KpiRef,
  period: string,
  text: CommentText,
): Promise<Written<StoredComment>> {
  const parsed = parseComment(text);
  if (!parsed.ok) return refused(parsed.problems);
  const comment: StoredComment = {
    ...parsed.value,
    id: change.newId(),
    kpi,
    period,
    author: change.by,
    writtenAt: change.at,
    revision: 1,
  };
  await change.db.insertInto('comment').values(rowOf(comment)).execute();
  await change.record({ action: 'comment-added', type: 'comment', id: comment.id, before: null, after: comment });
  return written(comment);
}

/** Changes the words; the author stays, the journal says who edited. */
export async function editComment(
  change: Change,
  id: string,
  revision: number,
  text: CommentText,
): Promise<Written<StoredComment>> {
  const current = await findComment(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const parsed = parseComment(text);
  if (!parsed.ok) return refused(parsed.problems);
  const after: StoredComment = { ...current, ...parsed.value, revision: revision + 1 };
  await change.db.updateTable('comment').set(rowOf(after)).where('id', '=', id).execute();
  await change.record({ action: 'comment-edited', type: 'comment', id, before: current, after });
  return written(after);
}

export async function removeComment(change: Change, id: string, revision: number): Promise<Written<StoredComment>> {
  const current = await findComment(change.db, id);
  if (current?.revision !== revision) return stale(current);
  await change.db.deleteFrom('comment').where('id', '=', id).execute();
  await change.record({ action: 'comment-removed', type: 'comment', id, before: current, after: null });
  return written(current);
}

function rowOf({ kpi, ...comment }: StoredComment): CommentTable {
  return { ...comment, plan: kpi.plan, node: kpi.node };
}

function commentOf({ plan, node, ...row }: Selectable<CommentTable>): StoredComment {
  return { ...row, kpi: { plan, node } };
}
