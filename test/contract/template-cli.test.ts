import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { builtCli, runCli } from './built-cli.ts';

// The command line is started many times.
vi.setConfig({ testTimeout: 120_000 });

let cli = '';

beforeAll(async () => {
  cli = await builtCli('template');
}, 60_000);

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'rashin-template-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

const used = ['saas-new-contracts', 'ec-purchase-steps', 'rfm-segments'];

describe('[TPL-11] rashin template', () => {
  test('[TPL-11] lists by what is asked, and shows one in the reader’s language', async () => {
    const listed = await runCli(cli, ['template', 'list', '--industry', 'real-estate', '--json']);
    expect(JSON.parse(listed.out).templates.map(({ id }: { id: string }) => id)).toEqual([
      'homes-from-inquiries',
      'condominium-sellout',
    ]);
    const all = await runCli(cli, ['template', 'list', '--kind', 'plan', '--lang', 'ja']);
    expect(all.out).toContain('新築マンション100戸の完売');
    expect(all.out).not.toContain('kpi-meeting');
    const shown = await runCli(cli, ['template', 'show', 'kpi-meeting', '--lang', 'en']);
    expect(shown.out).toContain(' 10 min');
    const unknown = await runCli(cli, ['template', 'show', 'kpi-meting', '--lang', 'en']);
    expect([unknown.code, unknown.err.includes('"kpi-meeting"')]).toEqual([1, true]);
  });

  test('[TPL-11] makes a plan with answers, never over one that is there', async () => {
    const dir = folder();
    const args = [
      'template',
      'use',
      'saas-new-contracts',
      '--set',
      'leads=300',
      'win-rate=30%',
      '--start',
      '2027-04-01',
      '--lang',
      'en',
    ];
    const first = await runCli(cli, [...args, '--out', 'new'], { cwd: dir });
    expect([first.code, first.out.split('\n')[0]?.includes('reaches its target')]).toEqual([0, true]);
    const yaml = readFileSync(join(dir, 'new', 'plan.yaml'), 'utf8');
    expect(yaml).toContain('target: 300 per month');
    const again = await runCli(cli, [...args, '--out', 'new'], { cwd: dir });
    expect([again.code, again.err.includes('is not overwritten')]).toEqual([1, true]);
    const printed = await runCli(cli, args, { cwd: dir });
    expect(printed.out.trimEnd()).toBe(yaml.trimEnd());
    const wrong = await runCli(cli, ['template', 'use', 'saas-new-contracts', '--set', 'leads', '--lang', 'en']);
    expect([wrong.code, wrong.err.includes('key=value')]).toEqual([1, true]);
  });

  test('[TPL-11] [CLI-10] many plans are checked in one call, as lines, JSON and SARIF', async () => {
    const dir = folder();
    for (const id of used) await runCli(cli, ['template', 'use', id, '--start', '2027-04-01', '--out', id], { cwd: dir });
    const files = readdirSync(dir).map(id => join(id, 'plan.yaml'));
    expect(files.length).toBe(used.length);
    const json = JSON.parse((await runCli(cli, ['check', ...files, '--format', 'json'], { cwd: dir })).out);
    expect(json.files.map(({ file }: { file: string }) => file)).toEqual(files);
    const [one] = files;
    const alone = JSON.parse((await runCli(cli, ['check', one ?? '', '--format', 'json'], { cwd: dir })).out);
    expect(json.files[0]).toEqual({ file: one, ...alone });
    const sarif = JSON.parse((await runCli(cli, ['check', ...files, '--format', 'sarif'], { cwd: dir })).out);
    const places = sarif.runs[0].results.map(
      (result: { locations: readonly { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        result.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(new Set(places).size).toBeGreaterThan(1);
    const text = await runCli(cli, ['check', ...files, '--lang', 'en'], { cwd: dir });
    for (const file of files) expect(text.out).toContain(file);
  });
});
