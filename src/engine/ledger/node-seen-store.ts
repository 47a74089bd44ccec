import type { Kysely } from 'kysely';
import { type Day, daysBetween } from '#core/calendar/day.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Change } from './change.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** Notes that the acting member opened the page of a goal or KPI. No journal entry: nothing that counts has changed. [LNT-07] */
export async function seeNode({ db, by }: Change, plan: string, node: NodeId, day: Day): Promise<void> {
  await db
    .insertInto('nodeSeen')
    .values({ member: by, plan, node, first: day, last: day })
    .onConflict(same => same.columns(['plan', 'node', 'member']).doUpdateSet({ last: day }))
    .execute();
}

/**
 * Days since anybody opened the page of a node; of one that nobody ever opened, since pages of the plan began to be noted.
 * Null where none ever was: then nothing can be told.
 */
export async function unseenDays(db: Kysely<LedgerSchema>, plan: string, today: Day): Promise<(node: NodeId) => number | null> {
  const rows = await db.selectFrom('nodeSeen').select(['node', 'first', 'last']).where('plan', '=', plan).execute();
  const noted = rows.map(({ first }) => first).toSorted()[0];
  const last = new Map<NodeId, Day>();
  for (const { node, last: day } of rows) if (day > (last.get(node) ?? '')) last.set(node, day);
  return node => {
    const since = last.get(node) ?? noted;
    return since === undefined ? null : Math.max(0, daysBetween(since, today));
  };
}
