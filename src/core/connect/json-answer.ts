import { z } from 'zod';
import { type Problem, problemsOf } from '../problem/problem.ts';
import { connectMessages } from './connect-messages.ts';
import type { IncomingAnswer, PageRead } from './connector.ts';

const problem = problemsOf(connectMessages);

/** An answer that is a page if it is what the documentation says, and the problem of an unreadable one if not. */
export function jsonAnswer<T>(
  { status, body }: IncomingAnswer,
  schema: z.ZodType<T>,
  service: string,
  page: (value: T) => PageRead,
): PageRead {
  const read = schema.safeParse(parsed(body));
  return read.success ? page(read.data) : { kind: 'refused', problem: problem('connect-unreadable', { service, status }) };
}

/** JSON, or undefined. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * What an answer that is no page means, by its status: wait, sign in, or a problem with the service's own words. [CON-05, CON-06]
 * Undefined for an answer below 300.
 */
export function failureOf({ status, headers }: IncomingAnswer, service: string, said: string): PageRead | undefined {
  if (status < 300) return undefined;
  if (status === 429 || status >= 500 || status === 408) return { kind: 'wait', seconds: retryAfter(headers) };
  if (status === 401) return { kind: 'sign-in' };
  const words = { service, said: said === '' ? String(status) : said.slice(0, 300) };
  const code = status === 403 ? 'connect-forbidden' : status === 404 ? 'connect-not-found' : 'connect-rejected';
  return { kind: 'refused', problem: problem(code, words) };
}

/** Seconds that Retry-After asks for; a date is compared with the answer's own clock (`date`). Null where it says nothing. */
export function retryAfter(headers: Readonly<Record<string, string>>): number | null {
  const asked = headers['retry-after']?.trim();
  if (asked === undefined || asked === '') return null;
  if (/^\d{1,9}$/.test(asked)) return Number(asked);
  const [then, now] = [Date.parse(asked), Date.parse(headers.date ?? '')];
  return Number.isNaN(then) || Number.isNaN(now) ? null : Math.max(0, Math.ceil((then - now) / 1000));
}

const googleError = z.object({
  error: z.object({
    message: z.string().default(''),
    status: z.string().default(''),
    errors: z.array(z.object({ reason: z.string().default('') })).default([]),
    details: z.array(z.object({ retryDelay: z.string().optional(), errors: z.array(googleAdsError()).default([]) })).default([]),
  }),
});

function googleAdsError() {
  return z.object({
    message: z.string().default(''),
    errorCode: z.record(z.string(), z.string()).default({}),
    details: z.object({ quotaErrorDetails: z.object({ retryDelay: z.string().optional() }).optional() }).optional(),
  });
}

/** Reasons for which Google's services want to be asked later, although the status is 403 or 400. */
const LATER = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'dailyLimitExceeded',
  'backendError',
  'RESOURCE_EXHAUSTED',
  'RESOURCE_TEMPORARILY_EXHAUSTED',
  'UNAVAILABLE',
]);

/** What an error of a Google service means. Its JSON form is the same for all of them; Google Ads adds details of its own. */
export function googleFailure(answer: IncomingAnswer, service: string): PageRead | undefined {
  if (answer.status < 300) return undefined;
  const read = googleError.safeParse(parsed(answer.body));
  if (!read.success) return failureOf(answer, service, '');
  const { message, status, errors, details } = read.data.error;
  const ads = details.flatMap(detail => detail.errors);
  const reasons = [status, ...errors.map(({ reason }) => reason), ...ads.flatMap(({ errorCode }) => Object.values(errorCode))];
  if (answer.status !== 401 && reasons.some(reason => LATER.has(reason))) {
    const asked = [...details.map(({ retryDelay }) => retryDelay), ...ads.map(one => one.details?.quotaErrorDetails?.retryDelay)];
    return { kind: 'wait', seconds: retryAfter(answer.headers) ?? longest(asked) };
  }
  const said = [message, ...ads.map(one => one.message)].filter(text => text !== '').join(' / ');
  return failureOf(answer, service, said);
}

/** The longest of durations such as `12.5s`, in whole seconds. */
function longest(durations: readonly (string | undefined)[]): number | null {
  const seconds = durations.flatMap(text => {
    const found = /^(\d{1,9}(?:\.\d+)?)s$/.exec(text ?? '')?.[1];
    return found === undefined ? [] : [Math.ceil(Number(found))];
  });
  return seconds.length === 0 ? null : Math.max(...seconds);
}

/** The problem of an account that is refused. */
export function denied(service: string, said: string): Problem {
  return problem('connect-denied', { service, said: said.slice(0, 300) });
}
