import { expect, test } from 'vitest';
import { csvText } from './csv-text.ts';

test('[ING-64] a table as a file: a mark for Excel, quotes where a cell needs them, no formulas', () => {
  const lines = [
    ['行', '理由', '内容'],
    ['3', '読めない行', '列「数」の"abc"は、数値ではありません'],
    ['4', '=1+1', '-1,200'],
  ];
  expect(csvText(lines)).toBe(
    '\ufeff行,理由,内容\r\n3,読めない行,"列「数」の""abc""は、数値ではありません"\r\n4,\'=1+1,"-1,200"\r\n',
  );
});
