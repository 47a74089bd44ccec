const MOST = 100_000;
const FIRST = 4_096;
const LONGEST = 200;

/** Bytes of a hash in hex. */
export const HASH_DIGITS = 32;

/**
 * The hashes of values met lately, found by the values' bytes, because the same people come again line after line.
 * Bounded: at 100,000 values it begins anew; values longer than 200 bytes are not remembered.
 */
export class RememberedHashes {
  /** Hashes in hex, `HASH_DIGITS` bytes each, one after the other. */
  digits = new Uint8Array(FIRST * HASH_DIGITS);
  private readonly hashOf: (bytes: Uint8Array, start: number, end: number) => string;
  private capacity = FIRST;
  private count = 0;
  /** Places by the values' bytes; a place is its number and one, 0 is free. */
  private table = new Int32Array(FIRST * 4);
  private keys = new Uint8Array(FIRST * 16);
  private keyEnds = new Int32Array(FIRST + 1);
  private lengths = new Uint8Array(FIRST);

  /** `hashOf`: the hash of a value, empty when there is nothing to hash. */
  constructor(hashOf: (bytes: Uint8Array, start: number, end: number) => string) {
    this.hashOf = hashOf;
  }

  /** The place of a value's hash among `digits`. */
  placeOf(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.table.length - 1;
    let slot = mixed(bytes, start, end) & mask;
    for (;;) {
      const place = (this.table[slot] ?? 0) - 1;
      if (place < 0) break;
      if (this.isAt(place, bytes, start, end)) return place;
      slot = (slot + 1) & mask;
    }
    return this.add(slot, bytes, start, end);
  }

  /** How many digits stand at a place: all, or none. */
  lengthAt(place: number): number {
    return this.lengths[place] ?? 0;
  }

  private isAt(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { keys } = this;
    const from = this.keyEnds[place] ?? 0;
    if ((this.keyEnds[place + 1] ?? 0) - from !== end - start) return false;
    for (let i = start, at = from; i < end; i++, at++) if (keys[at] !== bytes[i]) return false;
    return true;
  }

  private add(slot: number, bytes: Uint8Array, start: number, end: number): number {
    const hash = this.hashOf(bytes, start, end);
    if (this.count === this.capacity) {
      this.makeRoom();
      return this.add(this.freeSlot(bytes, start, end), bytes, start, end);
    }
    const place = this.count;
    for (let i = 0; i < hash.length; i++) this.digits[place * HASH_DIGITS + i] = hash.charCodeAt(i);
    this.lengths[place] = hash.length;
    if (end - start > LONGEST) return place;
    const from = this.keyEnds[place] ?? 0;
    if (from + end - start > this.keys.length) this.keys = grown(this.keys, Math.max(this.keys.length * 2, from + end - start));
    this.keys.set(bytes.subarray(start, end), from);
    this.keyEnds[place + 1] = from + end - start;
    this.table[slot] = place + 1;
    this.count += 1;
    return place;
  }

  private makeRoom(): void {
    if (this.capacity >= MOST) {
      this.count = 0;
      this.table.fill(0);
      return;
    }
    this.capacity = Math.min(MOST, this.capacity * 4);
    this.digits = grown(this.digits, this.capacity * HASH_DIGITS);
    this.lengths = grown(this.lengths, this.capacity);
    const ends = new Int32Array(this.capacity + 1);
    ends.set(this.keyEnds);
    this.keyEnds = ends;
    this.table = new Int32Array(this.table.length * 4);
    for (let place = 0; place < this.count; place++) {
      const slot = this.freeSlot(this.keys, this.keyEnds[place] ?? 0, this.keyEnds[place + 1] ?? 0);
      this.table[slot] = place + 1;
    }
  }

  private freeSlot(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.table.length - 1;
    let slot = mixed(bytes, start, end) & mask;
    while (this.table[slot] !== 0) slot = (slot + 1) & mask;
    return slot;
  }
}

function mixed(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

function grown(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(size);
  larger.set(bytes);
  return larger;
}
