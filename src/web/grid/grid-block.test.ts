import { describe, expect, test } from 'vitest';
import { placedBlock, readBlock } from './grid-block.ts';

const SIZE = { rows: 3, columns: 4 };
const at = (row: number, column: number) => ({ from: { row, column }, to: { row, column } });

describe('[PLN-74] blocks from and to a spreadsheet', () => {
  test('tabs, line breaks of either kind, quoted cells', () => {
    expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readBlock('"a\tb"\t"say ""x"""')).toEqual([['a\tb', 'say "x"']]);
    expect(readBlock('')).toEqual([['']]);
    expect(readBlock('1\t\t3')).toEqual([['1', '', '3']]);
  });

  test('a block stands from the corner on and ends at the edge', () => {
    const placed = placedBlock(
      [
        ['1', '2', '3'],
        ['4', '5', '6'],
        ['7', '8', '9'],
      ],
      at(1, 2),
      SIZE,
    );
    expect(placed).toEqual([
      { row: 1, column: 2, text: '1' },
      { row: 1, column: 3, text: '2' },
      { row: 2, column: 2, text: '4' },
      { row: 2, column: 3, text: '5' },
    ]);
  });

  test('one cell fills what is selected, however it was drawn', () => {
    const selection = { from: { row: 1, column: 1 }, to: { row: 0, column: 0 } };
    expect(placedBlock([['9']], selection, SIZE).map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });
});
