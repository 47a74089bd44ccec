import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '#core/measure/live-segments.ts';
import { checkScenario } from '#core/scenario/check-scenario.ts';
import type { Scenario } from '#core/scenario/scenario.ts';
import type { Change } from './change.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema, ScenarioTable } from './ledger-schema.ts';
import { checkStorable } from './storable-text.ts';
import { type Revised, refused, stale, type Written, written } from './written.ts';

/** A what-if that was kept, with who made it. [SCN-09] */
export interface StoredScenario extends Scenario {
  readonly id: string;
  readonly plan: string;
  /** Who wrote it last, and when. */
  readonly author: string;
  readonly at: Instant;
}

/** The scenarios of a plan in the order they were made. */
export async function listScenarios(db: Kysely<LedgerSchema>, plan: string): Promise<readonly Revised<StoredScenario>[]> {
  const rows = await db.selectFrom('scenario').selectAll().where('plan', '=', plan).orderBy('id').execute();
  return rows.map(ofRow);
}

export async function findScenario(db: Kysely<LedgerSchema>, id: string): Promise<Revised<StoredScenario> | undefined> {
  const row = await db.selectFrom('scenario').selectAll().where('id', '=', id).executeTakeFirst();
  return row && ofRow(row);
}

export async function addScenario(change: Change, plan: string, scenario: Scenario): Promise<Written<Revised<StoredScenario>>> {
  const problems = problemsIn(scenario);
  if (problems.length > 0) return refused(problems);
  const added = {
    ...scenario,
    name: scenario.name.trim(),
    id: change.newId(),
    plan,
    author: change.by,
    at: change.at,
    revision: 1,
  };
  await change.db.insertInto('scenario').values(rowOf(added)).execute();
  await change.record({ action: 'scenario-added', type: 'scenario', id: added.id, before: null, after: added });
  return written(added);
}

export async function editScenario(
  change: Change,
  id: string,
  revision: number,
  scenario: Scenario,
): Promise<Written<Revised<StoredScenario>>> {
  const current = await findScenario(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const problems = problemsIn(scenario);
  if (problems.length > 0) return refused(problems);
  const after = { ...current, ...scenario, name: scenario.name.trim(), author: change.by, at: change.at, revision: revision + 1 };
  await change.db.updateTable('scenario').set(rowOf(after)).where('id', '=', id).execute();
  await change.record({ action: 'scenario-edited', type: 'scenario', id, before: current, after });
  return written(after);
}

export async function removeScenario(change: Change, id: string, revision: number): Promise<Written<Revised<StoredScenario>>> {
  const current = await findScenario(change.db, id);
  if (current?.revision !== revision) return stale(current);
  await change.db.deleteFrom('scenario').where('id', '=', id).execute();
  await change.record({ action: 'scenario-removed', type: 'scenario', id, before: current, after: null });
  return written(current);
}

function problemsIn(scenario: Scenario) {
  return [...checkScenario(scenario), ...checkStorable({ name: scenario.name, note: scenario.note })];
}

function rowOf({ changes, probability, ...scenario }: Revised<StoredScenario>): ScenarioTable {
  return { ...scenario, changes: toJson(changes), probability: probability === null ? null : String(probability) };
}

function ofRow({ changes, probability, ...row }: Selectable<ScenarioTable>): Revised<StoredScenario> {
  return { ...row, changes: fromJson(changes), probability: probability === null ? null : Number(probability) };
}
