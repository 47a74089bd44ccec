import { constants, createHash, publicEncrypt } from 'node:crypto';
import { createConnection } from 'node:net';
import type { IncomingAnswer } from '#core/connect/connector.ts';
import { tabLine } from '#core/connect/tab-separated.ts';
import { codeOf, connectFailure } from './connect-failure.ts';
import { MysqlError, MysqlPackets, PayloadReader } from './mysql-packets.ts';
import { OUTGOING_LIMITS } from './outgoing-limits.ts';
import { BoundedText, type WireCall, wireQuestion } from './wire-question.ts';

const LONG_PASSWORD = 1;
const LONG_FLAG = 4;
const CONNECT_WITH_DB = 8;
const PROTOCOL_41 = 0x2_00;
const SSL = 0x8_00;
const TRANSACTIONS = 0x20_00;
const SECURE_CONNECTION = 0x80_00;
const PLUGIN_AUTH = 0x8_00_00;
const UTF8MB4 = 45;
const COM_QUIT = 1;
const COM_QUERY = 3;

/**
 * Runs a SELECT on MySQL or MariaDB in a read-only transaction and gives its rows as tabs, as the server writes them. [CON-12]
 * https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html
 */
export async function runMysql(call: WireCall): Promise<IncomingAnswer> {
  const { url, address, service, signal } = call;
  const socket = createConnection({ host: address, port: Number(url.port || '3306'), timeout: OUTGOING_LIMITS.milliseconds });
  const packets = new MysqlPackets(socket);
  const stop = (): void => packets.close();
  const deadline = setTimeout(stop, OUTGOING_LIMITS.milliseconds);
  signal.addEventListener('abort', stop);
  try {
    await signIn(packets, call);
    return { status: 200, headers: {}, body: await rowsOf(packets, call) };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof MysqlError) return refusal(error, service);
    if (error instanceof Error && error.name === 'EngineError') throw error;
    throw connectFailure('connect-unreached', { host: url.hostname, code: codeOf(error) }, error);
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener('abort', stop);
    packets.send(Buffer.from([COM_QUIT]), true);
    packets.close();
  }
}

async function signIn(packets: MysqlPackets, { url, secrets }: WireCall): Promise<void> {
  const hello = new PayloadReader(await packets.next(), 1);
  hello.word();
  hello.number(4);
  const first = hello.take(8);
  hello.number(1);
  const low = hello.number(2);
  hello.number(3);
  const offered = low | (hello.number(2) << 16);
  const length = hello.number(1);
  hello.take(10);
  const salt = Buffer.concat([first, hello.take(Math.max(13, length - 8)).subarray(0, 12)]);
  const plugin = hello.atEnd ? 'mysql_native_password' : hello.word();
  const isSecure = url.searchParams.get('tls') !== 'off';
  const password = secrets.password ?? '';
  const wanted =
    LONG_PASSWORD |
    LONG_FLAG |
    CONNECT_WITH_DB |
    PROTOCOL_41 |
    TRANSACTIONS |
    SECURE_CONNECTION |
    PLUGIN_AUTH |
    (isSecure ? SSL : 0);
  const head = Buffer.alloc(32);
  head.writeUInt32LE(wanted, 0);
  head.writeUInt32LE(0x1_00_00_00, 4);
  head.writeUInt8(UTF8MB4, 8);
  if (isSecure) {
    if ((offered & SSL) === 0) throw Object.assign(new Error('no TLS'), { code: 'NO_TLS' });
    packets.send(head);
    await packets.secure(url.hostname);
  }
  const proof = proofOf(plugin, password, salt);
  const database = decodeURIComponent(url.pathname.slice(1));
  const words = (text: string): Buffer => Buffer.from(`${text}\0`);
  packets.send(
    Buffer.concat([head, words(secrets.user ?? ''), Buffer.from([proof.length]), proof, words(database), words(plugin)]),
  );
  await authenticated(packets, { plugin, salt, password, isSecure });
}

interface Authenticating {
  readonly plugin: string;
  readonly salt: Buffer;
  readonly password: string;
  readonly isSecure: boolean;
}

/** Answers what the server asks until it says that all is well. */
async function authenticated(packets: MysqlPackets, asked: Authenticating): Promise<void> {
  let { plugin, salt } = asked;
  for (;;) {
    const payload = await packets.next();
    if (payload[0] === 0x00) return;
    if (payload[0] === 0xfe) {
      const other = new PayloadReader(payload, 1);
      plugin = other.word();
      salt = Buffer.from(other.take(20));
      packets.send(proofOf(plugin, asked.password, salt));
    } else if (payload[0] === 0x01 && payload[1] === 0x04) {
      if (asked.isSecure) packets.send(Buffer.from(`${asked.password}\0`));
      else {
        packets.send(Buffer.from([0x02]));
        const key = (await packets.next()).subarray(1).toString('utf8');
        packets.send(
          publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING }, mixed(Buffer.from(`${asked.password}\0`), salt)),
        );
      }
    } else if (payload[0] !== 0x01) throw new MysqlError(1045, '28000', `sign-in with ${plugin} is not known`);
  }
}

/** What shows that the password is known, without sending it. */
function proofOf(plugin: string, password: string, salt: Buffer): Buffer {
  if (password === '') return Buffer.alloc(0);
  const hash = (name: string, ...parts: readonly Uint8Array[]): Buffer => {
    const made = createHash(name);
    for (const part of parts) made.update(part);
    return made.digest();
  };
  const secret = Buffer.from(password);
  switch (plugin) {
    case 'mysql_native_password': {
      const once = hash('sha1', secret);
      return mixed(once, hash('sha1', salt, hash('sha1', once)));
    }
    case 'caching_sha2_password': {
      const once = hash('sha256', secret);
      return mixed(once, hash('sha256', hash('sha256', once), salt));
    }
    default:
      return Buffer.alloc(0);
  }
}

function mixed(bytes: Buffer, other: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, index) => byte ^ (other[index % other.length] ?? 0)));
}

async function rowsOf(packets: MysqlPackets, call: WireCall): Promise<string> {
  const { parts, from, to } = wireQuestion(call);
  const seconds = Math.floor(OUTGOING_LIMITS.milliseconds / 1000) - 5;
  await told(packets, 'SET NAMES utf8mb4');
  // MySQL and MariaDB have different names for the limit of a statement; each refuses the other's.
  for (const limit of [`max_execution_time = ${seconds * 1000}`, `max_statement_time = ${seconds}`]) {
    await told(packets, `SET SESSION ${limit}`).catch((error: unknown) => {
      if (!(error instanceof MysqlError)) throw error;
    });
  }
  await told(packets, 'START TRANSACTION READ ONLY');
  await told(packets, `SET @rashin_from = '${from}', @rashin_to = '${to}'`);
  const query = parts.map(part => ('text' in part ? part.text : `CAST(@rashin_${part.bind} AS DATE)`)).join('');
  packets.send(Buffer.concat([Buffer.from([COM_QUERY]), Buffer.from(query)]), true);
  const count = new PayloadReader(await packets.next()).length() ?? 0;
  const out = new BoundedText(call.service);
  const names: string[] = [];
  for (let i = 0; i < count; i += 1) names.push(nameOf(await packets.next()));
  out.add(tabLine(names));
  await packets.next();
  for (;;) {
    const row = await packets.next();
    if (row[0] === 0xfe && row.length < 9) break;
    const reader = new PayloadReader(row);
    out.add(tabLine(names.map(() => reader.text())));
  }
  return out.whole;
}

/** A statement without rows. */
async function told(packets: MysqlPackets, statement: string): Promise<void> {
  packets.send(Buffer.concat([Buffer.from([COM_QUERY]), Buffer.from(statement)]), true);
  await packets.next();
}

/** A column's alias: the fifth text of its description. */
function nameOf(payload: Buffer): string {
  const reader = new PayloadReader(payload);
  for (let i = 0; i < 4; i += 1) reader.text();
  return reader.text() ?? '';
}

/** Access denied, and what will pass: too many connections, shutting down, lock waits. https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html */
const DENIED = new Set([1044, 1045, 1049, 1698]);
const LATER = new Set([1040, 1053, 1203, 1205, 1213]);

function refusal({ number, message }: MysqlError, service: string): IncomingAnswer {
  const status = DENIED.has(number) ? 401 : LATER.has(number) ? 503 : 400;
  return { status, headers: {}, body: `${service}: ${message} (${number})` };
}
