import type { Kysely, Selectable } from 'kysely';
import { checkDecision } from '#core/quality/check-decision.ts';
import type { QualityDecision } from '#core/quality/quality-ticket.ts';
import type { Change } from './change.ts';
import type { QualityDecisionTable } from './data-tables.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { checkStorable } from './storable-text.ts';
import { refused, type Written, written } from './written.ts';

/** What a word is about: the key under which the last one counts. */
export type DecisionPlace = Pick<QualityDecision, 'about' | 'subject' | 'days'>;

/** The words that count, newest first. [QUA-03] */
export async function listDecisions(db: Kysely<LedgerSchema>): Promise<readonly QualityDecision[]> {
  const rows = await db.selectFrom('qualityDecision').selectAll().orderBy('at', 'desc').orderBy('fromDay', 'desc').execute();
  return rows.map(decisionOf);
}

/** Says something about days of a subject; a later word about the same days takes the place of the earlier one. */
export async function putDecision(change: Change, said: Omit<QualityDecision, 'by' | 'at'>): Promise<Written<QualityDecision>> {
  const decision: QualityDecision = { ...said, reason: said.reason.trim(), by: change.by, at: change.at };
  const problems = [...checkDecision(decision), ...checkStorable({ reason: decision.reason })];
  if (problems.length > 0) return refused(problems);
  const before = await findDecision(change, decision);
  const row = rowOf(decision);
  await change.db
    .insertInto('qualityDecision')
    .values(row)
    .onConflict(same => same.columns(['about', 'subjectKind', 'subject', 'fromDay', 'toDay']).doUpdateSet(row))
    .execute();
  await change.record({
    action: 'quality-decided',
    type: 'quality-decision',
    id: idOf(decision),
    before: before ?? null,
    after: decision,
  });
  return written(decision);
}

/** Takes a word back: the ticket is open again. */
export async function removeDecision(change: Change, place: DecisionPlace): Promise<Written<QualityDecision>> {
  const before = await findDecision(change, place);
  if (!before) return { kind: 'missing' };
  await atPlace(change, place).execute();
  await change.record({ action: 'quality-reopened', type: 'quality-decision', id: idOf(place), before, after: null });
  return written(before);
}

function atPlace({ db }: Change, { about, subject, days }: DecisionPlace) {
  return db
    .deleteFrom('qualityDecision')
    .where('about', '=', about)
    .where('subjectKind', '=', subject.kind)
    .where('subject', '=', subject.id)
    .where('fromDay', '=', days.from)
    .where('toDay', '=', days.to);
}

async function findDecision({ db }: Change, { about, subject, days }: DecisionPlace): Promise<QualityDecision | undefined> {
  const row = await db
    .selectFrom('qualityDecision')
    .selectAll()
    .where('about', '=', about)
    .where('subjectKind', '=', subject.kind)
    .where('subject', '=', subject.id)
    .where('fromDay', '=', days.from)
    .where('toDay', '=', days.to)
    .executeTakeFirst();
  return row && decisionOf(row);
}

function idOf({ about, subject, days }: DecisionPlace): string {
  return `${about}/${subject.kind}/${subject.id}/${days.from}/${days.to}`;
}

function rowOf({ about, subject, days, excluded, ...said }: QualityDecision): QualityDecisionTable {
  return {
    ...said,
    about,
    subjectKind: subject.kind,
    subject: subject.id,
    fromDay: days.from,
    toDay: days.to,
    excluded: excluded ? 1 : 0,
  };
}

function decisionOf(row: Selectable<QualityDecisionTable>): QualityDecision {
  const { subjectKind, subject, fromDay, toDay, excluded, ...said } = row;
  return { ...said, subject: { kind: subjectKind, id: subject }, days: { from: fromDay, to: toDay }, excluded: excluded === 1 };
}
