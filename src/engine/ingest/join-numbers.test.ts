import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DelimitedScanner } from './delimited.ts';
import { joinNumbers } from './join-numbers.ts';

/** The cells of a line after joining, without the empty ones at its end; `?` where it could not be told, as they were where nothing was cut. */
function joined(line: string, headings: number, zeros = false): readonly string[] | '?' {
  const batch = new DelimitedScanner(',').push(Buffer.from(`${line}\n`));
  const { kind } = joinNumbers(batch, 0, headings, zeros);
  if (kind === 'undecided') return '?';
  const cells = batch.texts(0);
  while (cells.length > headings && cells.at(-1) === '') cells.pop();
  return cells;
}

describe('[ING-07] numbers that their own commas cut apart', () => {
  test('[ING-07] a bracket that opens in one cell and closes in another is one number', () => {
    expect(joined('a,12,(1,000),', 4)).toEqual(['a', '12', '(1,000)', '']);
    expect(joined('a,(1,000),(2,345,678.5)', 3)).toEqual(['a', '(1,000)', '(2,345,678.5)']);
    expect(joined('（1,000）円,b', 2)).toEqual(['（1,000）円', 'b']);
  });

  test('[ING-07] what cannot be one number stays apart', () => {
    expect(joined('a,(1,00),b', 3)).toEqual(['a', '(1', '00)', 'b']);
    expect(joined('a,(1234,000),b', 3)).toEqual(['a', '(1234', '000)', 'b']);
    expect(joined('a,"(1","000)",b', 3)).toEqual(['a', '(1', '000)', 'b']);
    expect(joined('a,3.00,MORE', 2)).toEqual(['a', '3.00', 'MORE']);
  });

  test('[ING-07] two numbers side by side prove nothing', () => {
    expect(joined('a,1,200,5', 3)).toBe('?');
    expect(joined('a,12,000,5', 3)).toBe('?');
    expect(joined('a,(1,000),7,8', 3)).toBe('?');
  });

  test('[ING-07] where all cells are numbers, three digits that begin with 0 are a piece', () => {
    expect(joined('a,1,200,000,3000', 3, true)).toEqual(['a', '1,200,000', '3000']);
    expect(joined('a,￥980,000,▲1,050円', 3, true)).toEqual(['a', '￥980,000', '▲1,050円']);
    expect(joined('a,1,200,000,300,050', 4, true)).toEqual(['a', '1', '200,000', '300,050']);
    expect(joined('a,1,200,000,300', 3, true)).toBe('?');
    expect(joined('a,1,200,300', 3, true)).toBe('?');
  });

  test('[ING-07] whatever the amounts, a row is read as it was meant or not at all', () => {
    const amount = fc.integer({ min: -9_999_999, max: 9_999_999 });
    const grouped = (value: number) => {
      const text = String(Math.abs(value)).replace(/(?=(?:[0-9]{3})+$)(?<=[0-9])/g, ',');
      return value < 0 ? `(${text})` : text;
    };
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), fc.boolean(), (amounts, zeros) => {
        const meant = ['a', ...amounts.map(grouped)];
        const line = meant.join(',');
        if (line.split(',').length === meant.length) return;
        const found = joined(line, meant.length, zeros);
        if (found !== '?' && found.length === meant.length) expect(found).toEqual(meant);
      }),
      { seed: 7, numRuns: 5_000 },
    );
  });
});
