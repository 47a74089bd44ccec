import { expect, test } from 'vitest';
import { accepted, day, openStage, problemsOf } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: leads
name: { ja: リード計画, en: Lead plan }
period: 2026-04-01/2027-03-31
goals:
  sqls: { target: "360 by 2027-03-31", equals: mqls * sql-rate, owner: sales/sato }
kpis:
  mqls: { target: 60 per month, owner: marketing/tanaka }
  sql-rate: { target: 50%, owner: sales/sato }
`;

test('[SHR-07] [AGR-12] a changed MQL threshold needs both approvals, and then marks the series of MQLs and no other', {
  timeout: 120_000,
}, async () => {
  const { ask, askAs } = await openStage();
  const tanaka = { id: 'marketing/tanaka', name: '田中', department: 'マーケティング部', role: 'member', active: true } as const;
  accepted(await ask('putMember', { body: tanaka }));
  accepted(await ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await ask('publishPlan', { plan: 'leads', body: { reason: 'First' } }));
  const propose = (revision: number, criterion: string, since: string) =>
    askAs('marketing/tanaka')('putLeadStage', {
      stage: 'mql',
      body: {
        revision,
        move: {
          kind: 'propose',
          criteria: [criterion],
          handOver: '営業に通知した時点',
          since: day(since),
          because: '商談にならないリードが多い',
        },
      },
    });
  const approve = (who: string, side: 'marketing' | 'sales', revision: number) =>
    askAs(who)('putLeadStage', { stage: 'mql', body: { revision, move: { kind: 'approve', side } } });
  accepted(await propose(0, 'スコア50点以上', '2026-04-01'));
  accepted(await approve('marketing/tanaka', 'marketing', 1));
  expect(problemsOf(await approve('marketing/tanaka', 'sales', 2))).toEqual(['stage-other-side']);
  expect(accepted(await approve('sales/sato', 'sales', 2)).definition.versions).toHaveLength(1);

  const breaksOf = async (node: string) => accepted(await ask('kpiPage', { plan: 'leads', node })).stageBreaks;
  accepted(await propose(3, 'スコア60点以上', '2026-10-01'));
  accepted(await approve('sales/sato', 'sales', 4));
  expect(await breaksOf('mqls')).toEqual([]);
  expect((await approve('marketing/tanaka', 'marketing', 4)).kind).toBe('conflict');
  accepted(await approve('marketing/tanaka', 'marketing', 5));
  expect(await breaksOf('mqls')).toEqual([{ stage: 'mql', since: '2026-10-01' }]);
  expect(await breaksOf('sqls')).toEqual([]);
  const { stages } = accepted(await ask('leadStages', {}));
  expect(stages.find(({ stage }) => stage === 'mql')?.definition).toMatchObject({
    revision: 6,
    proposed: null,
    versions: [{ criteria: ['スコア50点以上'] }, { criteria: ['スコア60点以上'], since: '2026-10-01' }],
  });
});
