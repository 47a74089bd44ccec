import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HASH_DIGITS, RememberedHashes } from './remembered-hashes.ts';

function hashOf(bytes: Uint8Array, start: number, end: number): string {
  const text = Buffer.from(bytes.subarray(start, end)).toString('latin1');
  return text.startsWith('-') ? '' : createHash('md5').update(text, 'latin1').digest('hex');
}

function told(remembered: RememberedHashes, bytes: Uint8Array, start = 0, end = bytes.length): string {
  const place = remembered.placeOf(bytes, start, end);
  const from = place * HASH_DIGITS;
  return Buffer.from(remembered.digits.subarray(from, from + remembered.lengthAt(place))).toString('latin1');
}

test('[ING-33] a remembered hash is the hash of the value, whatever came between', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 260 }), { maxLength: 300 }), values => {
      const remembered = new RememberedHashes(hashOf);
      for (const bytes of [...values, ...values]) expect(told(remembered, bytes)).toBe(hashOf(bytes, 0, bytes.length));
    }),
    { seed: 20_261_122, numRuns: 50 },
  );
});

test('[ING-33] more values than are remembered still get their own hashes', () => {
  let asked = 0;
  const remembered = new RememberedHashes((bytes, start, end) => {
    asked += 1;
    return Buffer.from(bytes.subarray(start, end)).toString('latin1').padStart(HASH_DIGITS, '0');
  });
  const wrong: number[] = [];
  for (let round = 0; round < 2; round++) {
    for (let value = 0; value < 130_000; value++) {
      const bytes = Buffer.from(String(value));
      if (told(remembered, bytes) !== String(value).padStart(HASH_DIGITS, '0')) wrong.push(value);
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(130_000);
  asked = 0;
  told(remembered, Buffer.from('129999'));
  expect(asked).toBe(0);
});
