import type { TextEncodingName } from '#core/measure/recognise/text-encoding.ts';
import { refuse } from './refusal.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/**
 * Turns bytes of an encoding into UTF-8 bytes, piece by piece, without the byte order mark. [ING-03]
 * `valid`: the bytes are known to be in the encoding; else the first that is not ends the reading with its line.
 */
export async function* decode(
  pieces: AsyncIterable<Uint8Array>,
  encoding: TextEncodingName,
  valid: boolean,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8' && valid) yield* withoutMark(pieces);
  else if (encoding === 'windows-1252') for await (const piece of pieces) yield Buffer.from(decodeWindows1252(piece), 'utf8');
  else yield* strictly(pieces, encoding);
}

async function* withoutMark(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of pieces) {
    if (!head) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < 3) continue;
    yield unmarked(head);
    head = undefined;
  }
  if (head) yield unmarked(head);
}

function unmarked(head: Uint8Array): Uint8Array {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
}

async function* strictly(pieces: AsyncIterable<Uint8Array>, encoding: TextEncodingName): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  let lines = 1;
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true });
    lines += checked(text, lines, encoding);
    yield Buffer.from(text, 'utf8');
  }
  const text = decoder.decode();
  checked(text, lines, encoding);
  yield Buffer.from(text, 'utf8');
}

/** Refuses a text with bytes that the encoding does not have; else gives its number of line ends. */
function checked(text: string, line: number, encoding: TextEncodingName): number {
  const bad = text.indexOf('\ufffd');
  if (bad >= 0) throw refuse('bytes-not-in-encoding', { encoding }, { line: line + lineEnds(text.slice(0, bad)) });
  return lineEnds(text);
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
