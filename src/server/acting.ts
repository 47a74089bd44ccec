import { timingSafeEqual } from 'node:crypto';
import { checkOwner } from '#core/act/member.ts';
import { failed, ok, type Problem, type Result } from '#core/problem/problem.ts';
import type { App } from '#engine/app/app.ts';
import { listMembers } from '#engine/ledger/member-store.ts';
import { requestProblem } from './request-messages.ts';

/** Under whose name a program without a member acts, and the first member is registered. */
export const SYSTEM = 'system';

export interface Acting {
  readonly by: string;
  readonly member: string | undefined;
}

export type ActingRead = Result<Acting> | { readonly ok: false; readonly problems: readonly Problem[]; readonly status: 401 };

/**
 * Who acts: the member named in `x-rashin-member`, else a program with the workspace's token. [API-06]
 * A change by nobody, or by somebody unknown or inactive, is refused; the first member of a workspace may be registered by nobody.
 */
export async function readActing(app: App, request: Request, token: string, needed: boolean): Promise<ActingRead> {
  const named = request.headers.get('x-rashin-member') ?? undefined;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined && !sameToken(bearer, token)) {
    return { ...failed([requestProblem('token-wrong', {})]), status: 401 };
  }
  if (named === undefined && !needed) return ok({ by: SYSTEM, member: undefined });
  const members = await listMembers(app.workspace.ledger.db);
  if (named === undefined) {
    const mayActAsSystem = bearer !== undefined || members.length === 0;
    return mayActAsSystem ? ok({ by: SYSTEM, member: undefined }) : failed([requestProblem('member-not-chosen', {})]);
  }
  const found = checkOwner(named.slice(0, 100), members, []);
  if (found.length === 0) return ok({ by: named, member: named });
  return needed ? failed(found) : ok({ by: SYSTEM, member: undefined });
}

function sameToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
