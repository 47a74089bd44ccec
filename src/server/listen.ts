import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { messages } from '#core/problem/problem.ts';
import { engineErrorsOf } from '#engine/engine-error.ts';

export const listenMessages = messages({
  'port-in-use': {
    severity: 'error',
    ja: (p: { port: number }) => `ポート${p.port}はほかのプログラムが使っています。--port で別の番号を指定してください。`,
    en: (p: { port: number }) => `Port ${p.port} is in use by another program. Choose another one with --port.`,
  },
  'port-refused': {
    severity: 'error',
    ja: (p: { port: number; code: string }) => `ポート${p.port}を開けません（${p.code}）。--port で別の番号を指定してください。`,
    en: (p: { port: number; code: string }) => `Port ${p.port} cannot be opened (${p.code}). Choose another one with --port.`,
  },
});

const failure = engineErrorsOf(listenMessages);

export interface ListenOptions {
  readonly port: number;
  /** Loopback only, unless said otherwise. */
  readonly host?: string;
  /** How many further ports are tried when one is taken. */
  readonly tries?: number;
}

export interface Listening {
  readonly address: string;
  /** Lets running requests end, for so long, and refuses new ones. */
  stop(milliseconds: number): Promise<void>;
}

const HEADERS_MS = 20_000;
const KEEP_ALIVE_MS = 5_000;

/** Gives the server a port: that one, or the next that is free. */
export async function listen(app: Hono, { port, host = '127.0.0.1', tries = 0 }: ListenOptions): Promise<Listening> {
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.headersTimeout = HEADERS_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // The length of a request is limited by what it carries: see readText and readBytes.
  server.requestTimeout = 0;
  for (let step = 0; ; step++) {
    const code = await open(server, port === 0 ? 0 : port + step, host);
    if (code === undefined) break;
    if (code !== 'EADDRINUSE') throw failure('port-refused', { port: port + step, code });
    if (step >= tries) throw failure('port-in-use', { port: port + step });
  }
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a server without a port');
  return { address: `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`, stop: ms => stop(server, ms) };
}

function open(server: Server, port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.removeListener('listening', opened);
      if (error.code === undefined) reject(error);
      else resolve(error.code);
    };
    const opened = (): void => {
      server.removeListener('error', failed);
      resolve(undefined);
    };
    server.once('error', failed);
    server.once('listening', opened);
    server.listen(port, host);
  });
}

function stop(server: Server, milliseconds: number): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(() => server.closeAllConnections(), milliseconds);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
