/**
 * Texts as UTF-8, some thousand at a time in memory that is used again: text i of the stretch lies in `bytes` from `starts[i]` up to
 * `starts[i + 1]`. Behind the last lie at least three bytes more, so that words of four can be read.
 */
export class Utf8Texts {
  bytes = new Uint8Array(1 << 16);
  words = new DataView(this.bytes.buffer);
  readonly starts = new Uint32Array(STRETCH + 1);
  private readonly encoder = new TextEncoder();

  /** Calls `take` with stretches of the texts: `take(from, to)` speaks of `texts[from]` up to, not including, `texts[to]`. */
  read(texts: readonly string[], take: (from: number, to: number) => void): void {
    for (let from = 0; from < texts.length; from += STRETCH) {
      const to = Math.min(texts.length, from + STRETCH);
      if (!this.readPlain(texts, from, to)) this.readEach(texts, from, to);
      take(from, to);
    }
  }

  /** All in one go; false where some are not ASCII, because then joined texts tell nothing about the length of each. */
  private readPlain(texts: readonly string[], from: number, to: number): boolean {
    let joined = '';
    let at = 0;
    for (let i = from; i < to; i++) {
      const text = texts[i] as string;
      this.starts[i - from] = at;
      at += text.length;
      joined += text;
    }
    this.starts[to - from] = at;
    this.makeRoom(at);
    const { read, written } = this.encoder.encodeInto(joined, this.bytes);
    return read === at && written === at;
  }

  private readEach(texts: readonly string[], from: number, to: number): void {
    let at = 0;
    for (let i = from; i < to; i++) {
      const text = texts[i] as string;
      this.starts[i - from] = at;
      this.makeRoom(at + 3 * text.length);
      at += this.encoder.encodeInto(text, this.bytes.subarray(at)).written;
    }
    this.starts[to - from] = at;
  }

  private makeRoom(bytes: number): void {
    if (bytes + 4 <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(bytes + 4, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = larger;
    this.words = new DataView(larger.buffer);
  }
}

const STRETCH = 1_024;
