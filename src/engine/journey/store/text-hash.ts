/**
 * Hashes texts to 64 bits as MurmurHash3 hashes to four words, with two of them: both take in every byte and each other, so that texts alike in one
 * are no likelier to be alike in the other.
 */
export class TextHash {
  low = 0;
  high = 0;

  /** Of the bytes from `from` up to, not including, `to`, behind which three more can be read. */
  of(words: DataView, from: number, to: number): void {
    let [low, high] = [0x02f6e2b1, 0x7a3c95d7];
    for (let at = from; at < to; at += 4) {
      const beyond = at + 4 - to;
      const word = words.getInt32(at, true) & (beyond > 0 ? -1 >>> (8 * beyond) : -1);
      const first = Math.imul(word, 0x239b961b);
      low ^= Math.imul((first << 15) | (first >>> 17), 0xab0e9789);
      low = (((low << 19) | (low >>> 13)) + high) | 0;
      low = (Math.imul(low, 5) + 0x561ccd1b) | 0;
      const second = Math.imul(word, 0x38b34ae5);
      high ^= Math.imul((second << 16) | (second >>> 16), 0xa1e38b93);
      high = (((high << 17) | (high >>> 15)) + low) | 0;
      high = (Math.imul(high, 5) + 0x0bcaa747) | 0;
    }
    low = ((low ^ (to - from)) + high) | 0;
    high = (high + low) | 0;
    low = stirred(low);
    high = stirred(high);
    low = (low + high) | 0;
    this.low = low >>> 0;
    this.high = (high + low) >>> 0;
  }
}

function stirred(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
