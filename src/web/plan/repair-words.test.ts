import { describe, expect, test } from 'vitest';
import { largestChange, repairTitle } from './repair-words.ts';

describe('[PLN-65] a combination of changes in words', () => {
  test('says the way they go', () => {
    expect(repairTitle([1.3, 1.5])).toBe('raise');
    expect(repairTitle([0.7, 0.5])).toBe('lower');
    expect(repairTitle([1.3, 0.5])).toBe('alter');
  });

  test('several small ones are a little each, one alone is just a change', () => {
    expect(repairTitle([1.03, 1.2])).toBe('raiseLittle');
    expect(repairTitle([0.95, 0.9])).toBe('lowerLittle');
    expect(repairTitle([1.03, 0.98])).toBe('alterLittle');
    expect(repairTitle([1.03])).toBe('raise');
  });

  test('the largest change counts up and down alike', () => {
    expect(largestChange([1.1, 0.75])).toBeCloseTo(0.25);
    expect(largestChange([])).toBe(0);
  });
});
