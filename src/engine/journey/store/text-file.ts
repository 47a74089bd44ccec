import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { type GrowingFile, growFile, readGrown } from './growing-file.ts';
import { TextDictionary } from './text-dictionary.ts';

/** Writes the dictionary's texts with numbers above `after` behind those that the file has: some thousand at a time, made small. */
export async function growTexts(folder: string, file: GrowingFile, texts: TextDictionary, after: number): Promise<GrowingFile> {
  const blocks: Promise<Buffer>[] = [];
  for (let from = after; from < texts.size; from += BLOCK) blocks.push(packed(texts, from, Math.min(texts.size, from + BLOCK)));
  return growFile(folder, file, Buffer.concat(await Promise.all(blocks)));
}

export async function readTexts(folder: string, file: GrowingFile): Promise<TextDictionary> {
  const content = Buffer.from((await readGrown(folder, file)).buffer);
  const blocks: Promise<Block>[] = [];
  for (let at = 0; at < content.length; ) {
    const end = at + HEAD + content.readUInt32LE(at + 4);
    blocks.push(unpacked(content.readUInt32LE(at), content.subarray(at + HEAD, end)));
    at = end;
  }
  const texts = new TextDictionary();
  for (const { lengths, bytes } of await Promise.all(blocks)) texts.add(lengths, bytes);
  return texts;
}

const BLOCK = 1 << 15;
/** How many texts, and how many bytes made small. */
const HEAD = 8;
const deflated = promisify(deflateRaw) as (bytes: Uint8Array, options: { readonly level: number }) => Promise<Buffer>;
const inflated = promisify(inflateRaw) as (bytes: Uint8Array) => Promise<Buffer>;

type Block = ReturnType<TextDictionary['slice']>;

async function packed(texts: TextDictionary, after: number, last: number): Promise<Buffer> {
  const { lengths, bytes } = texts.slice(after, last);
  const plain = Buffer.concat([new Uint8Array(lengths.buffer), bytes]);
  const small = await deflated(plain, { level: 1 });
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(lengths.length, 0);
  head.writeUInt32LE(small.length, 4);
  return Buffer.concat([head, small]);
}

async function unpacked(count: number, small: Uint8Array): Promise<Block> {
  const plain = await inflated(small);
  return {
    lengths: new Uint32Array(plain.buffer.slice(plain.byteOffset, plain.byteOffset + 4 * count)),
    bytes: plain.subarray(4 * count),
  };
}
