import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Session } from 'chdb';
import { onTestFinished } from 'vitest';
import type { LocalDatabase } from './local-database.ts';

/** What an address says to the interface itself; everything else in it is a setting of the engine. */
const OF_THE_INTERFACE = new Set(['database', 'default_format', 'query', 'query_id', 'wait_end_of_query', 'readonly']);

/** Codes with a status of their own among those the tests meet; any other is a 500. */
const STATUS: Readonly<Record<string, number>> = { 47: 404, 60: 404, 62: 400, 81: 404, 115: 404, 159: 408, 456: 400, 516: 403 };

/**
 * ClickHouse's own engine (chdb), asked as its server is asked: query in the body, settings and bound values in the address, user and password
 * in headers, the code of an error in a header. Undefined where chdb has no part for the platform.
 * https://clickhouse.com/docs/interfaces/http
 */
export async function localClickhouse(): Promise<LocalDatabase | undefined> {
  const engine = await import('chdb').catch(() => undefined);
  if (!engine) return undefined;
  const session = new engine.Session();
  const user = 'reader';
  const password = 's3cret-読';
  const server = createServer((request, answer) => {
    const name = decoded(request.headers['x-clickhouse-user']);
    const isKnown = name === user && decoded(request.headers['x-clickhouse-key']) === password;
    const said = `Code: 516. DB::Exception: ${name}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)`;
    const told = isKnown ? asked(session, request) : Promise.reject(new Error(said));
    told.then(
      rows => answer.writeHead(200, { 'content-type': 'text/tab-separated-values; charset=UTF-8' }).end(rows),
      (error: unknown) => refuse(answer, error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>(resolve => server.close(() => resolve()));
    session.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const run = (sql: string): void => {
    for (const statement of sql.split(/;\s*\n/)) session.query(statement);
  };
  return { port: address.port, user, password, database: 'default', run };
}

async function asked(session: Session, request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  const { searchParams } = new URL(request.url ?? '', 'http://localhost');
  const values: Record<string, string> = {};
  for (const [name, value] of searchParams) {
    if (name.startsWith('param_')) values[name.slice('param_'.length)] = value;
    else if (!OF_THE_INTERFACE.has(name)) session.query(`SET ${name} = '${value}'`);
  }
  // Set for the statement, because a session that may not write may not be allowed to again.
  const text = `${Buffer.concat(pieces).toString('utf8')} SETTINGS readonly = ${searchParams.get('readonly') ?? '0'}`;
  const rows = await session.queryBindAsync(text, values, { format: searchParams.get('default_format') ?? 'TabSeparated' });
  return rows.text();
}

function refuse(answer: ServerResponse, said: string): void {
  const code = /^Code: (\d+)\./.exec(said)?.[1] ?? '1001';
  answer.writeHead(STATUS[code] ?? 500, { 'content-type': 'text/plain; charset=UTF-8', 'x-clickhouse-exception-code': code });
  answer.end(`${said} (version 26.7.2.1)\n`);
}

/** Node reads headers as Latin-1; the server reads their bytes. */
function decoded(header: string | readonly string[] | undefined): string {
  return Buffer.from(String(header ?? ''), 'latin1').toString('utf8');
}
