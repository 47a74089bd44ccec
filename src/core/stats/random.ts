/**
 * Random numbers that depend on nothing but a seed, a stream and a place in the stream: Philox 4×32 with 10 rounds.
 *
 * In    seed: any safe integer; stream: which of 2³² independent sequences (one per leaf, month, bootstrap …), 0 when absent
 * Out   the same numbers on every machine and in every order of asking for streams
 * How   Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11; tested against the authors' vectors
 * Not   for secrets
 */
export class Random {
  private readonly key: readonly [number, number];
  private readonly stream: number;
  private block: Words = [0, 0, 0, 0];
  private used = 4;
  private counter = 0;
  private spare: number | undefined;

  constructor(seed: number, stream = 0) {
    this.key = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0];
    this.stream = stream >>> 0;
  }

  /** Evenly distributed over 2³² points of the open interval (0, 1): never 0, never 1. */
  uniform(): number {
    return (this.word() + 0.5) / 2 ** 32;
  }

  /** A whole number from 0 to `below` − 1. */
  integer(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  /** Standard normal, by Box and Muller's method: two at a time. */
  normal(): number {
    if (this.spare !== undefined) {
      const kept = this.spare;
      this.spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  private word(): number {
    if (this.used === 4) {
      this.block = philox([this.counter >>> 0, Math.floor(this.counter / 2 ** 32) >>> 0, this.stream, 0], this.key);
      this.counter++;
      this.used = 0;
    }
    const word = this.block[this.used] ?? 0;
    this.used++;
    return word;
  }
}

/** Four unsigned 32-bit words. */
export type Words = readonly [number, number, number, number];

/** One block of Philox 4×32-10: a counter and a key to four random words. */
export function philox(counter: Words, key: readonly [number, number]): Words {
  let [a, b, c, d] = counter;
  let [left, right] = key;
  for (let round = 0; round < 10; round++) {
    const lowA = Math.imul(0xd2511f53, a) >>> 0;
    const highA = highOfProduct(0xd2511f53, a);
    const lowC = Math.imul(0xcd9e8d57, c) >>> 0;
    const highC = highOfProduct(0xcd9e8d57, c);
    a = (highC ^ b ^ left) >>> 0;
    b = lowC;
    c = (highA ^ d ^ right) >>> 0;
    d = lowA;
    left = (left + 0x9e3779b9) >>> 0;
    right = (right + 0xbb67ae85) >>> 0;
  }
  return [a, b, c, d];
}

/** The upper 32 bits of the product of two unsigned 32-bit words. */
function highOfProduct(x: number, y: number): number {
  const [xLow, xHigh, yLow, yHigh] = [x & 0xffff, x >>> 16, y & 0xffff, y >>> 16];
  const middle = xHigh * yLow + ((xLow * yLow) >>> 16);
  const carried = xLow * yHigh + (middle & 0xffff);
  return (xHigh * yHigh + Math.floor(middle / 65536) + Math.floor(carried / 65536)) >>> 0;
}
