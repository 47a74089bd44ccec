import { connect, isIP, type Socket } from 'node:net';
import type { Connection, FieldPacket, QueryError } from 'mysql2';
import type { IncomingAnswer } from '#core/connect/connector.ts';
import { tabLine } from '#core/connect/tab-separated.ts';
import { codeOf, connectFailure } from './connect-failure.ts';
import { OUTGOING_LIMITS } from './outgoing-limits.ts';
import { BoundedText, type WireCall, wireQuestion } from './wire-question.ts';

/**
 * Runs a SELECT on MySQL or MariaDB in a read-only transaction and gives its rows as tabs. [CON-12]
 * Rows come as a stream; values come as the server writes them, so no digit is lost.
 */
export async function runMysql(call: WireCall): Promise<IncomingAnswer> {
  const { url, address, secrets, service, signal } = call;
  const isSecure = url.searchParams.get('tls') !== 'off';
  // The driver compares no certificate with an address.
  if (isSecure && isIP(url.hostname) !== 0)
    throw connectFailure('connect-unreached', { host: url.hostname, code: 'TLS_NEEDS_HOST_NAME' });
  const { createConnection } = await import('mysql2');
  const socket = connect({ host: address, port: Number(url.port || '3306'), noDelay: true });
  const deadline = setTimeout(() => end(socket, 'ETIMEDOUT'), OUTGOING_LIMITS.milliseconds);
  const stop = (): void => end(socket, 'ABORT_ERR');
  signal.addEventListener('abort', stop);
  const connection = createConnection({
    stream: () => socket,
    // The name that the certificate must have; the address is the one that was checked.
    host: url.hostname,
    database: decodeURIComponent(url.pathname.slice(1)),
    user: secrets.user ?? '',
    password: secrets.password ?? '',
    connectTimeout: OUTGOING_LIMITS.milliseconds,
    charset: 'utf8mb4',
    flags: ['-LOCAL_FILES', '-MULTI_RESULTS'],
    disableEval: true,
    trace: false,
    typeCast: field => field.string('utf8'),
    ...(isSecure ? { ssl: { verifyIdentity: true } } : {}),
  });
  connection.on('error', () => {});
  try {
    return { status: 200, headers: {}, body: await rowsOf(connection, call) };
  } catch (error) {
    signal.throwIfAborted();
    return refusal(error, service, url.hostname);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', stop);
    connection.destroy();
    socket.destroy();
  }
}

function end(socket: Socket, code: string): void {
  socket.destroy(Object.assign(new Error(code), { code }));
}

async function rowsOf(connection: Connection, call: WireCall): Promise<string> {
  const { parts, from, to } = wireQuestion(call);
  const session = connection.promise();
  await session.connect();
  const seconds = Math.floor(OUTGOING_LIMITS.milliseconds / 1000) - 5;
  // MySQL and MariaDB have different names for the limit of a statement; each refuses the other's.
  for (const limit of [`max_execution_time = ${seconds * 1000}`, `max_statement_time = ${seconds}`]) {
    await session.query(`SET SESSION ${limit}`).catch((error: unknown) => {
      if (!isRefusal(error) || error.errno !== UNKNOWN_VARIABLE) throw error;
    });
  }
  await session.query('START TRANSACTION READ ONLY');
  await session.query('SET @rashin_from = ?, @rashin_to = ?', [from, to]);
  const sql = parts.map(part => ('text' in part ? part.text : `CAST(@rashin_${part.bind} AS DATE)`)).join('');
  const rows = connection.query({ sql, rowsAsArray: true }).stream();
  let names: readonly string[] = [];
  rows.on('fields', (fields: readonly FieldPacket[] | undefined) => {
    names = fields?.map(({ name }) => name) ?? [];
  });
  // A connection that breaks is told to the connection only.
  connection.on('error', error => rows.destroy(error));
  const out = new BoundedText(call.service);
  for await (const row of rows) if (Array.isArray(row)) out.add(tabLine(row));
  return tabLine(names) + out.whole;
}

function isRefusal(error: unknown): error is QueryError & { readonly errno: number } {
  return error instanceof Error && 'sqlState' in error && 'errno' in error && typeof error.errno === 'number';
}

/** Access denied, and what will pass: too many connections, shutting down, lock waits. https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html */
const DENIED = new Set([1044, 1045, 1049, 1698]);
const UNKNOWN_VARIABLE = 1193;
const LATER = new Set([1040, 1053, 1203, 1205, 1213]);

/** What the server said, as an answer; what was no server is thrown. */
function refusal(error: unknown, service: string, host: string): IncomingAnswer {
  if (!isRefusal(error)) {
    if (error instanceof Error && error.name === 'EngineError') throw error;
    const code = codeOf(error);
    // Under this code, only the sentence says which certificate is at fault and why.
    const said = code === 'HANDSHAKE_SSL_ERROR' && error instanceof Error ? error.message : code;
    throw connectFailure('connect-unreached', { host, code: said.slice(0, 100) }, error);
  }
  const status = DENIED.has(error.errno) ? 401 : LATER.has(error.errno) ? 503 : 400;
  return { status, headers: {}, body: `${service}: ${error.message} (${error.errno})` };
}
