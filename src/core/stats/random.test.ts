import { describe, expect, test } from 'vitest';
import { philox, Random, type Words } from './random.ts';

describe('[FOR-90] random numbers', () => {
  // Random123 1.14, tests/kat_vectors: philox4x32 10
  const published: readonly (readonly [Words, readonly [number, number], string])[] = [
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ];

  test('[FOR-90] are those of Philox 4×32-10 as its authors published them', () => {
    for (const [counter, key, words] of published) {
      expect(
        philox(counter, key)
          .map(word => word.toString(16).padStart(8, '0'))
          .join(' '),
      ).toBe(words);
    }
  });

  test('[FOR-90] depend on seed and stream alone', () => {
    const draw = (seed: number, stream: number) => {
      const random = new Random(seed, stream);
      return Array.from({ length: 9 }, () => random.uniform());
    };
    expect(draw(7, 1)).toEqual(draw(7, 1));
    expect(draw(7, 1)).not.toEqual(draw(7, 2));
    expect(draw(7, 1)).not.toEqual(draw(8, 1));
    expect(draw(2 ** 40 + 7, 1)).not.toEqual(draw(7, 1));
  });

  test('[FOR-90] are even on (0, 1), and normal with mean 0 and variance 1', () => {
    const random = new Random(20261120);
    const count = 100_000;
    const cells = new Array<number>(20).fill(0);
    for (let i = 0; i < count; i++) {
      const cell = random.integer(20);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const chiSquared = cells.reduce((sum, cell) => sum + (cell - count / 20) ** 2 / (count / 20), 0);
    expect(chiSquared).toBeLessThan(36.2); // 99 % quantile of χ² with 19 degrees of freedom
    let [sum, squares, fourth] = [0, 0, 0];
    for (let i = 0; i < count; i++) {
      const value = random.normal();
      sum += value;
      squares += value ** 2;
      fourth += value ** 4;
    }
    expect(Math.abs(sum / count)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(squares / count - 1)).toBeLessThan(4 * Math.sqrt(2 / count));
    expect(Math.abs(fourth / count - 3)).toBeLessThan(4 * Math.sqrt(96 / count));
  });
});
