import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import { cycleAdvice, parsePurchaseCycle } from './purchase-cycle.ts';

const YEAR = { period: { from: '2026-04-01' as Day, to: '2027-03-31' as Day } };

test('[DES-47] a purchase cycle is one length or a range of two', () => {
  const halfToWhole = { shortest: { amount: 6, in: 'months' }, longest: { amount: 12, in: 'months' } };
  for (const text of ['6..12 months', '6〜12ヶ月', '6-12 months', '6 to 12 months', '6 months..12 months', '6か月から12か月'])
    expect(parsePurchaseCycle(text), text).toEqual(halfToWhole);
  expect(parsePurchaseCycle('30日')).toEqual({ shortest: { amount: 30, in: 'days' }, longest: { amount: 30, in: 'days' } });
  expect(parsePurchaseCycle('2 weeks..3 months')?.shortest).toEqual({ amount: 2, in: 'weeks' });
  for (const text of ['', 'long', '12..6 months', '0 days', '1 year..3 months'])
    expect(parsePurchaseCycle(text), text).toBeUndefined();
});

test('[DES-47] 6 to 12 months look back a year, and long-term KPIs are gone through by quarters', () => {
  const cycle = parsePurchaseCycle('6..12 months');
  expect(cycle && cycleAdvice(cycle, YEAR)).toEqual({
    window: 365,
    judgedFrom: '2027-04-01',
    reviews: { short: 'weekly', mid: 'monthly', 'mid-long': 'quarterly', long: 'quarterly' },
    dates: ['2026-07-01', '2026-10-01', '2027-01-01', '2027-03-31'],
  });
});

test('[DES-47] what is bought within days is seen by the month', () => {
  const cycle = parsePurchaseCycle('10 days');
  const advice = cycle && cycleAdvice(cycle, YEAR);
  expect(advice).toMatchObject({ window: 11, judgedFrom: '2026-05-01', reviews: { short: 'daily', long: 'monthly' } });
  expect(advice?.dates).toHaveLength(12);
});
