import { expect, test } from 'vitest';
import { accepted, openStage, problemsOf, type Stage } from './api-fixture.ts';

const text = (ja: string, en = '') => ({ ja, en });

const KITS = {
  name: text('体験キットの発送数', 'Trial kits sent'),
  meaning: text('発送した体験キットの数です。'),
  aliases: ['お試しセット数'],
  unit: 'count of kit',
  newThing: { id: 'kit', name: text('体験キット', 'trial kit'), counter: '個' },
  formula: '',
  direction: 'up' as const,
  aggregation: null,
  tax: null,
  recognition: null,
  kind: 'quantity' as const,
  pair: null,
  guardrail: 'gross-margin',
  horizon: 'short' as const,
  leading: true,
  follows: 'orders',
  lagDays: '7..30',
  stage: 'consideration' as const,
  domains: ['ec'],
  rhythm: 'weekly' as const,
  mayExceedOne: false,
  goal: false,
  recordedIn: text('発送管理表'),
  benchmark: { text: text('月200個が目安です。'), low: 200, high: null, source: '昨年の実績' },
};

const RATE = {
  ...KITS,
  name: text('体験後の注文率', 'Orders after a kit'),
  aliases: [],
  unit: 'ratio',
  newThing: null,
  formula: 'orders / trial-kits',
  kind: 'quality' as const,
  pair: 'trial-kits',
  leading: false,
  follows: null,
  lagDays: '',
  recordedIn: text(''),
  benchmark: null,
};

const PLAN = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  orders: { target: 1200, owner: sato }
kpis:
  trial-kits: { target: 200 per month, supports: [{ to: orders, because: People buy what they tried }], owner: sato }
`;

async function put({ ask }: Stage, metric: string, base: number, fields: object) {
  return ask('putOwnMetric', { metric, body: { base, fields: fields as typeof KITS } });
}

test('[CAT-O1] an own metric is found, has a page, and plans know it at once', async () => {
  const stage = await openStage();
  const { ask } = stage;
  expect(accepted(await put(stage, 'trial-kits', 0, KITS)).number).toBe(1);
  expect(accepted(await put(stage, 'kit-order-rate', 1, RATE)).number).toBe(2);
  const { metrics, things } = accepted(await ask('catalogue', {}));
  expect(metrics.find(({ id }) => id === 'trial-kits')).toMatchObject({
    from: 'workspace',
    aliases: ['お試しセット数'],
    leading: true,
  });
  expect(things.find(({ id }) => id === 'kit')).toMatchObject({ counter: '個' });
  const page = accepted(await ask('catalogueEntry', { metric: 'trial-kits' }));
  expect(page).toMatchObject({
    usedBy: ['kit-order-rate'],
    guardrail: 'gross-margin',
    follows: { metric: 'orders', low: 7, high: 30 },
    recordedIn: text('発送管理表', '発送管理表'),
  });
  expect(accepted(await ask('catalogueEntry', { metric: 'kit-order-rate' })).metric.unit).toMatchObject({
    of: 'order',
    over: 'kit',
  });
  const { view } = accepted(await ask('checkTexts', { body: { yaml: PLAN, sheet: '' } }));
  expect(view?.nodes.find(({ id }) => id === 'trial-kits')).toMatchObject({
    metric: 'trial-kits',
    name: text('体験キットの発送数', 'Trial kits sent'),
    kind: 'quantity',
  });
});

test('[CAT-O2] problems say which field is wrong, in words', async () => {
  const stage = await openStage();
  const wrong = await put(stage, 'mine', 0, {
    ...RATE,
    name: text('直帰率'),
    formula: 'orders / nothing',
    pair: null,
    lagDays: 'soon',
  });
  expect(problemsOf(wrong).toSorted()).toEqual(['catalogue-lag', 'catalogue-unknown', 'entry-denominator', 'entry-name-taken']);
  expect(problemsOf(await put(stage, 'orders', 0, KITS))).toContain('entry-known');
});

test('[CAT-O2] what somebody else stored in between is not lost', async () => {
  const stage = await openStage();
  accepted(await put(stage, 'trial-kits', 0, KITS));
  expect(await put(stage, 'kit-order-rate', 0, RATE)).toMatchObject({ kind: 'conflict', conflict: { number: 1 } });
});

test('[CAT-O3] an own metric that is used stays, and says by what', async () => {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await put(stage, 'trial-kits', 0, KITS));
  accepted(await put(stage, 'kit-order-rate', 1, RATE));
  accepted(await ask('createPlan', { body: { yaml: PLAN, sheet: '' } }));
  const refused = await ask('removeOwnMetric', { metric: 'trial-kits', base: 2 });
  expect(problemsOf(refused)).toEqual(['entry-in-use']);
  expect(JSON.stringify(refused)).toContain('体験後の注文率');
  expect(JSON.stringify(refused)).toContain('shop');
  accepted(await ask('removeOwnMetric', { metric: 'kit-order-rate', base: 2 }));
  expect(accepted(await ask('catalogue', {})).metrics.map(({ id }) => id)).not.toContain('kit-order-rate');
  expect(await ask('removeOwnMetric', { metric: 'orders', base: 3 })).toMatchObject({ kind: 'problems' });
});
