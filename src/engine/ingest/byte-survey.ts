import { isAscii } from 'node:buffer';
import { Utf8Check } from './utf8-check.ts';

/** What a whole text's bytes were found to be, before any of it is decoded. */
export interface ByteSurvey {
  readonly bytes: number;
  readonly bom: 'utf-8' | 'utf-16le' | 'utf-16be' | null;
  readonly ascii: boolean;
  readonly utf8: boolean;
  /** 1-based line of the first NUL byte. */
  readonly nulLine: number | null;
  /** The first bytes. */
  readonly head: Uint8Array;
  /** Stretches around bytes that are not ASCII, cut at line ends, at most `SAMPLE_BYTES` together. */
  readonly sample: Uint8Array;
}

const HEAD_BYTES = 64 * 1024;
const SAMPLE_BYTES = 512 * 1024;

/** Looks at all bytes of a text, piece by piece, in bounded memory. */
export class ByteSurveyor {
  private bytes = 0;
  private ascii = true;
  private readonly utf8 = new Utf8Check();
  private lines = 1;
  private nulLine: number | null = null;
  private readonly head: Uint8Array[] = [];
  private headBytes = 0;
  private readonly sample: Uint8Array[] = [];
  private sampleBytes = 0;

  push(piece: Uint8Array): void {
    this.bytes += piece.length;
    if (this.headBytes < HEAD_BYTES) {
      const part = piece.slice(0, HEAD_BYTES - this.headBytes);
      this.head.push(part);
      this.headBytes += part.length;
    }
    if (this.nulLine === null) {
      const nul = piece.indexOf(0);
      if (nul >= 0) this.nulLine = this.lines + countLines(piece.subarray(0, nul));
      else this.lines += countLines(piece);
    }
    this.utf8.push(piece);
    if (isAscii(piece)) return;
    this.ascii = false;
    this.keepSample(piece);
  }

  end(): ByteSurvey {
    const head = Buffer.concat(this.head);
    return {
      bytes: this.bytes,
      bom: bomOf(head),
      ascii: this.ascii,
      utf8: this.utf8.isWhole,
      nulLine: this.nulLine,
      head,
      sample: Buffer.concat(this.sample),
    };
  }

  private keepSample(piece: Uint8Array): void {
    if (this.sampleBytes >= SAMPLE_BYTES) return;
    let from = piece.findIndex(byte => byte >= 0x80);
    const lineStart = piece.lastIndexOf(0x0a, from) + 1;
    from = lineStart > 0 || this.bytes === piece.length ? lineStart : piece.indexOf(0x0a) + 1;
    const part = piece.slice(from, from + SAMPLE_BYTES - this.sampleBytes);
    const end = part.lastIndexOf(0x0a) + 1;
    const lines = end > 0 ? part.subarray(0, end) : part;
    this.sample.push(lines);
    this.sampleBytes += lines.length;
  }
}

function bomOf(head: Uint8Array): ByteSurvey['bom'] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  return lines;
}
