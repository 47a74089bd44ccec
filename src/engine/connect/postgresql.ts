import type { Client } from 'pg';
import type { IncomingAnswer } from '#core/connect/connector.ts';
import { tabLine } from '#core/connect/tab-separated.ts';
import { codeOf, connectFailure } from './connect-failure.ts';
import { OUTGOING_LIMITS } from './outgoing-limits.ts';
import { BoundedText, type WireCall, wireQuestion } from './wire-question.ts';

const FETCHED = 5_000;

/**
 * Runs a SELECT on PostgreSQL in a read-only transaction and gives its rows as tabs. [CON-12]
 * A cursor fetches the rows piece by piece; values come as the server writes them, so no digit is lost.
 */
export async function runPostgresql(call: WireCall): Promise<IncomingAnswer> {
  const { url, address, secrets, service, signal } = call;
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    host: address,
    port: Number(url.port || '5432'),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: secrets.user ?? '',
    password: secrets.password ?? '',
    connectionTimeoutMillis: OUTGOING_LIMITS.milliseconds,
    query_timeout: OUTGOING_LIMITS.milliseconds,
    application_name: 'rashin',
    ssl: url.searchParams.get('tls') === 'off' ? false : { servername: url.hostname },
    types: { getTypeParser: () => (text: string) => text },
  });
  client.on('error', () => {});
  const stop = (): void => {
    client.end().catch(() => {});
  };
  signal.addEventListener('abort', stop);
  try {
    await client.connect();
    return { status: 200, headers: {}, body: await rowsOf(client, call) };
  } catch (error) {
    signal.throwIfAborted();
    return refusal(error, service, url.hostname);
  } finally {
    signal.removeEventListener('abort', stop);
    await client.end().catch(() => {});
  }
}

async function rowsOf(client: Client, call: WireCall): Promise<string> {
  const { parts, from, to } = wireQuestion(call);
  const text = parts.map(part => ('text' in part ? part.text : `CAST($${part.bind === 'from' ? 1 : 2} AS date)`)).join('');
  await client.query('BEGIN TRANSACTION READ ONLY');
  await client.query(`SET LOCAL statement_timeout = ${OUTGOING_LIMITS.milliseconds - 5_000}`);
  await client.query({ text: `DECLARE pulled NO SCROLL CURSOR FOR ${text}`, values: [from, to] });
  const out = new BoundedText(call.service);
  for (let isFirst = true; ; isFirst = false) {
    const { fields, rows } = await client.query<(string | null)[]>({ text: `FETCH ${FETCHED} FROM pulled`, rowMode: 'array' });
    if (isFirst) out.add(tabLine(fields.map(({ name }) => name)));
    for (const row of rows) out.add(tabLine(row));
    if (rows.length < FETCHED) break;
  }
  await client.query('ROLLBACK');
  return out.whole;
}

/** What the server said, as an answer; what was no server is thrown. Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function refusal(error: unknown, service: string, host: string): IncomingAnswer {
  const code = codeOf(error);
  const body = error instanceof Error ? error.message : '';
  if (!/^[0-9A-Z]{5}$/.test(code)) {
    if (error instanceof Error && error.name === 'EngineError') throw error;
    throw connectFailure('connect-unreached', { host, code: code.slice(0, 100) }, error);
  }
  const status = code.startsWith('28')
    ? 401
    : code.startsWith('53') || code.startsWith('57P') || code.startsWith('40')
      ? 503
      : 400;
  return { status, headers: {}, body: `${service}: ${body} (${code})` };
}
