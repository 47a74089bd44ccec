import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnIdOf } from './column-id.ts';

test.each([
  ['Campaign Name', 'campaign-name'],
  ['campaign_id', 'campaign-id'],
  ['InvoiceNo', 'invoice-no'],
  ['CTR %', 'ctr-percent'],
  ['1st order', 'c-1st-order'],
  ['__proto__', 'proto'],
  ['constructor', 'c-constructor'],
])('[ING-13] "%s" becomes %s', (heading, id) => {
  expect(columnIdOf(heading)).toBe(id);
});

test('[ING-13] Japanese headings keep their kana and are told apart', () => {
  expect(columnIdOf('セミナー参加')).toMatch(/^semina-[0-9a-z]{6}$/);
  expect(columnIdOf('売上原価')).toMatch(/^column-[0-9a-z]{6}$/);
  expect(columnIdOf('売上原価')).not.toBe(columnIdOf('売上総利益'));
  expect(columnIdOf('売上　原価')).toBe(columnIdOf('売上原価'));
});

test('[ING-13] any heading gives an id that can name a column', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), heading => {
      const id = columnIdOf(heading);
      expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
      expect(id.length).toBeLessThanOrEqual(60);
    }),
    { seed: 20260408, numRuns: 500 },
  );
});
