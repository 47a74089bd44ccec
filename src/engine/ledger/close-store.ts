import type { Kysely } from 'kysely';
import { actProblem } from '#core/act/act-messages.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { CloseState } from '#core/measure/observation.ts';
import type { Change } from './change.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { refused, type Written, written } from './written.ts';

/** One step of closing a period for a source, or for `all`; every step is kept. [LED-30] */
export interface PeriodClose {
  readonly id: string;
  readonly source: string;
  readonly period: string;
  readonly state: CloseState;
  readonly at: Instant;
  readonly by: string;
  readonly note: string;
}

/** All steps for a period, oldest first. */
export async function closeHistory(db: Kysely<LedgerSchema>, period: string): Promise<readonly PeriodClose[]> {
  return db.selectFrom('periodClose').selectAll().where('period', '=', period).orderBy('id').execute();
}

/** The last step per source and period, at a moment when one is given; what was never closed is absent, that is, open. */
export async function currentCloses(db: Kysely<LedgerSchema>, asKnown?: Instant): Promise<readonly PeriodClose[]> {
  let query = db.selectFrom('periodClose').selectAll().orderBy('id');
  if (asKnown !== undefined) query = query.where('at', '<=', asKnown);
  const last = new Map<string, PeriodClose>();
  for (const step of await query.execute()) last.set(`${step.period} ${step.source}`, step);
  return [...last.values()];
}

/**
 * The state of a period for a source: its own or that of `all`, whichever is further on. Open when neither was ever closed.
 * `closes`: what `currentCloses` gave.
 */
export function closeStateOf(closes: readonly PeriodClose[], source: string, period: string): CloseState {
  const states = closes
    .filter(step => step.period === period && (step.source === source || step.source === 'all'))
    .map(({ state }) => state);
  return states.includes('final') ? 'final' : states.includes('preliminary') ? 'preliminary' : 'open';
}

/** Closes or reopens a period; the state it has already changes nothing. What was final is reopened only with a reason. [LED-31] */
export async function closePeriod(
  change: Change,
  step: Pick<PeriodClose, 'source' | 'period' | 'state' | 'note'>,
): Promise<Written<PeriodClose>> {
  const note = step.note.trim();
  const before = await change.db
    .selectFrom('periodClose')
    .selectAll()
    .where('period', '=', step.period)
    .where('source', '=', step.source)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!before && step.state === 'open') return { kind: 'missing' };
  if (before?.state === step.state) return written(before);
  if (before?.state === 'final' && note === '') {
    return refused([actProblem('close-reopen-reason', { period: step.period }, { at: ['note'] })]);
  }
  const after: PeriodClose = { ...step, note, id: change.newId(), at: change.at, by: change.by };
  await change.db.insertInto('periodClose').values(after).execute();
  const id = `${step.source}/${step.period}`;
  await change.record({ action: 'period-closed', type: 'period-close', id, before: before ?? null, after });
  return written(after);
}
