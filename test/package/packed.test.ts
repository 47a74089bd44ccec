import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ended, runCli, startServer } from '../contract/built-cli.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const PLAN = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov }
kpis:
  orders: { equals: visitors * purchase-cvr }
  visitors: { target: 43,000 per month }
  purchase-cvr: { target: 3% }
  aov: { target: 6,500円 }
`;

const home = mkdtempSync(join(tmpdir(), 'rashin-packed-'));
const installed = join(home, 'elsewhere', 'node_modules', 'rashin');
const cli = join(installed, 'bin', 'rashin.mjs');
let contents: readonly string[] = [];

beforeAll(() => {
  npm(['pack', '--pack-destination', home], ROOT);
  const tarball = readdirSync(home).find(name => name.endsWith('.tgz')) ?? '';
  expect(statSync(join(home, tarball)).size).toBeLessThan(6_000_000);
  mkdirSync(join(home, 'elsewhere'));
  writeFileSync(join(home, 'elsewhere', 'package.json'), '{ "private": true, "type": "module" }');
  npm(
    ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', join(home, tarball)],
    join(home, 'elsewhere'),
  );
  contents = readdirSync(installed, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => statSync(join(installed, name)).isFile());
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('[PKG-01] what is in the package', () => {
  test('the command, the server, the screens, the library, the words of the law', () => {
    for (const name of [
      'LICENSE',
      'README.md',
      'README.ja.md',
      'bin/rashin.mjs',
      'dist/cli.mjs',
      'dist/core.mjs',
      'dist/catalogue.json',
      'dist/templates.json',
      'dist/chunk/ingest-worker.mjs',
      'dist/chunk/foresee-worker.mjs',
      'dist/chunk/journey-worker.mjs',
      'dist/third-party-licences.txt',
      'dist/types/core/index.d.ts',
      'dist/web/index.html',
      'dist/web/index.html.br',
      'dist/web/third-party-licences.txt',
    ])
      expect(contents).toContain(name);
  });

  test('and nothing that is only for us', () => {
    const known =
      /^(?:package\.json|LICENSE|CHANGELOG\.md|README(?:\.ja)?\.md|bin\/rashin\.mjs|dist\/(?:cli|core)\.mjs|dist\/(?:catalogue|templates)\.json|dist\/third-party-licences\.txt|dist\/(?:chunk|web)\/.+|dist\/types\/core\/.+\.d\.ts)$/;
    expect(contents.filter(name => !known.test(name))).toEqual([]);
    expect(contents.filter(name => /\.map$|\.test\./.test(name))).toEqual([]);
  });

  test('[PKG-02] every package that was built in is named with its licence', () => {
    for (const [file, some] of [
      ['dist/third-party-licences.txt', ['hono', 'commander', 'yaml', 'zod', 'kysely', 'yauzl', 'saxes']],
      [
        'dist/web/third-party-licences.txt',
        ['react', 'react-dom', 'i18next', 'echarts', '@tanstack/react-router', '@fontsource-variable/inter'],
      ],
    ] as const) {
      const text = readFileSync(join(installed, file), 'utf8');
      for (const name of some) expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
      expect(
        [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \((?:undefined|[^)]*GPL[^)]*|MPL[^)]*)\)$/gm)].map(found => found[1]),
      ).toEqual([]);
    }
  });
});

describe('[PKG-03] the package in an empty folder', () => {
  test('tells its version', async () => {
    expect(await runCli(cli, ['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
    expect(
      existsSync(join(home, 'elsewhere', 'node_modules', '.bin', process.platform === 'win32' ? 'rashin.cmd' : 'rashin')),
    ).toBe(true);
  });

  test('checks a plan', async () => {
    writeFileSync(join(home, 'plan.yaml'), PLAN);
    const { code, out } = await runCli(cli, ['check', join(home, 'plan.yaml'), '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).goals).toMatchObject([{ id: 'revenue', verdict: 'reaches', period: { implied: 100_620_000 } }]);
  });

  test('serves the screens and the API', async () => {
    const server = await startServer(cli, join(home, 'workspace'));
    onTestFinished(async () => void (await ended(server.child, 'SIGKILL')));
    const page = await (await fetch(server.address)).text();
    const script = /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1] ?? '';
    expect((await fetch(new URL(script, server.address))).status).toBe(200);
    expect(await (await fetch(new URL('/api/workspace', server.address))).json()).toMatchObject({ plans: [] });
    expect(await ended(server.child, 'SIGTERM')).toBe(0);
  });

  test('is a library, with types', () => {
    const elsewhere = join(home, 'elsewhere');
    writeFileSync(
      join(elsewhere, 'use.ts'),
      `import { checkPlan, parsePlan, type Problem } from 'rashin/core';\nexport const problems: readonly Problem[] = [];\nexport const both: readonly unknown[] = [checkPlan, parsePlan];\n// @ts-expect-error: there is no such thing\nimport { nothing } from 'rashin/core';\n`,
    );
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', '--rootDir', '.'];
    const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    expect(run(process.execPath, [tsc, ...options, 'use.ts'], elsewhere)).toBe('');
    const code = `import('rashin/core').then(core => console.log(typeof core.parsePlan))`;
    expect(run(process.execPath, ['--input-type=module', '-e', code], elsewhere)).toBe('function\n');
  });
});

function npm(args: readonly string[], cwd: string): string {
  const { npm_execpath: path } = process.env;
  return path ? run(process.execPath, [path, ...args], cwd) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, cwd);
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: command.endsWith('.cmd') });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}
