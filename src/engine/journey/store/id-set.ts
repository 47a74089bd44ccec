/**
 * Ids of events that have been seen, as 64 bits of hash each: 16 bytes or more per id. Among a hundred million ids the chance that any
 * two share their hash is 3 in 10,000. [JRN-05]
 */
export class IdSet {
  private size = 0;
  private low = new Uint32Array(1 << 12);
  private high = new Uint32Array(1 << 12);

  /** Whether the id is new; from now on it is not. */
  add(low: number, high: number): boolean {
    const mask = this.low.length - 1;
    let place = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    while (this.low[place] !== 0 || this.high[place] !== 0) {
      if (this.low[place] === low && this.high[place] === high) return false;
      place = (place + 1) & mask;
    }
    this.low[place] = low;
    this.high[place] = high;
    if (++this.size * 2 > this.low.length) this.grow();
    return true;
  }

  private grow(): void {
    const { low, high } = this;
    this.low = new Uint32Array(low.length * 2);
    this.high = new Uint32Array(low.length * 2);
    this.size = 0;
    for (let i = 0; i < low.length; i++) if (low[i] !== 0 || high[i] !== 0) this.add(low[i] as number, high[i] as number);
  }
}

/** Two independent hashes of 32 bits, never both 0 (which stands for no id). */
export function hashId(text: string, into: Uint32Array, at: number): void {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul((b << 13) | (b >>> 19), 5) + Math.imul(unit, 0xcc9e2d51);
  }
  into[at] = finish(a ^ text.length);
  into[at + 1] = finish(b ^ Math.imul(text.length, 0x1b873593)) || 1;
}

function finish(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
