import { createHash } from 'node:crypto';

/** The number of a person or of an event's id: the first 16 bytes of the SHA-256 of its text, little-endian, never 0; decimal. */
export function keyOf(text: string): string {
  const bytes = createHash('sha256').update(text, 'utf8').digest();
  const number = (bytes.readBigUInt64LE(8) << 64n) | bytes.readBigUInt64LE(0);
  return String(number === 0n ? 1n : number);
}

/** The number of a store, from its name. */
export function storeKey(name: string): string {
  return String(createHash('sha256').update(name, 'utf8').digest().readBigUInt64LE(0));
}

/** Which of several shards holds a person. */
export function shardOf(person: string, shards: number): number {
  return shards === 1 ? 0 : Number((BigInt(person) & 0xffff_ffff_ffff_ffffn) % BigInt(shards));
}
