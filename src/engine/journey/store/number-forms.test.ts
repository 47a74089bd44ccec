import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inRuns, type Numbers, outOfRuns } from './number-runs.ts';
import { inSteps, outOfSteps } from './number-steps.ts';

const u32 = fc.integer({ min: 0, max: 0xffffffff });

describe('columns on disk', () => {
  test('numbers in runs come back as they were', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 600 })), { maxLength: 20 });
    fc.assert(
      fc.property(runs, fc.constantFrom(Uint8Array, Uint16Array, Uint32Array, Float64Array), (runs, Kind) => {
        const column: Numbers = Kind.from(runs.flatMap(([number, length]) => Array.from({ length }, () => number)));
        const bytes = inRuns(column);
        if (bytes) expect(outOfRuns(bytes, new Kind(column.length))).toEqual(column);
        return bytes === null || bytes.length <= 0.75 * column.byteLength;
      }),
      { seed: 5 },
    );
  });

  test('long runs take two bytes in 255, numbers that do not repeat are left as they are', () => {
    expect(inRuns(new Uint8Array(1_000).fill(7))).toEqual(Uint8Array.of(7, 7, 7, 7, 255, 255, 255, 235));
    expect(inRuns(Uint8Array.from({ length: 100 }, (_, i) => i))).toBeNull();
    expect(inRuns(Float64Array.from({ length: 100 }, () => Number.NaN))).toBeNull();
  });

  test('numbers in steps come back as they were, those that fall among them', () => {
    const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 70_000 }), u32), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(steps, steps => {
        let last = 0;
        const numbers = Uint32Array.from(steps, step => {
          last = (last + step) >>> 0;
          return last;
        });
        const bytes = inSteps(numbers);
        if (bytes)
          expect(outOfSteps(Buffer.concat([bytes, new Uint8Array(3)]), new Uint32Array(numbers.length))).toEqual(numbers);
        return bytes === null || bytes.length <= 3 * numbers.length;
      }),
      { seed: 6 },
    );
  });

  test('a step below 256 takes ten bits, one below 65,536 eighteen', () => {
    expect(inSteps(Uint32Array.of(5, 260, 515, 770))).toEqual(Uint8Array.of(0, 5, 255, 255, 255));
    expect(inSteps(Uint32Array.of(256, 65_791))).toEqual(Uint8Array.of(0b101, 0, 1, 255, 255));
    expect(inSteps(Uint32Array.of(0xffffffff, 1, 0xffffffff))).toBeNull();
  });
});
