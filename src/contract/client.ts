import type { Lang, Text } from '#core/text/text.ts';
import { type Api, api, type EndpointId } from './api.ts';
import type { ConflictOf, Endpoint, InputOf, ResponseOf } from './endpoint.ts';
import type { WireFailure, WireProblem } from './problem.ts';

/** What came of a call. Nothing is thrown but the reason of an abort. */
export type Answer<T, C = never> =
  | { readonly kind: 'value'; readonly value: T }
  /** Someone else was faster (409): what they made of it. */
  | ([C] extends [never] ? never : { readonly kind: 'conflict'; readonly conflict: C })
  /** Something the user can put right (4xx). */
  | { readonly kind: 'problems'; readonly status: number; readonly problems: readonly WireProblem[] }
  /** The environment failed, or Rashin has a bug (5xx), or the server was not reached. */
  | { readonly kind: 'failure'; readonly failure: WireFailure };

/** Who is calling; read anew at every call. */
export interface Caller {
  /** The acting member. */
  readonly member?: string | undefined;
  /** Language of texts that the server makes. */
  readonly lang?: Lang | undefined;
  /** Token of a program on the same machine. */
  readonly token?: string | undefined;
}

/** The part of `fetch` that is used, in the browser and in Node alike. */
export type Fetch<Body, Signal> = (url: string, init: FetchInit<Body, Signal>) => Promise<FetchResponse>;

export interface FetchInit<Body, Signal> {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Body;
  readonly signal?: Signal;
  /** Node wants it for streams; browsers ignore it. */
  readonly duplex?: 'half';
}

export interface FetchResponse {
  readonly status: number;
  json(): Promise<unknown>;
}

export interface CallOptions<Signal> {
  readonly signal?: Signal;
}

export type Client<Body, Signal> = <K extends EndpointId>(
  id: K,
  ...rest: Partial<InputOf<Api[K], Body>> extends InputOf<Api[K], Body>
    ? [input?: InputOf<Api[K], Body>, options?: CallOptions<Signal>]
    : [input: InputOf<Api[K], Body>, options?: CallOptions<Signal>]
) => Promise<Answer<ResponseOf<Api[K]>, ConflictOf<Api[K]>>>;

/**
 * A typed caller of the API: `ask('progress', { plan: 'saas-2026', to })`. [API-02]
 * Answers are taken as they come: client and server are of one version, and the server's answers are tested against the contract.
 */
export function createClient<Body, Signal>(
  baseUrl: string,
  fetch: Fetch<Body, Signal>,
  caller: Caller = {},
): Client<Body, Signal> {
  return (id, ...rest) => {
    const endpoint: Endpoint = api[id];
    const [input, options] = rest;
    const given = { ...(isObject(input) ? input : {}) };
    return fetch(`${baseUrl}${urlOf(endpoint, given)}`, {
      method: endpoint.method,
      headers: { ...headersOf(endpoint, caller), ...askedHeaders(endpoint, given) },
      ...bodyOf<Body>(endpoint, given.body),
      ...(options?.signal === undefined ? {} : { signal: options.signal }),
    }).then(
      response =>
        response.json().then(
          body => answerOf(response.status, body),
          () => unreadable(response.status),
        ),
      (error: unknown) => unreached(error),
    );
  };
}

function urlOf(endpoint: Endpoint, given: Readonly<Record<string, unknown>>): string {
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(given[name])));
  const search = Object.keys(endpoint.query?.shape ?? {}).flatMap(name => {
    const value = given[name];
    const values: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
    return values.map(one => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`);
  });
  return search.length === 0 ? path : `${path}?${search.join('&')}`;
}

function headersOf(endpoint: Endpoint, { member, lang, token }: Caller): Record<string, string> {
  return {
    accept: 'application/json',
    ...(endpoint.body === undefined
      ? {}
      : { 'content-type': endpoint.body === 'bytes' ? 'application/octet-stream' : 'application/json' }),
    ...(member === undefined ? {} : { 'x-rashin-member': member }),
    ...(lang === undefined ? {} : { 'accept-language': lang }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

function askedHeaders({ headers }: Endpoint, given: Readonly<Record<string, unknown>>): Record<string, string> {
  const asked = Object.keys(headers?.shape ?? {}).flatMap(name =>
    given[name] === undefined ? [] : [[name, String(given[name])]],
  );
  return Object.fromEntries(asked);
}

function bodyOf<Body>(endpoint: Endpoint, body: unknown): { readonly body?: string | Body; readonly duplex?: 'half' } {
  if (endpoint.body === undefined) return {};
  return endpoint.body === 'bytes' ? { body: body as Body, duplex: 'half' } : { body: JSON.stringify(body) };
}

/** `body` has been made by the server from the types of the same contract. */
function answerOf<T, C>(status: number, body: unknown): Answer<T, C> {
  if (status < 300) return { kind: 'value', value: body as T };
  if (status === 409) return { kind: 'conflict', conflict: body } as Answer<T, C>;
  if (isObject(body) && Array.isArray(body.problems)) {
    return { kind: 'problems', status, problems: body.problems as readonly WireProblem[] };
  }
  if (isObject(body) && isObject(body.failure)) return { kind: 'failure', failure: body.failure as WireFailure };
  return unreadable(status);
}

function unreadable(status: number): { readonly kind: 'failure'; readonly failure: WireFailure } {
  const message: Text = {
    ja: `サーバーから読み取れない応答がありました（${status}）。ページを読み込み直してください。`,
    en: `The server gave an answer that cannot be read (${status}). Load the page again.`,
  };
  return { kind: 'failure', failure: { code: 'answer-unreadable', message, request: '' } };
}

function unreached(error: unknown): { readonly kind: 'failure'; readonly failure: WireFailure } {
  if (isObject(error) && error.name === 'AbortError') throw error;
  const message: Text = {
    ja: 'サーバーに接続できません。Rashinが起動しているか確かめてください。',
    en: 'The server cannot be reached. See whether Rashin is running.',
  };
  return { kind: 'failure', failure: { code: 'server-unreachable', message, request: '' } };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
