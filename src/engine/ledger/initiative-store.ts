import type { Kysely } from 'kysely';
import { type InitiativeInput, parseInitiative } from '#core/act/check-initiative.ts';
import type { Initiative } from '#core/act/initiative.ts';
import { initiativeProblem } from '#core/act/initiative-messages.ts';
import type { KpiRef } from '#core/act/kpi-ref.ts';
import { moveInitiative } from '#core/act/move-initiative.ts';
import type { Stage } from '#core/act/stage.ts';
import type { Day } from '#core/calendar/day.ts';
import { addAnnotation } from './annotation-store.ts';
import type { Change } from './change.ts';
import { initiativeOf, initiativeRow } from './initiative-row.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { listMembers } from './member-store.ts';
import { type Revised, refused, stale, type Written, written } from './written.ts';

export interface InitiativeQuery {
  readonly kpi?: KpiRef;
  readonly owner?: string;
  readonly stages?: readonly Stage[];
}

/** Initiatives in the order they were written down. */
export async function listInitiatives(
  db: Kysely<LedgerSchema>,
  query: InitiativeQuery = {},
): Promise<readonly Revised<Initiative>[]> {
  let rows = db.selectFrom('initiative').selectAll().orderBy('id');
  const { kpi, owner, stages } = query;
  if (owner !== undefined) rows = rows.where('owner', '=', owner);
  if (stages !== undefined) rows = rows.where('stage', 'in', [...stages]);
  if (kpi !== undefined) {
    const named = db.selectFrom('initiativeKpi').select('initiative').where('plan', '=', kpi.plan).where('node', '=', kpi.node);
    rows = rows.where('id', 'in', named);
  }
  const found = await rows.execute();
  const kpis = await kpisOf(
    db,
    found.map(({ id }) => id),
  );
  return found.map(row => initiativeOf(row, kpis.get(row.id) ?? []));
}

export async function findInitiative(db: Kysely<LedgerSchema>, id: string): Promise<Revised<Initiative> | undefined> {
  const row = await db.selectFrom('initiative').selectAll().where('id', '=', id).executeTakeFirst();
  return row && initiativeOf(row, (await kpisOf(db, [id])).get(id) ?? []);
}

/** Writes down a new initiative, as an idea unless it continues one that was closed. [ACT-03] */
export async function addInitiative(
  change: Change,
  input: InitiativeInput,
  stage: 'idea' | 'proposed' = 'idea',
): Promise<Written<Revised<Initiative>>> {
  const parsed = parseInitiative(input, await listMembers(change.db));
  if (!parsed.ok) return refused(parsed.problems);
  const initiative = { ...parsed.value, id: change.newId(), stage, startedOn: null, closing: null, revision: 1 };
  await change.db.insertInto('initiative').values(initiativeRow(initiative)).execute();
  await writeKpis(change, initiative);
  await change.record({ action: 'initiative-added', type: 'initiative', id: initiative.id, before: null, after: initiative });
  return written(initiative, parsed.problems);
}

/** Changes what its people wrote. `revision`: the one they saw. A closed initiative stays as it is. */
export async function editInitiative(
  change: Change,
  id: string,
  revision: number,
  input: InitiativeInput,
): Promise<Written<Revised<Initiative>>> {
  const current = await findInitiative(change.db, id);
  if (current?.revision !== revision) return stale(current);
  if (current.closing) return refused([initiativeProblem('initiative-closed', {})]);
  const parsed = parseInitiative(input, await listMembers(change.db));
  if (!parsed.ok) return refused(parsed.problems);
  return written(await replaceInitiative(change, current, { ...current, ...parsed.value }, 'initiative-edited'), parsed.problems);
}

/**
 * Moves it to another stage; its start leaves a note on the charts of its KPIs. [ACT-21, ACT-35]
 * `untracked`: why it starts although one of its KPIs cannot be measured. [ACT-50]
 */
export async function moveStoredInitiative(
  change: Change,
  id: string,
  revision: number,
  to: Stage,
  today: Day,
  untracked?: string,
): Promise<Written<Revised<Initiative>>> {
  const current = await findInitiative(change.db, id);
  if (current?.revision !== revision) return stale(current);
  const moved = moveInitiative(current, to, today);
  if (!moved.ok) return refused(moved.problems);
  const after = await replaceInitiative(change, current, moved.value, 'initiative-moved');
  if (untracked !== undefined) {
    const why = { reason: untracked };
    await change.record({ action: 'initiative-started-untracked', type: 'initiative', id, before: null, after: why });
  }
  if (current.startedOn === null && after.startedOn !== null) await noteStart(change, after, after.startedOn);
  return written(after);
}

/** Writes a changed initiative over `current`, counting its revision up. */
export async function replaceInitiative(
  change: Change,
  current: Revised<Initiative>,
  next: Initiative,
  action: string,
): Promise<Revised<Initiative>> {
  const after = { ...next, revision: current.revision + 1 };
  await change.db.updateTable('initiative').set(initiativeRow(after)).where('id', '=', after.id).execute();
  await change.db.deleteFrom('initiativeKpi').where('initiative', '=', after.id).execute();
  await writeKpis(change, after);
  await change.record({ action, type: 'initiative', id: after.id, before: current, after });
  return after;
}

async function noteStart(change: Change, initiative: Initiative, day: Day): Promise<void> {
  for (const { plan, node } of initiative.kpis) {
    const days = { from: day, to: day };
    await addAnnotation(change, { plan, node, days, text: initiative.title, source: 'initiative', sourceId: initiative.id });
  }
}

async function writeKpis(change: Change, { id, kpis }: Initiative): Promise<void> {
  const rows = kpis.map(({ plan, node }, position) => ({ initiative: id, position, plan, node }));
  if (rows.length > 0) await change.db.insertInto('initiativeKpi').values(rows).execute();
}

async function kpisOf(db: Kysely<LedgerSchema>, ids: readonly string[]): Promise<ReadonlyMap<string, readonly KpiRef[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('initiativeKpi').selectAll().orderBy('initiative').orderBy('position').execute();
  const wanted = new Set(ids);
  const found = new Map<string, KpiRef[]>();
  for (const { initiative, plan, node } of rows) {
    if (!wanted.has(initiative)) continue;
    const kpis = found.get(initiative) ?? [];
    kpis.push({ plan, node });
    found.set(initiative, kpis);
  }
  return found;
}
