import { expect, test } from 'vitest';
import { accepted, day, importText, openStage, problemsOf } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: shop
name: { ja: 店, en: Shop }
period: 2026-04-01/2027-03-31
goals:
  revenue: { target: 1200万円 by 2027-03-31, equals: orders * aov, owner: sales/sato }
kpis:
  orders: { target: 100 per month, unit: count of order, owner: sales/sato }
  aov: { target: 10000円, unit: JPY per order, owner: sales/sato }
  visits: { target: 3000 per month, unit: count of visit, supports: [{ to: orders, because: More visits bring more orders }], owner: sales/sato }
spending: { metric: spent, by: { medium: channel } }
`;

const SHEET = `node,kind,department,medium,2026-04,2026-05
visits,budget,,search,1000,1000
visits,budget,,social,500,500
`;

const METRICS = `
datasets:
  daily-shop:
    kind: aggregate
    name: { ja: 日別の店舗データ, en: Daily shop data }
    columns: { channel: text, orders: integer, revenue: { type: decimal, currency: JPY }, visits: integer, cost: { type: decimal, currency: JPY } }
    source: { ja: 店舗システム, en: Shop system }
    owner: sales/sato
    refresh: daily
metrics:
  orders: { from: daily-shop, sum: orders, unit: count of order }
  revenue: { from: daily-shop, sum: revenue, unit: JPY }
  visits: { from: daily-shop, sum: visits, unit: count of visit }
  spent: { from: daily-shop, sum: cost, unit: JPY, direction: down, name: { ja: 広告費, en: Ad spend } }
`;

function rows(from: string, days: number, orders = 2): string {
  const lines = ['date,channel,orders,revenue,visits,cost'];
  for (let index = 0; index < days; index++) {
    const date = new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10);
    lines.push(`${date},search,${orders},${orders * 10_000},60,10`, `${date},social,1,10000,40,5`);
  }
  return `${lines.join('\n')}\n`;
}

test('[API-30] [MEA-07] the whole loop: plan, prove, publish, import, progress, query, undo, as known', async () => {
  const stage = await openStage();
  const { ask } = stage;
  const checked = accepted(await ask('checkTexts', { body: { yaml: PLAN, sheet: SHEET } }));
  expect(checked.check.goals).toMatchObject([{ id: 'revenue', verdict: 'reaches', period: { coverage: 1 } }]);
  expect(checked.check.publishable).toBe(true);

  const created = accepted(await ask('createPlan', { body: { yaml: PLAN, sheet: SHEET } }));
  expect(created.plan).toMatchObject({ id: 'shop', version: null });
  expect((await ask('createPlan', { body: { yaml: PLAN } })).kind).toBe('conflict');
  const published = accepted(
    await ask('publishPlan', { plan: 'shop', body: { reason: 'First', name: { ja: '期初計画', en: 'Original plan' } } }),
  );
  expect(published.version).toMatchObject({ number: 1, author: 'sales/sato', names: [{ ja: '期初計画', en: 'Original plan' }] });

  const none = accepted(await ask('progress', { plan: 'shop' }));
  if (none.state !== 'standing') throw new Error('not standing');
  expect(none.nodes.find(({ node }) => node === 'orders')?.state).toBe('no-data');
  expect(none.sources.find(({ node }) => node === 'orders')?.by).toBe('none');

  const defined = accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  expect(defined).toMatchObject({ number: 1, publishable: true, metrics: ['orders', 'revenue', 'visits', 'spent'] });

  const imported = await importText(stage, 'shop.csv', rows('2026-04-01', 50));
  expect(imported.job?.result).toMatchObject({ kind: 'imported', imported: [{ dataset: 'daily-shop', rows: 100 }] });
  const { datasets } = accepted(await ask('datasets'));
  expect(datasets.map(({ dataset, metrics }) => [dataset, metrics.map(({ id }) => id)])).toEqual([
    ['daily-shop', ['orders', 'revenue', 'visits', 'spent']],
  ]);
  stage.clock.now = '2026-11-23T03:00:00.000Z';

  const standing = accepted(await ask('progress', { plan: 'shop', to: day('2026-05-20'), compare: '期初計画' }));
  if (standing.state !== 'standing') throw new Error('not standing');
  const orders = standing.nodes.find(({ node }) => node === 'orders');
  expect(orders?.month.actual).toMatchObject({ state: 'value', exact: '60' });
  expect(orders?.plan.actual).toMatchObject({ exact: '150' });
  expect(standing.nodes.find(({ node }) => node === 'aov')?.month.actual).toMatchObject({ exact: '10000' });
  expect(standing.sources.find(({ node }) => node === 'aov')?.by).toBe('catalogue');
  expect(standing.compare?.nodes.find(({ node }) => node === 'orders')?.monthWhole).toBe('100');
  expect(standing.budget.lines).toMatchObject([
    { medium: 'search', planned: '2000', spent: { exact: '500' }, remaining: '1500', share: 0.25 },
    { medium: 'social', planned: '1000', spent: { exact: '250' } },
  ]);
  expect(standing.budget.total).toMatchObject({ planned: '3000', spent: { exact: '750' } });

  const cells = accepted(
    await ask('query', {
      metric: 'orders',
      from: day('2026-04-01'),
      to: day('2026-05-20'),
      grain: 'month',
      by: ['channel'],
      where: ['channel != social'],
    }),
  );
  expect(
    cells.cells.map(({ from, slice, observation }) => [from, slice.channel, 'exact' in observation && observation.exact]),
  ).toEqual([
    ['2026-04-01', 'search', '60'],
    ['2026-05-01', 'search', '40'],
  ]);

  stage.clock.now = '2026-11-24T03:00:00.000Z';
  const again = await importText(stage, 'renamed.csv', rows('2026-04-01', 50));
  expect(again.job?.result).toMatchObject({ imported: [], duplicates: [{ rows: 100 }] });
  const corrected = await importText(stage, 'corrected.csv', rows('2026-04-01', 50, 4));
  const batch = corrected.job?.result?.kind === 'imported' ? corrected.job.result.imported[0] : undefined;
  expect(batch).toMatchObject({ rows: 100 });
  const total = async (asKnown?: string) => {
    const answer = accepted(
      await ask('query', {
        metric: 'orders',
        from: day('2026-04-01'),
        to: day('2026-05-20'),
        ...(asKnown === undefined ? {} : { 'as-known': day(asKnown) }),
      }),
    );
    const observation = answer.totals[0]?.observation;
    return observation && 'exact' in observation ? observation.exact : observation?.state;
  };
  expect(await total()).toBe('250');
  expect(await total('2026-11-23')).toBe('150');
  const before = await ask('query', {
    metric: 'orders',
    from: day('2026-04-01'),
    to: day('2026-05-20'),
    'as-known': day('2026-11-20'),
  });
  expect(problemsOf(before)).toEqual(['metric-not-measured']);

  stage.clock.now = '2026-11-25T03:00:00.000Z';
  const undone = accepted(await ask('undoBatch', { batch: batch?.id ?? '' }));
  expect(undone.batch.undone?.by).toBe('sales/sato');
  expect((await ask('undoBatch', { batch: batch?.id ?? '' })).kind).toBe('conflict');
  expect(await total()).toBe('150');
  expect(await total('2026-11-24')).toBe('250');

  const reopened = await stage.reopen();
  const after = accepted(await reopened.ask('batches', {}));
  expect(after.batches.map(({ undone: gone, live }) => [gone !== null, live.length])).toEqual([
    [true, 0],
    [false, 1],
  ]);
}, 60_000);

test('[API-31] acting: an initiative from idea to lesson, to-dos, comments, home', async () => {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: PLAN, sheet: SHEET } }));
  accepted(await ask('publishPlan', { plan: 'shop', body: { reason: 'First' } }));
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  await importText(stage, 'shop.csv', rows('2025-01-01', 680));
  const kpi = { plan: 'shop', node: 'orders' };
  const input = {
    title: '検索広告を増やす',
    kpis: [kpi],
    hypothesis: '訪問が増えれば注文が増える',
    expected: { kpi, mode: 'relative' as const, value: '0.2', by: day('2026-12-31') },
    cost: { amount: '500000', currency: 'JPY' },
    owner: 'sales/sato',
    contributors: [],
    start: day('2026-09-01'),
    due: day('2026-12-31'),
    evidence: [],
    follows: null,
    details: {},
  };
  expect(problemsOf(await ask('createInitiative', { body: { ...input, owner: null } }))).toEqual(['owner-missing']);
  const { initiative } = accepted(await ask('createInitiative', { body: input }));
  let revision = initiative.revision;
  stage.clock.now = '2026-09-01T03:00:00.000Z';
  for (const to of ['proposed', 'preparing', 'running'] as const) {
    revision = accepted(await ask('moveInitiative', { initiative: initiative.id, body: { revision, to } })).initiative.revision;
  }
  expect((await ask('moveInitiative', { initiative: initiative.id, body: { revision: 1, to: 'checking' } })).kind).toBe(
    'conflict',
  );
  stage.clock.now = '2026-11-21T03:00:00.000Z';
  revision = accepted(await ask('moveInitiative', { initiative: initiative.id, body: { revision, to: 'checking' } })).initiative
    .revision;
  const effect = accepted(await ask('initiativeEffect', { initiative: initiative.id }));
  expect(effect.reading?.windows).not.toBeNull();
  expect(effect.sentences.length).toBeGreaterThan(2);
  const closed = accepted(
    await ask('closeInitiative', {
      initiative: initiative.id,
      body: { revision, outcome: 'stop', lesson: '訪問だけでは増えない' },
    }),
  );
  expect(closed.initiative.stage).toBe('done');
  expect(closed.followUps).toMatchObject([{ kind: 'freed-budget', money: { amount: '500000' } }]);
  expect(accepted(await ask('lessons', { words: '訪問' })).lessons).toMatchObject([
    { title: '検索広告を増やす', outcome: 'stop' },
  ]);

  const { toDo } = accepted(
    await ask('createToDo', { body: { title: '資料', owner: 'sales/sato', due: day('2026-11-20'), note: '', initiative: null } }),
  );
  const missing = accepted(await ask('missingComments', {}));
  expect(missing.missing.map(({ node }) => node)).toEqual(['revenue', 'orders', 'aov', 'visits']);
  accepted(await ask('createComment', { body: { kpi, period: '2026-10', cause: '季節', countermeasure: '' } }));
  const home = accepted(await ask('home'));
  expect(home.toDos.overdue.map(({ id }) => id)).toEqual([toDo.id]);
  expect(home.comments).toMatchObject({ period: '2026-10', written: 1 });
  expect(home.data).toMatchObject([{ kind: 'late', source: { dataset: 'daily-shop' } }]);
  expect(home.changes.some(({ action }) => action === 'initiative-closed')).toBe(true);

  const page = accepted(await ask('kpiPage', { plan: 'shop', node: 'orders' }));
  expect(page.path.map(({ sentence }) => sentence.ja)).toEqual(['売上 ＝ 購入完了数 × 平均注文単価']);
  expect(page.series.daily).toHaveLength(92);
  expect(page.annotations.length).toBeGreaterThan(0);
  expect(page.lessons).toHaveLength(1);
}, 60_000);
