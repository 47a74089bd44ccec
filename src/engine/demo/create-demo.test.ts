import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { periodOf } from '#core/calendar/period.ts';
import type { Observation } from '#core/measure/observation.ts';
import { type Catalogue, parseCatalogue } from '#core/metric/catalogue.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import { toNumber } from '#core/number/rational.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { readCatalogue } from '../../../build/catalogue.mjs';
import type { App } from '../app/app.ts';
import { readAppSettings } from '../app/app-settings.ts';
import { readHome } from '../app/home.ts';
import { openApp } from '../app/open-app.ts';
import { batchRecords } from '../ledger/batch-store.ts';
import { currentCloses } from '../ledger/close-store.ts';
import { listComments } from '../ledger/comment-store.ts';
import { listInitiatives } from '../ledger/initiative-store.ts';
import { searchLessons } from '../ledger/lesson-store.ts';
import { listVersions } from '../ledger/plan-version-store.ts';
import { readProgress } from '../progress/plan-progress.ts';
import { stagePlan } from '../progress/plan-stage.ts';
import { ask } from '../query/ask.ts';
import { knowledgeOf, knownAt } from '../query/knowledge.ts';
import { systemEffects } from '../workspace/workspace-effects.ts';
import { createDemo } from './create-demo.ts';
import { demoData } from './demo-data.ts';
import { DEMO_TODAY, day, FIRST_DAY } from './demo-days.ts';
import { demoFiles } from './demo-files.ts';
import { importDemoFile } from './import-demo-file.ts';
import { METRICS_YAML } from './metrics-text.ts';
import { DEMO_PLAN } from './plan/plan-text.ts';
import { ORIGINAL, REVISED } from './plan/plan-versions.ts';

const folder = mkdtempSync(join(tmpdir(), 'rashin-demo-'));
const dir = join(folder, 'demo');
const catalogue = productCatalogue();
const data = demoData();
let app: App;

beforeAll(async () => {
  const shares: number[] = [];
  const made = await createDemo(dir, systemEffects(), { catalogue, onProgress: ({ share }) => shares.push(share) });
  expect(made).toBe('created');
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  app = await openApp(dir, { ...systemEffects(), now: () => '2031-07-07T07:07:07.000Z' }, { catalogue });
}, 120_000);

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('[DMO-01] the day that stands', () => {
  test('is 20 November 2026, whenever the workspace is opened', async () => {
    const stage = await staged();
    expect(stage.to).toBe(DEMO_TODAY);
    expect((await readHome(app, undefined)).today).toBe('2026-11-21');
    expect((await readAppSettings(app)).isDemo).toBe(true);
  });

  test('a second time changes nothing, and leaves nothing beside the folder', async () => {
    const before = readFileSync(join(dir, 'workspace.json'), 'utf8');
    expect(await createDemo(dir, systemEffects(), { catalogue })).toBe('exists');
    expect(readFileSync(join(dir, 'workspace.json'), 'utf8')).toBe(before);
    expect(readdirSync(folder)).toEqual(['demo']);
  });

  test("somebody's folder is refused and left alone", async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'photo.jpg'), 'x');
    await expect(createDemo(other, systemEffects(), { catalogue })).rejects.toMatchObject({ code: 'workspace-not-empty' });
    expect(readdirSync(other)).toEqual(['photo.jpg']);
    rmSync(other, { recursive: true });
  });
});

describe('[DMO-04] what came in', () => {
  const stages = (stage: string): number => data.events.filter(event => event.stage === stage).length;
  const sum = (values: readonly number[]): string => String(values.reduce((all, value) => all + value, 0));
  const won = data.deals.filter(({ isWon, closes }) => isWon && closes >= FIRST_DAY && closes <= DEMO_TODAY);
  const handedOver = data.leads.filter(lead => lead.handedOver && isTold(lead.handedOver.day));
  const judged = handedOver.filter(({ judged }) => judged && judged.day <= DEMO_TODAY);

  test('is what happened, to the last digit', async () => {
    const expected: Readonly<Record<string, string>> = {
      'contract-revenue': sum(won.map(({ amount }) => amount)),
      'won-deals': String(won.length),
      'closed-deals': String(stages('受注') + stages('失注')),
      leads: String(stages('リード獲得')),
      mqls: String(stages('MQL')),
      sqls: String(stages('SQL')),
      meetings: String(stages('商談設定')),
      'judged-hand-overs': String(judged.length),
      'accepted-hand-overs': String(judged.filter(({ isSql }) => isSql).length),
      'ad-cost': sum(data.ads.map(({ cost }) => cost)),
      impressions: sum(data.ads.map(({ impressions }) => impressions)),
      clicks: sum(data.ads.map(({ clicks }) => clicks)),
      sessions: sum(data.web.map(({ sessions }) => sessions)),
      conversions: sum(data.web.map(({ keyEvents }) => keyEvents)),
    };
    const found = await totals(Object.keys(expected));
    expect(Object.fromEntries(Object.keys(expected).map((metric, index) => [metric, exactOf(found[index])]))).toEqual(expected);
  });

  test('counts once when everything is brought in again', async () => {
    const metrics = ['contract-revenue', 'leads', 'judged-hand-overs', 'ad-cost', 'sessions', 'open-deal-amount'];
    const [before, batches] = [await totals(metrics), (await batchRecords(app.workspace.ledger.db)).length];
    for (const file of demoFiles(data)) {
      const again = await importDemoFile(app, file);
      expect(again.ok && again.value.kind === 'imported' && again.value.imported).toEqual([]);
    }
    expect(await totals(metrics)).toEqual(before);
    expect((await batchRecords(app.workspace.ledger.db)).length).toBe(batches);
  }, 120_000);

  test('no name of a person is kept, and ids of leads only as hashes', async () => {
    const known = await knownAt(app);
    for (const { dataset } of known.metrics.definitions.datasets.values()) {
      expect(dataset.columns.filter(({ id }) => id === 'lead-id').every(({ hashed }) => hashed === true)).toBe(true);
      expect(dataset.columns.map(({ id }) => id)).not.toContain('owner');
    }
    const kept = readdirSync(join(dir, 'files'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    const bytes = kept.map(entry => readFileSync(join(entry.parentPath, entry.name)));
    expect(bytes.length).toBe(new Set(demoFiles(data).map(({ name }) => name)).size);
    expect(bytes.some(text => text.includes('L003') || text.includes('佐藤 大輔'))).toBe(false);
  });
});

describe('[DMO-10] the plan', () => {
  test('reaches its goal with the slack that its reason names, and without findings', () => {
    const measured = parseDefinitions(METRICS_YAML, catalogue, 'JPY');
    expect(measured.problems).toEqual([]);
    for (const { yaml, sheet } of [ORIGINAL, REVISED]) {
      const { goals, problems } = checkPlan({ yaml, sheet }, catalogue);
      const [goal] = goals;
      expect(goal).toMatchObject({ id: 'contract-revenue', pipeline: 'given' });
      expect(goal?.period.verdict).toBe('reaches');
      expect(goal?.period.implied && toNumber(goal.period.implied)).toBe(335_000_000);
      expect(goal?.steady.implied && toNumber(goal.steady.implied)).toBe(360_000_000);
      expect(problems).toEqual([]);
    }
  });

  test('[CAT-27] holds the ten KPIs under three factors with their reasons: 200 leads, of which 30, 50, 80 and 25 % go on, make 6 deals a month', () => {
    const { parsed } = checkPlan(REVISED, catalogue);
    const targets = [...(parsed?.plan.nodes.values() ?? [])].flatMap(({ id, target }) =>
      target ? [`${id} ${target.value}`] : [],
    );
    expect(targets.toSorted()).toEqual([
      'contract-revenue 300000000',
      'contract-value 5000000',
      'days-to-close 90',
      'days-to-meeting 5',
      'leads 200',
      'meeting-rate 0.8',
      'mql-cost 15000',
      'mql-rate 0.3',
      'sql-rate 0.5',
      'target-account-share 0.5',
      'win-rate 0.25',
    ]);
    const factors = [...(parsed?.plan.factors.values() ?? [])];
    expect(factors.map(({ name }) => name.ja)).toEqual(['成約を高める', '商談化を高める', '質の高いリードを十分に集める']);
    expect(factors.every(({ because }) => because !== undefined)).toBe(true);
  });

  test('has two named versions, published by a person with a reason', async () => {
    const versions = await listVersions(app.workspace.ledger.db, DEMO_PLAN);
    expect(versions.map(({ names, publishedAt, author }) => [names[0]?.ja, publishedAt.slice(0, 10), author])).toEqual([
      ['期初計画', '2026-03-27', 'marketing/tanaka'],
      ['修正計画', '2026-09-07', 'marketing/tanaka'],
    ]);
    expect(versions.every(({ reason }) => reason.length > 20)).toBe(true);
  });
});

describe('[DMO-12] the story on the screens', () => {
  test('volume is met and quality is down: the SQL rate is red, and the product agrees with the rows', async () => {
    const stage = await staged();
    const { standing } = await readProgress(app, stage, { plan: DEMO_PLAN, align: 'dates', compare: '期初計画' });
    const of = (node: string) => standing?.nodes.find(progress => progress.node === node);
    expect(of('contract-revenue')?.state).toBe('near');
    expect(of('contract-revenue')?.plan.achievement?.ratio).toBeCloseTo(0.96, 2);
    const due = standing?.compare?.planned.due('contract-revenue', { from: day('2026-04-01'), to: DEMO_TODAY });
    expect(due && Math.round(toNumber(due.value) / 100_000)).toBe(1887);
    expect(of('sql-rate')?.state).toBe('behind');
    expect(exactOf(of('sql-rate')?.month.actual)?.slice(0, 6)).toBe('0.4117');
    expect(of('leads')).toMatchObject({ state: 'near', flag: 'quality-down' });
    expect(of('mqls')).toMatchObject({ state: 'near', flag: 'quality-down' });
    expect(of('win-rate')?.state).toBe('met');
    expect(standing?.nodes.filter(({ month }) => month.actual.state === 'no-data')).toEqual([]);
    const { total, lines } = standing?.budget ?? {};
    const spent = data.ads.filter(ad => ad.day >= '2026-04-01').reduce((sum, { cost }) => sum + cost, 0);
    expect(exactOf(total?.spent ?? undefined)).toBe(String(spent));
    expect(lines?.reduce((sum, line) => sum + Number(exactOf(line.spent ?? undefined)), 0)).toBe(spent);
  });

  test('initiatives stand in every stage, and two are closed with a reading of the product', async () => {
    const initiatives = await listInitiatives(app.workspace.ledger.db);
    expect(new Set(initiatives.map(({ stage }) => stage))).toEqual(
      new Set(['idea', 'proposed', 'preparing', 'running', 'checking', 'done']),
    );
    const closed = initiatives.flatMap(({ closing }) => closing ?? []);
    expect(closed.map(({ reading }) => reading?.verdict).toSorted()).toEqual(['cannot-tell', 'improved']);
    expect(initiatives.find(({ stage }) => stage === 'running')?.kpis[0]?.node).toBe('sql-rate');
    expect((await searchLessons(app.workspace.ledger.db)).length).toBe(2);
  });

  test('two comments of October are not written yet', async () => {
    const { comments, toDos } = await readHome(app, undefined);
    expect(comments.missing.map(({ node, owner, period }) => `${period} ${node} ${owner}`)).toEqual([
      '2026-10 meeting-rate inside-sales/takahashi',
      '2026-10 mql-cost marketing/tanaka',
    ]);
    expect(toDos.overdue.length).toBe(1);
    expect((await listComments(app.workspace.ledger.db, {})).length).toBeGreaterThan(40);
  });

  test('months are final up to September, October is preliminary, November open', async () => {
    const closes = await currentCloses(app.workspace.ledger.db);
    const states = closes.map(({ period, state }) => `${period} ${state}`);
    expect(states.filter(state => state.endsWith('final')).length).toBe(18);
    expect(states).toContain('2026-09 final');
    expect(states.filter(state => !state.endsWith('final'))).toEqual(['2026-10 preliminary']);
  });

  test('[DMO-05] the past is known as it was then', async () => {
    const then = await totals(['leads', 'contract-revenue'], { asKnown: '2026-07-31', from: '2026-04-01', to: '2026-06-30' });
    const april = data.events.filter(
      ({ stage, at }) => stage === 'リード獲得' && at.day >= '2026-04-01' && at.day <= '2026-06-30',
    );
    expect(exactOf(then[0])).toBe(String(april.length));
    const before = await totals(['leads'], { asKnown: '2026-04-01', from: '2025-04-01', to: '2026-03-31' });
    expect(before[0]?.state).toBe('no-data');
  });
});

function isTold(on: string): boolean {
  return on >= FIRST_DAY && on <= DEMO_TODAY;
}

async function staged() {
  const found = await stagePlan(app, { plan: DEMO_PLAN });
  if (found.kind !== 'staged') throw new Error(found.kind);
  return found.stage;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly asKnown?: string;
}

async function totals(metrics: readonly string[], asked?: Asked): Promise<readonly (Observation | undefined)[]> {
  const known = await knownAt(app, asked?.asKnown === undefined ? undefined : day(asked.asKnown));
  const [from, to] = [day(asked?.from ?? FIRST_DAY), day(asked?.to ?? periodOf(DEMO_TODAY, 'month', known.settings.calendar).to)];
  const answered = await ask(app, { metrics, periods: [{ from, to }], by: [], where: [] }, knowledgeOf(known), known.key);
  if (!answered.ok) throw new Error(JSON.stringify(answered.problems));
  return answered.value.map(answer => answer.totals[0]?.observation);
}

function exactOf(observation: Observation | undefined): string | undefined {
  return observation && 'exact' in observation ? observation.exact : undefined;
}

function productCatalogue(): Catalogue {
  const read = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../../catalogue', import.meta.url))));
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]));
  return read.value;
}
