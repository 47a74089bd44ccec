import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TalkMove } from '#core/ambition/target-talk.ts';
import type { Decimal } from '#core/measure/observation.ts';
import { createDemo } from '#engine/demo/create-demo.ts';
import { systemEffects } from '#engine/workspace/workspace-effects.ts';
import { accepted, day, importText, openStage, problemsOf, type Stage, testCatalogue } from './api-fixture.ts';
import { builtCli, runCli } from './built-cli.ts';

/** A demo workspace and simulations take their time on a busy machine. */
const LONG = 240_000;

const PLAN = `rashin: 1
plan: sales
name: { ja: 営業, en: Sales }
period: 2026-01-01/2026-12-31
goals:
  won: { name: { ja: 成約数, en: Won deals }, unit: count of deal, target: 100 by 2026-12-31, owner: sales/sato }
kpis:
  web: { name: { ja: Web問い合わせ, en: Web enquiries }, unit: count, target: 90 per month, baseline: 60 per month, supports: [{ to: won, because: Enquiries become deals }], owner: sales/sato }
  open-rate: { name: { ja: 開封率, en: Open rate }, unit: ratio, target: 23%, source: { from: competitor, value: 21%, note: Annual report }, supports: [{ to: web, because: Readers enquire }], owner: sales/sato }
`;

const METRICS = `
datasets:
  monthly:
    kind: aggregate
    name: { ja: 月次, en: Monthly }
    columns: { web: integer, won: integer }
    source: { ja: 営業, en: Sales }
metrics:
  web: { from: monthly, sum: web, unit: count }
  won: { from: monthly, sum: won, unit: count of deal }
`;

const WEB = [40, 60, 50, 80, 70, 90, 60, 100];
const WON = [2, 2, 2, 4, 6, 5, 8, 7];

async function salesStage(): Promise<Stage> {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: PLAN } }));
  accepted(await ask('publishPlan', { plan: 'sales', body: { reason: 'First' } }));
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const rows = WEB.map((web, i) => `${new Date(Date.UTC(2026, i + 1, 0)).toISOString().slice(0, 10)},${web},${WON[i]}`);
  expect((await importText(stage, 'monthly.csv', `date,web,won\n${rows.join('\n')}\n`)).job?.result).toMatchObject({
    kind: 'imported',
  });
  stage.clock.now = '2026-09-02T03:00:00.000Z';
  return stage;
}

describe('drivers and evidence over the API', () => {
  test('[ANA-13] the web metric is listed as driver of won deals with lag 3, as an association and nothing more', {
    timeout: LONG,
  }, async () => {
    const { ask } = await salesStage();
    const answer = accepted(await ask('planDrivers', { plan: 'sales', to: day('2026-08-31') }));
    expect(answer).toMatchObject({ goal: { node: 'won' }, grain: 'month', lags: { from: 0, to: 6 }, level: 0.05 });
    expect(answer.rows.map(({ node, verdict, lag, why }) => [node, verdict, lag, why])).toEqual([
      ['web', 'driver', 3, null],
      ['open-rate', 'cannot-tell', null, 'too-few'],
    ]);
    const [web] = answer.rows;
    expect(web?.association).toBeCloseTo(1, 9);
    const words = [...answer.rows.flatMap(({ because }) => because), ...answer.method].map(({ message }) => message);
    expect(JSON.stringify(words)).not.toMatch(/cause|原因|因果/);
    expect(web?.because.map(({ message }) => message.ja)).toEqual([
      'Web問い合わせが増えると、3か月後に成約数が増える傾向がありました（関連の強さ1.00、5組の値）。',
      '直近2組の値でも確かめられました（動きの100%を、それ以前の関係から説明できました）。',
      '5組の値しかないため、関連の強さがどのくらい確かかは示せません。',
    ]);
    const priorities = accepted(await ask('priorities', { plan: 'sales' }));
    expect(priorities.kpis.find(({ node }) => node === 'web')).toMatchObject({ impact: { mark: 3 }, lag: 3 });
    expect(problemsOf(await ask('planDrivers', { plan: 'sales', goal: 'wun' }))).toEqual(['explain-node-unknown']);
  });

  test('[DES-16] evidence: periods, best, mean, line, forecast, source; [DES-20] the verdict, and another value tried', {
    timeout: LONG,
  }, async () => {
    const { ask } = await salesStage();
    const asked = { plan: 'sales', node: 'web', to: day('2026-08-31') };
    const answer = accepted(await ask('targetEvidence', asked));
    expect(answer).toMatchObject({
      measure: 'month',
      target: 90,
      present: { value: 250 / 3, from: 'recent' },
      baseline: { value: 550 / 8, window: 12, known: 8, used: 8, confidence: 'minimum' },
      best: { value: 100, from: '2026-08-01', to: '2026-08-31' },
      source: null,
      ambition: { verdict: 'reachable', label: { ja: '達成可能', en: 'Reachable' } },
    });
    expect(answer.mean).toBeCloseTo(68.75, 9);
    expect(answer.trend).toBeGreaterThan(90);
    expect(answer.natural).toBeGreaterThan(50);
    expect(accepted(await ask('targetEvidence', { ...asked, target: 180 })).ambition.verdict).toBe('unrealistic');
    expect(accepted(await ask('targetEvidence', { ...asked, target: 50 })).ambition.verdict).toBe('too-easy');
    const first = accepted(await ask('targetEvidence', { ...asked, node: 'open-rate' }));
    expect(first).toMatchObject({
      source: { from: 'competitor', value: '0.21', note: { ja: 'Annual report', en: 'Annual report' } },
      ambition: { verdict: 'cannot-tell', because: [{ code: 'ambition-no-history' }] },
    });
    expect(first.ambition.staged).toHaveLength(3);
    expect((await ask('targetEvidence', { ...asked, node: 'none' })).kind).toBe('problems');
  });
});

test('[EVI-04] [DES-55] [DES-56] a draft is held against the same past; registered effects are bridged to a target', {
  timeout: LONG,
}, async () => {
  const { ask } = await salesStage();
  const asked = { plan: 'sales', node: 'web' };
  const to = day('2026-08-31');
  const texts = { yaml: PLAN.replace('target: 90 per month', 'target: 130 per month'), sheet: '' };
  const draft = accepted(await ask('draftEvidence', { ...asked, body: { texts, to } }));
  expect(draft).toMatchObject({ target: 130, best: { value: 100 }, ambition: { verdict: 'very-ambitious' } });
  expect(accepted(await ask('targetEvidence', { ...asked, to })).target).toBe(90);
  const short = accepted(await ask('targetEvidence', { ...asked, to, window: 2 }));
  expect(short.baseline).toMatchObject({ value: 80, used: 2, confidence: 'insufficient', growth: null });
  expect(short.baseline?.because).toMatchObject([{ code: 'baseline-insufficient', severity: 'warning' }]);

  for (const [title, value] of [
    ['Shorter form', '20'],
    ['Clearer button', '10'],
  ] as const)
    accepted(
      await ask('createInitiative', {
        body: {
          title,
          kpis: [asked],
          hypothesis: 'Fewer fields, more enquiries',
          expected: { kpi: asked, mode: 'level', value, by: day('2026-11-30') },
          cost: null,
          owner: 'sales/sato',
          contributors: [],
          start: day('2026-09-10'),
          due: day('2026-11-30'),
          evidence: [],
          follows: null,
          details: {},
        },
      }),
    );
  const bridged = accepted(await ask('targetEvidence', { ...asked, to, growth: 0, overlap: 0.5, 'leave-out': 'none' }));
  expect(bridged.bridge).toMatchObject({
    rate: 0,
    baseline: 68.75,
    growth: 0,
    effects: [
      { title: 'Shorter form', amount: 20 },
      { title: 'Clearer button', amount: 10 },
    ],
    overlap: -5,
    capped: 0,
    total: 93.75,
  });
});

test('[DES-54] [TLK-01] two proposals, what was agreed and who signed are kept; of two at once one is too late', {
  timeout: LONG,
}, async () => {
  const { ask, askAs } = await salesStage();
  const one = { plan: 'sales', node: 'web' };
  const put = (revision: number, move: TalkMove) => ask('putTargetTalk', { ...one, body: { revision, move } });
  expect(accepted(await ask('targetTalk', one))).toMatchObject({ talk: { revision: 0 }, gap: null, settled: false });
  const value = (text: string) => text as Decimal;
  accepted(await put(0, { kind: 'propose', side: 'top-down', value: value('300'), because: 'The goal needs it' }));
  accepted(await put(1, { kind: 'propose', side: 'bottom-up', value: value('200'), because: 'Last year gave 180' }));
  expect((await put(1, { kind: 'agree', value: value('240') })).kind).toBe('conflict');
  accepted(await put(2, { kind: 'agree', value: value('240') }));
  const signed = accepted(await put(3, { kind: 'approve', side: 'top-down' }));
  expect(signed.gap).toBeCloseTo(1 / 3, 9);
  expect(signed).toMatchObject({ talk: { agreed: { value: '240' }, approvals: [{ side: 'top-down' }] }, settled: false });
  expect(problemsOf(await put(4, { kind: 'approve', side: 'bottom-up' }))).toEqual(['talk-same-person']);
  accepted(await ask('putMember', { body: { id: 'web/mori', name: '森', department: 'Web', role: 'member', active: true } }));
  const asMori = (side: 'top-down' | 'bottom-up') =>
    askAs('web/mori')('putTargetTalk', { ...one, body: { revision: 4, move: { kind: 'approve', side } } });
  expect(problemsOf(await asMori('top-down'))).toEqual(['talk-other-side']);
  expect(accepted(await asMori('bottom-up'))).toMatchObject({ settled: true, talk: { agreed: { value: '240' } } });
});

test('[CLI-24] [CLI-25] both are told on the command line, in both languages', { timeout: LONG }, async () => {
  const { app, dir } = await salesStage();
  await app.close();
  const cli = await builtCli('drivers');
  const run = (...args: readonly string[]) => runCli(cli, ['plan', ...args, '--workspace', join(dir, 'workspace')]);
  const told = await run('drivers', '--lang', 'ja');
  expect(told.out).toContain('成約数に先立って動くKPI');
  expect(told.out).toMatch(/Web問い合わせ +3か月 +1\.00/);
  expect(JSON.parse((await run('drivers', '--goal', 'won', '--json')).out)).toMatchObject({
    grain: 'month',
    goal: { node: 'won' },
  });
  const rate = await run('evidence', 'open-rate', '--lang', 'ja');
  expect(rate.out).toContain('開封率  判断できません');
  expect(rate.out).toMatch(/目標の出どころ +競合 +21\.0% Annual report/);
  const web = await run('evidence', 'web', '--target', '180', '--lang', 'en');
  expect(web.out).toContain('Web enquiries  Unrealistic');
  expect(web.out).toMatch(/Own best +100 +/);
});

describe('the demo company', () => {
  test('[ANA-13] [DES-20] won deals go with revenue by arithmetic; the SQL rate that fell is forecast lower', {
    timeout: LONG,
  }, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'rashin-drivers-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    await createDemo(join(dir, 'workspace'), systemEffects(), { catalogue: testCatalogue() });
    const { ask } = await openStage({ dir });
    const { plans } = accepted(await ask('plans'));
    const plan = plans[0]?.id ?? '';
    const drivers = accepted(await ask('planDrivers', { plan }));
    expect(drivers).toMatchObject({ goal: { node: 'contract-revenue' }, grain: 'week', lags: { from: 0, to: 26 } });
    const won = drivers.rows.find(({ node }) => node === 'won-deals');
    expect(won).toMatchObject({ verdict: 'driver', lag: 0, holdOut: { holds: true } });
    expect(won?.because.map(({ code }) => code)).toContain('driver-arithmetic');
    expect(drivers.rows.find(({ node }) => node === 'sql-rate')?.verdict).toBe('none');
    expect(accepted(await ask('planDrivers', { plan }))).toEqual(drivers);

    const rate = accepted(await ask('targetEvidence', { plan, node: 'sql-rate' }));
    expect(rate).toMatchObject({ measure: 'month', target: 0.5, ambition: { verdict: 'reachable' } });
    expect(rate.present?.value).toBeLessThan(0.44);
    expect(rate.natural).toBeLessThan(0.44);
    expect(rate.best?.value).toBeGreaterThan(0.5);
    expect(rate.required.map(({ goal }) => goal)).toEqual(['contract-revenue']);
    const leads = accepted(await ask('targetEvidence', { plan, node: 'leads' }));
    expect(leads.ambition.verdict).toBe('too-easy');
    const goal = accepted(await ask('targetEvidence', { plan, node: 'contract-revenue' }));
    expect(goal).toMatchObject({ measure: 'whole', months: 12, target: 300_000_000 });
    expect(goal.natural).toBeGreaterThan(200_000_000);
  });
});
