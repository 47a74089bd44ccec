import { isAscii, isUtf8 } from 'node:buffer';

/** Whether bytes that come in pieces are UTF-8; a character may be cut between two of them. */
export class Utf8Check {
  /** Whether all of them were so far, but for a last character that is not complete. */
  isSound = true;
  /** The beginning of a character that the last piece ended in. */
  private tail: Uint8Array = new Uint8Array(0);

  push(piece: Uint8Array): void {
    if (!this.isSound || piece.length === 0) return;
    if (isAscii(piece)) {
      this.isSound = this.tail.length === 0;
      return;
    }
    const joined = this.tail.length === 0 ? piece : Buffer.concat([this.tail, piece]);
    const whole = joined.length - unfinished(joined);
    this.isSound = isUtf8(joined.subarray(0, whole));
    this.tail = joined.slice(whole);
  }

  /** Whether all bytes given were UTF-8, to the last character. */
  get isWhole(): boolean {
    return this.isSound && this.tail.length === 0;
  }
}

/** How many bytes at the end begin a UTF-8 character that is not complete. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}
