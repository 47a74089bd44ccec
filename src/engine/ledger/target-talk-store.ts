import type { Kysely } from 'kysely';
import { NO_TALK, type TalkMove, type TargetTalk, talkAfter } from '#core/ambition/target-talk.ts';
import type { Change } from './change.ts';
import { fromJson, toJson } from './json-text.ts';
import type { LedgerSchema } from './ledger-schema.ts';
import { findMember } from './member-store.ts';
import { checkStorable } from './storable-text.ts';
import { type Revised, refused, type Written, written } from './written.ts';

/** What was proposed and agreed for a KPI's target; nothing and revision 0 where nobody began. [TLK-01] */
export async function readTargetTalk(db: Kysely<LedgerSchema>, plan: string, node: string): Promise<Revised<TargetTalk>> {
  const row = await db.selectFrom('targetTalk').selectAll().where('plan', '=', plan).where('node', '=', node).executeTakeFirst();
  return row ? { ...fromJson<TargetTalk>(row.talk), revision: row.revision } : { ...NO_TALK, revision: 0 };
}

/** Makes one move in the name of whoever acts. [TLK-01 … TLK-04] */
export async function moveTargetTalk(
  change: Change,
  { plan, node }: { readonly plan: string; readonly node: string },
  revision: number,
  move: TalkMove,
): Promise<Written<Revised<TargetTalk>>> {
  const { revision: current, ...before } = await readTargetTalk(change.db, plan, node);
  if (current !== revision) return { kind: 'conflict', current: { ...before, revision: current } };
  const member = await findMember(change.db, change.by);
  const { talk, problems } = talkAfter(before, move, { by: change.by, at: change.at, role: member?.role });
  const found = [...problems, ...(move.kind === 'propose' ? checkStorable({ because: move.because }) : [])];
  if (found.length > 0) return refused(found);
  const row = { plan, node, talk: toJson(talk), revision: revision + 1 };
  await change.db
    .insertInto('targetTalk')
    .values(row)
    .onConflict(same => same.columns(['plan', 'node']).doUpdateSet(row))
    .execute();
  await change.record({
    action: `target-talk-${move.kind}`,
    type: 'target-talk',
    id: `${plan}/${node}`,
    before: revision === 0 ? null : before,
    after: talk,
  });
  return written({ ...talk, revision: revision + 1 });
}
