import type { Kysely } from 'kysely';
import {
  LEAD_STAGES,
  type LeadStage,
  NO_STAGE_DEFINITION,
  type StageDefinition,
  type StageMove,
  stageAfter,
} from '#core/agree/stage-definition.ts';
import type { Change } from './change.ts';
import { publishDefinition, readDefinition } from './definition-store.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { findMember } from './member-store.ts';
import { type Revised, refused, type Written, written } from './written.ts';

/** What a stage of leads means; revision 0 where nobody has begun. Kept like every definition: each state is a version. [AGR-11] */
export async function readStageDefinition(db: Kysely<LedgerSchema>, stage: LeadStage): Promise<Revised<StageDefinition>> {
  const kept = await readDefinition(db, 'lead-stage', stage);
  return kept ? { ...fromJson<StageDefinition>(kept.text), revision: kept.number } : { ...NO_STAGE_DEFINITION, revision: 0 };
}

export async function readStageDefinitions(db: Kysely<LedgerSchema>): Promise<ReadonlyMap<LeadStage, Revised<StageDefinition>>> {
  return new Map(await Promise.all(LEAD_STAGES.map(async stage => [stage, await readStageDefinition(db, stage)] as const)));
}

/** Makes one move in the name of whoever acts. [AGR-11, AGR-12] */
export async function moveStageDefinition(
  change: Change,
  stage: LeadStage,
  revision: number,
  move: StageMove,
): Promise<Written<Revised<StageDefinition>>> {
  const { revision: current, ...before } = await readStageDefinition(change.db, stage);
  if (current !== revision) return { kind: 'conflict', current: { ...before, revision: current } };
  const member = await findMember(change.db, change.by);
  const { definition, problems } = stageAfter(before, move, { member, at: change.at });
  if (problems.length > 0) return refused(problems);
  const kept = await publishDefinition(change, { kind: 'lead-stage', name: stage, text: toJson(definition), base: revision });
  return kept.kind === 'written' ? written({ ...definition, revision: kept.value.number }) : { kind: 'missing' };
}
