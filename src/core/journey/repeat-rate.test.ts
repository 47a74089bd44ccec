import { expect, test } from 'vitest';
import { repeatRateInAll, repeatRateName, repeatRates } from './repeat-rate.ts';

const DAY = 86_400_000;

test('[MEA-22] of 400 buyers of a quarter 140 bought again within 90 days: 35 %, and the name says the choice', () => {
  const [rate] = repeatRates({ buckets: [{ people: 400, again: 140, immature: 0 }] });
  expect(rate?.rate).toBe(0.35);
  expect(rate?.interval).toEqual({ low: expect.closeTo(0.3049, 4), high: expect.closeTo(0.398, 4) });
  expect(repeatRateName({ base: 'any', window: 90 * DAY }, 'quarter')).toEqual({
    ja: 'リピート率（各四半期の全員、期間内の1回目から90日以内）',
    en: 'Repeat rate (everybody of each quarter, within 90 days of the first time in it)',
  });
  expect(repeatRateName({ base: 'first', window: DAY / 2 }, 'month')).toEqual({
    ja: 'リピート率（各月の初めての人、初回から12時間以内）',
    en: 'Repeat rate (first-timers of each month, within 12 hours of the first time)',
  });
});

test('[DES-68] [JRN-52] where nobody is mature the rate is not yet measurable, not 0', () => {
  expect(repeatRates({ buckets: [{ people: 0, again: 0, immature: 25 }] })).toEqual([
    { people: 0, again: 0, immature: 25, rate: null, interval: null },
  ]);
});

test('[CNV-07] buckets of first-timers may be added, buckets of everybody may not', () => {
  const answer = {
    buckets: [
      { people: 10, again: 1, immature: 0 },
      { people: 90, again: 30, immature: 5 },
    ],
  };
  expect(repeatRateInAll(answer, 'first')).toMatchObject({ people: 100, again: 31, immature: 5, rate: 0.31 });
  expect(repeatRateInAll(answer, 'any')).toBeUndefined();
});
