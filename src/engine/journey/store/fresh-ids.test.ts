import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freshIds } from './fresh-ids.ts';
import type { IdRun } from './id-run.ts';
import { IdRun as Run } from './id-run.ts';
import { TextHash } from './text-hash.ts';
import { Utf8Texts } from './utf8-texts.ts';

describe('ids of events', () => {
  test('[JRN-05] of rows with one id the first stays, whatever came before', () => {
    const text = fc.oneof(fc.constantFrom('', 'a', 'b', 'ü', '長い', '😀', 'x'.repeat(40)), fc.string({ maxLength: 6 }));
    const batch = fc.array(text, { maxLength: 40 }).chain(values =>
      fc.record({
        values: fc.constant(values),
        codes: fc.array(fc.nat({ max: Math.max(0, values.length - 1) }), { maxLength: values.length === 0 ? 0 : 60 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 5 }), batches => {
        const seen = new Set<string>();
        const runs: IdRun[] = [];
        for (const { codes, values } of batches) {
          const expected = codes.flatMap((code, row) => {
            const id = values[code] ?? '';
            if (seen.has(id)) return [];
            if (id !== '') seen.add(id);
            return [row];
          });
          const { rows, ids } = freshIds({ codes: Uint32Array.from(codes), values }, codes.length, runs);
          expect(rows ? [...rows] : [...codes.keys()]).toEqual(expected);
          runs.push(ids);
        }
        expect(runs.reduce((sum, { size }) => sum + size, 0)).toBe(seen.size);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  test('runs put together hold the ids of both, on disk as in memory', () => {
    const all = hashesOf(Array.from({ length: 20_000 }, (_, i) => `id ${i}`));
    const [even, odd] = [runOf(all.filter((_, i) => i % 2 === 0)), runOf(all.filter((_, i) => i % 2 === 1))];
    const both = Run.from(new Map(Object.entries(even.with(odd).columns())));
    expect(both.size).toBe(20_000);
    expect(both).toEqual(runOf(all));
    for (const [i, [high, low]] of all.entries()) {
      expect(both.has(high, low)).toBe(true);
      expect(even.has(high, low)).toBe(i % 2 === 0);
      expect(both.has(high, low ^ 1)).toBe(false);
    }
  });

  test('texts that differ little share neither half of their hash more often than chance has it', () => {
    const texts = Array.from({ length: 200_000 }, (_, i) => `e${i.toString(16).padStart(8, '0')}-4b1c-${(i * 7) % 65_536}`);
    const hashes = hashesOf(texts);
    // 200,000 texts: 4.7 pairs are to be expected among 32 bits.
    for (const half of [0, 1] as const) expect(200_000 - new Set(hashes.map(hash => hash[half])).size).toBeLessThan(20);
    expect(new Set(hashes.map(([high, low]) => (high ^ low) >>> 0)).size).toBeGreaterThan(200_000 - 20);
  });
});

function hashesOf(texts: readonly string[]): readonly (readonly [number, number])[] {
  const [encoded, hash] = [new Utf8Texts(), new TextHash()];
  const found: [number, number][] = [];
  encoded.read(texts, (from, to) => {
    for (let i = from; i < to; i++) {
      hash.of(encoded.words, encoded.starts[i - from] ?? 0, encoded.starts[i - from + 1] ?? 0);
      found.push([hash.high, hash.low]);
    }
  });
  return found;
}

function runOf(hashes: readonly (readonly [number, number])[]): IdRun {
  const sorted = hashes.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  return Run.of(
    Uint32Array.from(sorted, ([high]) => high),
    Uint32Array.from(sorted, ([, low]) => low),
  );
}
