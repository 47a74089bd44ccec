import type { Kysely, Selectable } from 'kysely';
import { checkMember, type Member, type MemberId } from '#core/act/member.ts';
import type { Change } from './change.ts';
import type { LedgerSchema, MemberTable } from './ledger-schema.ts';
import { refused, type Written, written } from './written.ts';

/** Everybody, people who left included, by id. */
export async function listMembers(db: Kysely<LedgerSchema>): Promise<readonly Member[]> {
  const rows = await db.selectFrom('member').selectAll().orderBy('id').execute();
  return rows.map(memberOf);
}

export async function findMember(db: Kysely<LedgerSchema>, id: MemberId): Promise<Member | undefined> {
  const row = await db.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirst();
  return row && memberOf(row);
}

/** Registers a person, or changes what is known of one. Nobody is ever removed: history names them. */
export async function putMember(change: Change, member: Member): Promise<Written<Member>> {
  const problems = checkMember(member);
  if (problems.length > 0) return refused(problems);
  const before = await findMember(change.db, member.id);
  const { id, ...rest } = { ...member, active: member.active ? (1 as const) : (0 as const) };
  await change.db
    .insertInto('member')
    .values({ id, ...rest })
    .onConflict(conflict => conflict.column('id').doUpdateSet(rest))
    .execute();
  const action = before ? 'member-changed' : 'member-added';
  await change.record({ action, type: 'member', id, before: before ?? null, after: member });
  return written(member);
}

function memberOf(row: Selectable<MemberTable>): Member {
  return { ...row, active: row.active === 1 };
}
