import type { Kysely } from 'kysely';
import { parseToDo, type ToDo, type ToDoInput } from '#core/act/to-do.ts';
import type { Day } from '#core/calendar/day.ts';
import type { Change } from './change.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { listMembers } from './member-store.ts';
import { type Revised, refused, stale, type Written, written } from './written.ts';

export interface ToDoQuery {
  readonly owner?: string;
  readonly initiative?: string;
  readonly done?: boolean;
}

/** To-dos by due date. */
export async function listToDos(
  db: Kysely<LedgerSchema>,
  { owner, initiative, done }: ToDoQuery = {},
): Promise<readonly Revised<ToDo>[]> {
  let query = db.selectFrom('toDo').selectAll().orderBy('due').orderBy('id');
  if (owner !== undefined) query = query.where('owner', '=', owner);
  if (initiative !== undefined) query = query.where('initiative', '=', initiative);
  if (done !== undefined) query = query.where('doneOn', done ? 'is not' : 'is', null);
  return query.execute();
}

export async function findToDo(db: Kysely<LedgerSchema>, id: string): Promise<Revised<ToDo> | undefined> {
  return db.selectFrom('toDo').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function addToDo(change: Change, input: ToDoInput): Promise<Written<Revised<ToDo>>> {
  const parsed = parseToDo(input, await listMembers(change.db));
  if (!parsed.ok) return refused(parsed.problems);
  const toDo = { ...parsed.value, id: change.newId(), doneOn: null, doneBy: null, revision: 1 };
  await change.db.insertInto('toDo').values(toDo).execute();
  await change.record({ action: 'to-do-added', type: 'to-do', id: toDo.id, before: null, after: toDo });
  return written(toDo);
}

export async function editToDo(change: Change, id: string, revision: number, input: ToDoInput): Promise<Written<Revised<ToDo>>> {
  const current = await findToDo(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const parsed = parseToDo(input, await listMembers(change.db));
  if (!parsed.ok) return refused(parsed.problems);
  return written(await replace(change, current, { ...current, ...parsed.value }, 'to-do-edited'));
}

/** Marks it as done on a day, or as open again with null. */
export async function finishToDo(
  change: Change,
  id: string,
  revision: number,
  doneOn: Day | null,
): Promise<Written<Revised<ToDo>>> {
  const current = await findToDo(change.db, id);
  if (current?.revision !== revision) return stale(current);
  if (current.doneOn === doneOn) return written(current);
  const after = { ...current, doneOn, doneBy: doneOn === null ? null : change.by };
  return written(await replace(change, current, after, doneOn === null ? 'to-do-reopened' : 'to-do-done'));
}

export async function removeToDo(change: Change, id: string, revision: number): Promise<Written<Revised<ToDo>>> {
  const current = await findToDo(change.db, id);
  if (current?.revision !== revision) return stale(current);
  await change.db.deleteFrom('toDo').where('id', '=', id).execute();
  await change.record({ action: 'to-do-removed', type: 'to-do', id, before: current, after: null });
  return written(current);
}

async function replace(change: Change, current: Revised<ToDo>, next: ToDo, action: string): Promise<Revised<ToDo>> {
  const after = { ...next, revision: current.revision + 1 };
  await change.db.updateTable('toDo').set(after).where('id', '=', after.id).execute();
  await change.record({ action, type: 'to-do', id: after.id, before: current, after });
  return after;
}
