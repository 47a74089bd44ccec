import { lookup } from 'node:dns/promises';
import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { IncomingAnswer, OutgoingRequest } from '#core/connect/connector.ts';
import { codeOf, connectFailure } from './connect-failure.ts';
import { runMysql } from './mysql.ts';
import { OUTGOING_LIMITS } from './outgoing-limits.ts';
import { runPostgresql } from './postgresql.ts';

/** Sends one request and gives the answer, whatever its status. Throws `EngineError` when there is none. */
export type Send = (request: OutgoingRequest, permit: Permit) => Promise<IncomingAnswer>;

/** What one request may do. */
export interface Permit {
  /** Name of the service, for what is said when something fails. */
  readonly service: string;
  /** Host names of the connector; of data stores none, because they must be allowed by whoever runs the server. */
  readonly hosts: readonly string[];
  /** User and password of data stores. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface OutgoingOptions {
  /** `host:port` of data stores in private networks that may be asked; said where the server is started. [CON-08] */
  readonly allowed?: readonly string[];
  /** For tests: a service's host and the address on this machine that stands in for it. */
  readonly standIns?: ReadonlyMap<string, string>;
}

/** The only way out for connections: allowed hosts, checked addresses, no redirects, limits. [CON-08] */
export function createSend({ allowed = [], standIns = new Map() }: OutgoingOptions = {}): Send {
  for (const address of standIns.values())
    if (!isLoopback(new URL(address).hostname)) throw connectFailure('connect-address', { host: address });
  return async (request, permit) => {
    const url = new URL(request.url);
    const standIn = standIns.get(url.hostname);
    if (standIn !== undefined) return asked(new URL(`${url.pathname}${url.search}`, standIn), request, permit, undefined);
    const host = url.hostname;
    const place = `${host}:${portOf(url)}`;
    const isAllowed = allowed.includes(place);
    if (!isAllowed && !(url.protocol === 'https:' && portOf(url) === '443' && permit.hosts.includes(host))) {
      throw connectFailure('connect-host-forbidden', { host: place });
    }
    const address = await resolved(host);
    if (!isAllowed && isPrivate(address)) throw connectFailure('connect-address', { host });
    switch (url.protocol) {
      case 'https:':
      case 'http:':
        return asked(url, request, permit, address);
      case 'postgresql:':
        return runPostgresql({ url, address, body: request.body ?? '', ...permit });
      case 'mysql:':
        return runMysql({ url, address, body: request.body ?? '', ...permit });
      default:
        throw connectFailure('connect-host-forbidden', { host: place });
    }
  };
}

const USUAL_PORTS: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80', 'postgresql:': '5432', 'mysql:': '3306' };

function portOf({ port, protocol }: URL): string {
  return port === '' ? (USUAL_PORTS[protocol] ?? '') : port;
}

async function resolved(host: string): Promise<string> {
  try {
    return (await lookup(host)).address;
  } catch (error) {
    throw connectFailure('connect-unreached', { host, code: codeOf(error) }, error);
  }
}

/** Connects to the address that was checked, under the name that was asked for. */
function asked(
  url: URL,
  { method, headers, body }: OutgoingRequest,
  permit: Permit,
  address: string | undefined,
): Promise<IncomingAnswer> {
  const { signal, service } = permit;
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void =>
      reject(
        signal.aborted
          ? signal.reason
          : isOurs(error)
            ? error
            : connectFailure('connect-unreached', { host: url.hostname, code: codeOf(error) }, error),
      );
    const options = {
      method,
      headers: {
        accept: 'application/json',
        'user-agent': 'rashin',
        ...inBytes(headers),
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
      signal,
      timeout: OUTGOING_LIMITS.milliseconds,
      ...(address === undefined ? {} : { lookup: pinned(address) }),
    };
    const sent = begun(url, options, fail, answer => {
      collected(answer, service).then(resolve, fail);
    });
    if (!sent) return;
    const deadline = setTimeout(
      () => sent.destroy(Object.assign(new Error('deadline'), { code: 'ETIMEDOUT' })),
      OUTGOING_LIMITS.milliseconds,
    );
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    sent.on('error', fail);
    sent.on('close', () => clearTimeout(deadline));
    // As bytes: a text would take the headers along into its own encoding.
    sent.end(body === undefined ? undefined : Buffer.from(body));
  });
}

/** Undefined where a header cannot be written at all, such as a secret with a line end in it; that is told like any other failure. */
function begun(
  url: URL,
  options: RequestOptions,
  fail: (error: unknown) => void,
  answered: (answer: IncomingMessage) => void,
): ClientRequest | undefined {
  try {
    return (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, answered);
  } catch (error) {
    fail(error);
    return undefined;
  }
}

/** Headers as Node wants them, a character for each byte of UTF-8: passwords and names have other letters too. */
function inBytes(headers: OutgoingRequest['headers'] = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Buffer.from(value, 'utf8').toString('latin1')]),
  );
}

type Lookup = (
  host: string,
  options: object,
  done: (error: null, address: string | { address: string; family: number }[], family?: number) => void,
) => void;

function pinned(address: string): Lookup {
  const family = isIP(address);
  return (_host, options, done) => {
    if ('all' in options && options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

async function collected(answer: IncomingMessage, service: string): Promise<IncomingAnswer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer) {
    const part = Buffer.from(piece);
    bytes += part.length;
    if (bytes > OUTGOING_LIMITS.bytes) {
      answer.destroy();
      throw connectFailure('connect-too-large', { service, limit: '64 MB' });
    }
    pieces.push(part);
  }
  const headers = Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
  return { status: answer.statusCode ?? 0, headers, body: Buffer.concat(pieces).toString('utf8') };
}

function isOurs(error: unknown): boolean {
  return error instanceof Error && error.name === 'EngineError';
}

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv6');
}

/** Addresses of this machine, of private networks, and of no one host. [CON-08] */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPrivate(mapped);
  const family = isIP(address);
  return family === 0 || PRIVATE.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === '[::1]' || host === 'localhost';
}
