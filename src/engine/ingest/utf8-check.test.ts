import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Utf8Check } from './utf8-check.ts';

test('[ING-65] bytes in pieces of any size are UTF-8 exactly when all of them together are', () => {
  const bytes = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }).map(text => Buffer.from(text)),
    fc.uint8Array({ maxLength: 12 }).map(raw => Buffer.concat([Buffer.from('針 '), raw])),
  );
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 7 }), (all, size) => {
      const check = new Utf8Check();
      for (let at = 0; at < all.length; at += size) check.push(all.subarray(at, at + size));
      expect(check.isWhole).toBe(isUtf8(all));
    }),
    { seed: 20_261_122, numRuns: 2_000 },
  );
});
