import type { ByteWriter } from './byte-writer.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;

/** Writes one field of a CSV file, quoted when it has to be; says whether it was. Room for it must be there: twice its bytes and two. */
export function writeField(out: ByteWriter, bytes: Uint8Array, start: number, end: number): boolean {
  const target = out.bytes;
  let to = out.length;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte <= COMMA && (byte === QUOTE || byte === COMMA || byte === 0x0a || byte === 0x0d)) {
      writeQuoted(out, bytes, start, end);
      return true;
    }
    target[to] = byte;
    to += 1;
  }
  out.length = to;
  return false;
}

function writeQuoted(out: ByteWriter, bytes: Uint8Array, start: number, end: number): void {
  out.byte(QUOTE);
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE) out.byte(QUOTE);
    out.byte(byte);
  }
  out.byte(QUOTE);
}
