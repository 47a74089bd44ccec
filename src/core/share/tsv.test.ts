import { expect, test } from 'vitest';
import { tsv } from './tsv.ts';

test('[SCR-01] a table is pasted cell by cell', () => {
  expect(
    tsv([
      ['KPI', '実績'],
      ['リード数', '158'],
    ]),
  ).toBe('KPI\t実績\r\nリード数\t158\r\n');
});

test('[SCR-01] line breaks, tabs and quotation marks stay inside their cell', () => {
  expect(tsv([['a\tb', 'c\nd', 'say "x"']])).toBe('"a\tb"\t"c\nd"\t"say ""x"""\r\n');
});

test('[SCR-01] nothing becomes a formula, and numbers stay numbers', () => {
  expect(tsv([['=1+1', '@x', '-5', '+8%', '-1,200.5', '-メモ']])).toBe("'=1+1\t'@x\t-5\t+8%\t-1,200.5\t'-メモ\r\n");
});
