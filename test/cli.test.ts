import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { builtCli, ended, type Ran, runCli, startServer } from './contract/built-cli.ts';

let cli = '';

beforeAll(async () => {
  cli = await builtCli('cli');
}, 60_000);

const PLAN = `rashin: 1
plan: saas
name: { ja: 新規契約, en: New contracts }
period: 2026-04-01/2027-03-31
goals:
  contract-revenue: { target: 3億円 by 2027-03-31, equals: won-deals * contract-value, owner: sales/sato }
kpis:
  won-deals: { equals: meetings * win-rate, lag: 90 days }
  meetings: { target: 24 per month, unit: count of meeting, owner: sales/sato }
  win-rate: { target: 25%, unit: ratio, owner: sales/sato }
  contract-value: { target: 500万円, unit: JPY per won-deal, owner: sales/sato }
`;

describe('[CLI-10] rashin check', () => {
  test('prints verdicts and problems as programs read them', async () => {
    const file = textFile('plan.yaml', PLAN);
    const { code, out } = await runCli(cli, ['check', file, '--format', 'json', '--lang', 'en']);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(report.goals).toEqual([
      {
        id: 'contract-revenue',
        target: 300_000_000,
        verdict: 'short',
        period: { verdict: 'short', implied: 270_000_000, coverage: 0.9, shortBy: 30_000_000 },
        steady: { verdict: 'reaches', implied: 360_000_000, coverage: 1.2, shortBy: 0 },
        pipeline: 'none',
      },
    ]);
    for (const problem of report.problems) {
      expect(Object.keys(problem)).toEqual(['code', 'severity', 'at', 'line', 'params', 'message']);
      expect(typeof problem.message).toBe('string');
    }
    expect(report.problems.map(({ code: found }: { code: string }) => found)).toContain('goal-short');
  });

  test('an error ends with 1 and names line and suggestion; a warning ends with 0', async () => {
    const wrong = textFile('plan.yaml', PLAN.replace('win-rate: { target:', 'win-rate: { taget:'));
    const { code, out } = await runCli(cli, ['check', wrong, '--format', 'json', '--lang', 'en']);
    expect(code).toBe(1);
    expect(JSON.parse(out).problems).toContainEqual(
      expect.objectContaining({ code: 'unknown-key', line: 10, params: { key: 'taget', suggestion: 'target' } }),
    );
  });

  test('speaks Japanese unless told otherwise, and what the environment speaks', async () => {
    const file = textFile('plan.yaml', PLAN);
    const words = async (env: Record<string, string>, args: readonly string[] = []) =>
      (await runCli(cli, ['check', file, ...args], { env })).out.split('\n')[0];
    expect(await words({})).toBe('■ 年間新規契約売上 3,000万円不足します（目標の90%） 年間を通して同じペースなら120%');
    expect(await words({ LANG: 'en_US.UTF-8' })).toContain('falls short by ');
    expect(await words({ LANG: 'en_US.UTF-8' }, ['--lang', 'ja'])).toContain('不足します');
    expect(await words({ LANG: 'C' })).toContain('不足します');
  });

  test('several files, standard input, a sheet beside the plan', async () => {
    const dir = folder();
    mkdirSync(join(dir, 'a'));
    writeFileSync(join(dir, 'a', 'plan.yaml'), PLAN);
    writeFileSync(join(dir, 'a', 'sheet.csv'), 'node,kind,2026-04\nnobody,target,1\n');
    writeFileSync(join(dir, 'b.yaml'), PLAN);
    const { code, out } = await runCli(cli, ['check', 'a/plan.yaml', 'b.yaml', '--format', 'json'], { cwd: dir });
    expect(code).toBe(1);
    const { files } = JSON.parse(out);
    expect(files.map(({ file }: { file: string }) => file)).toEqual(['a/plan.yaml', 'b.yaml']);
    expect(files[0].problems.map(({ code: found }: { code: string }) => found)).toContain('unknown-reference');
    const reaching = PLAN.replace('24 per month', '30 per month');
    expect((await runCli(cli, ['check', '-', '--format', 'json'], { input: reaching })).code).toBe(0);
  });

  test('[LNT-31] --fix settles in the file what settles itself, and says so', async () => {
    const dir = folderWith('plan.yaml', PLAN.replace(' by 2027-03-31', ''));
    const { out, err } = await runCli(cli, ['check', 'plan.yaml', '--fix', '--format', 'json', '--lang', 'en'], { cwd: dir });
    expect(readFileSync(join(dir, 'plan.yaml'), 'utf8')).toBe(PLAN.replace('90 days }', '90 days, pair: win-rate }'));
    expect(err).toContain('fixed The goal "contract-revenue" has no deadline');
    expect(JSON.parse(out).problems.map((found: { code: string }) => found.code)).not.toContain('deadline-missing');
    expect((await runCli(cli, ['check', '-', '--fix'], { input: PLAN })).code).toBe(1);
  });

  test('[LNT-50] findings of a baseline are left out, and with them their effect on the exit code', async () => {
    const dir = folderWith('plan.yaml', PLAN);
    const check = (...args: readonly string[]) => runCli(cli, ['check', 'plan.yaml', '--lang', 'en', ...args], { cwd: dir });
    expect((await check('--update-baseline')).code).toBe(1);
    expect((await check('--baseline', 'known.json')).code).toBe(1);
    expect((await check('--baseline', 'known.json', '--update-baseline')).code).toBe(0);
    const known = await check('--baseline', 'known.json', '--format', 'json');
    expect(known.code).toBe(0);
    expect(JSON.parse(known.out).problems).toEqual([]);
    writeFileSync(join(dir, 'plan.yaml'), `${PLAN}nonsense: 1\n`);
    const more = await check('--baseline', 'known.json', '--format', 'json');
    expect(more.code).toBe(1);
    expect(JSON.parse(more.out).problems.map((found: { code: string }) => found.code)).toEqual(['unknown-key']);
  });

  test('[LNT-05] --facts holds targets against what is known, with the figures in the sentence', async () => {
    const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);
    const past = months.map((month, i) => ({ from: `${month}-01`, to: `${month}-28`, value: 9 + (i % 3) }));
    const known = { past, ahead: [], lift: null, isMeasured: true, initiatives: 1, unseenDays: 0 };
    const dir = folderWith('plan.yaml', PLAN);
    writeFileSync(join(dir, 'facts.json'), JSON.stringify({ today: '2026-04-01', nodes: { meetings: known }, relations: [] }));
    const run = (file: string) =>
      runCli(cli, ['check', 'plan.yaml', '--facts', file, '--format', 'json', '--lang', 'en'], { cwd: dir });
    const found: readonly { code: string; message: string }[] = JSON.parse((await run('facts.json')).out).problems;
    expect(found.find(({ code }) => code === 'target-unrealistic')?.message).toContain('Its last 12 months were 9 to 11.');
    writeFileSync(join(dir, 'facts.json'), '{"today":"2026-04-01","nodes":{}}');
    expect(await run('facts.json')).toMatchObject({ code: 1, err: expect.stringContaining('relations') });
  });

  test('[LNT-20] what is meant to be so is told with its reason, in JSON and as a suppression in SARIF', async () => {
    const dir = folderWith('plan.yaml', `${PLAN}ignore: [{ rule: attainability-unknown, because: 初年度 }]\n`);
    const run = async (format: string) =>
      JSON.parse((await runCli(cli, ['check', 'plan.yaml', '--format', format], { cwd: dir })).out);
    const report = await run('json');
    expect(report.problems.map((found: { code: string }) => found.code)).not.toContain('attainability-unknown');
    expect(report.ignored).toEqual([expect.objectContaining({ code: 'attainability-unknown', because: '初年度' })]);
    const { results, tool } = (await run('sarif')).runs[0];
    expect(results).toContainEqual(
      expect.objectContaining({
        ruleId: 'attainability-unknown',
        suppressions: [{ kind: 'inSource', justification: '初年度' }],
      }),
    );
    for (const rule of tool.driver.rules) expect(rule.help.text).not.toBe('');
  });

  test('[CLI-11] SARIF has what a code host needs', async () => {
    const { out } = await runCli(cli, ['check', 'plan.yaml', '--format', 'sarif'], {
      cwd: folderWith('plan.yaml', `${PLAN}nonsense: 1\n`),
    });
    const { version, runs } = JSON.parse(out);
    expect(version).toBe('2.1.0');
    const [run] = runs;
    expect(run.tool.driver.name).toBe('rashin');
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('plan.yaml');
    }
    expect(run.results).toContainEqual(
      expect.objectContaining({
        ruleId: 'unknown-key',
        level: 'error',
        locations: [expect.objectContaining({ physicalLocation: expect.objectContaining({ region: { startLine: 12 } }) })],
      }),
    );
  });

  test('hostile and huge documents are problems, not crashes', async () => {
    const bomb = `a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n`;
    const { code, out } = await runCli(cli, ['check', textFile('bomb.yaml', bomb), '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out).problems[0].code).toBe('alias-not-allowed');
    const huge = await runCli(cli, ['check', textFile('huge.yaml', `${PLAN}# ${'a'.repeat(1_000_000)}\n`), '--format', 'json']);
    expect(JSON.parse(huge.out).problems[0].code).toBe('document-too-large');
  });

  test('[CLI-02] the exit code says whose turn it is', async () => {
    expect(await codeOf(['check', 'nope.yaml'])).toBe(1);
    expect(await codeOf(['chekc', 'x'])).toBe(1);
    expect(await codeOf(['check', 'x', '--format', 'xml'])).toBe(1);
    expect(await codeOf(['status', '--workspace', folder()])).toBe(2);
    expect(await codeOf(['--help'])).toBe(0);
    expect(await codeOf(['--version'])).toBe(0);
    const { err } = await runCli(cli, ['chek', 'x']);
    expect(err).toBe('「chek」というコマンドはありません。「check」のことですか。rashin --help で一覧を見られます。\n');
  });
});

const METRICS = `datasets:
  ads: { kind: aggregate, columns: { campaign: text, clicks: integer, cost: { type: decimal, currency: JPY } } }
metrics:
  clicks: { from: ads, sum: clicks, unit: count of click }
  cpc: { equals: spend / clicks, unit: JPY per click }
  spend: { from: ads, sum: cost, unit: JPY }
`;

describe('[CLI-12] a workspace from the command line', () => {
  test('imports, asks and undoes, by itself and through a running server alike', async () => {
    const dir = folder();
    const workspace = join(dir, 'workspace');
    const first = await startServer(cli, workspace);
    await ended(first.child, 'SIGTERM');
    const inDir = (args: readonly string[]) => runCli(cli, [...args, '--workspace', workspace, '--lang', 'en']);
    expect((await inDir(['members', 'add', 'sales/sato', '--name', 'Sato'])).code).toBe(0);
    const file = join(dir, 'ads.csv');
    writeFileSync(
      file,
      `Date,Campaign,Clicks,Cost,Email\n2026-03-01,a,10,1.25,x@example.com\n2026-03-02,b,20,2.50,y@example.com\nTotal,,30,3.75,\n`,
    );
    writeFileSync(join(dir, 'metrics.yaml'), METRICS);
    expect((await inDir(['metrics', 'apply', join(dir, 'metrics.yaml')])).code).toBe(0);
    const dry = json(await inDir(['import', file, '--dry-run', '--json']));
    expect(dry).toMatchObject({
      rows: 2,
      batch: null,
      period: { from: '2026-03-01', to: '2026-03-02' },
      totals: { clicks: '30', cost: '3.75' },
    });
    expect(dry.skipped).toEqual([{ line: 4, reason: 'total' }]);
    const done = json(await inDir(['import', file, '--json']));
    expect(done.batch).toMatch(/^[0-9a-z]{26}$/);
    expect(done).toMatchObject({ recognised: 'dataset-ads', encoding: 'utf-8', dataset: 'ads' });
    expect(readFileSync(join(workspace, 'ledger.sqlite')).includes('x@example.com')).toBe(false);

    const server = await startServer(cli, workspace);
    onTestFinished(async () => void (await ended(server.child, 'SIGKILL')));
    const again = json(await inDir(['import', file, '--json']));
    expect(again).toMatchObject({ batch: null, duplicateOf: done.batch });
    const answer = json(
      await inDir(['query', 'cpc', '--from', '2026-03-01', '--to', '2026-03-31', '--by', 'campaign', '--json']),
    );
    expect(answer.totals[0].observation).toMatchObject({ exact: '0.125' });
    expect(answer.cells.map((cell: { slice: object }) => cell.slice)).toEqual([{ campaign: 'a' }, { campaign: 'b' }]);
    expect((await inDir(['undo', done.batch])).code).toBe(0);
    expect((await inDir(['undo', done.batch])).code).toBe(1);
    const after = json(await inDir(['query', 'clicks', '--from', '2026-03-01', '--to', '2026-03-31', '--json']));
    expect(after.totals[0].observation.state).toBe('no-data');

    const second = await runCli(cli, ['start', workspace, '--lang', 'en']);
    expect(second.code).toBe(2);
    expect(second.err).toContain(`PID ${server.child.pid}`);
    expect(await ended(server.child, 'SIGTERM')).toBe(0);
    expect((await inDir(['imports'])).out).toContain('undone');
  }, 60_000);

  test("a file that cannot be read is refused line by line, and skipping is the user's own choice", async () => {
    const workspace = join(folder(), 'workspace');
    await ended((await startServer(cli, workspace)).child, 'SIGTERM');
    const file = textFile('ragged.csv', 'date,clicks\n2026-03-01,1\n2026-03-02,x\n2026-03-03,3,4\n');
    const run = (args: readonly string[]) => runCli(cli, ['import', file, '--json', '--workspace', workspace, ...args]);
    const refused = await run([]);
    expect(refused.code).toBe(1);
    expect(json(refused)).toMatchObject({ batch: null });
    const reasons = [
      { code: 'not-a-number', line: 3, message: expect.stringContaining('clicks') },
      { code: 'too-many-cells', line: 4 },
    ];
    const ofLines = ({ problems }: { problems: readonly { line: number | null }[] }) =>
      problems.filter(({ line }) => line !== null);
    expect(ofLines(json(refused))).toMatchObject(reasons.map(reason => ({ ...reason, severity: 'error' })));
    const skipped = await run(['--skip-bad-rows']);
    expect(skipped.code).toBe(0);
    expect(json(skipped)).toMatchObject({ rows: 1, totals: { clicks: '1' } });
    expect(ofLines(json(skipped))).toMatchObject(reasons.map(reason => ({ ...reason, severity: 'warning' })));
    expect(json(skipped).skipped.map(({ line }: { line: number }) => line)).toEqual([3, 4]);
    const ambiguous = textFile('ambiguous.csv', 'date,clicks\n03/04/2026,1\n04/03/2026,2\n');
    const ask = (args: readonly string[]) => runCli(cli, ['import', ambiguous, '--json', '--workspace', workspace, ...args]);
    expect((await ask([])).code).toBe(1);
    expect(json(await ask(['--date-format', 'DD/MM/YYYY']))).toMatchObject({ period: { from: '2026-03-04', to: '2026-04-03' } });
  }, 60_000);

  test('a plan goes in, is published, and comes out byte for byte', async () => {
    const dir = folder();
    const workspace = join(dir, 'workspace');
    await ended((await startServer(cli, workspace)).child, 'SIGTERM');
    const text = PLAN.replaceAll('\n', '\r\n');
    const file = join(dir, 'saas.yaml');
    writeFileSync(file, text);
    const run = (args: readonly string[]) => runCli(cli, [...args, '--workspace', workspace, '--lang', 'en']);
    expect((await run(['plan', 'apply', file, '--publish', '--reason', 'First', '--name', 'Original'])).code).toBe(0);
    expect((await run(['plan', 'export', 'saas'])).out).toBe(text);
    const status = json(await run(['status', '--json', '--to', '2026-05-31']));
    expect(status).toMatchObject({
      state: 'standing',
      plan: 'saas',
      version: { number: 1, names: [{ ja: 'Original', en: 'Original' }] },
    });
    expect((await run(['status'])).out).toContain('no data');
    expect((await run(['status', '--plan', 'nope'])).code).toBe(1);
    expect((await run(['doctor'])).out).toContain('Ledger and data are in step.');
  }, 60_000);
});

test('[CLI-05] a reader that has seen enough ends the command without a complaint', async () => {
  const child = spawn(process.execPath, [cli, 'check', textFile('plan.yaml', PLAN), '--format', 'json']);
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', piece => (said += String(piece)));
  await new Promise(resolve => child.on('close', resolve));
  expect(said).toBe('');
});

async function codeOf(args: readonly string[]): Promise<number | null> {
  return (await runCli(cli, args)).code;
}

function json({ out, err }: Ran) {
  try {
    return JSON.parse(out);
  } catch {
    throw new Error(`no JSON: ${out}\n${err}`);
  }
}

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rashin-cli-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function textFile(name: string, text: string): string {
  return join(folderWith(name, text), name);
}

function folderWith(name: string, text: string): string {
  const dir = folder();
  writeFileSync(join(dir, name), text);
  return dir;
}
