import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { TextDictionary } from './text-dictionary.ts';
import { growTexts, readTexts } from './text-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rashin-texts-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('texts are numbered from 1 in the order they come, in memory and out of files written bit by bit', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 9 }),
    fc.string({ maxLength: 3 }),
    fc.constantFrom('', '東京', '😀', 'a'.repeat(70_000)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { maxLength: 30 }), { maxLength: 6 }), async batches => {
      const numbers = new Map<string, number>();
      const texts = new TextDictionary();
      let file = { file: 'texts', bytes: 0, crc: 0 };
      for (const batch of batches) {
        const before = texts.size;
        const expected = batch.map(own => {
          if (!numbers.has(own)) numbers.set(own, numbers.size + 1);
          return numbers.get(own) ?? 0;
        });
        expect([...texts.numbers(batch)]).toEqual(expected);
        file = await growTexts(folder, file, texts, before);
      }
      const read = await readTexts(folder, file);
      expect(read.size).toBe(numbers.size);
      expect([...read.numbers([...numbers.keys()])]).toEqual([...numbers.values()]);
      expect(textsOf(read)).toEqual([...numbers.keys()]);
    }),
    { seed: 4, numRuns: 60 },
  );
}, 60_000);

test('a hundred thousand texts take a fraction of their bytes', async () => {
  const texts = new TextDictionary();
  const all = Array.from({ length: 100_000 }, (_, i) => `visitor-${i}@shop.example`);
  texts.numbers(all);
  const { bytes } = await growTexts(folder, { file: 'texts', bytes: 0, crc: 0 }, texts, 0);
  expect(bytes).toBeLessThan(100_000 * 8);
});

function textsOf(texts: TextDictionary): readonly string[] {
  const { bytes, starts } = texts.shared;
  return Array.from({ length: texts.size }, (_, i) => Buffer.from(bytes.slice(starts[i], starts[i + 1])).toString());
}
