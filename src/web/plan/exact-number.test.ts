import { describe, expect, test } from 'vitest';
import { exactDecimalOf, slackShare } from './exact-number.ts';

describe('[PLN-68] exact numbers of a certificate on screen', () => {
  test('decimals stay, fractions are written out, nothing stays nothing', () => {
    expect(exactDecimalOf('12.5')).toBe('12.5');
    expect(exactDecimalOf('-1/4')).toBe('-0.25');
    expect(Number(exactDecimalOf('1/3'))).toBeCloseTo(1 / 3, 10);
    expect(exactDecimalOf(null)).toBeUndefined();
  });

  test('slack is a share of what is asked for, where anything is', () => {
    expect(slackShare('-30', '300')).toBeCloseTo(-0.1);
    expect(slackShare('5', '0')).toBeUndefined();
    expect(slackShare(undefined, '5')).toBeUndefined();
  });
});
