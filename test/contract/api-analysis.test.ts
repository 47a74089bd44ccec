import { expect, test } from 'vitest';
import { accepted, day, importText, openStage, problemsOf, type Stage } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: shop
name: { ja: 店, en: Shop }
period: 2026-04-01/2027-03-31
goals:
  revenue: { name: { ja: 売上, en: Revenue }, target: 1200万円 by 2027-03-31, equals: orders * aov, owner: sales/sato }
factors:
  more: { supports: revenue, because: { ja: 注文が売上になる, en: Orders are revenue } }
kpis:
  orders: { target: 100 per month, unit: count of order, owner: sales/sato, under: more }
  aov: { target: 10000円, unit: JPY per order, owner: sales/sato, under: more }
`;

const METRICS = `
datasets:
  daily-shop:
    kind: aggregate
    name: { ja: 日別の店舗データ, en: Daily shop data }
    columns: { channel: text, orders: integer, revenue: { type: decimal, currency: JPY } }
    source: { ja: 店舗システム, en: Shop system }
metrics:
  orders: { from: daily-shop, sum: orders, unit: count of order }
  revenue: { from: daily-shop, sum: revenue, unit: JPY }
  aov: { equals: revenue / orders, unit: JPY per order }
`;

/** April: search 2 a day at 10,000, social 1 at 10,000. May: search 2 at 12,000, social 2 at 8,000. */
function rows(): string {
  const lines = ['date,channel,orders,revenue'];
  for (let i = 1; i <= 30; i++)
    lines.push(`2026-04-${String(i).padStart(2, '0')},search,2,20000`, `2026-04-${String(i).padStart(2, '0')},social,1,10000`);
  for (let i = 1; i <= 31; i++)
    lines.push(`2026-05-${String(i).padStart(2, '0')},search,2,24000`, `2026-05-${String(i).padStart(2, '0')},social,2,16000`);
  return `${lines.join('\n')}\n`;
}

async function shop(): Promise<Stage> {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await ask('publishPlan', { plan: 'shop', body: { reason: 'First', name: { ja: '期初計画', en: 'Original plan' } } }));
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const imported = await importText(stage, 'shop.csv', rows());
  expect(imported.job?.result).toMatchObject({ kind: 'imported' });
  stage.clock.now = '2026-11-23T03:00:00.000Z';
  return stage;
}

test('[EXP-14] a month against the one before, by driver and by segment, adds up', async () => {
  const { ask } = await shop();
  const answer = accepted(
    await ask('explain', { plan: 'shop', node: 'revenue', from: '2026-05', against: '2026-04', by: 'channel' }),
  );
  expect([answer.before.value, answer.after.value, answer.change]).toEqual([900_000, 1_240_000, 340_000]);
  expect(answer.factors.map(({ node, share }) => [node, Math.round(share)])).toEqual([
    ['orders', 340_000],
    ['aov', 0],
  ]);
  expect(answer.residual).toBeLessThan(1e-12);
  expect(answer.steps.map(({ kind }) => kind)).toEqual(['before', 'factor', 'after']);
  expect(answer.sentence.ja).toContain('2026年5月の売上は124万円で、2026年4月の900,000円に対して');
  const revenue = answer.segments.find(({ node }) => node === 'revenue');
  expect(revenue).toMatchObject({ kind: 'amount', volume: 'orders', change: 340_000, rest: 0 });
  for (const { before, after, volume, mix, rate, effect } of revenue?.rows ?? []) {
    expect((volume ?? 0) + (mix ?? 0) + (rate ?? 0)).toBeCloseTo((after ?? 0) - (before ?? 0), 6);
    expect(effect).toBeCloseTo((after ?? 0) - (before ?? 0), 6);
  }
  const aov = answer.segments.find(({ node }) => node === 'aov');
  expect(aov?.kind).toBe('rate');
  // Both channels moved, the average did not: there is nothing to pass on to the goal.
  expect(aov?.rows.map(({ inGoal }) => inGoal)).toEqual([null, null]);
  expect(aov?.rows.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(0, 9);
});

test('[EXP-14] against the plan, a named version, last year; two segments; by LMDI', async () => {
  const { ask } = await shop();
  const ofPlan = accepted(await ask('explain', { plan: 'shop', node: 'revenue', from: '2026-05', against: 'plan:期初計画' }));
  expect([ofPlan.before.kind, ofPlan.before.value, ofPlan.after.value]).toEqual(['planned', 1_000_000, 1_240_000]);
  expect(ofPlan.factors.map(({ node, kind, share }) => [node, kind, Math.round(share)])).toEqual([
    ['orders', 'driver', 240_000],
    ['aov', 'driver', 0],
  ]);
  const toDate = accepted(await ask('explain', { plan: 'shop', node: 'revenue' }));
  expect([toDate.before.kind, toDate.before.value, toDate.after.value]).toEqual(['planned', 2_000_000, 2_140_000]);
  expect(toDate.after.months).toHaveLength(2);
  const segments = accepted(
    await ask('explain', {
      plan: 'shop',
      node: 'revenue',
      from: '2026-05',
      against: '2026-05',
      where: ['channel = search'],
      'against-where': ['channel = social'],
      method: 'lmdi',
    }),
  );
  expect([segments.before.value, segments.after.value, segments.method]).toEqual([496_000, 744_000, 'lmdi']);
  expect(segments.factors.find(({ node }) => node === 'aov')?.share).toBeCloseTo(248_000, 6);
  expect(problemsOf(await ask('explain', { plan: 'shop', node: 'revenue', from: '2026-05', against: 'last-year' }))).toEqual([
    'explain-no-value',
  ]);
  const ahead = accepted(await ask('explain', { plan: 'shop', node: 'revenue', from: 'forecast' }));
  expect(ahead).toMatchObject({
    after: { kind: 'forecast', label: { ja: '着地見込' } },
    before: { kind: 'planned', label: { ja: '計画' }, range: ahead.after.range },
    problems: [],
  });
  const landed = accepted(await ask('landing', { plan: 'shop' })).nodes.find(({ node }) => node === 'revenue')?.landing;
  expect(ahead.after.value / (landed?.p50 ?? 0)).toBeCloseTo(1, 6);
  expect(ahead.factors.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(ahead.after.value - ahead.before.value, 3);
  expect(problemsOf(await ask('explain', { plan: 'shop', node: 'revenue', against: 'forecast' }))).toEqual(['explain-side']);
  expect(problemsOf(await ask('explain', { plan: 'shop', node: 'revenu' }))).toEqual(['explain-node-unknown']);
  expect(problemsOf(await ask('explain', { plan: 'shop', node: 'revenue', against: 'someday' }))).toEqual(['explain-side']);
});

test('[SCN-09] scenarios are kept under a name with their author, changed with a revision, compared, adopted', async () => {
  const { ask } = await shop();
  const changes = [{ node: 'orders', mode: 'relative', value: '0.2' }] as const;
  const input = { name: '注文+20%', kind: 'optimistic', changes, probability: 0.25, cost: '500000', note: '' } as const;
  const { scenario } = accepted(await ask('createScenario', { plan: 'shop', body: input }));
  expect(scenario).toMatchObject({ plan: 'shop', author: 'sales/sato', revision: 1, probability: 0.25 });
  const renamed = { ...input, name: '強気' };
  const edited = accepted(
    await ask('editScenario', { plan: 'shop', scenario: scenario.id, body: { revision: 1, scenario: renamed } }),
  );
  expect(edited.scenario).toMatchObject({ name: '強気', revision: 2 });
  expect((await ask('editScenario', { plan: 'shop', scenario: scenario.id, body: { revision: 1, scenario: input } })).kind).toBe(
    'conflict',
  );
  const { scenarios } = accepted(await ask('scenarios', { plan: 'shop' }));
  expect(scenarios.map(({ name }) => name)).toEqual(['強気']);

  const answer = accepted(
    await ask('whatIf', {
      plan: 'shop',
      body: {
        scenarios: [{ changes, probability: 0.25 }],
        elasticities: ['revenue'],
        tornado: { node: 'revenue' },
        seek: { node: 'revenue', wanted: 15_000_000 },
        chain: { driver: 'orders', node: 'revenue', by: 0.1, from: '2026-10' },
      },
    }),
  );
  expect(answer.goals).toMatchObject([
    { base: { period: 12_000_000, meets: { period: true } }, scenarios: [{ period: 14_400_000 }], expected: 12_600_000 },
  ]);
  expect(answer.elasticities).toEqual([
    { driver: 'orders', node: 'revenue', period: 1, steady: 1 },
    { driver: 'aov', node: 'revenue', period: 1, steady: 1 },
  ]);
  expect(answer.tornado.map(({ width }) => Math.round(width))).toEqual([2_400_000, 2_400_000]);
  expect(answer.sought.map(({ driver, kind, value }) => [driver, kind, Math.round(value ?? 0)])).toEqual([
    ['orders', 'found', 125],
    ['aov', 'found', 12_500],
  ]);
  expect(answer.chain).toMatchObject({ shows: '2026-10', after: 0, period: { change: expect.closeTo(600_000, 3) } });
  const present = accepted(await ask('whatIf', { plan: 'shop', body: { base: 'actual' } }));
  expect(present.goals[0]?.base.period).toBeCloseTo(1_240_000 * 12, 3);

  const adopted = accepted(await ask('adoptChanges', { plan: 'shop', body: { changes, revision: 0 } }));
  expect(adopted.adopted).toMatchObject([{ node: 'orders', target: '120 per month' }]);
  expect(adopted.draft.yaml).toBe(PLAN.replace('100 per month', '120 per month'));
  expect((await ask('adoptChanges', { plan: 'shop', body: { changes, revision: 0 } })).kind).toBe('conflict');

  accepted(await ask('removeScenario', { plan: 'shop', scenario: scenario.id, revision: 2 }));
  expect(accepted(await ask('scenarios', { plan: 'shop' })).scenarios).toEqual([]);
});

test('[SCN-03] what cannot be tried is said in words', async () => {
  const { ask } = await shop();
  const codesOf = async (body: Parameters<typeof ask<'whatIf'>>[1]['body']) =>
    problemsOf(await ask('whatIf', { plan: 'shop', body }));
  const set = (node: string, value: string) => ({ scenarios: [{ changes: [{ node, mode: 'set', value }] as const }] });
  expect(await codesOf(set('revenue', '1'))).toEqual(['scenario-not-a-driver']);
  expect(await codesOf(set('nobody', '1'))).toEqual(['scenario-node-unknown']);
  expect(await codesOf({ tornado: { node: 'revenue', down: 0.2, up: -0.2 } })).toEqual(['scenario-bounds']);
  expect(await codesOf({ seek: { node: 'revenue', wanted: 1, driver: 'revenue' } })).toEqual(['scenario-not-a-driver']);
  expect(
    problemsOf(
      await ask('adoptChanges', { plan: 'shop', body: { changes: [{ node: 'x', mode: 'set', value: '1' }], revision: 0 } }),
    ),
  ).toEqual(['scenario-node-unknown']);
  const blank = { name: ' ', kind: 'own', changes: [], probability: 2, cost: null, note: '' } as const;
  expect(problemsOf(await ask('createScenario', { plan: 'shop', body: blank }))).toEqual([
    'scenario-name',
    'scenario-probability',
  ]);
});

test('[PRI-08] priorities come with reasons; marks that people set stay with their names until they are taken back', async () => {
  const { ask } = await shop();
  const first = accepted(await ask('priorities', { plan: 'shop' }));
  expect(first.goal).toMatchObject({ node: 'revenue', now: 14_880_000 });
  expect(first.month).toEqual({ from: day('2026-05-01'), to: day('2026-05-31') });
  expect(first.kpis.map(({ node }) => node).toSorted()).toEqual(['aov', 'orders']);
  for (const { impact, problem, controllability, room } of first.kpis) {
    for (const { because, from } of [impact, problem, controllability, room]) {
      expect(from).toBe('data');
      expect(because.every(({ message }) => message.ja.length > 5 && message.en.length > 5)).toBe(true);
    }
  }
  accepted(
    await ask('putPriorityMark', { plan: 'shop', body: { id: 'aov', criterion: 'room', mark: 5, note: 'New price list' } }),
  );
  const set = accepted(await ask('priorities', { plan: 'shop' }));
  expect(set.kpis[0]).toMatchObject({ node: 'aov', room: { mark: 5, from: 'people', by: 'sales/sato', computed: 1 } });
  accepted(await ask('putPriorityMark', { plan: 'shop', body: { id: 'aov', criterion: 'room', mark: null } }));
  expect(accepted(await ask('priorities', { plan: 'shop' })).kpis).toEqual(first.kpis);
  expect(problemsOf(await ask('putPriorityMark', { plan: 'shop', body: { id: 'none', criterion: 'room', mark: 5 } }))).toEqual([
    'priority-id-unknown',
  ]);
  expect(problemsOf(await ask('putPriorityMark', { plan: 'shop', body: { id: 'more', criterion: 'room', mark: 5 } }))).toEqual([
    'priority-criterion',
  ]);
});
