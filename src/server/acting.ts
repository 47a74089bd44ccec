import { timingSafeEqual } from 'node:crypto';
import type { Endpoint } from '#contract/endpoint.ts';
import { checkOwner } from '#core/act/member.ts';
import { programAuthor } from '#core/act/program-author.ts';
import type { ApiKeyRights } from '#core/connect/api-key-rights.ts';
import { failed, ok, type Problem, type Result } from '#core/problem/problem.ts';
import type { App } from '#engine/app/app.ts';
import { type ApiKey, findApiKey, noteApiKeyUse } from '#engine/ledger/api-key-store.ts';
import { listMembers } from '#engine/ledger/member-store.ts';
import { requestProblem } from './request-messages.ts';

/** Under whose name a program without a member acts, and the first member is registered. */
export const SYSTEM = 'system';

export interface Acting {
  readonly by: string;
  readonly member: string | undefined;
  /** What the program may do whose key was shown; undefined where no key was. */
  readonly rights?: ApiKeyRights;
}

export type ActingRead = Result<Acting> | { readonly ok: false; readonly problems: readonly Problem[]; readonly status: 401 };

/**
 * Who acts: the member named in `x-rashin-member`, else a program with a key of its own or with the workspace's token. [API-06, KEY-01]
 * A change by nobody, or by somebody unknown or inactive, is refused; the first member of a workspace may be registered by nobody.
 */
export async function readActing(app: App, request: Request, token: string, endpoint: Endpoint): Promise<ActingRead> {
  const needed = endpoint.method !== 'GET' && endpoint.readsOnly !== true;
  const named = request.headers.get('x-rashin-member') ?? undefined;
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (bearer?.startsWith('rk_')) return programOf(app, bearer, endpoint);
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

/** A program acts in the name of its key, whatever member it names; only where the endpoint is for programs. */
async function programOf(app: App, bearer: string, { keyRight }: Endpoint): Promise<ActingRead> {
  const { ledger } = app.workspace;
  const key = await findApiKey(ledger.db, bearer);
  if (!key) return { ...failed([requestProblem('api-key-wrong', {})]), status: 401 };
  const { rights } = key;
  const isAllowed = keyRight === 'push' ? rights.push === 'all' || rights.push.length > 0 : keyRight === 'read' && rights.read;
  if (!isAllowed) return failed([requestProblem('api-key-not-allowed', { name: key.name })]);
  const by = programAuthor('key', key.name);
  if (isFirstThisHour(key, app.effects.now())) await ledger.change(by, change => noteApiKeyUse(change, key));
  return ok({ by, member: undefined, rights });
}

function isFirstThisHour({ usedAt }: ApiKey, now: string): boolean {
  return usedAt === null || usedAt.slice(0, 13) !== now.slice(0, 13);
}

function sameToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
