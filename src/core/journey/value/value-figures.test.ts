import { expect, test } from 'vitest';
import { arpuFor, basicValue, detailedValue, subscriptionValue } from './lifetime-value.ts';
import { paybackCurve, paybackMonths, steadyMargins } from './payback.ts';
import {
  acquisitionMultiple,
  checkRenewal,
  churnRate,
  grossRetention,
  netRetention,
  revenuePerCustomer,
  yearlyRetention,
} from './subscription-figures.ts';
import { checkStatedRatio, valueToCost } from './value-to-cost.ts';

test('[VAL-20, ANA-24] 5,000 yen × 4 a year × 3 years = 60,000 yen', () => {
  expect(basicValue({ price: 5_000, frequency: 4, duration: 3 })).toBe(60_000);
  expect(basicValue({ price: 0.1, frequency: 3, duration: 1 })).toBe(0.3);
});

test('[VAL-21, ANA-25] margin 30 %, retention 500, discount 10 %, four years: 12,679, after a CAC of 4,000 8,679, basic 60,000', () => {
  const value = detailedValue(
    { price: 5_000, frequency: 3, duration: 4 },
    { margin: 0.3, retentionCost: 500, discount: 0.1, cac: 4_000 },
  );
  expect(Math.round(value.gross)).toBe(12_679);
  expect(Math.round(value.net ?? Number.NaN)).toBe(8_679);
  expect(value).toMatchObject({ basic: 60_000, counts: 'margin' });
});

test('[VAL-21] nothing known besides is the basic figure; half a period is half its money', () => {
  const basic = { price: 5_000, frequency: 3, duration: 2.5 };
  expect(detailedValue(basic, {})).toEqual({ basic: 37_500, gross: 37_500, counts: 'revenue' });
});

test('[VAL-22, ANA-26] 1,500,000 at a churn of 1.2 % needs an ARPU of 18,000; 1,600,000 at 1.1 % 17,600', () => {
  expect(arpuFor({ value: 1_500_000, margin: 1, churn: 0.012 })).toBe(18_000);
  expect(arpuFor({ value: 1_600_000, margin: 1, churn: 0.011 })).toBe(17_600);
  expect(subscriptionValue({ arpu: 18_000, margin: 1, churn: 0.012 })).toBe(1_500_000);
  expect(subscriptionValue({ arpu: 18_000, margin: 1, churn: 0 })).toBeUndefined();
});

test('[VAL-23, ANA-27] 300,000 over 100,000 is 3 and enough; 2 is not; the ceiling is a third of the LTV', () => {
  expect(valueToCost({ ltv: 300_000, cac: 100_000 })).toEqual({ ratio: 3, ceiling: 100_000, reached: true, counts: 'revenue' });
  expect(valueToCost({ ltv: 200_000, cac: 100_000 })).toMatchObject({ ratio: 2, reached: false });
  expect(valueToCost({ ltv: 400_000, cac: 100_000 }, 4)).toMatchObject({ ratio: 4, reached: true, ceiling: 100_000 });
  expect(valueToCost({ ltv: 1_000_000, cac: 120_000, margin: 0.4 })).toMatchObject({ counts: 'margin', reached: true });
  expect(valueToCost({ ltv: 300_000, cac: 0 })).toBeUndefined();
});

test('[VAL-24, ANA-27] 1,000,000 over 120,000 is 8.3, not the stated 3; with a margin of 40 % it would be 3.3', () => {
  const check = checkStatedRatio({ ltv: 1_000_000, cac: 120_000, stated: 3, margin: 0.4 });
  expect(check?.computed.toFixed(1)).toBe('8.3');
  expect(check?.agrees).toBe(false);
  expect(check?.withMargin?.toFixed(1)).toBe('3.3');
  expect(checkStatedRatio({ ltv: 300_000, cac: 100_000, stated: 3, margin: 0.4 })).toEqual({ computed: 3, agrees: true });
});

test('[VAL-25, ANA-28] 120,000 ÷ (25,000 × 40 %) = 12 months, 4.8 at a margin of 100 %; 90,000 in 8 months needs 11,250', () => {
  expect(paybackMonths({ cac: 120_000, arpu: 25_000, margin: 0.4 })).toBe(12);
  expect(paybackMonths({ cac: 120_000, arpu: 25_000, margin: 1 })).toBe(4.8);
  expect(paybackMonths({ cac: 90_000, arpu: 11_250, margin: 1 })).toBe(8);
  expect(paybackMonths({ cac: 90_000, arpu: 0, margin: 1 })).toBeUndefined();
});

test('[VAL-26] the curve crosses the CAC between two ends of months, or not at all', () => {
  expect(paybackCurve([4_000, 4_000, 4_000], 10_000)).toEqual({ cumulative: [4_000, 8_000, 12_000], paidAfter: 2.5 });
  expect(paybackCurve([4_000], 10_000).paidAfter).toBeNull();
  expect(paybackCurve([4_000], 0).paidAfter).toBe(0);
  expect(paybackCurve(steadyMargins({ arpu: 25_000, margin: 0.4, churn: 0, months: 24 }), 120_000).paidAfter).toBe(12);
  expect(steadyMargins({ arpu: 100, margin: 1, churn: 0.5, months: 3 })).toEqual([100, 50, 25]);
});

test('[VAL-27 … VAL-29, ANA-29] 25 of 1,000 is 2.5 %; 10.0 + 1.2 − 0.2 − 0.5 is 105 %; 2.5 % a month leave 73.8 % after a year', () => {
  expect(churnRate({ atStart: 1_000, lost: 25 })).toBe(0.025);
  expect(churnRate({ atStart: 1_000, lost: 25, won: 75 }, 'average')).toBe(50 / 2_050);
  expect(churnRate({ atStart: 0, lost: 0 })).toBeUndefined();
  const month = { atStart: 10_000_000, upgrades: 1_200_000, downgrades: 200_000, cancelled: 500_000 };
  expect(netRetention(month)).toBe(1.05);
  expect(grossRetention(month)).toBe(0.93);
  expect(revenuePerCustomer(25_000_000, 1_000)).toBe(25_000);
  expect(yearlyRetention(0.025).toFixed(3)).toBe('0.738');
  expect(checkRenewal(0.025, 0.8).agrees).toBe(false);
  expect(checkRenewal(0.025, 0.74).agrees).toBe(true);
});

test('[VAL-30, ANA-30] 5,000 to win and 500 to keep is 10 times, as is common; 30 times is not', () => {
  expect(acquisitionMultiple(5_000, 500)).toEqual({ times: 10, common: true });
  expect(acquisitionMultiple(15_000, 500)).toEqual({ times: 30, common: false });
  expect(acquisitionMultiple(5_000, 0)).toBeUndefined();
});
