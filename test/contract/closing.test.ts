import { expect, test } from 'vitest';
import { accepted, importText, openStage, type Stage } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  orders: { target: 1200 by 2027-03-31, unit: count of order, owner: sales/sato }
`;

const METRICS = `
datasets:
  shop:
    kind: aggregate
    columns: { orders: integer }
    owner: sales/sato
    refresh: daily
metrics:
  orders: { from: shop, sum: orders, unit: count of order }
`;

function rows(each: number): string {
  const lines = ['date,orders'];
  for (let day = 1; day <= 31; day++) lines.push(`2026-10-${String(day).padStart(2, '0')},${each}`);
  return `${lines.join('\n')}\n`;
}

async function shop(): Promise<Stage> {
  const stage = await openStage({ clock: { now: '2026-11-10T03:00:00.000Z' } });
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await ask('publishPlan', { plan: 'shop', body: { reason: 'First' } }));
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  await importText(stage, 'october.csv', rows(3));
  return stage;
}

test('[CLS-01] the checklist has an owner and due days for each source, and says what is overdue', async () => {
  const { ask } = await shop();
  const before = accepted(await ask('closing', { period: '2026-10' }));
  expect(before.tasks).toMatchObject([
    {
      source: 'shop',
      owner: 'sales/sato',
      state: 'open',
      preliminaryDue: '2026-11-05',
      next: { step: 'preliminary', overdue: true },
    },
  ]);
  accepted(await ask('putCloseDuty', { body: { source: 'shop', owner: 'sales/sato', preliminary: 5, final: 12 } }));
  accepted(await ask('putClose', { body: { source: 'shop', period: '2026-10', state: 'preliminary' } }));
  const after = accepted(await ask('closing', { period: '2026-10' }));
  expect(after.tasks[0]).toMatchObject({ state: 'preliminary', next: { step: 'final', due: '2026-11-18', overdue: false } });
});

test('[CLS-02] [CLS-03] closing keeps the values under a name; a correction afterwards is told with its import', async () => {
  const stage = await shop();
  const { ask } = stage;
  const body = { source: 'shop', period: '2026-10', state: 'final' as const, name: '10月度 確定' };
  accepted(await ask('putClose', { body }));
  accepted(await ask('putClose', { body }));
  const closed = accepted(await ask('closing', { period: '2026-10' }));
  expect(closed.snapshots).toMatchObject([
    { name: '10月度 確定', state: 'final', values: [{ plan: 'shop', node: 'orders', observation: { exact: '93' } }] },
  ]);
  expect(closed.changes).toEqual([]);

  stage.clock.now = '2026-11-12T03:00:00.000Z';
  await importText(stage, 'october-corrected.csv', rows(4));
  const corrected = accepted(await ask('closing', { period: '2026-10' }));
  expect(corrected.changes).toMatchObject([
    {
      node: 'orders',
      was: { exact: '93' },
      is: { exact: '124' },
      causes: [{ kind: 'imported', title: 'october-corrected.csv' }],
    },
  ]);

  const batch = corrected.changes[0]?.causes[0]?.id ?? '';
  accepted(await ask('undoBatch', { batch }));
  expect(accepted(await ask('closing', { period: '2026-10' })).changes).toEqual([]);
});

test('[CLS-03] a new definition is a cause too', async () => {
  const stage = await shop();
  const { ask } = stage;
  accepted(await ask('putClose', { body: { source: 'all', period: '2026-10', state: 'final' } }));
  stage.clock.now = '2026-11-12T03:00:00.000Z';
  accepted(await ask('putDefinitions', { body: { text: METRICS.replace('sum: orders', 'sum: orders * 2'), base: 1 } }));
  const { changes } = accepted(await ask('closing', { period: '2026-10' }));
  expect(changes).toMatchObject([{ was: { exact: '93' }, is: { exact: '186' }, causes: [{ kind: 'redefined', id: '2' }] }]);
});
