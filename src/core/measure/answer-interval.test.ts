import { describe, expect, test } from 'vitest';
import { answerShareInterval, meanInterval, netInterval } from './answer-interval.ts';

describe('[ANS-02] intervals of answers', () => {
  test('[MEA-09] 62 promoters and 12 detractors of 100 are +50, give or take 13.7', () => {
    const net = netInterval(62, 12, 100);
    // Variance 0.62 + 0.12 − 0.5² = 0.49, standard error 0.07, 1.96 × 7 = 13.72.
    expect(net).toMatchObject({ n: 100, value: 50, lowConfidence: false });
    expect(net?.low).toBeCloseTo(36.28, 2);
    expect(net?.high).toBeCloseTo(63.72, 2);
  });

  test('[MEA-09] fewer than 30 answers are of low confidence, and no range leaves the scale', () => {
    expect(netInterval(9, 0, 10)).toMatchObject({ value: 90, high: 100, lowConfidence: true });
    expect(netInterval(29, 0, 29)?.lowConfidence).toBe(true);
    expect(netInterval(30, 0, 30)?.lowConfidence).toBe(false);
    expect(netInterval(0, 0, 0)).toBeUndefined();
  });

  test('the mean of scores by Student’s t; one answer has no range', () => {
    // 3, 4, 5: mean 4, s = 1, t(2) = 4.3027, half width 4.3027 / √3 = 2.4842.
    const mean = meanInterval([3, 4, 5].map(score => ({ score, count: 1 })));
    expect(mean?.value).toBe(4);
    expect(mean?.low).toBeCloseTo(1.5158, 3);
    expect(mean?.high).toBeCloseTo(6.4842, 3);
    expect(meanInterval([{ score: 5, count: 1 }])).toBeUndefined();
    expect(meanInterval([{ score: 4, count: 50 }])).toMatchObject({ value: 4, low: 4, high: 4 });
  });

  test('a share by Wilson: 8 of 10 lie between 49.0 and 94.3 %', () => {
    const share = answerShareInterval(8, 10);
    expect(share?.low).toBeCloseTo(0.4902, 3);
    expect(share?.high).toBeCloseTo(0.9433, 3);
    expect(answerShareInterval(0, 0)).toBeUndefined();
  });
});
