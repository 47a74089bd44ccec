import { expect, test } from 'vitest';
import { channelTable, creditsOf } from './channel-table.ts';

const ANSWER = {
  conversions: 2,
  value: 20_000,
  untouched: { conversions: 0, value: 0 },
  rows: [row('Ads', [0, 0], [2, 20_000]), row('SNS', [2, 20_000], [0, 0]), row('Email', [0, 0], [0, 0])],
};

test('[ANA-21] [JRN-47] models side by side with CPA, ROAS, conversion rate, shares, and the range over them', () => {
  const rows = channelTable({
    models: [creditsOf(ANSWER, 0), creditsOf(ANSWER, 1)],
    visits: [{ slice: ['SNS'], visits: 100 }],
    costs: [
      { slice: ['SNS'], cost: 5_000 },
      { slice: ['TV'], cost: 1_000 },
    ],
  });
  expect(rows.map(({ slice }) => slice[0])).toEqual(['Ads', 'SNS', 'Email', 'TV']);
  const [ads, sns, email, tv] = rows;
  expect(sns).toEqual({
    slice: ['SNS'],
    visits: 100,
    cost: 5_000,
    models: [
      { conversions: 2, value: 20_000, shareOfConversions: 1, shareOfValue: 1, cvr: 0.02, cpa: 2_500, roas: 4 },
      { conversions: 0, value: 0, shareOfConversions: 0, shareOfValue: 0, cvr: 0, cpa: null, roas: 0 },
    ],
    range: {
      conversions: { low: 0, high: 2 },
      value: { low: 0, high: 20_000 },
      cpa: { low: 2_500, high: 2_500 },
      roas: { low: 0, high: 4 },
    },
  });
  expect(ads).not.toHaveProperty('cost');
  expect(ads?.models[0]).not.toHaveProperty('cpa');
  expect(email?.range.conversions).toEqual({ low: 0, high: 0 });
  expect(tv?.range).toMatchObject({ cpa: null, roas: { low: 0, high: 0 } });
});

test('[JRN-47] without conversions there are no shares, and nothing is divided by zero', () => {
  const [only] = channelTable({
    models: [[{ slice: [null], conversions: 0, value: 0 }]],
    visits: [{ slice: [null], visits: 0 }],
    costs: [{ slice: [null], cost: 0 }],
  });
  expect(only?.models[0]).toEqual({
    conversions: 0,
    value: 0,
    shareOfConversions: null,
    shareOfValue: null,
    cvr: null,
    cpa: null,
    roas: null,
  });
});

function row(channel: string, ...credits: readonly (readonly [number, number])[]) {
  return { slice: [channel], touches: 1, credits: credits.map(([conversions, value]) => ({ conversions, value })) };
}
