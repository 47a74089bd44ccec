import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberOf } from '#core/measure/observation.ts';
import { EMPTY_CATALOGUE } from '#core/metric/catalogue.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import type { Warehouse } from '#engine/warehouse/warehouse.ts';
import { type Ask, cells, days, lastWord, measuring, totals } from './measuring-fixture.ts';
import { IMPLEMENTATIONS, temporaryFolder } from './warehouse-fixture.ts';

const DEFINITIONS = `
datasets:
  ads: { kind: aggregate, columns: { channel: text, spend: { type: decimal, currency: JPY } } }
  leads: { kind: event, time: at, columns: { id: text, at: timestamp, channel: text } }
  fees: { kind: aggregate, columns: { what: text, amount: { type: decimal, currency: JPY } } }
  costs: { kind: aggregate, columns: { channel: text, campaign: text, amount: { type: decimal, currency: JPY } } }
  daily: { kind: aggregate, columns: { channel: text, campaign: text, spend: { type: decimal, currency: JPY } } }
  months: { kind: aggregate, columns: { channel: text, clicks: integer } }
metrics:
  ad-spend: { from: ads, sum: spend }
  lead-count: { from: leads, count: rows }
  clicks: { from: months, sum: clicks }
  fee: { from: fees, sum: amount, allocate: { to: channel, by: ad-spend } }
  fee-by-days: { from: fees, sum: amount, allocate: { days: equally } }
  fee-by-leads: { from: fees, sum: amount, allocate: { to: channel, by: lead-count, days: lead-count } }
  fee-in-shares: { from: fees, sum: amount, where: { what: agency }, allocate: { to: channel, shares: { search: 3, social: 1 } } }
  fee-equally: { from: fees, sum: amount, where: { what: agency }, allocate: { to: channel, equally: [search, social, video] } }
  cost: { from: costs, sum: amount, allocate: { to: [channel, campaign], by: campaign-spend } }
  daily-spend: { from: daily, sum: spend }
  shared-cost: { from: costs, sum: amount, allocate: { to: [channel, campaign], by: daily-spend, days: daily-spend } }
  campaign-spend: { from: costs, sum: amount, where: { campaign: { set: yes } } }
  by-nothing: { from: fees, sum: amount, allocate: { to: channel, by: clicks } }
  total-cost: { equals: ad-spend + fee }
  cpl: { equals: (ad-spend + fee) / lead-count }
  spend-per-fee: { equals: ad-spend / fee }
`;

const DATA = {
  ads: {
    header: '_from,_to,channel,spend',
    rows: ['2026-03-01,2026-03-01,search,100', '2026-03-02,2026-03-02,social,200', '2026-04-01,2026-04-01,search,1'],
  },
  leads: {
    header: 'id,at,channel',
    rows: ['a,2026-03-01 10:00:00,search', 'b,2026-03-02 10:00:00,search', 'c,2026-03-31 10:00:00,social'],
  },
  fees: {
    header: '_from,_to,what,amount',
    rows: ['2026-03-01,2026-03-31,agency,100001', '2026-03-01,2026-03-31,tool,-100'],
  },
  costs: {
    header: '_from,_to,channel,campaign,amount',
    rows: [
      '2026-03-01,2026-03-01,search,spring,10',
      '2026-03-01,2026-03-01,search,brand,20',
      '2026-03-01,2026-03-31,social,spring,70',
      '2026-03-01,2026-03-31,search,,100',
      '2026-03-01,2026-03-31,,,1000',
    ],
  },
  daily: { header: '_from,_to,channel,campaign,spend', rows: ['2026-03-01,2026-03-01,search,a,1'] },
  months: { header: '_from,_to,channel,clicks', rows: ['2026-05-01,2026-05-31,search,1'] },
};

const MONTH = '2026-03-01..2026-03-31';

describe.each(IMPLEMENTATIONS)('costs are allocated on $name', ({ open }) => {
  let warehouse: Warehouse;
  let dir: string;
  let remove: () => Promise<void>;
  let ask: Ask;

  beforeAll(async () => {
    ({ dir, remove } = await temporaryFolder());
    warehouse = await open(dir);
    ask = await measuring(warehouse, dir, DEFINITIONS, DATA);
  });
  afterAll(async () => {
    await warehouse.close();
    await remove();
  });

  test('[ALC-02] in proportion to what channels spend, to the last yen; the total is what the rows say', async () => {
    const [fee] = await ask({ metrics: ['fee'], by: ['channel'] });
    // 99,901 by 100 : 200 is 33,300.33… and 66,600.66…: the yen left over goes to the larger fraction.
    expect(cells(fee)).toEqual([`${MONTH} search provisional 33300`, `${MONTH} social provisional 66601`]);
    expect(totals(fee)).toEqual([`${MONTH} value 99901`]);
    const [one] = await ask({ metrics: ['fee'], where: [{ column: 'channel', is: 'one-of', values: ['search'] }] });
    expect(totals(one)).toEqual([`${MONTH} provisional 33300`]);
  });

  test('[ALC-02] in fixed and in equal shares', async () => {
    const [shares, equally] = await ask({ metrics: ['fee-in-shares', 'fee-equally'], by: ['channel'] });
    expect(cells(shares).map(lastWord)).toEqual(['75001', '25000']);
    expect(cells(equally)).toEqual([`${MONTH} search value 33334`, `${MONTH} social value 33334`, `${MONTH} video value 33333`]);
  });

  test('[ALC-02] a row with a value of its own keeps it; one with half of them is divided among those that agree', async () => {
    const [cost] = await ask({ metrics: ['cost'], by: ['channel', 'campaign'] });
    expect(cells(cost)).toEqual([
      `${MONTH} search brand value 287`,
      `${MONTH} search spring value 143`,
      `${MONTH} social spring value 770`,
    ]);
    const [channels] = await ask({ metrics: ['cost'], by: ['channel'] });
    expect(cells(channels)).toEqual([`${MONTH} search value 430`, `${MONTH} social value 770`]);
    expect(channels?.totals[0]).toMatchObject({ observation: { exact: '1200' }, allocated: '1100' });
  });

  test('[ALC-03] over the days of its row: equally, the first days having what is left over, or as a metric has it', async () => {
    const [equal, byLeads] = await ask({ metrics: ['fee-by-days', 'fee-by-leads'], periods: days('2026-03-01', '2026-03-31') });
    expect(totals(equal).map(lastWord)).toEqual(Array.from({ length: 31 }, (_, day) => (day < 19 ? '3223' : '3222')));
    expect(totals(byLeads).map(lastWord)).toEqual(['33301', '33300', ...Array<string>(28).fill('0'), '33300']);
    const [cut] = await ask({ metrics: ['fee-by-leads'], periods: days('2026-03-01', '2026-03-02'), by: ['channel'] });
    expect(cells(cut).map(lastWord)).toEqual(['33301', '0', '33300', '0']);
  });

  test('[ALC-02] what nothing says how to divide stands by itself and is in every total', async () => {
    const [none] = await ask({ metrics: ['by-nothing'], by: ['channel'] });
    expect(cells(none)).toEqual([`${MONTH} "" value 99901`]);
    expect(totals(none)).toEqual([`${MONTH} value 99901`]);
  });

  test('[ALC-04] figures made from allocated costs say how much of them was allocated', async () => {
    const [total, cpl, inverse] = await ask({ metrics: ['total-cost', 'cpl', 'spend-per-fee'], by: ['channel'] });
    expect(cells(total).map(lastWord)).toEqual(['33400', '66801']);
    expect(cells(cpl).map(lastWord)).toEqual(['16700', '66801']);
    expect(cpl?.cells.map(({ allocated }) => allocated)).toEqual(['16650', '66601']);
    expect(total?.totals[0]).toMatchObject({ observation: { exact: '100201' }, allocated: '99901' });
    expect(inverse?.cells.map(({ allocated }) => allocated)).toEqual([undefined, undefined]);
  });

  test('[ALC-01] days and channels of any month add up to what the rows say', async () => {
    let seed = 20_260_301;
    const whole = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * (most + 1));
    };
    const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;
    const rows = Array.from({ length: 40 }, () => {
      const from = 1 + whole(29);
      const to = from + whole(31 - from);
      const [channel, campaign] = [['', 'search', 'social'][whole(2)], ['', 'a', 'b', 'c'][whole(3)]];
      return `${march(from)},${march(to)},${channel},${campaign},${whole(1_000_000) - 200_000}`;
    });
    const daily = Array.from({ length: 60 }, () => {
      const day = march(1 + whole(30));
      return `${day},${day},${['search', 'social'][whole(1)]},${['a', 'b', 'c'][whole(2)]},${whole(5_000)}`;
    });
    const other = await temporaryFolder();
    const second = await open(other.dir);
    const random40 = await measuring(second, other.dir, DEFINITIONS, {
      ...DATA,
      costs: { ...DATA.costs, rows },
      daily: { ...DATA.daily, rows: daily },
    });
    const sum = rows.reduce((total, row) => total + Number(row.split(',').at(-1)), 0);
    for (const by of [[], ['channel'], ['campaign'], ['channel', 'campaign']]) {
      const [answer] = await random40({ metrics: ['shared-cost'], periods: days('2026-03-01', '2026-03-31'), by });
      const found = by.length > 0 ? answer?.cells : answer?.totals;
      const added = (found ?? []).reduce((total, { observation }) => total + (numberOf(observation) ?? 0), 0);
      expect([by, added]).toEqual([by, sum]);
    }
    await second.close();
    await other.remove();
  });
});

test('[ALC-05] what cannot be allocated as written is refused', () => {
  const codes = (from: string, to: string) => {
    const read = parseDefinitions(DEFINITIONS.replace(from, to), EMPTY_CATALOGUE, 'JPY');
    return read.problems.map(({ code }) => code);
  };
  expect(codes('', '')).toEqual([]);
  expect(codes('{ days: equally }', '{ to: channel }')).toEqual(['metric-allocate-way']);
  expect(codes('{ days: equally }', '{ by: ad-spend }')).toEqual(['metric-allocate-way']);
  expect(codes('{ search: 3, social: 1 }', '{ search: 3, social: -1 }')).toEqual(['metric-allocate-share']);
  expect(codes('{ search: 3, social: 1 }', '{ search: 0, social: 0 }')).toEqual(['metric-allocate-share']);
  expect(codes('to: [channel, campaign]', 'to: [channel, channel]')).toEqual(['metric-allocate-column']);
  expect(codes('by: clicks', 'by: click')).toEqual(['metric-allocate-by']);
  expect(codes('by: clicks', 'by: by-nothing')).toEqual(['metric-cycle']);
  expect(
    codes('clicks: { from: months, sum: clicks }', 'clicks: { from: months, sum: clicks, allocate: { days: equally } }'),
  ).toEqual(['metric-allocate-money']);
  expect(codes('sum: amount', 'sum: -(amount / 3)')).toEqual(['metric-allocate-money']);
  expect(
    codes('lead-count: { from: leads, count: rows }', 'lead-count: { from: leads, count: rows, allocate: { days: equally } }'),
  ).toEqual(['metric-key-without']);
});
