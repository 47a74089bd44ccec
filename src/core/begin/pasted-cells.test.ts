import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tsv } from '../share/tsv.ts';
import { pastedCells } from './pasted-cells.ts';

test('[BEG-21] what a spreadsheet copies comes back as its cells, line breaks and quotation marks included', () => {
  expect(pastedCells('KPI\t4月\r\n　売上\t"1\n2"\r\n"a ""b"""\t\r\n')).toEqual([
    ['KPI', '4月'],
    ['　売上', '1\n2'],
    ['a "b"', ''],
  ]);
  expect(pastedCells('KPI,4月\n売上,"1,200"\n')).toEqual([
    ['KPI', '4月'],
    ['売上', '1,200'],
  ]);
  expect(pastedCells('5" panel\tx')).toEqual([['5" panel', 'x']]);
  expect(pastedCells('')).toEqual([]);
});

test('[BEG-21] any cells that are copied are the cells that are pasted', () => {
  const cell = fc.constantFrom('a', '', '"', 'b"c', '1\n2', 'x\ty', '売上', ' 4月', '""', '"q"');
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(rows, cells => {
      const filled = cells.map(row => ['KPI', ...row]);
      expect(pastedCells(tsv(filled))).toEqual(filled);
    }),
    { seed: 20260403 },
  );
});
