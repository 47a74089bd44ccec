import type { Kysely, Selectable } from 'kysely';
import { checkText } from '#core/act/check-text.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import type { LedgerSchema, ProcedurePageTable } from './ledger-schema.ts';
import { type Revised, refused, stale, type Written, written } from './written.ts';

/** How something is done from now on; begun when an initiative is closed as standardised. [ACT-11] */
export interface ProcedurePage {
  readonly id: string;
  readonly initiative: string | null;
  readonly title: string;
  readonly body: string;
  /** When it was last written. */
  readonly at: Instant;
}

/** Pages, the ones written last first. */
export async function listProcedurePages(db: Kysely<LedgerSchema>): Promise<readonly Revised<ProcedurePage>[]> {
  return db.selectFrom('procedurePage').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').execute();
}

export async function findProcedurePage(
  db: Kysely<LedgerSchema>,
  id: string,
): Promise<Selectable<ProcedurePageTable> | undefined> {
  return db.selectFrom('procedurePage').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Begins a page; its texts come from checked ones. */
export async function addProcedurePage(
  change: Change,
  page: Pick<ProcedurePage, 'initiative' | 'title' | 'body'>,
): Promise<Revised<ProcedurePage>> {
  const added = { ...page, id: change.newId(), at: change.at, revision: 1 };
  await change.db.insertInto('procedurePage').values(added).execute();
  await change.record({ action: 'procedure-page-added', type: 'procedure-page', id: added.id, before: null, after: added });
  return added;
}

export async function editProcedurePage(
  change: Change,
  id: string,
  revision: number,
  { title, body }: Pick<ProcedurePage, 'title' | 'body'>,
): Promise<Written<Revised<ProcedurePage>>> {
  const current = await findProcedurePage(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const problems = [...checkText(title, 'title', { required: true }), ...checkText(body, 'procedure', { required: false })];
  if (problems.length > 0) return refused(problems);
  const after = { ...current, title: title.trim(), body, at: change.at, revision: revision + 1 };
  await change.db.updateTable('procedurePage').set(after).where('id', '=', id).execute();
  await change.record({ action: 'procedure-page-edited', type: 'procedure-page', id, before: current, after });
  return written(after);
}
