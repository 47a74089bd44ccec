import type { Problem } from '#core/problem/problem.ts';
import { requestProblem } from './request-messages.ts';

export interface Refusal {
  readonly status: 403;
  readonly problem: Problem;
}

/**
 * Keeps pages of other sites out: a request must name this server as its host (else a foreign name may point here, DNS
 * rebinding), and a change that comes from a browser must come from a page of this server. [API-12]
 */
export function guard(request: Request, hosts: readonly string[], isChange: boolean): Refusal | undefined {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  if (!hosts.includes(hostName(host))) return { status: 403, problem: requestProblem('host-foreign', {}) };
  if (!isChange) return undefined;
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isForeign = (origin !== null && originHost(origin) !== host) || site === 'cross-site' || site === 'same-site';
  return isForeign ? { status: 403, problem: requestProblem('origin-foreign', {}) } : undefined;
}

/** Names of the machine itself. */
export const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

function originHost(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
