import { describe, expect, test } from 'vitest';
import { accepted, day, importText, openStage, type Stage } from './api-fixture.ts';

/** Two years of days are imported for each. */
const LONG = 60_000;

const PLAN = `rashin: 1
plan: shop
name: { ja: 店, en: Shop }
period: 2026-04-01/2027-03-31
goals:
  revenue: { target: 2400万円 by 2027-03-31, equals: orders * aov, unit: JPY, owner: sales/sato }
kpis:
  orders: { target: 200 per month, unit: count of order, owner: sales/sato }
  aov: { target: 10000円, unit: JPY per order, owner: sales/sato }
  visits: { target: 3000 per month, unit: count of visit, supports: [{ to: orders, because: More visits bring more orders }], owner: sales/sato }
  fans: { target: 500, unit: count, supports: [{ to: orders, because: Fans buy }], owner: sales/sato }
`;

const METRICS = `
datasets:
  daily-shop:
    kind: aggregate
    name: { ja: 日別の店舗データ, en: Daily shop data }
    columns: { orders: integer, revenue: { type: decimal, currency: JPY }, visits: integer }
    source: { ja: 店舗システム, en: Shop system }
    owner: sales/sato
    refresh: daily
  deals:
    kind: event
    time: close-date
    name: { ja: 商談, en: Deals }
    columns:
      close-date: date
      deal: text
      stage: text
      amount: { type: decimal, currency: JPY }
      probability: { type: decimal, additive: no }
    source: { ja: 営業, en: Sales }
    owner: sales/sato
    refresh: weekly
metrics:
  orders: { from: daily-shop, sum: orders, unit: count of order }
  revenue: { from: daily-shop, sum: revenue, unit: JPY }
  visits: { from: daily-shop, sum: visits, unit: count of visit }
`;

/** 20 months of days: busier on Fridays, closed on Sundays, growing, with noise that repeats. */
function shopRows(): string {
  const lines = ['date,orders,revenue,visits'];
  let noise = 7;
  for (let time = Date.UTC(2025, 2, 1); time <= Date.UTC(2026, 10, 20); time += 86_400_000) {
    noise = (noise * 1103515245 + 12345) % 2 ** 31;
    const date = new Date(time);
    const level = 6 + (time - Date.UTC(2025, 2, 1)) / 86_400_000 / 400;
    const weekday = [0, 1, 1, 1, 1, 1.4, 0.8][date.getUTCDay()] ?? 1;
    const orders = Math.round(level * weekday * (0.8 + (0.4 * noise) / 2 ** 31));
    lines.push(`${date.toISOString().slice(0, 10)},${orders},${orders * (9_500 + (noise % 1_000))},${orders * 15}`);
  }
  return `${lines.join('\n')}\n`;
}

const DEALS = `close-date,deal,stage,amount,probability
2026-06-01,a,Closed Won,1000000,1
2026-06-02,b,Closed Lost,1000000,0
2026-06-03,c,Closed Lost,1000000,0
2026-06-04,d,Closed Won,1000000,1
2026-11-10,late,提案,300000,0.5
2026-12-10,e,提案,1000000,0.4
2027-01-10,f,見積,2000000,0.8
2027-05-10,after,見積,9000000,0.8
`;

async function openShop(): Promise<Stage> {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await ask('publishPlan', { plan: 'shop', body: { reason: 'First' } }));
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  expect((await importText(stage, 'shop.csv', shopRows())).job?.state).toBe('done');
  expect((await importText(stage, 'deals.csv', DEALS)).job?.state).toBe('done');
  return stage;
}

describe('forecasts and landings over the API', () => {
  test(
    '[LND-20] a landing has goals, nodes, bands, probability, drivers and words, and the same seed gives the same',
    async () => {
      const { ask } = await openShop();
      const landing = accepted(await ask('landing', { plan: 'shop', to: day('2026-11-20'), draws: 2_000 }));
      expect(landing.months.map(({ state }) => state).slice(6, 9)).toEqual(['over', 'running', 'ahead']);
      const [goal] = landing.nodes;
      expect(goal).toMatchObject({ node: 'revenue', origin: 'formula', wanted: { low: 24_000_000, high: null } });
      if (!goal?.landing || goal.soFar === null) throw new Error('no landing');
      expect(goal.landing.p10).toBeLessThan(goal.landing.p50);
      expect(goal.landing.p50).toBeLessThan(goal.landing.p90);
      expect(goal.landing.p10).toBeGreaterThan(goal.soFar);
      expect(goal.probability).toBeGreaterThanOrEqual(0);
      expect(goal.probability).toBeLessThanOrEqual(1);
      expect(goal.cumulative?.at(-1)?.p50).toBeCloseTo(goal.landing.p50, 0);
      // Both matter about as much here; the one that moves the probability more comes first.
      expect(goal.movers.map(({ leaf }) => leaf).sort()).toEqual(['aov', 'orders']);
      const [first = 0, second = 0] = goal.movers.map(({ probabilityHigh, probabilityLow }) => probabilityHigh - probabilityLow);
      expect(first).toBeGreaterThanOrEqual(second);
      expect(second).toBeGreaterThan(0);
      expect(landing.leaves.find(({ node }) => node === 'orders')?.basis).toMatchObject({ values: 20, method: 'combined' });
      expect(landing.leaves.find(({ node }) => node === 'orders')?.basis.sentences[0]?.ja).toContain('20期間');
      expect(landing.assumed).toEqual(['fans']);
      const again = accepted(await ask('landing', { plan: 'shop', to: day('2026-11-20'), draws: 2_000, seed: 1 }));
      expect(again).toEqual(landing);
      const other = accepted(await ask('landing', { plan: 'shop', to: day('2026-11-20'), draws: 2_000, seed: 2 }));
      expect(other.nodes[0]?.landing).not.toEqual(goal.landing);
      expect(Math.abs((other.nodes[0]?.landing?.p50 ?? 0) / goal.landing.p50 - 1)).toBeLessThan(0.02);
    },
    LONG,
  );

  test(
    '[LND-70] beside a landing stands how landings of earlier months did',
    async () => {
      const { ask } = await openShop();
      const { goals } = accepted(await ask('landingRecord', { plan: 'shop', to: day('2026-11-20') }));
      const [goal] = goals;
      if (!goal) throw new Error('no goal');
      expect(goal.goal).toBe('revenue');
      expect(goal.tries.length).toBeGreaterThan(3);
      const inside = goal.tries.filter(({ landing, actual }) => actual >= landing.p10 && actual <= landing.p90).length;
      expect(goal.inside).toBe(inside);
      expect(goal.sentence.ja).toContain(`過去${goal.tries.length}回`);
      expect(goal.sentence.ja).toContain(`${inside}回でした`);
      const [{ period, actual } = { period: undefined, actual: 0 }] = goal.tries;
      const happened = accepted(
        await ask('query', { metric: 'revenue', from: day(period?.from ?? ''), to: day(period?.to ?? '') }),
      );
      const observed = happened.totals[0]?.observation;
      expect(observed?.state === 'value' && Number(observed.value) / actual).toBeCloseTo(1, 9);
    },
    LONG,
  );

  test(
    '[LND-11] once a plan is over its landing is what happened',
    async () => {
      const stage = await openShop();
      const landing = accepted(await stage.ask('landing', { plan: 'shop', to: day('2026-04-30'), draws: 500 }));
      const over = accepted(await stage.ask('query', { metric: 'revenue', from: day('2026-04-01'), to: day('2026-04-30') }));
      const observed = over.totals[0]?.observation;
      const april = landing.nodes[0]?.months[0];
      expect(observed?.state).toBe('value');
      if (observed?.state === 'value') expect(april).toEqual({ p10: observed.value, p50: observed.value, p90: observed.value });
    },
    LONG,
  );

  test(
    '[LND-40] the pipeline forecast counts open deals by both probabilities, and those after the plan not at all',
    async () => {
      const stage = await openShop();
      const { pipeline } = accepted(await stage.ask('landing', { plan: 'shop', to: day('2026-11-20'), draws: 500 }));
      if (pipeline.state !== 'pipeline') throw new Error(pipeline.why);
      expect(pipeline).toMatchObject({
        goal: 'revenue',
        open: 3_300_000,
        overdue: 300_000,
        openBySales: 150_000 + 400_000 + 1_600_000,
        winRate: 0.5,
        openByHistory: 1_650_000,
      });
      expect(pipeline.landingBySales).toBeCloseTo(pipeline.won + 2_150_000 + pipeline.toCome, 3);
      expect(pipeline.sentences.map(({ ja }) => ja).join('')).toContain('完了予定日を過ぎた商談');
      const past = accepted(await stage.ask('landing', { plan: 'shop', to: day('2026-06-30'), draws: 500 }));
      expect(past.pipeline).toMatchObject({ state: 'none', why: 'past' });
    },
    LONG,
  );

  test(
    '[LND-05] the forecast of a node by month and day, or why there is none',
    async () => {
      const { ask } = await openShop();
      const orders = accepted(await ask('nodeForecast', { plan: 'shop', node: 'orders', to: day('2026-11-20') }));
      expect(orders.monthly.ahead[0]).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
      for (const { low90, low80, median, high80, high90 } of orders.monthly.ahead) {
        expect([low90, low80, median, high80, high90]).toEqual([low90, low80, median, high80, high90].toSorted((a, b) => a - b));
        expect(low90).toBeGreaterThan(0);
      }
      const sundays = orders.daily?.ahead.filter(({ from }) => new Date(from).getUTCDay() === 0) ?? [];
      const fridays = orders.daily?.ahead.filter(({ from }) => new Date(from).getUTCDay() === 5) ?? [];
      expect(Math.max(...sundays.map(({ median }) => median))).toBeLessThan(1);
      expect(Math.min(...fridays.map(({ median }) => median))).toBeGreaterThan(3);
      const fans = accepted(await ask('nodeForecast', { plan: 'shop', node: 'fans' }));
      expect(fans.monthly).toMatchObject({ ahead: [], basis: null });
      expect(fans.monthly.why?.ja).toContain('予測できません');
      expect((await ask('nodeForecast', { plan: 'shop', node: 'nobody' })).kind).not.toBe('value');
    },
    LONG,
  );

  test(
    '[LND-43] stage histories tell what stages were won and how long it took',
    async () => {
      const stage = await openShop();
      const { ask } = stage;
      const before = accepted(await ask('definitions')).number;
      accepted(await ask('putDefinitions', { body: { text: METRICS.replace('metrics:', `${HISTORY}metrics:`), base: before } }));
      // Ten deals a month are offered; four are won 30 days later, six lost.
      const lines = ['occurred-at,deal-id,stage'];
      for (let k = 0; k < 240; k++) {
        const at = Date.UTC(2025, 0, 1) + k * 3 * 86_400_000;
        if (at > Date.UTC(2026, 10, 20)) break;
        const text = (days: number) => new Date(at + days * 86_400_000).toISOString().slice(0, 10);
        lines.push(`${text(0)},d${k},提案`);
        if (at + 30 * 86_400_000 <= Date.UTC(2026, 10, 20)) lines.push(`${text(30)},d${k},${k % 5 < 2 ? '受注' : '失注'}`);
      }
      expect((await importText(stage, 'history.csv', `${lines.join('\n')}\n`, {})).job?.state).toBe('done');
      const { pipeline } = accepted(await ask('landing', { plan: 'shop', to: day('2026-11-20'), draws: 200 }));
      if (pipeline.state !== 'pipeline') throw new Error(pipeline.why);
      expect(pipeline.cycleDays).toBe(30);
      const offered = pipeline.stages.find(({ stage: name }) => name === '提案');
      expect(offered?.probabilityByHistory).toBeGreaterThan(0.37);
      expect(offered?.probabilityByHistory).toBeLessThan(0.43);
      // No history of this stage: the share of all decided deals.
      expect(pipeline.stages.find(({ stage: name }) => name === '見積')?.probabilityByHistory).toBe(0.5);
    },
    LONG,
  );

  test(
    '[ANA-03] a rise of ten a month goes on and reaches 200 in the eleventh month',
    async () => {
      const { ask } = await openMonthly({ visits: [100, 110, 120, 130, 140, 150], fans: [] });
      const { outlook } = accepted(await ask('nodeForecast', { plan: 'monthly', node: 'visits', to: day('2026-06-30') }));
      expect(outlook.trend?.slope).toBeCloseTo(10, 10);
      expect(outlook.trend?.next).toBeCloseTo(160, 10);
      expect(outlook.trend?.reachedIn).toEqual({ from: '2026-11-01', to: '2026-11-30' });
      expect(outlook.target).toEqual({ value: 200, from: '2026-11-01', to: '2026-11-30' });
      expect(outlook.probability).toBeGreaterThan(0);
      expect(outlook.sentences[0]?.ja).toContain('このままの傾向');
      expect(outlook.sentences[0]?.ja).toContain('2026年11月');
      expect(outlook.sentences[0]?.en).toContain('Nov 2026');
    },
    LONG,
  );

  test(
    '[ANA-05] from 1.00 to 1.10 in ten months is 0.96 % a month, compounding',
    async () => {
      const { ask } = await openMonthly({ visits: compounding, fans: [] });
      const { outlook } = accepted(await ask('nodeForecast', { plan: 'monthly', node: 'visits', to: day('2026-11-30') }));
      expect(outlook.natural?.growth).toBeCloseTo(0.0096, 4);
      expect(outlook.natural?.leftOut).toBe(0);
      expect(outlook.sentences.map(({ ja }) => ja).join('')).toContain('月+0.96%');
    },
    LONG,
  );

  test(
    '[ANA-10] a drop of the web in July warns of a drop of won deals in October',
    async () => {
      const { ask } = await openMonthly({
        visits: [40, 60, 50, 80, 70, 90, 60].map(value => 10 * value),
        fans: [1, 2, 2, 4, 6, 5, 8].map(value => 10 * value),
      });
      const { falls } = accepted(await ask('landing', { plan: 'monthly', to: day('2026-07-31'), draws: 200 }));
      expect(falls).toMatchObject([
        { node: 'visits', goal: 'fans', months: 3, by: 'stated', showsIn: { from: '2026-10-01', to: '2026-10-31' } },
      ]);
      expect(falls[0]?.sentence.ja).toContain('3か月後の2026年10月ごろ');
    },
    LONG,
  );

  test(
    '[DES-40] 1.8億 of 10億 are in sight, and visitors alone would have to be 555,556 a month',
    async () => {
      const { ask } = await openStage();
      accepted(await ask('createPlan', { body: { yaml: REACH } }));
      accepted(await ask('publishPlan', { plan: 'reach', body: { reason: 'First' } }));
      const { nodes } = accepted(await ask('landing', { plan: 'reach', to: day('2026-03-31'), draws: 100 }));
      expect(nodes[0]?.landing?.p50).toBeCloseTo(180_000_000, 2);
      const visitors = nodes[0]?.reach.find(({ leaf }) => leaf === 'visitors');
      expect(Math.round(visitors?.needed ?? 0)).toBe(555_556);
      expect(visitors?.sentence.ja).toContain('だけで届かせるには');
    },
    LONG,
  );
});

const HISTORY = `  deal-stages:
    kind: event
    time: occurred-at
    person: deal-id
    name: { ja: 商談のステージ履歴, en: Stage history }
    columns: { occurred-at: date, deal-id: text, stage: text }
    source: { ja: 営業, en: Sales }
    owner: sales/sato
    refresh: daily
`;

const compounding = Array.from({ length: 11 }, (_, i) => Math.round(1_000_000 * 1.1 ** (i / 10)));

const REACH = `rashin: 1
plan: reach
name: { ja: 店, en: Shop }
period: 2026-04-01/2027-03-31
goals:
  sales: { target: 10億円 by 2027-03-31, equals: visitors * cvr * aov * (1 + again), unit: JPY, owner: sales/sato }
kpis:
  visitors: { target: 100000 per month, unit: count of visitor, owner: sales/sato }
  cvr: { target: 3%, unit: ratio, owner: sales/sato }
  aov: { target: 5000円, unit: JPY per order, owner: sales/sato }
  again: { target: 0, unit: multiple, owner: sales/sato }
`;

const MONTHLY = `rashin: 1
plan: monthly
name: { ja: 月次, en: Monthly }
period: 2026-01-01/2026-11-30
goals:
  fans: { target: 200 per month by 2026-11-30, unit: count of fan, owner: sales/sato }
kpis:
  visits:
    target: 200 per month
    unit: count of visit
    owner: sales/sato
    supports: [{ to: fans, because: Visitors become fans, lag: 3 months }]
`;

/** Months from January 2026 on, each on its first day. */
async function openMonthly(values: { readonly visits: readonly number[]; readonly fans: readonly number[] }): Promise<Stage> {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: MONTHLY } }));
  accepted(await ask('publishPlan', { plan: 'monthly', body: { reason: 'First' } }));
  const definitions = `
datasets:
  months:
    kind: aggregate
    name: { ja: 月次データ, en: Monthly data }
    columns: { visits: integer, fans: integer }
    source: { ja: 集計表, en: Table }
    owner: sales/sato
    refresh: monthly
metrics:
  visits: { from: months, sum: visits, unit: count of visit }
  fans: { from: months, sum: fans, unit: count of fan }
`;
  accepted(await ask('putDefinitions', { body: { text: definitions, base: 0 } }));
  const rows = values.visits.map((visits, i) => `2026-${String(i + 1).padStart(2, '0')}-01,${visits},${values.fans[i] ?? 0}`);
  expect((await importText(stage, 'months.csv', `date,visits,fans\n${rows.join('\n')}\n`)).job?.state).toBe('done');
  return stage;
}
