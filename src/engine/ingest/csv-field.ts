import type { ByteWriter } from './byte-writer.ts';

const QUOTE = 0x22;

/** Writes one field of a CSV file, quoted when it has to be; says whether it was. Room for it must be there: twice its bytes and two. */
export function writeField(out: ByteWriter, bytes: Uint8Array, start: number, end: number): boolean {
  let quoted = false;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE || byte === 0x2c || byte === 0x0a || byte === 0x0d) {
      quoted = true;
      break;
    }
  }
  if (!quoted) {
    out.copy(bytes, start, end);
    return false;
  }
  out.byte(QUOTE);
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE) out.byte(QUOTE);
    out.byte(byte);
  }
  out.byte(QUOTE);
  return true;
}
