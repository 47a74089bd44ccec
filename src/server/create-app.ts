import { Hono } from 'hono';
import { api } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { openApi } from '#contract/openapi.ts';
import type { Problem } from '#core/problem/problem.ts';
import type { App } from '#engine/app/app.ts';
import { readActing } from './acting.ts';
import { allHandlers } from './all-handlers.ts';
import { failureOf, logLine } from './failure.ts';
import { guard, LOOPBACK_HOSTS } from './guard.ts';
import type { Call, Handler } from './handler.ts';
import { REQUEST_LIMITS } from './limits.ts';
import { readJson, readParameters } from './read-request.ts';
import { missingProblem, type Reply } from './reply.ts';
import { readBytes, readText, TooSlow } from './request-body.ts';
import { requestProblem } from './request-messages.ts';
import { SECURE_HEADERS } from './secure-headers.ts';
import { wireProblems } from './sentence.ts';
import { type StaticFiles, staticFiles } from './static-files.ts';

/** What the server takes from the world besides the workspace. */
export interface ServerEffects {
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  /** An id for a request, for its answer and the log. */
  readonly requestId: () => string;
  /** Writes one line into the log. */
  readonly log: (line: string) => void;
}

export interface ServerOptions {
  /** Token of programs on this machine. */
  readonly token: string;
  /** Folder of the built web app; none when absent. */
  readonly webDir?: string;
  /** Host names the server answers to, beside those of the machine itself. */
  readonly hosts?: readonly string[];
  readonly isStopping?: () => boolean;
}

/** The whole server as a function from request to response; `listen` gives it a port. [API-01] */
export function createApp(app: App, effects: ServerEffects, options: ServerOptions): Hono {
  const server = new Hono({ strict: true });
  const context: Context = {
    app,
    effects,
    token: options.token,
    hosts: [...LOOPBACK_HOSTS, ...(options.hosts ?? [])],
    isStopping: options.isStopping ?? (() => false),
  };
  for (const id of endpointIds()) mount(server, api[id], allHandlers[id] as Handler<Endpoint>, context);
  let document: string | undefined;
  server.get('/api/openapi.json', () => {
    document ??= JSON.stringify(openApi('1'));
    return jsonText(document, 200);
  });
  const web = options.webDir === undefined ? undefined : staticFiles(options.webDir);
  server.notFound(c => otherwise(c.req.raw, web, context));
  server.onError((error, c) => thrown(error, c.req.raw, context));
  return server;
}

interface Context {
  readonly app: App;
  readonly effects: ServerEffects;
  readonly token: string;
  readonly hosts: readonly string[];
  readonly isStopping: () => boolean;
}

function endpointIds(): readonly (keyof typeof api)[] {
  return Object.keys(api).filter((id): id is keyof typeof api => Object.hasOwn(api, id));
}

function mount(server: Hono, endpoint: Endpoint, handler: Handler<Endpoint>, context: Context): void {
  server.on(endpoint.method, endpoint.path, async c => {
    const request = c.req.raw;
    const refused = guard(request, context.hosts, endpoint.method !== 'GET');
    if (refused) return problemsResponse([refused.problem], refused.status);
    const parameters = readParameters(endpoint, c.req.param(), new URL(request.url).searchParams, request.headers);
    if (!parameters.ok) return problemsResponse(parameters.problems, 400);
    const acting = await readActing(context.app, request, context.token, endpoint);
    if (!acting.ok) return problemsResponse(acting.problems, 'status' in acting ? acting.status : 403);
    const body = await readBody(endpoint, request);
    if (!body.ok) return problemsResponse([...body.problems], body.status);
    const call: Call = {
      app: context.app,
      ...acting.value,
      lang: languageOf(request),
      bytes: endpoint.body === 'bytes' ? readBytes(request, context.effects.now) : nothing(),
      isStopping: context.isStopping,
    };
    // The parts were read with the schemas of this very endpoint, whose handler this is.
    const asked = { ...parameters.value, ...(body.value === undefined ? {} : { body: body.value }) } as Parameters<
      typeof handler
    >[0];
    return replyResponse(await handler(asked, call));
  });
}

type BodyRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly status: 400 | 408 | 413 | 415 };

async function readBody({ body, headers }: Endpoint, request: Request): Promise<BodyRead> {
  if (body === undefined) return { ok: true, value: undefined };
  const expected = body === 'bytes' ? 'application/octet-stream' : 'application/json';
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  const isDeclared = headers !== undefined && 'content-type' in headers.shape;
  if (type !== expected && !isDeclared)
    return { ok: false, problems: [requestProblem('request-kind', { expected })], status: 415 };
  if (body === 'bytes') {
    const limit = REQUEST_LIMITS.uploadBytes;
    const isTooLarge = Number(request.headers.get('content-length') ?? '0') > limit;
    return isTooLarge
      ? { ok: false, problems: [requestProblem('request-too-large', { limit })], status: 413 }
      : { ok: true, value: undefined };
  }
  const read = await readText(request);
  switch (read.kind) {
    case 'too-large':
      return { ok: false, problems: [requestProblem('request-too-large', { limit: REQUEST_LIMITS.jsonBytes })], status: 413 };
    case 'slow':
      return { ok: false, problems: [requestProblem('request-slow', {})], status: 408 };
    case 'read': {
      const parsed = readJson(body, read.text);
      return parsed.ok ? { ok: true, value: parsed.value } : { ok: false, problems: parsed.problems, status: 400 };
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function languageOf(request: Request): 'ja' | 'en' {
  return /^\s*en\b/i.test(request.headers.get('accept-language') ?? '') ? 'en' : 'ja';
}

function replyResponse(reply: Reply<Endpoint>): Response {
  switch (reply.kind) {
    case 'value':
      return jsonText(JSON.stringify(reply.value), 200);
    case 'conflict':
      return jsonText(JSON.stringify(reply.conflict), 409);
    case 'problems':
      return problemsResponse(reply.problems, 422);
    case 'missing':
      return problemsResponse([missingProblem(reply.id)], 404);
    case 'refused':
      return problemsResponse([reply.problem], reply.status);
  }
}

/** Everything that is no endpoint: pages and files of the web app, unknown addresses, wrong methods. */
function otherwise(request: Request, web: StaticFiles | undefined, { hosts }: Context): Response {
  const { pathname } = new URL(request.url);
  const refused = guard(request, hosts, false);
  if (refused) return problemsResponse([refused.problem], refused.status);
  const allowed = methodsAt(pathname);
  if (allowed.length > 0) {
    const problem = requestProblem('method-unknown', { method: request.method.slice(0, 20), allowed });
    const response = problemsResponse([problem], 405);
    response.headers.set('allow', allowed.join(', '));
    return response;
  }
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const found = isReading ? web?.answer(request) : undefined;
  if (found) return secured(found);
  return problemsResponse([requestProblem('route-unknown', { path: pathname.slice(0, 200) })], 404);
}

function methodsAt(pathname: string): readonly string[] {
  const fits = ({ path }: Endpoint) => new RegExp(`^${path.replace(/:[A-Za-z]+/g, '[^/]+')}$`).test(pathname);
  return [...new Set(Object.values(api).flatMap(endpoint => (fits(endpoint) ? [endpoint.method] : [])))];
}

function thrown(error: unknown, request: Request, { effects }: Context): Response {
  if (error instanceof TooSlow) return problemsResponse([requestProblem('request-slow', {})], 408);
  const id = effects.requestId();
  const { status, failure } = failureOf(error, id);
  const { pathname } = new URL(request.url);
  if (!request.signal.aborted) {
    effects.log(logLine({ level: 'error', request: id, method: request.method, path: pathname, status, error }));
  }
  return jsonText(JSON.stringify({ failure }), status);
}

function problemsResponse(found: readonly Problem[], status: number): Response {
  return jsonText(JSON.stringify({ problems: wireProblems(found) }), status);
}

function jsonText(text: string, status: number): Response {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return secured(new Response(text, { status, headers }));
}

function secured(response: Response): Response {
  for (const [name, text] of Object.entries(SECURE_HEADERS)) response.headers.set(name, text);
  return response;
}
