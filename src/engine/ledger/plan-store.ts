import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Text } from '#core/text/text.ts';
import type { Change } from './change.ts';
import type { LedgerSchema, PlanTable } from './ledger-schema.ts';
import { type Written, written } from './written.ts';

/** A plan as the ledger lists it; its texts are in its versions and drafts. */
export interface StoredPlan {
  readonly id: string;
  readonly name: Text;
  readonly state: 'active' | 'archived';
  readonly createdAt: Instant;
  readonly createdBy: string;
}

export async function listPlans(db: Kysely<LedgerSchema>): Promise<readonly StoredPlan[]> {
  const rows = await db.selectFrom('plan').selectAll().orderBy('createdAt').orderBy('id').execute();
  return rows.map(planOf);
}

export async function findPlan(db: Kysely<LedgerSchema>, id: string): Promise<StoredPlan | undefined> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
  return row && planOf(row);
}

/** Makes room for a plan; its id is taken for good. A conflict when it is taken already. */
export async function createPlan(change: Change, id: string, name: Text): Promise<Written<StoredPlan>> {
  const taken = await findPlan(change.db, id);
  if (taken) return { kind: 'conflict', current: taken };
  const plan: StoredPlan = { id, name, state: 'active', createdAt: change.at, createdBy: change.by };
  const row = { id, nameJa: name.ja, nameEn: name.en, state: plan.state, createdAt: change.at, createdBy: change.by };
  await change.db.insertInto('plan').values(row).execute();
  await change.record({ action: 'plan-created', type: 'plan', id, before: null, after: plan });
  return written(plan);
}

/** Renames a plan, or puts it away or takes it out again; its versions stay. [DES-73] */
export async function changePlan(
  change: Change,
  id: string,
  to: { readonly name?: Text; readonly state?: StoredPlan['state'] },
): Promise<Written<StoredPlan>> {
  const before = await findPlan(change.db, id);
  if (!before) return { kind: 'missing' };
  const after: StoredPlan = { ...before, ...to };
  await change.db
    .updateTable('plan')
    .set({ nameJa: after.name.ja, nameEn: after.name.en, state: after.state })
    .where('id', '=', id)
    .execute();
  await change.record({ action: 'plan-changed', type: 'plan', id, before, after });
  return written(after);
}

function planOf({ nameJa, nameEn, ...row }: Selectable<PlanTable>): StoredPlan {
  return { ...row, name: { ja: nameJa, en: nameEn } };
}
