import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** What MySQL answers instead of what was asked for. */
export class MysqlError extends Error {
  override readonly name = 'MysqlError';
  readonly number: number;
  readonly state: string;

  constructor(number: number, state: string, message: string) {
    super(message);
    this.number = number;
    this.state = state;
  }
}

const LONGEST = 0xff_ff_ff;

/**
 * Packets of MySQL's protocol over one connection, read one after the other.
 * https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_basic_packets.html
 */
export class MysqlPackets {
  private socket: Socket;
  private sequence = 0;
  private waiting = Buffer.alloc(0);
  private failure: Error | undefined;
  private wake: (() => void) | undefined;

  constructor(socket: Socket) {
    this.socket = socket;
    this.listen();
  }

  /** Goes on over TLS; `host`: the name the certificate must have. */
  async secure(host: string): Promise<void> {
    this.socket.removeAllListeners();
    const secured = connectTls({ socket: this.socket, servername: host, host });
    await new Promise<void>((resolve, reject) => {
      secured.once('secureConnect', resolve);
      secured.once('error', reject);
    });
    secured.removeAllListeners();
    this.socket = secured;
    this.listen();
  }

  send(payload: Buffer, isNew = false): void {
    if (isNew) this.sequence = 0;
    const head = Buffer.alloc(4);
    head.writeUIntLE(payload.length, 0, 3);
    head.writeUInt8(this.sequence, 3);
    this.sequence = (this.sequence + 1) & 0xff;
    this.socket.write(Buffer.concat([head, payload]));
  }

  /** The next payload; long ones come in pieces. Throws what the server says is wrong. */
  async next(): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for (;;) {
      const head = await this.bytes(4);
      const length = head.readUIntLE(0, 3);
      this.sequence = (head.readUInt8(3) + 1) & 0xff;
      pieces.push(await this.bytes(length));
      if (length < LONGEST) break;
    }
    const payload = pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces);
    if (payload[0] === 0xff) throw errorOf(payload);
    return payload;
  }

  close(): void {
    this.socket.destroy();
  }

  private listen(): void {
    this.socket.on('data', piece => {
      this.waiting = this.waiting.length === 0 ? piece : Buffer.concat([this.waiting, piece]);
      this.wake?.();
    });
    const fail = (error: Error): void => {
      this.failure ??= error;
      this.wake?.();
    };
    this.socket.on('error', fail);
    this.socket.on('close', () => fail(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    this.socket.on('timeout', () => this.socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
  }

  private async bytes(count: number): Promise<Buffer> {
    while (this.waiting.length < count) {
      if (this.failure) throw this.failure;
      await new Promise<void>(resolve => {
        this.wake = resolve;
      });
    }
    const found = this.waiting.subarray(0, count);
    this.waiting = this.waiting.subarray(count);
    return found;
  }
}

function errorOf(payload: Buffer): MysqlError {
  const number = payload.readUInt16LE(1);
  const hasState = payload[3] === 0x23;
  const state = hasState ? payload.toString('latin1', 4, 9) : '';
  return new MysqlError(number, state, payload.toString('utf8', hasState ? 9 : 3));
}

/** Reads numbers and texts of a payload from the front. */
export class PayloadReader {
  private readonly payload: Buffer;
  private place: number;

  constructor(payload: Buffer, place = 0) {
    this.payload = payload;
    this.place = place;
  }

  get atEnd(): boolean {
    return this.place >= this.payload.length;
  }

  number(bytes: number): number {
    const found = this.payload.readUIntLE(this.place, bytes);
    this.place += bytes;
    return found;
  }

  take(bytes: number): Buffer {
    const found = this.payload.subarray(this.place, this.place + bytes);
    this.place += bytes;
    return found;
  }

  /** Text up to a zero byte. */
  word(): string {
    const end = this.payload.indexOf(0, this.place);
    const found = this.payload.toString('utf8', this.place, end < 0 ? this.payload.length : end);
    this.place = end < 0 ? this.payload.length : end + 1;
    return found;
  }

  /** Text after its length; null for NULL. */
  text(): string | null {
    const length = this.length();
    return length === null ? null : this.take(length).toString('utf8');
  }

  length(): number | null {
    const first = this.number(1);
    switch (first) {
      case 0xfb:
        return null;
      case 0xfc:
        return this.number(2);
      case 0xfd:
        return this.number(3);
      case 0xfe:
        return Number(this.take(8).readBigUInt64LE());
      default:
        return first;
    }
  }
}
