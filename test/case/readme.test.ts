import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { builtCli, runCli } from '../contract/built-cli.ts';

const ROOT = new URL('../../', import.meta.url);
let cli = '';

beforeAll(async () => {
  cli = await builtCli('readme');
}, 60_000);

describe('[CLI-10] what the READMEs show', () => {
  test.each([
    ['README.md', 'en'],
    ['README.ja.md', 'ja'],
  ])('%s: its plan is answered as it says', async (name, lang) => {
    const text = readFileSync(new URL(name, ROOT), 'utf8');
    const [, plan = ''] = /```yaml\n(.*?)```/s.exec(text) ?? [];
    const [, answer = ''] = /\$ npx rashin check plan\.yaml.*?\n(.*?)```/s.exec(text) ?? [];
    const check = (yaml: string) => checked(yaml, lang);
    expect(await check(plan)).toBe(answer);
    const better = await check(plan.replace('40,000 per month', '43,000 per month'));
    expect(text).toContain(better.split('\n')[0]);
    const otherThing = await check(plan.replaceAll('visitors', 'sessions'));
    expect(otherThing).toContain('[counted-thing]');
  });

  test.each(['README.md', 'README.ja.md'])('%s: every command is in its table', async name => {
    const text = readFileSync(new URL(name, ROOT), 'utf8');
    for (const group of [[], ['plan'], ['metrics']]) {
      const { out } = await runCli(cli, [...group, '--help', '--lang', 'en']);
      const commands = [...(out.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)].map(([, command = '']) => command);
      expect(commands).toContain('help');
      const row = text.split('\n').filter(line => line.startsWith('| `rashin'));
      const missing = commands.filter(
        command => command !== 'help' && !row.some(line => new RegExp(`\\b${command}\\b`).test(line)),
      );
      expect({ group, missing }).toEqual({ group, missing: [] });
    }
  });

  test('both show the same plan', () => {
    const [en, ja] = ['README.md', 'README.ja.md'].map(
      name => /```yaml\n.*?```/s.exec(readFileSync(new URL(name, ROOT), 'utf8'))?.[0],
    );
    expect(en).toBe(ja);
  });
});

async function checked(yaml: string, lang: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-readme-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'plan.yaml'), yaml);
  const { out } = await runCli(cli, ['check', 'plan.yaml', '--lang', lang], { cwd: folder });
  return out;
}
