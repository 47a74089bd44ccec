import type { Kysely, Selectable } from 'kysely';
import { checkText } from '#core/act/check-text.ts';
import type { KpiRef } from '#core/act/kpi-ref.ts';
import { sameKpi } from '#core/act/kpi-ref.ts';
import type { Lesson } from '#core/act/lesson.ts';
import { searchWords } from '#core/act/search-words.ts';
import { normalise } from '#core/text/normalise.ts';
import type { Change } from './change.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema, LessonTable } from './ledger-schema.ts';
import { type Revised, refused, stale, type Written, written } from './written.ts';

export interface LessonQuery {
  /** All of its words must occur, in any field. */
  readonly words?: string;
  readonly kpi?: KpiRef;
}

/** Lessons of successes and failures alike, newest first. [ACT-13, ACT-34] */
export async function searchLessons(
  db: Kysely<LedgerSchema>,
  { words = '', kpi }: LessonQuery = {},
): Promise<readonly Revised<Lesson>[]> {
  const wanted = searchWords(words);
  const rows = await db.selectFrom('lesson').selectAll().orderBy('id', 'desc').execute();
  return rows
    .filter(({ searched }) => wanted.every(word => searched.includes(word)))
    .map(lessonOfRow)
    .filter(({ kpis }) => kpi === undefined || kpis.some(other => sameKpi(other, kpi)));
}

export async function findLesson(db: Kysely<LedgerSchema>, id: string): Promise<Revised<Lesson> | undefined> {
  const row = await db.selectFrom('lesson').selectAll().where('id', '=', id).executeTakeFirst();
  return row && lessonOfRow(row);
}

export async function addLesson(change: Change, lesson: Lesson): Promise<Written<Revised<Lesson>>> {
  const problems = checkText(lesson.lesson, 'lesson', { required: true });
  if (problems.length > 0) return refused(problems);
  const added = { ...lesson, revision: 1 };
  await change.db
    .insertInto('lesson')
    .values({ ...rowOf(added), at: change.at })
    .execute();
  await change.record({ action: 'lesson-added', type: 'lesson', id: lesson.id, before: null, after: added });
  return written(added);
}

/** Changes the words of a lesson, or files it under a channel or industry. */
export async function editLesson(
  change: Change,
  id: string,
  revision: number,
  edit: Pick<Lesson, 'title' | 'lesson' | 'channel' | 'industry'>,
): Promise<Written<Revised<Lesson>>> {
  const current = await findLesson(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const problems = [
    ...checkText(edit.title, 'title', { required: true }),
    ...checkText(edit.lesson, 'lesson', { required: true }),
    ...checkText(edit.channel ?? '', 'channel', { required: false }),
    ...checkText(edit.industry ?? '', 'industry', { required: false }),
  ];
  if (problems.length > 0) return refused(problems);
  const { title, lesson, channel, industry } = edit;
  const after = { ...current, title: title.trim(), lesson: lesson.trim(), channel, industry, revision: revision + 1 };
  await change.db.updateTable('lesson').set(rowOf(after)).where('id', '=', id).execute();
  await change.record({ action: 'lesson-edited', type: 'lesson', id, before: current, after });
  return written(after);
}

function rowOf(lesson: Revised<Lesson>): Omit<LessonTable, 'at'> {
  const { title, hypothesis, lesson: text, channel, industry, kpis } = lesson;
  const fields = [title, hypothesis, text, channel ?? '', industry ?? '', ...kpis.map(({ node }) => node)];
  return { ...lesson, kpis: toJson(kpis), searched: fields.map(normalise).join('\n') };
}

function lessonOfRow({ at: _, searched: __, kpis, ...row }: Selectable<LessonTable>): Revised<Lesson> {
  return { ...row, kpis: fromJson(kpis) };
}
