import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DelimitedScanner } from './delimited.ts';
import { LIMITS } from './limits.ts';
import { Refusal } from './refusal.ts';

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** All rows of a text that comes in pieces of a size. */
function rowsOf(text: string, delimiter = ',', pieceBytes = 1 << 20): readonly Row[] {
  const bytes = Buffer.from(text);
  const scanner = new DelimitedScanner(delimiter);
  const rows: Row[] = [];
  const take = (batch: ReturnType<DelimitedScanner['push']>) => {
    for (let row = 0; row < batch.rows; row++) rows.push({ line: batch.line(row), cells: batch.texts(row) });
  };
  for (let at = 0; at < bytes.length; at += pieceBytes) take(scanner.push(bytes.subarray(at, at + pieceBytes)));
  take(scanner.end());
  return rows;
}

function refusal(text: string): { readonly code: string; readonly line: number | undefined } {
  try {
    rowsOf(text);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.problem.code, line: error.problem.line };
    throw error;
  }
  throw new Error('it was read');
}

describe('delimited text', () => {
  test('[ING-06] rows end at LF, CR LF and CR, mixed; line ends inside quotes belong to the field and count as lines', () => {
    expect(rowsOf('a,b\r\n"1\n2",x\r3,"y\r\nz"\n\n4,')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1\n2', 'x'] },
      { line: 4, cells: ['3', 'y\r\nz'] },
      { line: 6, cells: [''] },
      { line: 7, cells: ['4', ''] },
    ]);
  });

  test('[ING-06] quotes are doubled inside quotes and ordinary inside unquoted fields', () => {
    expect(rowsOf('"a ""b"" c",5" pipe,""\n"""",x,"羅,針"')).toEqual([
      { line: 1, cells: ['a "b" c', '5" pipe', ''] },
      { line: 2, cells: ['"', 'x', '羅,針'] },
    ]);
  });

  test('[ING-06] text after a closing quote is a fault of its row alone', () => {
    const batch = new DelimitedScanner(',').push(Buffer.from('a,b\n"x"y,1\nc,d\n'));
    expect([...batch.faults]).toEqual([[1, { reason: 'text-after-quote', column: 0 }]]);
    expect(batch.texts(2)).toEqual(['c', 'd']);
  });

  test('[ING-06] a quote that never closes is refused with the line it opened on', () => {
    expect(refusal('a,b\n1,2\n3,"x\n4,y\n')).toEqual({ code: 'unclosed-quote', line: 3 });
  });

  test('[ING-20] fields, rows and columns beyond their limits are refused', () => {
    const field = 'x'.repeat(LIMITS.fieldBytes);
    expect(rowsOf(`a\n${field}`)[1]?.cells[0]).toHaveLength(LIMITS.fieldBytes);
    expect(refusal(`a,b\n1,${field}x`)).toEqual({ code: 'field-too-long', line: 2 });
    expect(refusal(`a,b\n1,"${field}\nx`)).toEqual({ code: 'field-too-long', line: 2 });
    expect(rowsOf(','.repeat(LIMITS.columns - 1))[0]?.cells).toHaveLength(LIMITS.columns);
    expect(refusal(','.repeat(LIMITS.columns))).toEqual({ code: 'too-many-columns', line: 1 });
  });

  test('[ING-06] random texts are cut as csv-parse cuts them, whatever the size of the pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '\r\n', 'é', '羅', '😀'), maxLength: 6 });
    const text = fc
      .array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 12 })
      .map(rows => rows.map(([cells, end]) => cells.map(quoted).join(',') + end).join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), (made, pieceBytes) => {
        const oracle = parse(made, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], skip_empty_lines: false });
        expect(rowsOf(made, ',', pieceBytes).map(row => row.cells)).toEqual(oracle);
      }),
      { seed: 20260401, numRuns: 400 },
    );
  });

  test('[ING-06] pieces of any size give the same lines and cells, also with quotes in odd places', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '羅'), maxLength: 60 });
    const outcome = (made: string, pieceBytes: number) => {
      try {
        return rowsOf(made, ',', pieceBytes);
      } catch (error) {
        if (error instanceof Refusal) return error.problem;
        throw error;
      }
    };
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (made, pieceBytes) => {
        expect(outcome(made, pieceBytes)).toEqual(outcome(made, 1000));
      }),
      { seed: 20260402, numRuns: 1000 },
    );
  });
});

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell;
}
