import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesTotal } from './shares.ts';
import { sharesByScore } from './shares-by-score.ts';

test('[DES-12] 40/30/20/10 is the whole, 40/30/20/20 is not; what is unsaid may be the rest, but not less than nothing', () => {
  expect(sharesTotal(['0.4', '0.3', '0.2', '0.1'])).toEqual({ percent: '100', is: 'whole' });
  expect(sharesTotal(['0.4', '0.3', '0.2', '0.2'])).toEqual({ percent: '110', is: 'wrong' });
  expect(sharesTotal(['0.6', undefined])).toEqual({ percent: '60', is: 'open' });
  expect(sharesTotal(['0.6', '0.6', undefined])).toEqual({ percent: '120', is: 'wrong' });
  expect(sharesTotal([undefined, undefined])).toBeUndefined();
  expect(sharesTotal(['0.333', '0.333', '0.334'])?.is).toBe('whole');
});

test('[DES-12] shares by score are whole percents that total 100, and a higher score never gets less', () => {
  expect(sharesByScore([20, 16, 10, 6])).toEqual([38, 31, 19, 12]);
  expect(sharesByScore([0, 0, 0])).toEqual([34, 33, 33]);
  expect(sharesByScore([])).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 12 }), scores => {
      const shares = sharesByScore(scores);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(100);
      for (const [i, a] of scores.entries())
        for (const [j, b] of scores.entries()) if (a > b) expect(shares[i]).toBeGreaterThanOrEqual(shares[j] ?? 101);
    }),
    { seed: 12 },
  );
});
