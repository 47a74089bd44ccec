import type { Kysely } from 'kysely';
import type { ValueDuty } from '#core/measure/entry/value-duty.ts';
import type { Change } from './change.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** Who types which values, by metric. [DUE-01] */
export async function listValueDuties(db: Kysely<LedgerSchema>): Promise<readonly ValueDuty[]> {
  return db.selectFrom('valueDuty').selectAll().orderBy('metric').execute();
}

/** Gives a metric its duty, or takes it away with null. */
export async function putValueDuty(change: Change, metric: string, duty: ValueDuty | null): Promise<void> {
  const before = (await listValueDuties(change.db)).find(one => one.metric === metric) ?? null;
  await change.db.deleteFrom('valueDuty').where('metric', '=', metric).execute();
  if (duty) await change.db.insertInto('valueDuty').values(duty).execute();
  const action = duty ? 'value-duty-set' : 'value-duty-removed';
  await change.record({ action, type: 'value-duty', id: metric, before, after: duty });
}
