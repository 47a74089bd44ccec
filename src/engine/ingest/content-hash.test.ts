import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContentHash } from './content-hash.ts';

function hashOf(rows: readonly string[], columns: readonly string[] = ['a', 'b']): string {
  const hash = new ContentHash();
  for (const row of rows) {
    const bytes = Buffer.from(`#${row}#`);
    hash.addRow(bytes, 1, bytes.length - 1);
  }
  return hash.digest(columns);
}

test('[ING-42] the order of rows does not matter, their number and columns do', () => {
  expect(hashOf(['1,2', '3,4', '5,6'])).toBe(hashOf(['5,6', '1,2', '3,4']));
  expect(hashOf(['1,2', '1,2'])).not.toBe(hashOf(['1,2']));
  expect(hashOf(['1,2', '1,2'])).not.toBe(hashOf([]));
  expect(hashOf(['1,2'], ['a', 'c'])).not.toBe(hashOf(['1,2']));
});

test('[ING-42] different rows give different hashes, also when cells are only exchanged between them', () => {
  expect(hashOf(['1,2', '3,4'])).not.toBe(hashOf(['1,4', '3,2']));
  const rows = fc.array(fc.string({ unit: fc.constantFrom('0', '1', '2', ',', '羅'), maxLength: 8 }), { maxLength: 8 });
  const canonical = (list: readonly string[]) => JSON.stringify([...list].sort());
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      expect(hashOf(a) === hashOf(b)).toBe(canonical(a) === canonical(b));
    }),
    { seed: 20260404, numRuns: 2000 },
  );
});
