import type { Kysely } from 'kysely';
import { checkAudit } from '#core/quality/check-audit.ts';
import type { DataAudit } from '#core/quality/data-audit.ts';
import type { Change } from './change.ts';
import { fromJson, fromJsonOrNull, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { listMembers } from './member-store.ts';
import { checkStorable } from './storable-text.ts';
import { refused, type Written, written } from './written.ts';

/** Audits that were carried out, newest first. */
export async function listAudits(db: Kysely<LedgerSchema>): Promise<readonly DataAudit[]> {
  const rows = await db.selectFrom('dataAudit').selectAll().orderBy('id', 'desc').execute();
  return rows.map(({ onDay, nextDay, samples, checks, correction, ...row }) => ({
    ...row,
    on: onDay,
    next: nextDay,
    samples: fromJson<DataAudit['samples']>(samples),
    checks: fromJson<DataAudit['checks']>(checks),
    correction: fromJsonOrNull(correction) as DataAudit['correction'],
  }));
}

/** Writes down an audit; it is never changed afterwards. [QUA-30] */
export async function addAudit(change: Change, said: Omit<DataAudit, 'id' | 'at' | 'by'>): Promise<Written<DataAudit>> {
  const problems = [
    ...checkAudit(said, await listMembers(change.db)),
    ...checkStorable({ note: said.note, countermeasure: said.correction?.what ?? '' }),
  ];
  if (problems.length > 0) return refused(problems);
  const audit: DataAudit = { ...said, note: said.note.trim(), id: change.newId(), at: change.at, by: change.by };
  const { on, next, samples, checks, correction, ...row } = audit;
  await change.db
    .insertInto('dataAudit')
    .values({
      ...row,
      onDay: on,
      nextDay: next,
      samples: toJson(samples),
      checks: toJson(checks),
      correction: correction && toJson(correction),
    })
    .execute();
  const after = { dataset: audit.dataset, result: audit.result, samples: samples.length, correction, next };
  await change.record({ action: 'data-audited', type: 'data-audit', id: audit.id, before: null, after });
  return written(audit);
}
