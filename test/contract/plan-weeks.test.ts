import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { checkPlan } from '#core/plan/check-plan.ts';
import { accepted, importText, openStage, testCatalogue } from './api-fixture.ts';
import { builtCli, runCli } from './built-cli.ts';

const FUNNEL = `rashin: 1
plan: funnel
period: 2026-04-01/2027-03-31
pipeline: baseline
goals:
  wins: { unit: count, aggregation: sum, equals: signups * closing, lag: 60 days, target: ">= 120 per month", owner: sales/sato }
kpis:
  signups: { unit: count, aggregation: sum, target: "= 2400 per month", baseline: "2400 per month", owner: sales/sato }
  closing: { unit: ratio, aggregation: mean, target: "= 5%", owner: sales/sato }
`;
const SPREAD = FUNNEL.replace('lag: 60 days', 'lag: "40% in 1 month, 60% in 2 months"');

describe('[API-12] planning by weeks', () => {
  test('weeks add up to months, for levers and for the goal, and both stand in the sheet', async () => {
    const { ask } = await openStage();
    const wish = { rhythm: 'week' as const, shapes: ['smooth' as const] };
    const answer = accepted(await ask('planSchedule', { body: { yaml: SPREAD, wish } }));
    expect(answer.rhythm).toBe('week');
    const [schedule] = answer.schedules;
    const weeks = schedule?.weeks ?? [];
    expect([weeks[0]?.week, weeks[0]?.from, weeks.at(-1)?.to]).toEqual(['2026-03-30', '2026-04-01', '2027-03-31']);
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    expect(sum(weeks.map(({ levers }) => levers.signups ?? 0))).toBe(sum(schedule?.levers.signups ?? []));
    expect(sum(weeks.map(({ target }) => target))).toBeCloseTo(12 * 120, 6);
    for (const { target } of schedule?.months ?? []) expect(target).toBeCloseTo(120, 6);
    const { problems } = checkPlan(schedule?.texts ?? { yaml: '' }, testCatalogue());
    expect(problems.filter(({ code }) => code.startsWith('sheet'))).toEqual([]);
  });

  test.each([
    ['a target of nothing', FUNNEL.replace('>= 120', '>= 0'), {}, 'planner-no-target'],
    ['no history', FUNNEL.replace(', baseline: "2400 per month"', ''), {}, 'planner-no-history'],
    ['delays that are no shares', FUNNEL, { lags: { wins: [-1, 2] } }, 'planner-lag'],
    ['dates in which nothing has converted', FUNNEL, { dates: { wins: 'entered,converted\n2026-01-05,\n' } }, 'planner-lag'],
    ['limits that contradict', FUNNEL, { capacity: { signups: 10 } }, 'planner-contradiction'],
    ['a capacity below nothing', FUNNEL, { capacity: { signups: -1 } }, 'planner-capacity'],
    ['a goal that is not there', FUNNEL, { goal: 'nobody' }, 'planner-no-goal'],
    ['values below nothing', FUNNEL, { actuals: { levers: { signups: [-5] }, delivered: [1] } }, 'planner-negative'],
    ['weeks that are all over', FUNNEL, { actuals: { levers: { signups: Array(53).fill(1) }, delivered: [] } }, 'planner-over'],
    ['a change that is none', FUNNEL, { ramp: 0 }, 'planner-ramp'],
    [
      'formulas that look back',
      FUNNEL.replace('signups * closing', 'previous(signups) * closing'),
      {},
      'planner-weeks-look-back',
    ],
    ['a lag whose shares do not add up', SPREAD.replace('60%', '50%'), {}, 'lag-shares'],
    ['two levers multiplied', FUNNEL.replace('signups * closing', 'signups * signups * closing'), {}, 'planner-not-linear'],
  ])('[PLA-09] by weeks, %s is answered in words', async (_, yaml, wish, code) => {
    const { ask } = await openStage();
    const answer = accepted(await ask('planSchedule', { body: { yaml, wish: { rhythm: 'week', ...wish } } }));
    expect(answer.problems.map(problem => problem.code)).toContain(code);
    expect(answer.problems.every(({ message }) => message.ja.endsWith('。') && message.en.endsWith('.'))).toBe(true);
    expect(answer.schedules).toEqual([]);
  });

  test('[PLA-09] a lag as long as the plan, or longer, is planned and said', async () => {
    const { ask } = await openStage();
    const short = FUNNEL.replace('2027-03-31', '2026-05-31');
    const wish = { rhythm: 'week' as const, shapes: ['smooth' as const] };
    const answer = accepted(await ask('planSchedule', { body: { yaml: short, wish } }));
    expect(answer.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['planner-long-lag-weeks']));
    expect(answer.schedules[0]?.months.every(({ delivered }) => Number.isFinite(delivered))).toBe(true);
  });
});

const DATES = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-01`);
const CSV = `entered,converted\n${DATES.map((day, i) => `${day},${DATES[i + 3] ?? ''}`).join('\n')}\n`;

describe('[PLA-13] delays learned over HTTP', () => {
  test('two columns of dates give a delay a plan can hold; open ones are counted apart', async () => {
    const { ask } = await openStage();
    const { learned } = accepted(await ask('learnLag', { body: { dates: CSV } }));
    expect(learned).toMatchObject({ converted: 9, open: 3, until: '2025-12-01' });
    expect(learned?.half).toBeGreaterThan(84);
    const yaml = FUNNEL.replace('lag: 60 days', `lag: "${learned?.text}"`);
    expect(checkPlan({ yaml }, testCatalogue()).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(accepted(await ask('learnLag', { body: { dates: 'a,b\n' } })).learned).toBeNull();
  });

  test('a schedule with dates is that of the plan with the delay written into it', async () => {
    const { ask } = await openStage();
    const { learned } = accepted(await ask('learnLag', { body: { dates: CSV } }));
    const wish = { shapes: ['smooth' as const] };
    const byDates = accepted(await ask('planSchedule', { body: { yaml: FUNNEL, wish: { ...wish, dates: { wins: CSV } } } }));
    const yaml = FUNNEL.replace('lag: 60 days', `lag: "${learned?.text}"`);
    const written = accepted(await ask('planSchedule', { body: { yaml, wish } }));
    expect(byDates.schedules[0]?.levers).toEqual(written.schedules[0]?.levers);
  });
});

const METRICS = `
datasets:
  stages:
    kind: event
    name: { ja: ステージ履歴, en: Stage history }
    time: occurred
    person: lead
    columns: { occurred: date, lead: text, stage: text }
    source: { ja: CRM, en: CRM }
metrics:
  signups: { from: stages, count: rows, where: { stage: new }, unit: count }
  wins: { from: stages, count: rows, where: { stage: won }, unit: count }
`;

test('[PLA-14] the delays of a plan are learned from the rows that say who reached which stage when', async () => {
  const stage = await openStage();
  const { ask } = stage;
  accepted(await ask('createPlan', { body: { yaml: FUNNEL.replace('>= 120 per month', '>= 1440 by 2027-03-31') } }));
  accepted(await ask('publishPlan', { plan: 'funnel', body: { reason: 'First' } }));
  accepted(await ask('putDefinitions', { body: { text: METRICS, base: 0 } }));
  const rows = Array.from({ length: 40 }, (_, i) => {
    const day = (offset: number) => new Date(Date.UTC(2026, 3, 1 + i + offset)).toISOString().slice(0, 10);
    return [`${day(0)},L${i},new`, ...(i % 4 === 0 ? [`${day(21)},L${i},won`] : [])];
  });
  await importText(stage, 'stages.csv', `occurred,lead,stage\n${rows.flat().join('\n')}\n`);
  stage.clock.now = '2026-07-02T03:00:00.000Z';
  const { lags } = accepted(await ask('planLags', { plan: 'funnel' }));
  expect(lags).toMatchObject([
    { node: 'wins', from: 'signups', dataset: { id: 'stages' }, learned: { converted: 10, open: 30, text: '21 days' } },
  ]);
});

describe('[CLI-30] rashin plan schedule --weeks', () => {
  let cli = '';

  beforeAll(async () => {
    cli = await builtCli('weeks');
  }, 60_000);

  const file = (name: string, text: string): string => {
    const dir = mkdtempSync(join(tmpdir(), 'rashin-weeks-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    writeFileSync(join(dir, name), text);
    return join(dir, name);
  };

  test('prints weeks for the sheet, and writes a sheet that is read again', async () => {
    const plan = file('plan.yaml', FUNNEL);
    const sheet = plan.replace('plan.yaml', 'sheet.csv');
    const args = ['plan', 'schedule', plan, '--weeks', '--csv', '--shape', 'smooth', '--apply', sheet, '--lang', 'en'];
    const { code, out } = await runCli(cli, args);
    expect(code).toBe(0);
    expect(out).toMatch(/^node,kind,2026-04,.*,2027-03,2026-03-30,2026-04-06,.*,2027-03-29\nsignups,target,\d+/);
    const { problems } = checkPlan({ yaml: FUNNEL, sheet: readFileSync(sheet, 'utf8') }, testCatalogue());
    expect(problems.filter(({ code: found }) => found.startsWith('sheet'))).toEqual([]);
  });

  test('[PLA-08] plans anew from a file of actuals', async () => {
    const plan = file('plan.yaml', FUNNEL);
    const actuals = file('actuals.csv', 'node,1,2,3\nsignups,2500,2600,2700\nwins,118,110,125\n');
    const args = ['plan', 'schedule', plan, '--actuals', actuals, '--catch-up', '--shape', 'smooth', '--json', '--lang', 'en'];
    const { code, out } = await runCli(cli, args);
    expect(code).toBe(0);
    const [schedule] = JSON.parse(out).schedules;
    expect(schedule.levers.signups.slice(0, 3)).toEqual([2500, 2600, 2700]);
    expect(schedule.months.slice(0, 4).map(({ state }: { state: string }) => state)).toEqual(['over', 'over', 'over', 'met']);
  });

  test('[PLA-13] says what was learned from dates, in the words of a plan', async () => {
    const args = ['plan', 'schedule', file('plan.yaml', FUNNEL), '--csv', '--lag', `wins=${file('dates.csv', CSV)}`];
    const { code, err } = await runCli(cli, [...args, '--lang', 'ja']);
    expect(code).toBe(0);
    expect(err).toContain('winsの遅れを9件から求めました（未決の3件は途中として計算）');
    expect(err).toContain('lag: "');
  });
});
