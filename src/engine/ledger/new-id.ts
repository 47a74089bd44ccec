import type { LedgerEffects } from './ledger-effects.ts';

/** Crockford's base 32, lower case. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_DIGITS = 10;
const RANDOM_BYTES = 10;

/**
 * Makes ids that sort in the order they were made: 48 bits of milliseconds and 80 random bits, in 26 letters and digits (a ULID
 * in lower case). Within a millisecond, and when the clock is set back, the last id is counted up by one. [LED-06]
 */
export function createIdSource({ now, random }: LedgerEffects): () => string {
  let lastTime = -1;
  let tail = 0n;
  return () => {
    const time = Date.parse(now());
    if (time > lastTime) {
      lastTime = time;
      tail = fromBytes(random(RANDOM_BYTES)) >> 1n;
    } else {
      tail += 1n;
    }
    return inBase32(BigInt(lastTime), TIME_DIGITS) + inBase32(tail, (RANDOM_BYTES * 8) / 5);
  };
}

function fromBytes(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
}

function inBase32(number: bigint, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest >>= 5n) text = (DIGITS[Number(rest & 31n)] ?? '') + text;
  return text;
}
