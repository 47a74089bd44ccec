import { PROMOTIONS } from './made-spend.mjs';
import { PHONE } from './questions.mjs';
import { BEGIN, DAY, DAYS } from './year.mjs';

const months = Array.from({ length: 13 }, (_, i) => BEGIN + i * 28 * DAY);
const lastDays = count => Array.from({ length: count + 1 }, (_, i) => BEGIN + (DAYS - count + i) * DAY);
const withBefore = (from, to) => [2 * from - to, from, to];
const lastAndBefore = withBefore(BEGIN + (DAYS - 28) * DAY, BEGIN + DAYS * DAY);
const summer = PROMOTIONS.find(({ name }) => name === 'summer sale');
const quarter = [BEGIN + (DAYS - 90) * DAY, BEGIN + DAYS * DAY];
const one = [{ dimension: 'country', in: ['country 1'] }];
const both = [{ dimension: 'country', in: ['country 1', 'country 2'] }];
const desktop = [{ dimension: 'device', in: ['desktop'] }];
const notDirect = [{ dimension: 'channel', in: ['Direct'], not: true }];
const bought = { events: ['purchase'] };

const table = (what, by, edges, select = {}) => ({ what, kind: 'table', by, edges, select });
const best = (what, where) => ({
  what,
  kind: 'best campaigns',
  by: ['campaign'],
  edges: quarter,
  select: where ? { where } : {},
});

/**
 * Twenty steps of somebody who looks for a cause. A table has events, people and value per period and slice; the best campaigns are the twenty with
 * most revenue, with people, conversion rate and average order.
 */
export const DRILL = [
  table('months by channel', ['channel'], months),
  table('one country', ['channel'], months, { where: one }),
  table('two countries', ['channel'], months, { where: both }),
  table('and phones', ['channel'], months, { where: [...both, PHONE] }),
  table('desktops', ['channel'], months, { where: desktop }),
  table('without direct visits', ['channel'], months, { where: notDirect }),
  table('last 28 days', ['channel'], lastDays(28)),
  table('with the 28 before', ['channel'], lastAndBefore),
  table('with the 28 before, phones', ['channel'], lastAndBefore, { where: [PHONE] }),
  best('best campaigns'),
  best('best campaigns, one country', one),
  best('best campaigns, phones', [PHONE]),
  table('purchases by channel', ['channel'], months, bought),
  table('purchases by campaign', ['campaign'], months, bought),
  table('by device', ['device'], months),
  table('by country', ['country'], months),
  table('by channel and device', ['channel', 'device'], months),
  table('summer sale and before', ['channel'], withBefore(summer.from, summer.to)),
  table('summer sale by campaign', ['campaign'], withBefore(summer.from, summer.to)),
  table('last week', ['channel'], lastDays(7)),
];

/** What the product is asked for a step; the best campaigns need those who came and those who bought. */
export function asked({ kind, select, by, edges }) {
  const question = { ask: 'series', select, edges, by };
  return kind === 'table' ? [question] : [question, { ...question, select: { ...select, ...bought } }];
}

/** The twenty campaigns with most revenue: revenue, orders, people, buyers, conversion rate, average order. */
export function bestCampaigns([all, purchases]) {
  const people = new Map(all.rows.map(row => [row.slice[0], row.people]));
  return purchases.rows
    .toSorted((a, b) => b.value - a.value || b.events - a.events)
    .slice(0, 20)
    .map(({ slice, value, events, people: buyers }) => {
      const came = people.get(slice[0]) ?? 0;
      return { campaign: slice[0], value, orders: events, people: came, buyers, rate: buyers / came, order: value / events };
    });
}
