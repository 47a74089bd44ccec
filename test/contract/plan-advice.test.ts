import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkPlan } from '#core/plan/check-plan.ts';
import { accepted, importText, openStage, testCatalogue } from './api-fixture.ts';
import { builtCli, runCli } from './built-cli.ts';

const SHOP = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { unit: JPY, aggregation: sum, equals: traffic * buying * price, target: 3億円 }
kpis:
  traffic: { unit: count, aggregation: sum, target: "= 100,000 per month" }
  buying: { unit: ratio, aggregation: mean, target: "= 3%" }
  price: { unit: JPY, aggregation: mean, target: "= 5,000円" }
`;

const FUNNEL = `rashin: 1
plan: funnel
period: 2026-04-01/2027-03-31
goals:
  wins: { unit: count, aggregation: sum, equals: signups * closing, lag: 60 days, target: ">= 12 per month" }
kpis:
  signups: { unit: count, aggregation: sum, target: "= 200 per month", baseline: "200 per month" }
  closing: { unit: ratio, aggregation: mean, target: "= 5%" }
`;

const PLAN = `rashin: 1
plan: sales
name: { ja: 営業, en: Sales }
period: 2026-01-01/2026-12-31
goals:
  won: { name: { ja: 成約数, en: Won }, unit: count, aggregation: sum, equals: web * closing, target: 200 by 2026-12-31, owner: sales/sato }
kpis:
  web: { name: { ja: 問い合わせ, en: Enquiries }, unit: count, target: "= 90 per month", owner: sales/sato }
  closing: { name: { ja: 成約率, en: Closing }, unit: ratio, target: "= 10%", owner: sales/sato }
`;
const METRICS = `
datasets:
  monthly:
    kind: aggregate
    name: { ja: 月次, en: Monthly }
    columns: { web: integer }
    source: { ja: 営業, en: Sales }
metrics:
  web: { from: monthly, sum: web, unit: count }
`;

describe('[API-12] advice on a plan', () => {
  test('the verdict comes with a case that adds up', async () => {
    const { ask } = await openStage();
    const { goals } = accepted(await ask('planVerdict', { body: { yaml: SHOP } }));
    const [goal] = goals;
    expect(goal?.period).toMatchObject({
      verdict: 'short',
      implied: '180000000',
      wanted: '300000000',
      slack: '-120000000',
      proof: { kind: 'corner' },
    });
    const value = (id: string) => Number(goal?.period?.drivers.find(({ node }) => node === id)?.values[0]);
    expect(value('traffic') * value('buying') * value('price') * 12).toBe(180_000_000);
  });

  test('a repair is written into the texts and reaches', async () => {
    const { ask } = await openStage();
    const answer = accepted(await ask('repairPlan', { body: { yaml: SHOP, wish: { fixed: ['price'] } } }));
    expect(answer.outcome).toBe('repaired');
    const [offer] = answer.offers;
    expect(offer?.edits.map(({ node }) => node).sort()).toEqual(['buying', 'traffic']);
    const again = checkPlan(offer?.texts ?? { yaml: '' }, testCatalogue());
    expect(again.goals[0]?.period.verdict).toBe('reaches');
    const refused = accepted(await ask('repairPlan', { body: { yaml: SHOP, wish: { goal: 'nobody' } } }));
    expect(refused.problems.map(({ code }) => code)).toEqual(['repair-no-goal']);
  });

  test('a schedule meets the months it can influence and says which it cannot', async () => {
    const { ask } = await openStage();
    const { schedules, tail, problems } = accepted(
      await ask('planSchedule', { body: { yaml: FUNNEL, wish: { shapes: ['smooth'] } } }),
    );
    const [schedule] = schedules;
    expect(schedule?.months.map(({ state }) => state)).toEqual([
      'not-influenceable',
      'not-influenceable',
      ...Array.from({ length: 10 }, () => 'met'),
    ]);
    expect(tail).toBe(2);
    expect(problems.map(({ code }) => code)).toEqual(['planner-lost-months']);
    expect(schedule?.texts?.sheet.split('\n')[1]).toMatch(/^signups,target(?:,\d+){12}$/);
  });

  test.each([
    ['a circle', FUNNEL.replace('target: "= 5%"', 'equals: wins / signups'), {}, 'cycle'],
    ['a target of nothing', FUNNEL.replace('>= 12', '>= 0'), {}, 'planner-no-target'],
    ['no history', `${FUNNEL.replace(', baseline: "200 per month"', '')}pipeline: baseline\n`, {}, 'planner-no-history'],
    ['delays that are no shares', FUNNEL, { lags: { wins: [-1, 2] } }, 'planner-lag'],
    ['limits that contradict', FUNNEL, { capacity: { signups: 10 } }, 'planner-contradiction'],
    ['a goal that is not there', FUNNEL, { goal: 'nobody' }, 'planner-no-goal'],
    ['values below nothing', FUNNEL, { actuals: { levers: { signups: [-5] }, delivered: [1] } }, 'planner-negative'],
    ['a period that is over', FUNNEL, { actuals: { levers: { signups: Array(12).fill(1) }, delivered: [] } }, 'planner-over'],
  ])('[PLA-09] %s is answered in words', async (_, yaml, wish, code) => {
    const { ask } = await openStage();
    const answer = accepted(await ask('planSchedule', { body: { yaml, wish } }));
    expect(answer.problems.map(problem => problem.code)).toContain(code);
    expect(answer.problems.every(({ message }) => message.ja.endsWith('。') && message.en.endsWith('.'))).toBe(true);
    expect(answer.schedules).toEqual([]);
  });
});

describe('[CLI-30] rashin plan verdict, repair and schedule', () => {
  let cli = '';

  beforeAll(async () => {
    cli = await builtCli('advice');
  }, 60_000);

  const file = (name: string, text: string): string => {
    const dir = mkdtempSync(join(tmpdir(), 'rashin-advice-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };

  test('verdict ends with 1 where a goal is not reached, and prints the certificate', async () => {
    const { code, out } = await runCli(cli, ['plan', 'verdict', file('plan.yaml', SHOP), '--json', '--lang', 'en']);
    expect(code).toBe(1);
    expect(JSON.parse(out).goals[0].period.implied).toBe('180000000');
  });

  test('repair respects what is fixed and writes the first offer', async () => {
    const plan = file('plan.yaml', SHOP);
    const { code, out } = await runCli(cli, ['plan', 'repair', plan, '--fix', 'price,traffic', '--apply', plan, '--lang', 'ja']);
    expect(code).toBe(0);
    expect(out).toContain('buying: = 5% (×1.6667)');
    expect(readFileSync(plan, 'utf8')).toBe(SHOP.replace('= 3%', '= 5%'));
  });

  test('[PLA-02] schedule learns its delays from stage dates, and refuses dates that say nothing', async () => {
    const dates = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-01`);
    const learned = file('dates.csv', `entered,converted\n${dates.map((day, i) => `${day},${dates[i + 3] ?? ''}`).join('\n')}\n`);
    const args = ['plan', 'schedule', file('plan.yaml', FUNNEL), '--csv', '--shape', 'smooth', '--lang', 'en'];
    const told = await runCli(cli, [...args, '--lag', `wins=${learned}`]);
    const typed = await runCli(cli, [...args, '--lag', 'wins=100']);
    expect(told.code).toBe(0);
    expect(told.out).toContain('signups,target');
    expect(told.out).not.toBe(typed.out);
    const empty = await runCli(cli, [...args, '--lag', `wins=${file('none.csv', 'entered,converted\n')}`]);
    expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('The delays of "wins" cannot be used')]);
  });

  test('[REP-08] repair keeps within the best months of a workspace, and says so', async () => {
    const stage = await openStage();
    const { ask, app, dir } = stage;
    accepted(await ask('createPlan', { body: { yaml: PLAN } }));
    accepted(await ask('publishPlan', { plan: 'sales', body: { reason: 'First' } }));
    accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
    // The command line goes by today, so the months are the last ones.
    const today = new Date();
    const end = (months: number) => new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - months, 0)).toISOString();
    const rows = [80, 120, 60, 40].map((web, i) => `${end(i).slice(0, 10)},${web}`);
    await importText(stage, 'monthly.csv', `date,web\n${rows.join('\n')}\n`);
    await app.close();
    const args = ['plan', 'repair', file('plan.yaml', PLAN), '--within', 'sales', '--fix', 'closing', '--lang', 'en'];
    const { code, out } = await runCli(cli, [...args, '--workspace', join(dir, 'workspace')]);
    expect([code, out]).toEqual([1, expect.stringContaining('web ≤ 120 (own best)')]);
  });

  test('schedule prints rows for the sheet', async () => {
    const args = ['plan', 'plan', file('plan.yaml', FUNNEL), '--csv', '--shape', 'smooth', '--lang', 'en'];
    const { code, out } = await runCli(cli, args);
    expect(code).toBe(0);
    expect(out).toMatch(/^node,kind,2026-04,.*\nsignups,target,\d+/);
  });
});

describe('[REP-08] limits from what was measured', () => {
  test('the best month of the workspace is the limit, and a repair keeps to it', async () => {
    const stage = await openStage();
    const { ask } = stage;
    accepted(await ask('createPlan', { body: { yaml: PLAN } }));
    accepted(await ask('publishPlan', { plan: 'sales', body: { reason: 'First' } }));
    accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
    const rows = [40, 60, 120, 80].map((web, i) => `${new Date(Date.UTC(2026, i + 1, 0)).toISOString().slice(0, 10)},${web}`);
    expect((await importText(stage, 'monthly.csv', `date,web\n${rows.join('\n')}\n`)).job?.result).toMatchObject({
      kind: 'imported',
    });
    stage.clock.now = '2026-05-02T03:00:00.000Z';
    const { limits } = accepted(await ask('repairLimits', { plan: 'sales' }));
    expect(limits).toEqual({ web: { value: '120', why: 'own-best' } });
    const wish = { limits, fixed: ['closing'] };
    const answer = accepted(await ask('repairPlan', { body: { yaml: PLAN, wish } }));
    expect(answer.outcome).toBe('impossible');
    expect(answer.best?.coverage).toBeCloseTo((120 * 0.1 * 12) / 200, 9);
    expect(answer.best?.binding).toMatchObject([{ node: 'web', limit: 120, why: 'own-best' }]);
  });
});
