import { expect, test } from 'vitest';
import { sniffDelimiter } from './delimiter.ts';

test.each([
  ['commas', 'a,b,c\n1,2,3\n', ','],
  ['tabs behind a preamble with commas', 'Report, all campaigns\nApril 1, 2026\na\tb\tc\n1\t"2,5"\t3\n4\t5\t6\n7\t8\t9\n', '\t'],
  ['semicolons with decimal commas', 'Datum;Kosten\n31.12.2026;1.234,56\n01.01.2027;0,44\n', ';'],
  ['bars', 'a|b\n1|2\n', '|'],
  ['commas inside quotes', 'a;b\n"1,2,3";4\n"5,6,7";8\n', ';'],
  ['one column', 'a\n1\n2\n', ','],
  ['one row without an end', 'a;b;c', ';'],
  ['the line that Excel writes', 'sep=|\na|b;c;d\n', '|'],
])('[ING-05] %s', (_, text, delimiter) => {
  expect(sniffDelimiter(Buffer.from(text))).toBe(delimiter);
});
