import { expect, test } from 'vitest';
import { accepted, openStage, problemsOf, type Stage } from './api-fixture.ts';

const METRICS = `
datasets:
  orders:
    kind: event
    time: at
    columns: { id: text, at: timestamp, shop: text, currency: text, amount: { type: decimal, currency-in: currency } }
  exchange-rates: { kind: aggregate, columns: { from: text, to: text, rate: { type: decimal, additive: no } } }
metrics:
  revenue: { from: orders, sum: amount, convert: { to: JPY, rates: exchange-rates }, tax: included, recognition: ordered }
  order-count: { from: orders, count: rows }
  average: { from: orders, mean: amount, convert: { to: JPY, rates: exchange-rates } }
  as-written: { from: orders, sum: amount }
  per-order: { equals: revenue / order-count }
`;

const ORDERS = `id,at,shop,currency,amount
1,2026-10-30 10:00:00,east,JPY,1000
2,2026-10-30 11:00:00,east,USD,10.25
3,2026-10-31 09:00:00,west,USD,0.01
4,2026-11-01 09:00:00,west,EUR,3.333333333
5,2026-11-02 23:59:59,west,USD,100
`;

// 30 October is a Friday: Saturday and Sunday have the rates of Friday.
const RATES = `date,from,to,rate
2026-10-30,USD,JPY,152.375
2026-10-30,EUR,JPY,165.5
2026-10-30,JPY,USD,0.0066
2026-11-02,USD,JPY,153
`;

async function pushed(stage: Stage, dataset: string, csv: string): Promise<void> {
  accepted(
    await stage.ask('pushRows', {
      dataset,
      'idempotency-key': `${dataset} ${csv.length}`,
      'content-type': 'text/csv',
      body: new TextEncoder().encode(csv),
    }),
  );
}

async function stageWith(rates: string): Promise<Stage> {
  const stage = await openStage();
  accepted(await stage.ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  await pushed(stage, 'orders', ORDERS);
  await pushed(stage, 'exchange-rates', rates);
  return stage;
}

async function asked(stage: Stage, metric: string, more: object = {}) {
  const span = { from: '2026-10-30' as never, to: '2026-11-02' as never };
  return accepted(await stage.ask('query', { metric, ...span, ...more }));
}

test('[CUR-01] amounts are converted by the rates of their days, exactly; [CUR-02] days without rates take the last one before', async () => {
  const stage = await stageWith(RATES);
  // 1000 + 10.25 × 152.375 + 0.01 × 152.375 + 3.333333333 × 165.5 + 100 × 153
  const exact = '18415.0341666115';
  expect((await asked(stage, 'revenue')).totals[0]?.observation).toEqual({ state: 'value', value: Number(exact), exact });
  expect((await asked(stage, 'average')).totals[0]?.observation).toMatchObject({ exact: '3683.0068333223' });
  expect((await asked(stage, 'per-order')).totals[0]?.observation).toMatchObject({ exact: '3683.0068333223' });
  expect((await asked(stage, 'as-written')).totals[0]?.observation).toEqual({ state: 'undefined', why: 'mixed-units' });
  const { totals, cells } = await asked(stage, 'revenue', { grain: 'day', by: ['shop'] });
  const exactOf = (cell: (typeof totals)[number]) =>
    'exact' in cell.observation ? cell.observation.exact : cell.observation.state;
  expect(totals.map(exactOf)).toEqual(['2561.84375', '1.52375', '551.6666666115', '15300']);
  const found = cells.filter(cell => exactOf(cell) !== '0').map(cell => [cell.from, cell.slice.shop, exactOf(cell)]);
  expect(found).toEqual([
    ['2026-10-30', 'east', '2561.84375'],
    ['2026-10-31', 'west', '1.52375'],
    ['2026-11-01', 'west', '551.6666666115'],
    ['2026-11-02', 'west', '15300'],
  ]);
});

test.each([
  ['no rate of a currency', RATES.replace('2026-10-30,EUR,JPY,165.5\n', ''), { day: '2026-11-01', currency: 'EUR' }],
  ['only rates after the day', RATES.replace('2026-10-30,USD,JPY,152.375\n', ''), { day: '2026-10-30', currency: 'USD' }],
  ['only rates long before', RATES.replaceAll('2026-10-30,EUR', '2026-10-20,EUR'), { day: '2026-11-01', currency: 'EUR' }],
  ['two rates on one day', `${RATES}2026-11-02,USD,JPY,154\n`, { day: '2026-11-02', currency: 'USD' }],
  ['a rate of zero', RATES.replace('165.5', '0'), { day: '2026-11-01', currency: 'EUR' }],
])('[CUR-03] %s is named and never taken for 1', async (_, rates, missingRate) => {
  const stage = await stageWith(rates);
  const [total] = (await asked(stage, 'revenue')).totals;
  expect(total).toMatchObject({ observation: { state: 'undefined', why: 'rate-missing' }, missingRate });
  expect((await asked(stage, 'per-order')).totals[0]?.observation).toEqual({ state: 'undefined', why: 'rate-missing' });
});

test('[CUR-02] a rate ten days old counts', async () => {
  const stage = await stageWith(RATES.replaceAll('2026-10-30,EUR', '2026-10-22,EUR'));
  expect((await asked(stage, 'revenue')).totals[0]?.observation).toMatchObject({ exact: '18415.0341666115' });
});

test('[CUR-04] only amounts are converted, into a currency, by a table that can hold rates', async () => {
  const stage = await openStage();
  const said = async (from: string, to: string) => {
    const answer = await stage.ask('putDefinitions', { body: { text: METRICS.replace(from, to), base: 0 } });
    return answer.kind === 'value' ? answer.value.problems.map(({ code }) => code) : problemsOf(answer);
  };
  expect(await said('to: JPY, rates', 'to: yen, rates')).toEqual(['dataset-currency']);
  expect(await said('rates: exchange-rates', 'rates: exchange-rate')).toEqual(['metric-dataset']);
  expect(await said('rates: exchange-rates', 'rates: orders')).toEqual(['metric-convert-rates']);
  expect(await said('count: rows }', 'count: rows, convert: { to: JPY, rates: exchange-rates } }')).toEqual([
    'metric-key-without',
  ]);
  expect(await said('amount: { type: decimal, currency-in: currency }', 'amount: decimal')).toContain('metric-convert-money');
});
