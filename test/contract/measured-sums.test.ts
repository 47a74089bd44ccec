import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Warehouse } from '#engine/warehouse/warehouse.ts';
import { AD_ROWS, ADS, cells, days, measuring, type Rows, totals } from './measuring-fixture.ts';
import { IMPLEMENTATIONS, range, temporaryFolder } from './warehouse-fixture.ts';

describe.each(IMPLEMENTATIONS)('sums, rates and people are right on $name', ({ open }) => {
  let warehouse: Warehouse;
  let dir: string;
  let remove: () => Promise<void>;
  const workspace = (yaml: string, data: Rows) => measuring(warehouse, dir, yaml, data);

  beforeEach(async () => {
    ({ dir, remove } = await temporaryFolder());
    warehouse = await open(dir);
  });
  afterEach(async () => {
    await warehouse.close();
    await remove();
  });

  test('[CNV-07] a rate is the ratio of sums, in total and in every cut', async () => {
    const ask = await workspace(ADS, AD_ROWS);
    const [ctr, roas] = await ask({ metrics: ['ctr', 'roas'], by: ['campaign'] });
    expect(totals(ctr)).toEqual(['2026-03-01..2026-03-31 provisional 0.00384615384615384615']);
    expect(totals(roas)).toEqual(['2026-03-01..2026-03-31 provisional 2.24545454545454545']);
    expect(cells(roas)).toEqual([
      '2026-03-01..2026-03-31 A provisional 2',
      '2026-03-01..2026-03-31 B provisional 4',
      '2026-03-01..2026-03-31 C undefined division-by-zero',
      '2026-03-01..2026-03-31 D undefined division-by-zero',
    ]);
  });

  test('[OBS-01] dividing by zero is undefined and says why; nothing is ever infinite or a silent zero', async () => {
    const ask = await workspace(
      `${ADS}  plain: { from: ads, sum: clicks }\n  inverse: { equals: 1 / (plain - 10), unit: ratio, numerator: one, denominator: rest }\n`,
      AD_ROWS,
    );
    const answers = await ask({ metrics: ['ctr', 'roas', 'inverse'], periods: days('2026-03-03', '2026-03-05') });
    expect(answers.map(totals)).toEqual([
      ['2026-03-03 value 0.02', '2026-03-04 undefined division-by-zero', '2026-03-05 no-data'],
      ['2026-03-03 undefined division-by-zero', '2026-03-04 undefined division-by-zero', '2026-03-05 no-data'],
      ['2026-03-03 undefined division-by-zero', '2026-03-04 value -0.1', '2026-03-05 no-data'],
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/null|NaN|Infinity/);
  });

  test('[CNV-07] people are counted anew for every period and cut, never added', async () => {
    const ask = await workspace(
      `datasets: { visits: { kind: event, time: day, columns: { day: date, user: text, device: text } } }
metrics: { users: { from: visits, distinct: user } }`,
      {
        visits: {
          header: 'day,user,device',
          rows: [
            '2026-03-01,u1,pc',
            '2026-03-01,u2,pc',
            '2026-03-02,u1,sp',
            '2026-03-02,u3,pc',
            '2026-03-03,u1,pc',
            '2026-03-03,u2,sp',
            '2026-03-03,u3,',
          ],
        },
      },
    );
    const [byDay] = await ask({ metrics: ['users'], periods: days('2026-03-01', '2026-03-03') });
    expect(totals(byDay)).toEqual(['2026-03-01 value 2', '2026-03-02 value 2', '2026-03-03 value 3']);
    const period = range('2026-03-01', '2026-03-03');
    const [whole] = await ask({ metrics: ['users'], periods: [period], by: ['device'] });
    expect(totals(whole)).toEqual(['2026-03-01..2026-03-03 value 3']);
    expect(cells(whole)).toEqual([
      '2026-03-01..2026-03-03 "" value 1',
      '2026-03-01..2026-03-03 pc value 3',
      '2026-03-01..2026-03-03 sp value 2',
    ]);
    const [weeks] = await ask({
      metrics: ['users'],
      periods: [range('2026-02-23', '2026-03-01'), range('2026-03-02', '2026-03-08')],
    });
    expect(weeks?.totals.map(({ observation }) => observation)).toMatchObject([
      { exact: '2', why: 'days-missing' },
      { exact: '3', why: 'days-missing' },
    ]);
  });

  test('[OBS-07] people counted by the source have no total over days, unless the source gives it for exactly that period', async () => {
    const ask = await workspace(
      `datasets: { ga: { kind: aggregate, columns: { users: { type: integer, additive: no }, sessions: integer } } }
metrics: { users: { from: ga, sum: users }, sessions: { from: ga, sum: sessions } }`,
      {
        ga: {
          header: '_from,_to,users,sessions',
          rows: [
            '2026-03-01,2026-03-01,10,12',
            '2026-03-02,2026-03-02,20,25',
            '2026-03-03,2026-03-03,30,30',
            '2026-02-01,2026-02-28,55,',
          ],
        },
      },
    );
    const periods = [...days('2026-03-01', '2026-03-01'), range('2026-03-01', '2026-03-03'), range('2026-02-01', '2026-02-28')];
    const [users, sessions] = await ask({ metrics: ['users', 'sessions'], periods });
    expect(totals(users)).toEqual([
      '2026-03-01 value 10',
      '2026-03-01..2026-03-03 undefined not-additive',
      '2026-02-01..2026-02-28 value 55',
    ]);
    expect(totals(sessions)[1]).toBe('2026-03-01..2026-03-03 value 67');
  });

  test('[OBS-05] a hundred thousand dimes are ten thousand, every time and however they are split', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, index) => `2026-03-${String((index % 31) + 1).padStart(2, '0')}T12:00:00,0.10`,
    );
    const ask = await workspace(
      'datasets: { e: { kind: event, time: at, columns: { at: timestamp, amount: decimal } } }\nmetrics: { amount: { from: e, sum: amount } }',
      { e: { header: 'at,amount', rows } },
    );
    for (let time = 0; time < 5; time++) {
      const [amount] = await ask({ metrics: ['amount'] });
      expect(totals(amount)).toEqual(['2026-03-01..2026-03-31 value 10000']);
    }
    const [byDay] = await ask({ metrics: ['amount'], periods: days('2026-03-01', '2026-03-31') });
    const tenths = (byDay?.totals ?? []).map(({ observation }) =>
      'exact' in observation ? Math.round(Number(observation.exact) * 10) : 0,
    );
    expect(tenths.reduce((sum, value) => sum + value, 0)).toBe(100_000);
  });

  test('[MET-04] micros are divided after adding, so that nothing is lost', async () => {
    const micros = [130_319_306, 1_005_000, 2_675_000, 1, 499_999, 500_000];
    const ask = await workspace(
      `datasets: { d: { kind: aggregate, columns: { campaign: text, micros: integer } } }
metrics: { cost: { from: d, sum: micros / 1000000, unit: USD }, third: { from: d, sum: micros / 3, unit: USD }, average: { from: d, mean: micros / 1000000, unit: USD } }`,
      {
        d: {
          header: '_from,_to,campaign,micros',
          rows: micros.map((value, index) => `2026-03-01,2026-03-01,c${index},${value}`),
        },
      },
    );
    const answers = await ask({ metrics: ['cost', 'third', 'average'], periods: days('2026-03-01', '2026-03-01') });
    expect(answers.flatMap(totals)).toEqual([
      '2026-03-01 value 134.999306',
      '2026-03-01 value 44999768.6666666667',
      '2026-03-01 value 22.4998843333333333',
    ]);
  });

  test('[OBS-08] amounts in several currencies are no one number, and each keeps its own', async () => {
    const ask = await workspace(
      `datasets: { d: { kind: aggregate, columns: { cost: { type: decimal, currency-in: currency }, currency: text, shop: text } } }
metrics: { cost: { from: d, sum: cost }, half: { equals: cost / 2, unit: JPY } }`,
      {
        d: {
          header: '_from,_to,currency,shop,cost',
          rows: [
            '2026-03-01,2026-03-01,EUR,a,10.00',
            '2026-03-01,2026-03-01,USD,a,10.00',
            '2026-03-01,2026-03-01,JPY,b,1000',
            '2026-03-01,2026-03-01,KWD,c,1.234',
            '2026-03-01,2026-03-01,KWD,c,1',
          ],
        },
      },
    );
    const periods = days('2026-03-01', '2026-03-01');
    const [cost, half] = await ask({ metrics: ['cost', 'half'], periods, by: ['currency'] });
    expect([totals(cost), totals(half)]).toEqual([['2026-03-01 undefined mixed-units'], ['2026-03-01 undefined mixed-units']]);
    expect(cells(cost)).toEqual([
      '2026-03-01 EUR value 10 EUR',
      '2026-03-01 JPY value 1000 JPY',
      '2026-03-01 KWD value 2.234 KWD',
      '2026-03-01 USD value 10 USD',
    ]);
    expect(cells(half)).toContain('2026-03-01 KWD value 1.117 KWD');
    const [byShop] = await ask({ metrics: ['cost'], periods, by: ['shop'] });
    expect(cells(byShop)).toEqual([
      '2026-03-01 a undefined mixed-units',
      '2026-03-01 b value 1000 JPY',
      '2026-03-01 c value 2.234 KWD',
    ]);
    const [yen] = await ask({ metrics: ['cost'], periods, where: [{ column: 'currency', is: 'one-of', values: ['JPY'] }] });
    expect(totals(yen)).toEqual(['2026-03-01 value 1000 JPY']);
  });

  test('[MET-06] orders count once however many lines they have', async () => {
    const ask = await workspace(
      `datasets:
  orders: { kind: event, time: day, columns: { day: date, id: text, total: { type: decimal, currency: JPY } } }
  items: { kind: event, time: day, columns: { day: date, order-id: text, sku: text } }
metrics:
  revenue: { from: orders, sum: total }
  orders: { from: orders, distinct: id }
  items: { from: items, count: rows }
  average: { equals: revenue / orders }`,
      {
        orders: { header: 'day,id,total', rows: ['2026-03-01,1,50.36', '2026-03-02,2,24.12', '2026-03-02,3,50.36'] },
        items: {
          header: 'day,order-id,sku',
          rows: ['2026-03-01,1,a', '2026-03-01,1,b', '2026-03-02,2,a', '2026-03-02,3,a', '2026-03-02,3,b', '2026-03-02,3,c'],
        },
      },
    );
    const period = range('2026-03-01', '2026-03-02');
    const answers = await ask({ metrics: ['revenue', 'items', 'average'], periods: [period] });
    expect(answers.flatMap(totals)).toEqual([
      '2026-03-01..2026-03-02 value 124.84',
      '2026-03-01..2026-03-02 value 6',
      '2026-03-01..2026-03-02 value 41.6133333333333333',
    ]);
    await expect(ask({ metrics: ['revenue'], periods: [period], by: ['sku'] })).rejects.toThrow('dimension-unknown');
  });

  test('[OBS-12] values of a cut stay apart to the letter, empty ones too, and leaving one out keeps the empty ones', async () => {
    const ask = await workspace(
      'datasets: { d: { kind: aggregate, columns: { source: text, clicks: integer } } }\nmetrics: { clicks: { from: d, sum: clicks } }',
      {
        d: {
          header: '_from,_to,source,clicks',
          rows: ['', '(not set)', '(other)', 'google', 'Google', 'google ', 'null'].map(
            (source, index) => `2026-03-01,2026-03-01,${source},${2 ** index}`,
          ),
        },
      },
    );
    const periods = days('2026-03-01', '2026-03-01');
    const [clicks] = await ask({ metrics: ['clicks'], periods, by: ['source'] });
    expect(totals(clicks)).toEqual(['2026-03-01 value 127']);
    expect(cells(clicks)).toHaveLength(7);
    expect(cells(clicks)[0]).toBe('2026-03-01 "" value 1');
    const counted = async (is: 'one-of' | 'none-of' | 'set' | 'not-set', values: readonly string[]) =>
      totals((await ask({ metrics: ['clicks'], periods, where: [{ column: 'source', is, values }] }))[0])[0];
    expect(await counted('none-of', ['google'])).toBe('2026-03-01 value 119');
    expect(await counted('one-of', ['', 'null'])).toBe('2026-03-01 value 65');
    expect(await counted('none-of', ['', 'null'])).toBe('2026-03-01 value 62');
    expect(await counted('not-set', [])).toBe('2026-03-01 value 1');
    expect(await counted('set', [])).toBe('2026-03-01 value 126');
    expect(await counted('one-of', ["' OR 1=1 --"])).toBe('2026-03-01 no-data');
  });

  test('[OBS-01] a sum too large for exact arithmetic is undefined, not rounded', async () => {
    const ask = await workspace(
      `datasets: { d: { kind: aggregate, columns: { big: decimal, count: integer } } }
metrics: { product: { from: d, sum: big * big }, count: { from: d, sum: count }, both: { equals: product + count } }`,
      { d: { header: '_from,_to,big,count', rows: ['2026-03-01,2026-03-01,99999999999999999999999999999.999999999,7'] } },
    );
    const answers = await ask({ metrics: ['product', 'count', 'both'], periods: days('2026-03-01', '2026-03-01') });
    expect(answers.flatMap(totals)).toEqual([
      '2026-03-01 undefined overflow',
      '2026-03-01 value 7',
      '2026-03-01 undefined overflow',
    ]);
  });
});
