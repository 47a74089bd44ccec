import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { daysIn } from '#core/calendar/day-range.ts';
import { type Grain, periodOf } from '#core/calendar/period.ts';
import { periodsBetween } from '#core/calendar/periods-between.ts';
import type { AskedPeriod, Knowledge } from '#core/measure/question.ts';
import type { Warehouse } from '#engine/warehouse/warehouse.ts';
import { AD_ROWS, ADS, cells, days, lastWord, MARCH, measuring, type Rows, totals } from './measuring-fixture.ts';
import { IMPLEMENTATIONS, range, temporaryFolder } from './warehouse-fixture.ts';

describe.each(IMPLEMENTATIONS)('periods, states and definitions are right on $name', ({ open }) => {
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

  test('[OBS-03] days without rows in an aggregate are no data, a zero is a zero, and the sum says that days are missing', async () => {
    const ask = await workspace(
      'datasets: { d: { kind: aggregate, columns: { clicks: integer } } }\nmetrics: { clicks: { from: d, sum: clicks } }',
      {
        d: {
          header: '_from,_to,clicks',
          rows: ['2026-03-01,2026-03-01,4', '2026-03-02,2026-03-02,6', '2026-03-04,2026-03-04,0', '2026-03-07,2026-03-07,10'],
        },
      },
    );
    const [byDay] = await ask({ metrics: ['clicks'], periods: days('2026-03-01', '2026-03-07') });
    expect(totals(byDay)).toEqual([
      '2026-03-01 value 4',
      '2026-03-02 value 6',
      '2026-03-03 no-data',
      '2026-03-04 zero 0',
      '2026-03-05 no-data',
      '2026-03-06 no-data',
      '2026-03-07 value 10',
    ]);
    const [month] = await ask({ metrics: ['clicks'], periods: [MARCH, range('2026-04-01', '2026-04-30')] });
    expect(month?.totals).toMatchObject([
      { observation: { state: 'provisional', exact: '20', why: 'days-missing' }, through: '2026-03-07' },
      { observation: { state: 'no-data' } },
    ]);
    expect(month?.totals[1]).not.toHaveProperty('through');
  });

  test('[OBS-03] where events are recorded, a day without events is a zero; beyond the recorded days there is no data', async () => {
    const ask = await workspace(
      `datasets: { e: { kind: event, time: at, columns: { at: timestamp, who: text, amount: integer } } }
metrics: { buys: { from: e, count: rows }, people: { from: e, distinct: who }, spent: { from: e, sum: amount }, each: { from: e, mean: amount, unit: JPY }, aov: { equals: spent / buys, unit: count } }`,
      {
        e: {
          header: 'at,who,amount',
          rows: ['2026-03-01T10:00:00,a,300', '2026-03-01T23:59:59,a,', '2026-03-03T00:00:00,b,500'],
        },
      },
    );
    const answers = await ask({ metrics: ['buys', 'people', 'spent', 'each', 'aov'], periods: days('2026-03-01', '2026-03-04') });
    expect(answers.map(totals)).toEqual([
      ['2026-03-01 value 2', '2026-03-02 zero 0', '2026-03-03 value 1', '2026-03-04 no-data'],
      ['2026-03-01 value 1', '2026-03-02 zero 0', '2026-03-03 value 1', '2026-03-04 no-data'],
      ['2026-03-01 value 300', '2026-03-02 zero 0', '2026-03-03 value 500', '2026-03-04 no-data'],
      ['2026-03-01 value 300', '2026-03-02 undefined division-by-zero', '2026-03-03 value 500', '2026-03-04 no-data'],
      ['2026-03-01 value 150', '2026-03-02 undefined division-by-zero', '2026-03-03 value 500', '2026-03-04 no-data'],
    ]);
  });

  test('[OBS-11] periods are days of the calendar: weeks by ISO or from Sunday, months, fiscal years, closing days', async () => {
    const rows = Array.from({ length: 14 }, (_, index) => new Date(Date.UTC(2026, 11, 28 + index)).toISOString().slice(0, 10));
    const ask = await workspace(
      'datasets: { d: { kind: aggregate, columns: { clicks: integer } } }\nmetrics: { clicks: { from: d, sum: clicks } }',
      { d: { header: '_from,_to,clicks', rows: rows.map(day => `${day},${day},1`) } },
    );
    const count = async (grain: Grain, more: Partial<typeof defaultCalendar>) => {
      const settings = { ...defaultCalendar, ...more };
      const periods = periodsBetween('2026-12-28' as Day, '2027-01-10' as Day, grain, settings).map(({ period }) => period);
      const [clicks] = await ask({ metrics: ['clicks'], periods });
      return clicks?.totals.map(({ from, observation }) => `${from} ${'exact' in observation ? observation.exact : ''}`);
    };
    expect(await count('week', {})).toEqual(['2026-12-28 7', '2027-01-04 7']);
    expect(await count('week', { weekStarts: 'sunday' })).toEqual(['2026-12-27 6', '2027-01-03 7', '2027-01-10 1']);
    expect(await count('month', {})).toEqual(['2026-12-01 4', '2027-01-01 10']);
    expect(await count('month', { closingDay: 5 })).toEqual(['2026-12-06 9', '2027-01-06 5']);
    expect(await count('year', { fiscalYearStarts: 2 })).toEqual(['2026-02-01 14']);
  });

  test('[OBS-06] growth looks at the whole month before, the same part of it, and the same month last year', async () => {
    const all = daysIn(range('2026-01-01', '2026-03-31')).map(day => `${day},${day},${day < '2026-02-01' ? 1 : 2}`);
    const ask = await workspace(
      `datasets: { d: { kind: aggregate, columns: { clicks: integer } } }
metrics:
  clicks: { from: d, sum: clicks }
  before: { equals: previous(clicks) }
  growth: { equals: clicks / previous(clicks) - 1, unit: ratio, numerator: 増えた数, denominator: 前の期間 }
  year-before: { equals: last-year(clicks) }`,
      { d: { header: '_from,_to,clicks', rows: all } },
    );
    const part: AskedPeriod = { ...range('2026-02-01', '2026-02-10'), grain: 'month' };
    const periods = [
      periodOf('2026-02-01' as Day, 'month', defaultCalendar),
      part,
      range('2026-02-01', '2026-02-10'),
      range('2026-01-01', '2026-01-31'),
    ];
    const [before, growth, yearBefore] = await ask({ metrics: ['before', 'growth', 'year-before'], periods });
    expect(totals(before)).toEqual([
      '2026-02-01..2026-02-28 value 31',
      '2026-02-01..2026-02-10 value 10',
      '2026-02-01..2026-02-10 value 10',
      '2026-01-01..2026-01-31 no-data',
    ]);
    expect(totals(growth)[1]).toBe('2026-02-01..2026-02-10 value 1');
    expect(totals(yearBefore)).toEqual(expect.arrayContaining(['2026-02-01..2026-02-28 no-data']));
  });

  test('[OBS-06] growth from zero is undefined, growth from no data is no data', async () => {
    const ask = await workspace(
      `datasets: { d: { kind: aggregate, columns: { channel: text, conversions: integer } } }
metrics:
  conversions: { from: d, sum: conversions }
  growth: { equals: conversions / previous(conversions) - 1, unit: ratio, numerator: 増えた数, denominator: 前月 }`,
      {
        d: {
          header: '_from,_to,channel,conversions',
          rows: [
            '2026-02-01,2026-02-28,new,0',
            '2026-03-01,2026-03-31,new,5',
            '2026-02-01,2026-02-28,old,10',
            '2026-03-01,2026-03-31,old,5',
            '2026-03-01,2026-03-31,brandnew,3',
          ],
        },
      },
    );
    const [growth] = await ask({ metrics: ['growth'], periods: [{ ...MARCH, grain: 'month' }], by: ['channel'] });
    expect(totals(growth)).toEqual(['2026-03-01..2026-03-31 value 0.3']);
    expect(cells(growth)).toEqual([
      '2026-03-01..2026-03-31 brandnew no-data',
      '2026-03-01..2026-03-31 new undefined division-by-zero',
      '2026-03-01..2026-03-31 old value -0.5',
    ]);
  });

  test('[OBS-09] a report over a longer period is not booked to a shorter one', async () => {
    const ask = await workspace(
      'datasets: { d: { kind: aggregate, columns: { channel: text, cost: integer } } }\nmetrics: { cost: { from: d, sum: cost } }',
      {
        d: {
          header: '_from,_to,channel,cost',
          rows: ['2026-03-01,2026-03-31,tv,310', '2026-03-02,2026-03-08,web,70', '2026-03-09,2026-03-09,web,5'],
        },
      },
    );
    const periods = [
      MARCH,
      range('2026-03-02', '2026-03-08'),
      range('2026-03-16', '2026-03-22'),
      range('2026-03-09', '2026-03-09'),
      range('2026-04-01', '2026-04-30'),
    ];
    const [cost] = await ask({ metrics: ['cost'], periods, by: ['channel'] });
    expect(totals(cost)).toEqual([
      '2026-03-01..2026-03-31 value 385',
      '2026-03-02..2026-03-08 provisional 70',
      '2026-03-16..2026-03-22 undefined too-coarse',
      '2026-03-09 provisional 5',
      '2026-04-01..2026-04-30 no-data',
    ]);
    expect(cost?.totals[1]?.observation).toMatchObject({ why: 'partly-too-coarse' });
    expect(cells(cost).slice(2, 4)).toEqual([
      '2026-03-02..2026-03-08 tv undefined too-coarse',
      '2026-03-02..2026-03-08 web value 70',
    ]);
  });

  test('[MEA-30] a stock is its newest value, over all slices of that day, and growth is derived from it', async () => {
    const ask = await workspace(
      `datasets: { sns: { kind: aggregate, columns: { account: text, followers: integer } } }
metrics:
  followers: { from: sns, last: followers }
  follower-growth: { equals: followers / previous(followers) - 1, unit: ratio, numerator: 増えたフォロワー, denominator: 前月末のフォロワー }`,
      {
        sns: {
          header: '_from,_to,account,followers',
          rows: [
            '2026-02-10,2026-02-10,x,1',
            '2026-02-28,2026-02-28,x,4000',
            '2026-02-28,2026-02-28,instagram,6000',
            '2026-03-15,2026-03-15,x,4500',
            '2026-03-31,2026-03-31,x,4400',
            '2026-03-31,2026-03-31,instagram,6600',
            '2026-04-20,2026-04-20,x,4600',
            '2026-04-21,2026-04-21,x,',
          ],
        },
      },
    );
    const months = ['2026-02-01', '2026-03-01', '2026-04-01'].map(day => periodOf(day as Day, 'month', defaultCalendar));
    const [followers, growth] = await ask({ metrics: ['followers', 'follower-growth'], periods: months, by: ['account'] });
    expect(totals(followers)).toEqual([
      '2026-02-01..2026-02-28 value 10000',
      '2026-03-01..2026-03-31 value 11000',
      '2026-04-01..2026-04-30 provisional 4600',
    ]);
    expect(followers?.totals[2]).toMatchObject({ observation: { why: 'days-missing' }, through: '2026-04-20' });
    const [running] = await ask({ metrics: ['followers'], periods: months }, { today: '2026-03-31' as Day });
    expect(running?.totals.map(({ observation }) => ('why' in observation ? observation.why : observation.state))).toEqual([
      'value',
      'period-running',
      'period-running',
    ]);
    expect(totals(growth)[1]).toBe('2026-03-01..2026-03-31 value 0.1');
    expect(cells(followers)).toContain('2026-03-01..2026-03-31 instagram value 6600');
    expect(cells(followers)).toContain('2026-04-01..2026-04-30 instagram no-data');
  });

  test('[MET-08] time between two events is that of pairs that end in the period; pairs still open are counted apart', async () => {
    const ask = await workspace(
      `datasets: { stages: { kind: event, time: at, columns: { at: timestamp, lead: text, stage: text, channel: text } } }
metrics:
  calendar-days: { from: stages, between: { by: lead, from: { stage: sql }, to: { stage: meeting } } }
  business: { from: stages, between: { by: lead, from: { stage: sql }, to: { stage: meeting } }, in: business-days }
  median: { from: stages, between: { by: lead, from: { stage: sql }, to: { stage: meeting } }, take: median }
  ninetieth: { from: stages, between: { by: lead, from: { stage: sql }, to: { stage: meeting } }, take: p90 }`,
      {
        stages: {
          header: 'at,lead,stage,channel',
          rows: [
            '2026-09-18T17:00:00,l1,sql,web',
            '2026-09-19T09:00:00,l1,sql,web',
            '2026-09-17T09:00:00,l1,meeting,web',
            '2026-09-25T09:00:00,l1,meeting,expo',
            '2026-09-28T09:00:00,l1,meeting,web',
            '2026-09-01T09:00:00,l2,sql,web',
            '2026-09-01T09:00:00,l2,meeting,web',
            '2026-09-10T09:00:00,l3,sql,web',
            '2026-10-02T09:00:00,l3,meeting,web',
            '2026-09-11T09:00:00,l4,sql,web',
            '2026-09-11T09:00:00,l5,meeting,web',
            '2026-09-11T09:00:00,,sql,web',
            '2026-10-31T09:00:00,l6,other,web',
          ],
        },
      },
    );
    const periods = [range('2026-09-01', '2026-09-30'), range('2026-10-01', '2026-10-31')];
    const answers = await ask({ metrics: ['calendar-days', 'business', 'median', 'ninetieth'], periods, by: ['channel'] });
    expect(answers.map(totals)).toEqual([
      ['2026-09-01..2026-09-30 value 3.5', '2026-10-01..2026-10-31 value 22'],
      ['2026-09-01..2026-09-30 value 1', '2026-10-01..2026-10-31 value 13'],
      ['2026-09-01..2026-09-30 value 3.5', '2026-10-01..2026-10-31 value 22'],
      ['2026-09-01..2026-09-30 value 6.3', '2026-10-01..2026-10-31 value 22'],
    ]);
    expect(cells(answers[0])).toEqual([
      '2026-09-01..2026-09-30 expo value 7',
      '2026-09-01..2026-09-30 web zero 0',
      '2026-10-01..2026-10-31 expo undefined division-by-zero',
      '2026-10-01..2026-10-31 web value 22',
    ]);
    expect(answers[0]?.totals.map(({ stillOpen }) => stillOpen)).toEqual([2, 1]);
  });

  test('[MET-07] repeat buyers are people with several orders in the period asked', async () => {
    const ask = await workspace(
      `datasets: { lines: { kind: event, time: at, columns: { at: date, customer: text, order: text } } }
metrics:
  customers: { from: lines, distinct: customer }
  repeaters: { from: lines, repeaters: customer, having: order, at-least: 2 }
  repeat-rate: { equals: repeaters / customers }`,
      {
        lines: {
          header: 'at,customer,order',
          rows: [
            '2026-03-01,a,1',
            '2026-03-01,a,1',
            '2026-03-10,b,2',
            '2026-03-31,b,3',
            '2026-03-31,,4',
            '2026-03-31,,5',
            '2026-04-01,a,6',
            '2026-04-30,c,7',
          ],
        },
      },
    );
    const periods = [MARCH, range('2026-04-01', '2026-04-30'), range('2026-03-01', '2026-04-30')];
    const [customers, repeaters, rate] = await ask({ metrics: ['customers', 'repeaters', 'repeat-rate'], periods });
    expect(totals(customers).map(lastWord)).toEqual(['2', '2', '3']);
    expect(totals(repeaters).map(lastWord)).toEqual(['1', '0', '2']);
    expect(totals(rate).map(lastWord)).toEqual(['0.5', '0', '0.666666666666666667']);
  });

  test('[MEA-05] a redefinition breaks the series: no period and no comparison joins the two', async () => {
    const yaml = `
datasets: { d: { kind: aggregate, columns: { conversions: integer, visitors: integer, sessions: integer } } }
metrics:
  conversions: { from: d, sum: conversions }
  visitors: { from: d, sum: visitors }
  sessions: { from: d, sum: sessions }
  cvr:
    - { equals: conversions / visitors }
    - { since: 2026-04-01, equals: conversions / sessions }
  change: { equals: cvr - previous(cvr), unit: ratio, numerator: x, denominator: y }`;
    const ask = await workspace(yaml, {
      d: {
        header: '_from,_to,conversions,visitors,sessions',
        rows: ['2026-02-01,2026-02-28,20,1000,1500', '2026-03-01,2026-03-31,30,1000,1500', '2026-04-01,2026-04-30,30,1000,1500'],
      },
    });
    const months = ['2026-03-01', '2026-04-01'].map(day => periodOf(day as Day, 'month', defaultCalendar));
    const periods = [...months, range('2026-03-01', '2026-04-30')];
    const [cvr, change] = await ask({ metrics: ['cvr', 'change'], periods });
    expect(totals(cvr)).toEqual([
      '2026-03-01..2026-03-31 value 0.03',
      '2026-04-01..2026-04-30 value 0.02',
      '2026-03-01..2026-04-30 undefined definition-changed',
    ]);
    expect(cvr?.totals.map(({ definedSince }) => definedSince)).toEqual([undefined, '2026-04-01', undefined]);
    expect(totals(change)).toEqual([
      '2026-03-01..2026-03-31 value 0.01',
      '2026-04-01..2026-04-30 undefined definition-changed',
      '2026-03-01..2026-04-30 undefined definition-changed',
    ]);
    const [recomputed] = await ask({ metrics: ['cvr'], periods, definitions: 'newest' });
    expect(totals(recomputed).map(lastWord)).toEqual(['0.02', '0.02', '0.02']);
    expect(recomputed?.totals[1]).not.toHaveProperty('definedSince');
  });

  test('[OBS-02] a cell is closed as far as the least closed of its sources', async () => {
    const ask = await workspace(ADS, AD_ROWS);
    const closed = async (closes: Knowledge['closes']) =>
      (await ask({ metrics: ['roas'], periods: [MARCH] }, { closes }))[0]?.totals[0]?.close;
    expect(await closed([])).toBe('open');
    expect(await closed([{ dataset: 'ads', state: 'final', ...MARCH }])).toBe('final');
    expect(await closed([{ dataset: 'ads', state: 'final', ...range('2026-03-01', '2026-03-30') }])).toBe('open');
    expect(
      await closed([
        { dataset: 'ads', state: 'final', ...range('2026-03-01', '2026-03-15') },
        { dataset: 'ads', state: 'preliminary', ...MARCH },
      ]),
    ).toBe('preliminary');
    expect(await closed([{ dataset: 'other', state: 'final', ...MARCH }])).toBe('open');
  });

  test('[OBS-04] a running period is provisional and says how far the data reach', async () => {
    const ask = await workspace(ADS, AD_ROWS);
    const periods = [range('2026-03-01', '2026-03-04'), range('2026-03-02', '2026-03-31')];
    const [ctr] = await ask({ metrics: ['ctr'], periods }, { today: '2026-03-04' as Day });
    expect(ctr?.totals).toMatchObject([
      { observation: { state: 'provisional', why: 'period-running' }, through: '2026-03-04' },
      { observation: { state: 'provisional', why: 'period-running' }, through: '2026-03-04' },
    ]);
  });
});
