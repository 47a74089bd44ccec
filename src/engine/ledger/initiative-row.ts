import type { Selectable } from 'kysely';
import type { Initiative } from '#core/act/initiative.ts';
import type { KpiRef } from '#core/act/kpi-ref.ts';
import { fromJson, fromJsonOrNull, toJson } from './json-text.ts';
import type { InitiativeTable } from './ledger-schema.ts';
import type { Revised } from './written.ts';

/** An initiative as its row; its KPIs have rows of their own. */
export function initiativeRow({ kpis: _, ...initiative }: Revised<Initiative>): InitiativeTable {
  return {
    ...initiative,
    expected: initiative.expected && toJson(initiative.expected),
    cost: initiative.cost && toJson(initiative.cost),
    contributors: toJson(initiative.contributors),
    evidence: toJson(initiative.evidence),
    details: toJson(initiative.details),
    closing: initiative.closing && toJson(initiative.closing),
  };
}

export function initiativeOf(row: Selectable<InitiativeTable>, kpis: readonly KpiRef[]): Revised<Initiative> {
  return {
    ...row,
    kpis,
    expected: fromJsonOrNull(row.expected),
    cost: fromJsonOrNull(row.cost),
    contributors: fromJson(row.contributors),
    evidence: fromJson(row.evidence),
    details: fromJson(row.details),
    closing: fromJsonOrNull(row.closing),
  };
}
