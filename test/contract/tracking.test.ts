import { expect, test } from 'vitest';
import { accepted, day, importText, openStage, problemsOf } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: cart
period: 2026-04-01/2027-03-31
goals:
  orders: { target: 1200 by 2027-03-31, unit: count of order, owner: sales/sato }
kpis:
  carts: { target: 3000 per month, unit: count of visit, supports: [{ to: orders, because: More carts bring orders }], owner: sales/sato }
`;
const METRICS = `
datasets:
  site:
    kind: aggregate
    name: { ja: サイト, en: Site }
    columns: { page: text, carts: integer }
metrics:
  carts: { from: site, sum: carts, unit: count of visit }
`;

test('[MEA-17] [ACT-50] an initiative is held back until its KPI can be measured for its segment, or a reason is given', async () => {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await ask('publishPlan', { plan: 'cart', body: { reason: 'First' } }));
  const kpi = { plan: 'cart', node: 'carts' };
  const { initiative } = accepted(
    await ask('createInitiative', {
      body: {
        title: 'カートページのABテスト（スマホ）',
        kpis: [kpi],
        hypothesis: '入力欄を減らすと進む人が増える',
        expected: { kpi, mode: 'relative', value: '0.1', by: day('2026-12-31') },
        cost: null,
        owner: 'sales/sato',
        contributors: [],
        start: day('2026-12-01'),
        due: day('2026-12-31'),
        evidence: [],
        follows: null,
        details: { segment: 'device = mobile' },
      },
    }),
  );
  let revision = initiative.revision;
  const move = (to: 'proposed' | 'preparing' | 'running', untracked?: string) =>
    ask('moveInitiative', {
      initiative: initiative.id,
      body: { revision, to, ...(untracked === undefined ? {} : { untracked }) },
    });
  for (const to of ['proposed', 'preparing'] as const) revision = accepted(await move(to)).initiative.revision;
  expect(problemsOf(await move('running'))).toEqual(['initiative-kpi-unmeasured']);
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  expect(problemsOf(await move('running'))).toEqual(['initiative-source-empty']);
  await importText(stage, 'site.csv', 'date,page,carts\n2026-11-01,/cart,3\n2026-11-02,/cart,5\n');
  expect(problemsOf(await move('running'))).toEqual(['initiative-segment-untracked']);
  expect(problemsOf(await move('running', '  '))).toEqual(['initiative-segment-untracked']);
  const started = accepted(await move('running', '端末は別の表で確かめます'));
  expect(started.initiative).toMatchObject({ stage: 'running', startedOn: '2026-11-21' });
  const { changes } = accepted(await ask('home'));
  expect(changes.map(({ action }) => action)).toContain('initiative-started-untracked');
});
