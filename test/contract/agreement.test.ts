import { describe, expect, test } from 'vitest';
import type { ProposalView } from '#contract/agreement.ts';
import { accepted, openStage, problemsOf, type Stage } from './api-fixture.ts';

const PLAN = `rashin: 1
plan: leads
name: { ja: リード計画, en: Lead plan }
period: 2026-04-01/2027-03-31
goals:
  wins: { name: { ja: 受注, en: Wins }, unit: count of deal, target: 120 by 2027-03-31, equals: leads * win-rate, owner: sales/sato, because: { ja: 柱, en: Core } }
factors:
  more: { supports: wins, because: { ja: 件数が要る, en: Volume counts } }
kpis:
  leads: { target: 200 per month, unit: count of lead, owner: marketing/tanaka, under: more }
  win-rate: { target: 5%, unit: ratio of deal over lead, owner: sales/sato, under: more }
`;

const APPROVERS = [
  { side: 'marketing', member: 'marketing/tanaka' },
  { side: 'sales', member: 'sales/sato' },
  { side: 'executive', member: 'management/minato' },
] as const;

async function company(): Promise<Stage> {
  const stage = await openStage();
  const { ask } = stage;
  const people = [
    ['marketing/tanaka', '田中', 'マーケティング部', 'manager'],
    ['marketing/ito', '伊藤', 'マーケティング部', 'member'],
    ['management/minato', '湊', '経営', 'executive'],
  ] as const;
  for (const [id, name, department, role] of people)
    accepted(await ask('putMember', { body: { id, name, department, role, active: true } }));
  accepted(await stage.askAs('marketing/tanaka')('createPlan', { body: { yaml: PLAN } }));
  return stage;
}

async function proposed(stage: Stage, approvers: readonly (typeof APPROVERS)[number][] = APPROVERS): Promise<ProposalView> {
  const answer = await stage.askAs('marketing/tanaka')('propose', { plan: 'leads', body: { reason: '新年度の計画', approvers } });
  return accepted(answer).proposal;
}

const approve = { answer: 'approved' as const };

describe('[DES-70] a plan of several departments', () => {
  test('[AGR-05] is published as shared once marketing, sales and management have approved, with the texts put forward', async () => {
    const stage = await company();
    const tanaka = stage.askAs('marketing/tanaka');
    const put = await proposed(stage);
    expect(put.standing.waitsFor).toEqual([APPROVERS[1], APPROVERS[2]]);
    const draft = accepted(await tanaka('readDraft', { plan: 'leads' })).draft;
    accepted(
      await tanaka('saveDraft', {
        plan: 'leads',
        body: { yaml: PLAN.replace('200 per month', '250 per month'), sheet: '', base: 0, revision: draft?.revision ?? 0 },
      }),
    );
    accepted(await stage.ask('answerProposal', { proposal: put.id, body: { side: 'sales', ...approve } }));
    expect(problemsOf(await tanaka('publishProposal', { proposal: put.id, body: {} }))).toEqual(['proposal-not-agreed']);
    const minato = stage.askAs('management/minato');
    const agreed = accepted(
      await minato('answerProposal', { proposal: put.id, body: { side: 'executive', ...approve } }),
    ).proposal;
    expect(agreed.standing).toEqual({ isAgreed: true, isOvertaken: false, missingSides: [], waitsFor: [], openObjections: 0 });
    const published = accepted(await minato('publishProposal', { proposal: put.id, body: {} }));
    expect(published).toMatchObject({
      version: { number: 1, author: 'management/minato' },
      proposal: { state: 'published', version: 1 },
    });
    const { texts } = accepted(await minato('planVersion', { plan: 'leads', version: '1' }));
    expect(texts.yaml).toBe(PLAN);
    expect(accepted(await tanaka('readDraft', { plan: 'leads' })).draft?.yaml).toContain('250 per month');
  });

  test('cannot be shared while nobody was named for sales', async () => {
    const stage = await company();
    const put = await proposed(stage, [APPROVERS[0], APPROVERS[2]]);
    expect(put.standing.missingSides).toEqual(['sales']);
    accepted(
      await stage.askAs('management/minato')('answerProposal', { proposal: put.id, body: { side: 'executive', ...approve } }),
    );
    const answer = await stage.askAs('marketing/tanaka')('publishProposal', { proposal: put.id, body: {} });
    expect(problemsOf(answer)).toEqual(['proposal-not-agreed']);
    expect(answer.kind === 'problems' && answer.problems[0]?.message.ja).toContain('営業の承認者が決まっていません');
  });

  test('[AGR-03] each side answers for itself; sending back takes a reason, and the newest answer counts', async () => {
    const stage = await company();
    const put = await proposed(stage);
    const ito = stage.askAs('marketing/ito');
    expect(problemsOf(await ito('answerProposal', { proposal: put.id, body: { side: 'sales', ...approve } }))).toEqual([
      'approver-other',
    ]);
    const sentBack = { side: 'sales' as const, answer: 'sent-back' as const };
    expect(problemsOf(await stage.ask('answerProposal', { proposal: put.id, body: sentBack }))).toEqual(['answer-note-missing']);
    accepted(await stage.ask('answerProposal', { proposal: put.id, body: { ...sentBack, note: '成約率が高すぎる' } }));
    const { proposal } = accepted(await stage.ask('answerProposal', { proposal: put.id, body: { side: 'sales', ...approve } }));
    expect(proposal.answers.filter(({ side }) => side === 'sales')).toMatchObject([{ answer: 'approved', note: '' }]);
  });

  test('[AGR-05] is overtaken by another version', async () => {
    const stage = await company();
    const put = await proposed(stage);
    accepted(await stage.askAs('marketing/tanaka')('publishPlan', { plan: 'leads', body: { reason: '急ぎ' } }));
    for (const { side, member } of APPROVERS)
      accepted(await stage.askAs(member)('answerProposal', { proposal: put.id, body: { side, ...approve } }));
    expect(problemsOf(await stage.ask('publishProposal', { proposal: put.id, body: {} }))).toEqual(['proposal-overtaken']);
    const { proposals } = accepted(await stage.ask('proposals', { plan: 'leads' }));
    expect(proposals[0]?.standing.isOvertaken).toBe(true);
  });

  test('[AGR-01] putting forward again takes the one before back; texts with errors are not taken', async () => {
    const stage = await company();
    const first = await proposed(stage);
    const second = await proposed(stage);
    const { proposals, usual } = accepted(await stage.ask('proposals', { plan: 'leads' }));
    expect(proposals.map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'open'],
      [first.id, 'withdrawn'],
    ]);
    expect(usual).toEqual(APPROVERS);
    const tanaka = stage.askAs('marketing/tanaka');
    const draft = accepted(await tanaka('readDraft', { plan: 'leads' })).draft;
    const broken = PLAN.replace('leads * win-rate', 'leads * wins');
    accepted(
      await tanaka('saveDraft', { plan: 'leads', body: { yaml: broken, sheet: '', base: 0, revision: draft?.revision ?? 0 } }),
    );
    expect(problemsOf(await tanaka('propose', { plan: 'leads', body: { reason: 'x', approvers: APPROVERS } }))).toContain(
      'cycle',
    );
    expect(problemsOf(await stage.ask('withdrawProposal', { proposal: second.id, body: {} }))).toEqual(['proposal-author']);
    expect(accepted(await tanaka('withdrawProposal', { proposal: second.id, body: {} })).proposal.state).toBe('withdrawn');
  });
});

test('[SHR-19] [AGR-04] an objection keeps a plan from being published until whoever proposed it has answered', async () => {
  const stage = await company();
  const put = await proposed(stage);
  for (const { side, member } of APPROVERS)
    accepted(await stage.askAs(member)('answerProposal', { proposal: put.id, body: { side, ...approve } }));
  const ito = stage.askAs('marketing/ito');
  const unknown = await ito('objectToProposal', { proposal: put.id, body: { node: 'no-such', text: '無理' } });
  expect(problemsOf(unknown)).toEqual(['objection-node']);
  const text = '展示会がなく、月200件は届きません。';
  const { proposal } = accepted(await ito('objectToProposal', { proposal: put.id, body: { node: 'leads', text } }));
  expect(proposal.standing).toMatchObject({ isAgreed: false, openObjections: 1 });
  expect(proposal.objections).toMatchObject([{ node: 'leads', by: 'marketing/ito', text, reply: null }]);
  const [objection] = proposal.objections;
  if (!objection) throw new Error('no objection');
  const at = { proposal: put.id, objection: objection.id };
  expect(problemsOf(await ito('replyToObjection', { ...at, body: { kind: 'kept', text: 'いや' } }))).toEqual(['objection-own']);
  const other = stage.askAs('marketing/tanaka');
  expect(problemsOf(await other('replyToObjection', { ...at, body: { kind: 'kept' } }))).toEqual(['text-missing']);
  const answered = accepted(
    await other('replyToObjection', { ...at, body: { kind: 'kept', text: '共催ウェビナーで補います。' } }),
  ).proposal;
  expect(answered.standing.isAgreed).toBe(true);
  expect(problemsOf(await other('replyToObjection', { ...at, body: { kind: 'kept', text: '再度' } }))).toEqual([
    'objection-answered',
  ]);
  expect(accepted(await other('publishProposal', { proposal: put.id, body: {} })).version.number).toBe(1);
});

test('[AGR-02] approvers are known, active and, for management, executives; nobody twice for one side', async () => {
  const stage = await company();
  const ask = async (approvers: readonly { side: 'marketing' | 'sales' | 'executive'; member: string }[]) =>
    problemsOf(await stage.askAs('marketing/tanaka')('propose', { plan: 'leads', body: { reason: '理由', approvers } }));
  expect(await ask([])).toEqual(['approver-missing']);
  expect(await ask([{ side: 'sales', member: 'no/body' }])).toEqual(['member-unknown']);
  expect(await ask([{ side: 'executive', member: 'sales/sato' }])).toEqual(['approver-not-executive']);
  expect(await ask([APPROVERS[1], APPROVERS[1]])).toEqual(['approver-twice']);
});

test('[DES-71] [AGR-08] who answers for a KPI is told of a new version until they have read it; who published is not', async () => {
  const stage = await company();
  const tanaka = stage.askAs('marketing/tanaka');
  accepted(await tanaka('publishPlan', { plan: 'leads', body: { reason: '初版' } }));
  const notices = async (member: string) => accepted(await stage.askAs(member)('agreementDuties', {})).notices;
  expect(await notices('sales/sato')).toEqual([]);
  const yaml = PLAN.replace('200 per month', '240 per month');
  accepted(await tanaka('saveDraft', { plan: 'leads', body: { yaml, sheet: '', base: 1, revision: 0 } }));
  accepted(await tanaka('publishPlan', { plan: 'leads', body: { reason: '展示会を追加' } }));
  expect(await notices('sales/sato')).toMatchObject([
    { plan: 'leads', from: 1, to: 2, author: 'marketing/tanaka', reason: '展示会を追加' },
  ]);
  expect(await notices('marketing/tanaka')).toEqual([]);
  expect(await notices('marketing/ito')).toEqual([]);
  accepted(await stage.ask('seeVersion', { plan: 'leads', body: { version: 2 } }));
  expect(await notices('sales/sato')).toEqual([]);
  expect((await stage.ask('seeVersion', { plan: 'leads', body: { version: 3 } })).kind).toBe('problems');
});

test('[AGR-03] [AGR-04] approvers and authors find what they have to answer', async () => {
  const stage = await company();
  const put = await proposed(stage);
  const duties = async (member: string) => accepted(await stage.askAs(member)('agreementDuties', {}));
  expect((await duties('sales/sato')).approvals).toMatchObject([{ plan: 'leads', author: 'marketing/tanaka', sides: ['sales'] }]);
  expect((await duties('marketing/tanaka')).approvals).toEqual([]);
  accepted(await stage.ask('objectToProposal', { proposal: put.id, body: { text: '無理がある' } }));
  expect((await duties('marketing/tanaka')).objections).toMatchObject([{ by: 'sales/sato', node: null, text: '無理がある' }]);
  accepted(await stage.ask('answerProposal', { proposal: put.id, body: { side: 'sales', ...approve } }));
  expect((await duties('sales/sato')).approvals).toEqual([]);
});
