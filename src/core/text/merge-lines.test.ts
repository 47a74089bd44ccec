import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLines } from './merge-lines.ts';

const BASE = 'a\nb\nc\nd\ne\nf\n';

function settled(base: string, theirs: string, mine: string): string | undefined {
  const parts = mergeLines(base, theirs, mine);
  return parts.some(({ kind }) => kind === 'clash')
    ? undefined
    : parts.flatMap(part => (part.kind === 'settled' ? part.lines : [])).join('');
}

test('[PLN-82] what each side changed elsewhere is in, to the byte', () => {
  expect(settled(BASE, BASE.replace('b', 'B'), BASE.replace('e\n', 'e\r\nx\n'))).toBe('a\nB\nc\nd\ne\r\nx\nf\n');
  expect(settled(BASE, BASE.replace('b\n', ''), `${BASE}g`)).toBe('a\nc\nd\ne\nf\ng');
});

test('[PLN-82] what both changed differently is a clash with all three, and nothing else is', () => {
  const parts = mergeLines(BASE, BASE.replace('c', 'C').replace('f', 'F'), BASE.replace('c', 'K'));
  expect(parts.filter(({ kind }) => kind === 'clash')).toEqual([
    { kind: 'clash', base: ['c\n'], theirs: ['C\n'], mine: ['K\n'] },
  ]);
});

test('[PLN-82] a side that changed nothing loses nothing, and the same change is made once', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', 'x\n'), { maxLength: 14 }).map(lines => lines.join(''));
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(settled(base, other, base)).toBe(other);
      expect(settled(base, base, other)).toBe(other);
      expect(settled(base, other, other)).toBe(other);
    }),
    { seed: 82, numRuns: 300 },
  );
});

test('[PLN-82] taking one side in every clash keeps all that side wrote', () => {
  const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', 'd\n'), { minLength: 1, maxLength: 10 });
  const word = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(text, word, word, (lines, i, j) => {
      const at = (place: number, mark: string) => lines.map((line, k) => (k === place % lines.length ? mark : line)).join('');
      const parts = mergeLines(lines.join(''), at(i, 'THEIRS\n'), at(j, 'MINE\n'));
      const taken = parts.flatMap(part => (part.kind === 'settled' ? part.lines : part.mine)).join('');
      expect(taken).toContain('MINE\n');
    }),
    { seed: 83, numRuns: 300 },
  );
});
