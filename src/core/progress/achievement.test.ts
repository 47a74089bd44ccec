import { describe, expect, test } from 'vitest';
import { achievementOf, lightOf, progressOf } from './achievement.ts';

describe('[CNV-08] achievement', () => {
  test('[CNV-08] a rate of 2.1% against 3% is 70%, 0.9 points and 30% below', () => {
    const found = achievementOf(0.021, { value: 0.03 }, 'up');
    expect(found?.ratio).toBeCloseTo(0.7, 12);
    expect(found?.gap).toBeCloseTo(-0.009, 12);
    expect(found?.relativeGap).toBeCloseTo(-0.3, 12);
  });

  test('[CNV-08] a cost of 12万円 against at most 10万円 is 83.3%', () => {
    expect(achievementOf(120_000, { value: 100_000 }, 'down')?.ratio).toBeCloseTo(0.8333, 4);
  });

  test('[CNV-08] inside a range is 100%, outside by the nearer edge', () => {
    expect(achievementOf(5, { value: 4, upTo: 6 }, 'range')).toEqual({ ratio: 1, gap: 0 });
    expect(achievementOf(3, { value: 4, upTo: 6 }, 'range')).toEqual({ ratio: 0.75, gap: -1, relativeGap: -0.25 });
    expect(achievementOf(8, { value: 4, upTo: 6 }, 'range')?.ratio).toBe(0.75);
  });

  test('[CNV-08] 15% on the way from 15% to 18% at 17% is two thirds', () => {
    expect(progressOf(0.17, 0.15, 0.18)).toBeCloseTo(0.667, 3);
    expect(progressOf(1, 2, 2)).toBeUndefined();
  });

  test('[CNV-08] nothing is infinite: no cost at all, a target of zero, a negative target', () => {
    expect(achievementOf(0, { value: 100 }, 'down')?.ratio).toBe(10);
    expect(achievementOf(0, { value: 0 }, 'down')?.ratio).toBe(1);
    expect(achievementOf(5, { value: 0 }, 'up')).toBeUndefined();
    expect(achievementOf(5, { value: -1 }, 'up')).toBeUndefined();
  });
});

test('[VIS-05] 87.5% is behind, 95.2% near, 100% met; limits can be set', () => {
  const leads = achievementOf(70, { value: 80 }, 'up')?.ratio ?? 0;
  const cpa = achievementOf(4_200, { value: 4_000 }, 'down')?.ratio ?? 0;
  expect([leads, cpa].map(ratio => Math.round(ratio * 1_000) / 10)).toEqual([87.5, 95.2]);
  expect([leads, cpa].map(ratio => lightOf(ratio))).toEqual(['behind', 'near']);
  expect(lightOf(1)).toBe('met');
  expect(lightOf(0.95, { met: 0.95, near: 0.8 })).toBe('met');
});
