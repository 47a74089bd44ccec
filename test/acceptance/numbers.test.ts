import { expect, test } from 'vitest';
import { fixture } from './fixtures.ts';
import { ask, define, given, type Product, send, up } from './product.ts';

/** What comes out of the files that went in, to the last digit. [CO] */

const MARCH = { from: '2026-03-01', to: '2026-03-31' } as const;
const FIRST = { from: '2026-03-01', to: '2026-03-01' } as const;

const ADS = `datasets:
  ads:
    kind: aggregate
    columns:
      campaign: text
      clicks: integer
      impressions: integer
      cost: { type: decimal, currency: JPY }
      revenue: { type: decimal, currency: JPY }
metrics:
  clicks: { from: ads, sum: clicks, unit: count of click }
  impressions: { from: ads, sum: impressions, unit: count of impression }
  cost: { from: ads, sum: cost }
  revenue: { from: ads, sum: revenue }
  click-rate: { equals: clicks / impressions }
  return: { equals: revenue / cost }
`;

/** A product with metrics and the rows of one file. */
async function measured(metrics: string, dataset: string, file: Parameters<typeof fixture>[0]): Promise<Product> {
  const product = await up();
  await define(product, metrics);
  const { rows, codes } = await send(product, file, fixture(file), { dataset: { id: dataset } });
  if (rows === undefined) throw new Error(codes.join(' '));
  return product;
}

const count = (dataset: string, column: string, more = '') => `datasets:
  ${dataset}: { kind: aggregate, columns: { ${more}${column}: integer } }
metrics:
  ${column}: { from: ${dataset}, sum: ${column}, unit: count of hit }
`;

test('[CO-01] a total of ratios is the ratio of totals, by campaign, by day and over all', async () => {
  const product = await measured(ADS, 'ads', 'ratio.csv');
  const rate = await ask(product, { metric: 'click-rate', ...FIRST, by: ['campaign'] });
  expect(rate.total).toBe('0.00384615384615384615');
  expect(rate.cells).toEqual(['campaign=A 0.01', 'campaign=B 0.001', 'campaign=C 0.02', 'campaign=D undefined:division-by-zero']);
  const roas = await ask(product, { metric: 'return', ...FIRST, grain: 'day' });
  expect(roas.totals).toEqual(['2026-03-01 2.24545454545454545']);
});

test('[CO-02] nothing divided by nothing has no value and a reason; nothing is ever infinite', async () => {
  const product = await measured(ADS, 'ads', 'ratio.csv');
  const roas = await ask(product, { metric: 'return', ...FIRST, by: ['campaign'] });
  expect(roas.cells).toEqual([
    'campaign=A 2',
    'campaign=B 4',
    'campaign=C undefined:division-by-zero',
    'campaign=D undefined:division-by-zero',
  ]);
  const answer = await fetch(`${product.address}/api/query?metric=return&from=2026-03-01&to=2026-03-01&by=campaign`);
  expect(await answer.text()).not.toMatch(/NaN|Infinity/);
});

test('[CO-03] a day of zero, a day without data and a month without an import are three things', async () => {
  const product = await measured(count('site', 'clicks'), 'site', 'gaps.csv');
  const week = await ask(product, { metric: 'clicks', from: '2026-03-01', to: '2026-03-07', grain: 'day' });
  expect(week.totals.map(text => text.slice(8))).toEqual([
    '01 4',
    '02 6',
    '03 no-data',
    '04 0',
    '05 no-data',
    '06 no-data',
    '07 10',
  ]);
  expect((await ask(product, { metric: 'clicks', from: '2026-03-01', to: '2026-03-07' })).total).toBe('~20');
  expect((await ask(product, { metric: 'clicks', from: '2026-01-01', to: '2026-01-31' })).total).toBe('no-data');
});

test('[CO-04] people are counted anew for every period, never added up', async () => {
  const metrics = `datasets:
  visits: { kind: event, time: date, person: user-id, columns: { date: date, user-id: text } }
metrics:
  users: { from: visits, distinct: user-id, unit: count of person }
`;
  const product = await measured(metrics, 'visits', 'users.csv');
  const daily = await ask(product, { metric: 'users', from: '2026-03-01', to: '2026-03-03', grain: 'day' });
  expect(daily.totals.map(text => text.slice(8))).toEqual(['01 2', '02 2', '03 3']);
  expect((await ask(product, { metric: 'users', from: '2026-03-01', to: '2026-03-03' })).total).toBe('3');
  const weeks = await ask(product, { metric: 'users', from: '2026-02-23', to: '2026-03-08', grain: 'week' });
  expect(weeks.totals.map(text => text.split(' ')[1]?.replace('~', ''))).toEqual(['2', '3']);
});

test('[CO-05] 100,000 × 0.10 is 10,000.00 every time, also when it is split by days', async () => {
  const metrics = `datasets:
  tips: { kind: event, time: date, columns: { date: date, amount: { type: decimal, currency: USD } } }
metrics:
  tips: { from: tips, sum: amount }
`;
  const product = await measured(metrics, 'tips', 'dimes.csv');
  for (let turn = 0; turn < 50; turn++) expect((await ask(product, { metric: 'tips', ...MARCH })).total).toBe('10000');
  const daily = await ask(product, { metric: 'tips', ...MARCH, grain: 'day' });
  const cents = daily.totals.map(text => Math.round(Number(text.split(' ')[1]) * 100));
  expect(cents.reduce((sum, value) => sum + value, 0)).toBe(1_000_000);
});

test('[CO-06] millionths are added before they become amounts', async () => {
  const metrics = `datasets:
  ads: { kind: aggregate, columns: { campaign: text, cost: decimal } }
metrics:
  cost: { from: ads, sum: cost, unit: JPY }
`;
  const product = await measured(metrics, 'ads', 'micros.csv');
  expect((await ask(product, { metric: 'cost', ...FIRST })).total).toContain('134.999306');
});

test('[CO-07] amounts of several currencies are not added to one another', async () => {
  const metrics = `datasets:
  ads: { kind: aggregate, columns: { currency: text, cost: { type: decimal, currency-in: currency } } }
metrics:
  cost: { from: ads, sum: cost }
`;
  const product = await measured(metrics, 'ads', 'currency.csv');
  const answer = await ask(product, { metric: 'cost', ...FIRST, by: ['currency'] });
  expect(answer.total).toBe('undefined:mixed-units');
  expect(answer.cells).toEqual(['currency=EUR 10 EUR', 'currency=JPY 1000 JPY', 'currency=KWD 1.234 KWD', 'currency=USD 10 USD']);
});

test('[CO-10] weeks, months and fiscal years follow one setting', async () => {
  const product = await measured(count('site', 'clicks'), 'site', 'weeks.csv');
  const range = { from: '2026-12-28', to: '2027-01-10' } as const;
  const sums = async (grain: 'week' | 'month' | 'year') =>
    (await ask(product, { metric: 'clicks', ...range, grain })).totals.map(text => text.replace('~', ''));
  expect(await sums('week')).toEqual(['2026-12-28 7', '2027-01-04 7']);
  const { calendar } = given(await product.ask('workspace', {}));
  given(
    await product.ask('putWorkspaceSettings', { body: { calendar: { ...calendar, weekStarts: 'sunday', fiscalYearStarts: 2 } } }),
  );
  expect((await sums('week')).map(text => text.split(' ')[1])).toEqual(['6', '7', '1']);
  expect((await sums('month')).map(text => text.split(' ')[1])).toEqual(['4', '10']);
  expect((await sums('year')).map(text => text.split(' ')[1])).toEqual(['14']);
});

test('[CO-11] earlier periods are compared like for like, and a change from nothing is none', async () => {
  const metrics = `datasets:
  site: { kind: aggregate, columns: { clicks: integer } }
metrics:
  clicks: { from: site, sum: clicks, unit: count of hit }
  clicks-before: { equals: previous(clicks) }
  clicks-last-year: { equals: last-year(clicks) }
`;
  const product = await measured(metrics, 'site', 'periods.csv');
  const before = await ask(product, { metric: 'clicks-before', from: '2026-02-01', to: '2026-02-10', grain: 'month' });
  expect(before.totals.map(text => text.split(' ')[1]?.replace('~', ''))).toEqual(['10']);
  const lastYear = await ask(product, { metric: 'clicks-last-year', from: '2026-02-01', to: '2026-02-28', grain: 'month' });
  expect(lastYear.totals.map(text => text.split(' ')[1])).toEqual(['28']);
  const growth = `datasets:
  site: { kind: aggregate, columns: { channel: text, conversions: integer } }
metrics:
  conversions: { from: site, sum: conversions, unit: count of order }
  growth: { equals: conversions / previous(conversions) - 1, unit: ratio of order over order }
`;
  const other = await measured(growth, 'site', 'prev0.csv');
  const answer = await ask(other, { metric: 'growth', ...MARCH, grain: 'month', by: ['channel'] });
  expect(answer.cells.map(text => text.replace('2026-03-01 ', '').replace('~', ''))).toEqual([
    'channel=brandnew no-data',
    'channel=new undefined:division-by-zero',
    'channel=old -0.5',
  ]);
  expect(answer.totals[0]?.replace('~', '')).toBe('2026-03-01 0.3');
});

test('[CO-12] an amount of the order is not multiplied by its lines', async () => {
  const product = await up();
  await define(
    product,
    `datasets:
  orders: { kind: event, time: date, columns: { order-id: text, date: date, total: { type: decimal, currency: JPY } } }
metrics:
  revenue: { from: orders, sum: total }
  orders: { from: orders, distinct: order-id, unit: count of order }
  average: { equals: revenue / orders }
`,
  );
  expect((await send(product, 'orders.csv', fixture('orders.csv'), { dataset: { id: 'orders' } })).rows).toBe(3);
  expect((await ask(product, { metric: 'revenue', ...MARCH })).total).toContain('124.84');
  expect((await ask(product, { metric: 'average', ...MARCH })).total).toContain('41.6133333333333333');
  // Lines that name no day belong to no period: refused, and the amount cannot be cut by what only lines know.
  expect((await send(product, 'order_items.csv', fixture('order_items.csv'))).rows).toBeUndefined();
  expect((await ask(product, { metric: 'revenue', ...MARCH, by: ['sku'] })).refused.length).toBeGreaterThan(0);
});

test('[CO-13] values stay apart to the letter, and the groups add up to the total', async () => {
  const product = await measured(count('site', 'clicks', 'source: text, '), 'site', 'dims.csv');
  const answer = await ask(product, { metric: 'clicks', ...FIRST, by: ['source'] });
  expect(answer.total).toBe('127');
  const values = answer.cells.map(text => Number(text.split(' ').at(-1)));
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(127);
  expect(values.length).toBeGreaterThanOrEqual(6);
  const others = await ask(product, { metric: 'clicks', ...FIRST, where: ['source != google'] });
  expect(others.total).toBe('119');
});

test('[CO-18] 100,000 different people are counted to the last one', async () => {
  const product = await up();
  await define(
    product,
    `datasets:
  visits: { kind: event, time: date, person: visitor, columns: { date: date, visitor: text } }
metrics:
  people: { from: visits, distinct: visitor, unit: count of person }
`,
  );
  const text = `date,visitor\n${Array.from({ length: 120_000 }, (_, i) => `2026-03-${String((i % 31) + 1).padStart(2, '0')},v${i % 100_000}`).join('\n')}\n`;
  expect((await send(product, 'visits.csv', Buffer.from(text), { dataset: { id: 'visits' } })).rows).toBe(120_000);
  expect((await ask(product, { metric: 'people', ...MARCH })).total).toBe('100000');
});

test('[CO-21] a period that is not over says so, and up to which day its data reach', async () => {
  const product = await up();
  await define(product, count('site', 'clicks'));
  const { today } = given(await product.ask('workspace', {}));
  const first = Date.parse(`${today}T00:00:00Z`) - 9 * 86_400_000;
  const rows = Array.from({ length: 8 }, (_, i) => `${new Date(first + i * 86_400_000).toISOString().slice(0, 10)},10`);
  expect(
    (await send(product, 'site.csv', Buffer.from(`date,clicks\n${rows.join('\n')}\n`), { dataset: { id: 'site' } })).rows,
  ).toBe(8);
  const from = rows[0]?.slice(0, 10) ?? '';
  expect((await ask(product, { metric: 'clicks', from, to: today })).total).toBe('~80');
  const { datasets } = given(await product.ask('datasets', {}));
  expect(datasets.find(({ dataset }) => dataset === 'site')?.through).toBe(rows.at(-1)?.slice(0, 10));
});
