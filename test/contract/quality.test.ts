import { expect, test } from 'vitest';
import { accepted, day, importText, openStage, problemsOf, type Stage } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: site
period: 2026-04-01/2027-03-31
goals:
  orders: { target: 1200 by 2027-03-31, unit: count of order, owner: sales/sato }
kpis:
  visits: { target: 3000 per month, unit: count of visit, supports: [{ to: orders, because: More visits bring more orders }], owner: sales/sato }
`;

const METRICS = `
datasets:
  site:
    kind: aggregate
    name: { ja: サイト, en: Site }
    columns: { visits: integer, orders: integer }
    refresh: daily
metrics:
  visits: { from: site, sum: visits, unit: count of visit }
  orders: { from: site, sum: orders, unit: count of order }
`;

/** A year of days before 21 November 2026, quiet but for what a test leaves out or adds. */
function rows(changed: Readonly<Record<string, number | null>>): string {
  const lines = ['date,visits,orders'];
  for (let index = 0; index < 365; index++) {
    const date = new Date(Date.parse('2025-11-21T00:00:00Z') + index * 86_400_000).toISOString().slice(0, 10);
    const visits = changed[date] === undefined ? 100 + (index % 7) + ((index * 5) % 3) : changed[date];
    if (visits !== null) lines.push(`${date},${visits},${2 + (index % 3)}`);
  }
  return `${lines.join('\n')}\n`;
}

async function site(changed: Readonly<Record<string, number | null>>): Promise<Stage> {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await ask('publishPlan', { plan: 'site', body: { reason: 'First' } }));
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const imported = await importText(stage, 'site.csv', rows(changed));
  expect(imported.job?.result).toMatchObject({ kind: 'imported' });
  return stage;
}

const one = (text: string) => ({ from: day(text), to: day(text) });

test('[QUA-01] [QUA-02] three days without rows are 90 % of thirty and three tickets of the source', async () => {
  const { ask } = await site({ '2026-11-02': null, '2026-11-10': null, '2026-11-11': null });
  const { open, sources, automation } = accepted(await ask('quality'));
  expect(sources).toMatchObject([{ grain: 'day', stale: false, completeness: { expected: 30, present: 27, share: 0.9 } }]);
  expect(open.filter(({ kind }) => kind === 'missing').map(({ subject, days }) => [subject.id, days.from])).toEqual([
    ['site', '2026-11-11'],
    ['site', '2026-11-10'],
    ['site', '2026-11-02'],
  ]);
  expect(automation).toMatchObject({ automated: 0, kpis: 2, share: 0 });
});

test('[QUA-03] a word closes a ticket with its reason, fills the chart, and can be taken back', async () => {
  const { ask } = await site({ '2026-11-10': null, '2026-11-11': null });
  const subject = { kind: 'dataset' as const, id: 'site' };
  const said = { about: 'missing' as const, subject, days: one('2026-11-10'), choice: 'interpolate' as const };
  expect(problemsOf(await ask('decideQuality', { body: said }))).toEqual(['text-missing']);
  expect(problemsOf(await ask('decideQuality', { body: { ...said, choice: 'campaign', reason: 'x' } }))).toEqual([
    'quality-choice',
  ]);
  accepted(await ask('decideQuality', { body: { ...said, reason: '計測タグの停止' } }));
  const { open, decided } = accepted(await ask('quality'));
  expect(open.map(({ days }) => days.from)).toEqual(['2026-11-11']);
  expect(decided).toMatchObject([{ decision: { choice: 'interpolate', reason: '計測タグの停止', by: 'sales/sato' } }]);

  const kpi = accepted(await ask('kpiPage', { plan: 'site', node: 'visits' }));
  const filled = kpi.series.daily.filter(({ estimate }) => estimate !== null);
  expect(filled.map(({ from }) => from)).toEqual(['2026-11-10']);
  // What stands in is never a measured value, and no sum knows of it.
  expect(filled[0]?.actual).toEqual({ state: 'no-data' });

  accepted(await ask('decideQuality', { body: { ...said, choice: null } }));
  expect(accepted(await ask('quality')).open).toHaveLength(2);
});

test('[QUA-10] [QUA-12] an unusual day is a ticket with its cause; nothing is deleted', async () => {
  const { ask } = await site({ '2026-11-12': 900 });
  const { open } = accepted(await ask('quality'));
  expect(open).toMatchObject([{ kind: 'outlier', subject: { id: 'visits' }, days: one('2026-11-12'), value: 900 }]);
  const subject = { kind: 'metric' as const, id: 'visits' };
  const body = { about: 'outlier' as const, subject, days: one('2026-11-12'), choice: 'campaign' as const, excluded: true };
  accepted(await ask('decideQuality', { body: { ...body, reason: '3日間のセール' } }));
  const after = accepted(await ask('quality'));
  expect(after.open).toEqual([]);
  expect(after.decided[0]).toMatchObject({ decision: { excluded: true }, finding: { value: 900 } });
  const query = accepted(await ask('query', { metric: 'visits', ...one('2026-11-12') }));
  expect(query.totals[0]?.observation).toMatchObject({ value: 900 });
});

test('[QUA-13] two sources that differ too far are a ticket, settled with a reason', async () => {
  const { ask } = await site({});
  const both = { official: 'visits', other: 'orders', tolerance: 0.03 };
  expect(problemsOf(await ask('putReconciliations', { body: { reconciliations: [{ ...both, other: 'order' }] } }))).toEqual([
    'query-metric-unknown',
  ]);
  accepted(await ask('putReconciliations', { body: { reconciliations: [both] } }));
  const { open } = accepted(await ask('quality'));
  expect(open).toHaveLength(3);
  expect(open[0]).toMatchObject({
    kind: 'disagreement',
    subject: { id: 'orders' },
    days: { from: '2026-10-01' },
    tolerance: 0.03,
  });
  const [first] = open;
  if (!first) throw new Error('no ticket');
  const { subject, days } = first;
  accepted(
    await ask('decideQuality', { body: { about: 'disagreement', subject, days, choice: 'accepted', reason: '別のもの' } }),
  );
  expect(accepted(await ask('quality')).open).toHaveLength(2);
});

test('[QUA-02] nothing since a day is one late ticket; two intervals without refresh are stale', async () => {
  const stage = await site({});
  stage.clock.now = '2026-11-24T03:00:00.000Z';
  const { open, sources } = accepted(await stage.ask('quality'));
  expect(open).toMatchObject([{ kind: 'late', days: { from: '2026-11-21', to: '2026-11-23' } }]);
  expect(sources[0]).toMatchObject({ stale: true });
});
