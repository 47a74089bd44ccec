import { createHash } from 'node:crypto';

/**
 * A hash of rows that does not depend on their order: the same content saved in another encoding, with other line ends, its rows or
 * columns in another order, gives the same hash. [ING-42]
 *
 * How   four 32-bit hashes of every row's canonical bytes (FNV-1a with four multipliers, each finished with the mixer of MurmurHash3),
 *       added up over the rows, then SHA-256 over the sums, the number of rows and the column ids
 * Not   proof against someone who builds a collision on purpose; for the integrity of a file there is the SHA-256 of its bytes
 */
export class ContentHash {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;
  private rows = 0;

  addRow(bytes: Uint8Array, start: number, end: number): void {
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    let c = 0x3c6ef372;
    let d = 0x1b873593;
    for (let i = start; i < end; i++) {
      const byte = bytes[i] ?? 0;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x85ebca6b);
      c = Math.imul(c ^ byte, 0xc2b2ae35);
      d = Math.imul(d ^ byte, 0x27d4eb2f);
    }
    const length = end - start;
    this.a = (this.a + mixed(a ^ length)) | 0;
    this.b = (this.b + mixed(b ^ length)) | 0;
    this.c = (this.c + mixed(c ^ length)) | 0;
    this.d = (this.d + mixed(d ^ length)) | 0;
    this.rows += 1;
  }

  /** `columns`: ids of the columns, in the order in which their cells stand in the rows. */
  digest(columns: readonly string[]): string {
    const sums = [this.a, this.b, this.c, this.d].map(sum => sum >>> 0);
    return createHash('sha256')
      .update(JSON.stringify([columns, this.rows, sums]))
      .digest('hex');
  }
}

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
