import { expect, test } from 'vitest';
import { CORE_TABLES, mergedTables } from './all-messages.ts';

test('[ERR-02] a code stands in one table only, so that a problem always finds its own sentence', () => {
  const codes = CORE_TABLES.flatMap(table => Object.keys(table));
  expect(codes.length).toBe(new Set(codes).size);
  expect(() => mergedTables([...CORE_TABLES, CORE_TABLES[0] ?? {}])).toThrow('two messages for');
});
