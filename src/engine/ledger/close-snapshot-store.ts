import type { Kysely } from 'kysely';
import type { ClosedValue } from '#core/closing/close-change.ts';
import type { Instant } from '#core/measure/live-segments.ts';
import type { Change } from './change.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';

/** What every KPI over a source was when a month was closed; never changed. [CLS-02] */
export interface CloseSnapshot {
  readonly id: string;
  /** Id of a dataset, or `all`. */
  readonly source: string;
  readonly period: string;
  readonly state: 'preliminary' | 'final';
  /** Empty where nobody named it. */
  readonly name: string;
  readonly values: readonly ClosedValue[];
  readonly at: Instant;
  readonly by: string;
}

/** Snapshots of a month, newest first. */
export async function listSnapshots(db: Kysely<LedgerSchema>, period: string): Promise<readonly CloseSnapshot[]> {
  const rows = await db.selectFrom('closeSnapshot').selectAll().where('period', '=', period).orderBy('id', 'desc').execute();
  return rows.map(({ valuesThen, ...row }) => ({ ...row, values: fromJson<readonly ClosedValue[]>(valuesThen) }));
}

export async function addSnapshot(change: Change, snapshot: Omit<CloseSnapshot, 'id' | 'at' | 'by'>): Promise<CloseSnapshot> {
  const kept: CloseSnapshot = { ...snapshot, id: change.newId(), at: change.at, by: change.by };
  const { values, ...row } = kept;
  await change.db
    .insertInto('closeSnapshot')
    .values({ ...row, valuesThen: toJson(values) })
    .execute();
  const after = { ...row, values: values.length };
  await change.record({ action: 'close-snapshot-taken', type: 'close-snapshot', id: kept.id, before: null, after });
  return kept;
}
