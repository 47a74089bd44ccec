import type { Kysely, Selectable } from 'kysely';
import type { Annotation } from '#core/act/annotation.ts';
import { checkText } from '#core/act/check-text.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { Change } from './change.ts';
import type { AnnotationTable, LedgerSchema } from './ledger-schema.ts';
import { type Revised, refused, stale, type Written, written } from './written.ts';

export type NewAnnotation = Omit<Annotation, 'id'>;

/** Notes on the charts of a KPI (its plan's and everybody's among them), of a plan, or all; those that touch the days; by first day. */
export async function listAnnotations(
  db: Kysely<LedgerSchema>,
  { plan, node, days }: { readonly plan?: string; readonly node?: string; readonly days?: DayRange } = {},
): Promise<readonly Revised<Annotation>[]> {
  let query = db.selectFrom('annotation').selectAll().orderBy('fromDay').orderBy('id');
  if (plan !== undefined) query = query.where(eb => eb.or([eb('plan', 'is', null), eb('plan', '=', plan)]));
  if (node !== undefined) query = query.where(eb => eb.or([eb('node', 'is', null), eb('node', '=', node)]));
  if (days !== undefined) query = query.where('fromDay', '<=', days.to).where('toDay', '>=', days.from);
  return (await query.execute()).map(annotationOf);
}

export async function findAnnotation(db: Kysely<LedgerSchema>, id: string): Promise<Revised<Annotation> | undefined> {
  const row = await db.selectFrom('annotation').selectAll().where('id', '=', id).executeTakeFirst();
  return row && annotationOf(row);
}

export async function addAnnotation(change: Change, annotation: NewAnnotation): Promise<Written<Revised<Annotation>>> {
  const problems = checkText(annotation.text, 'note', { required: true });
  if (problems.length > 0) return refused(problems);
  const added = { ...tidied(annotation), id: change.newId(), revision: 1 };
  await change.db.insertInto('annotation').values(rowOf(added)).execute();
  await change.record({ action: 'annotation-added', type: 'annotation', id: added.id, before: null, after: added });
  return written(added);
}

export async function editAnnotation(
  change: Change,
  id: string,
  revision: number,
  annotation: NewAnnotation,
): Promise<Written<Revised<Annotation>>> {
  const current = await findAnnotation(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const problems = checkText(annotation.text, 'note', { required: true });
  if (problems.length > 0) return refused(problems);
  const after = { ...tidied(annotation), id, revision: revision + 1 };
  await change.db.updateTable('annotation').set(rowOf(after)).where('id', '=', id).execute();
  await change.record({ action: 'annotation-edited', type: 'annotation', id, before: current, after });
  return written(after);
}

export async function removeAnnotation(change: Change, id: string, revision: number): Promise<Written<Revised<Annotation>>> {
  const current = await findAnnotation(change.db, id);
  if (current?.revision !== revision) return stale(current);
  await remove(change, current);
  return written(current);
}

/** Replaces all notes of one source object by others. */
export async function replaceAnnotations(
  change: Change,
  { source, sourceId }: { readonly source: Annotation['source']; readonly sourceId: string },
  annotations: readonly NewAnnotation[],
): Promise<void> {
  const rows = await change.db
    .selectFrom('annotation')
    .selectAll()
    .where('source', '=', source)
    .where('sourceId', '=', sourceId)
    .execute();
  for (const row of rows) await remove(change, annotationOf(row));
  for (const annotation of annotations) await addAnnotation(change, annotation);
}

async function remove(change: Change, annotation: Revised<Annotation>): Promise<void> {
  const { id } = annotation;
  await change.db.deleteFrom('annotation').where('id', '=', id).execute();
  await change.record({ action: 'annotation-removed', type: 'annotation', id, before: annotation, after: null });
}

/** Days the right way round; a node only with its plan. */
function tidied({ plan, node, days, text, source, sourceId }: NewAnnotation): NewAnnotation {
  const ordered = days.from <= days.to ? { from: days.from, to: days.to } : { from: days.to, to: days.from };
  return { plan, node: plan === null ? null : node, days: ordered, text: text.trim(), source, sourceId };
}

function rowOf({ days, ...annotation }: Revised<Annotation>): AnnotationTable {
  return { ...annotation, fromDay: days.from, toDay: days.to };
}

function annotationOf({ fromDay, toDay, ...row }: Selectable<AnnotationTable>): Revised<Annotation> {
  return { ...row, days: { from: fromDay, to: toDay } };
}
