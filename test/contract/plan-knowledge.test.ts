import { expect, test } from 'vitest';
import { accepted, openStage, problemsOf } from './api-fixture.ts';

const YAML = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { name: 売上, target: 1億円 by 2027-03-31, unit: JPY, equals: orders * aov, owner: ec }
kpis:
  orders: { name: 注文数, target: 800 per month, unit: count of order, owner: ec }
  aov: { name: 客単価, target: 10000円, unit: JPY per order, owner: ec }
`;

test('[LNT-05] what is known of a draft comes with its nodes; of a plan that is not there nothing does', async () => {
  const stage = await openStage();
  expect(problemsOf(await stage.ask('planKnowledge', { plan: 'shop', body: {} })).length).toBeGreaterThan(0);
  accepted(await stage.ask('createPlan', { body: { yaml: YAML, sheet: '' } }));
  const known = accepted(await stage.ask('planKnowledge', { plan: 'shop', body: { texts: { yaml: YAML, sheet: '' } } }));
  expect(Object.keys(known.nodes)).toEqual(['sales', 'orders', 'aov']);
  const nothing = { past: [], ahead: [], lift: null, isMeasured: false, initiatives: 0, unseenDays: null };
  expect(known.nodes.orders).toEqual(nothing);
  expect(known.relations).toEqual([]);
});

test('[LNT-07] an opened page is noted by day; nodes nobody opened are unseen since the first one was', async () => {
  const stage = await openStage();
  accepted(await stage.ask('createPlan', { body: { yaml: YAML, sheet: '' } }));
  const unseen = async () => {
    const texts = { yaml: YAML, sheet: '' };
    const { nodes } = accepted(await stage.ask('planKnowledge', { plan: 'shop', body: { texts } }));
    return [nodes.orders?.unseenDays, nodes.aov?.unseenDays];
  };
  accepted(await stage.ask('seeNode', { plan: 'shop', node: 'orders', body: {} }));
  expect(await unseen()).toEqual([0, 0]);
  const later = new Date(Date.parse(stage.clock.now) + 31 * 86_400_000).toISOString();
  stage.clock.now = later;
  expect(await unseen()).toEqual([31, 31]);
  accepted(await stage.ask('seeNode', { plan: 'shop', node: 'aov', body: {} }));
  expect(await unseen()).toEqual([31, 0]);
  expect(problemsOf(await stage.ask('seeNode', { plan: 'nowhere', node: 'aov', body: {} })).length).toBeGreaterThan(0);
});
