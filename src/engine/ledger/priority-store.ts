import type { Kysely } from 'kysely';
import type { Override } from '#core/prioritise/score.ts';
import type { Change } from './change.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** Marks that people set on a plan's KPIs and success factors, in place of the computed ones. [PRI-08] */
export async function priorityMarks(db: Kysely<LedgerSchema>, plan: string): Promise<readonly Override[]> {
  const rows = await db
    .selectFrom('priorityMark')
    .selectAll()
    .where('plan', '=', plan)
    .orderBy('object')
    .orderBy('criterion')
    .execute();
  return rows.map(({ object, criterion, mark, by, note }) => ({ id: object, criterion, mark, by, note }));
}

/** Sets a mark under the acting member's name, or takes it back (null), so that the computed one counts again. */
export async function setPriorityMark(
  change: Change,
  plan: string,
  {
    id,
    criterion,
    mark,
    note,
  }: {
    readonly id: string;
    readonly criterion: Override['criterion'];
    readonly mark: Override['mark'] | null;
    readonly note: string;
  },
): Promise<void> {
  const before = (await priorityMarks(change.db, plan)).find(own => own.id === id && own.criterion === criterion) ?? null;
  await change.db
    .deleteFrom('priorityMark')
    .where('plan', '=', plan)
    .where('object', '=', id)
    .where('criterion', '=', criterion)
    .execute();
  if (mark !== null) {
    const row = { plan, object: id, criterion, mark, note, by: change.by, at: change.at };
    await change.db.insertInto('priorityMark').values(row).execute();
  }
  const after = mark === null ? null : { id, criterion, mark, by: change.by, note };
  const action = mark === null ? 'priority-mark-removed' : 'priority-mark-set';
  await change.record({ action, type: 'priority-mark', id: `${plan}/${id}/${criterion}`, before, after });
}
