import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { SOURCE_LIMITS } from '#core/plan/source.ts';
import type { Param } from '#core/problem/problem.ts';
import { builtCli, runCli } from '../contract/built-cli.ts';

/**
 * Every folder in `bad-plan/` is a plan with a mistake, as `rashin check` sees it: what it says, where, on which line, with which
 * values, in both languages. Errors are listed in full; warnings that follow from them are not.
 */
interface Expected {
  readonly about: string;
  readonly problems: readonly ExpectedProblem[];
}

interface ExpectedProblem {
  readonly code: string;
  readonly at: readonly (string | number)[];
  readonly line: number;
  /** As many of the parameters as matter. */
  readonly params: Readonly<Record<string, Param>>;
  /** A part of the sentence. */
  readonly ja: string;
  readonly en: string;
}

interface Reported extends Omit<ExpectedProblem, 'ja' | 'en'> {
  readonly severity: string;
  readonly message: string;
}

const folder = fileURLToPath(new URL('./bad-plan', import.meta.url));
let cli = '';

beforeAll(async () => {
  cli = await builtCli('bad-plan');
}, 60_000);

describe('[PLN-10] plans with mistakes', () => {
  test.each(readdirSync(folder).sort())('[PLN-10] %s', async name => {
    const expected = JSON.parse(readFileSync(`${folder}/${name}/expect.json`, 'utf8')) as Expected;
    const [ja, en] = await Promise.all(['ja', 'en'].map(lang => errorsOf([`${folder}/${name}/plan.yaml`, '--lang', lang])));
    for (const [lang, errors = []] of [
      ['ja', ja],
      ['en', en],
    ] as const) {
      expect(errors.map(({ code, at, line }) => ({ code, at, line }))).toEqual(
        inOrder(expected.problems).map(({ code, at, line }) => ({ code, at, line })),
      );
      for (const [i, wanted] of inOrder(expected.problems).entries()) {
        expect(errors[i]?.params).toMatchObject(wanted.params);
        expect(errors[i]?.message).toContain(wanted[lang]);
      }
    }
  });

  test('[PLN-02] a document of more than a million bytes says from which line on it is too large', async () => {
    const kpi = (i: number) => `  lead-source-${i}: { target: 200 per month, owner: marketing }\n`;
    const head =
      'rashin: 1\nplan: large\nperiod: 2026-04-01/2027-03-31\ngoals:\n  revenue: { target: 3億円 by 2027-03-31, owner: a }\nkpis:\n';
    const text = head + Array.from({ length: 20_000 }, (_, i) => kpi(i)).join('');
    const [error, ...more] = await errorsOf(['-', '--lang', 'ja'], text);
    expect(more).toEqual([]);
    expect(error).toMatchObject({ code: 'document-too-large', at: [], params: { limit: SOURCE_LIMITS.bytes } });
    const line = error?.line ?? 0;
    const upTo = (count: number) => Buffer.byteLength(`${text.split('\n').slice(0, count).join('\n')}\n`);
    expect(upTo(line - 1)).toBeLessThanOrEqual(SOURCE_LIMITS.bytes);
    expect(upTo(line)).toBeGreaterThan(SOURCE_LIMITS.bytes);
    expect(error?.message).toContain('計画を分けてください');
  });

  test('[PLN-02] a document that is too deep or has too many entries is refused by its line', async () => {
    const deep = await errorsOf(['-', '--lang', 'en'], `rashin: 1\nplan: ${'['.repeat(200_000)}\n`);
    expect(deep).toMatchObject([{ code: 'document-too-deep', line: 2 }]);
    const long = await errorsOf(['-', '--lang', 'en'], `rashin: 1\nplan: [${'1,'.repeat(210_000)}]\n`);
    expect(long).toMatchObject([{ code: 'document-too-long', line: 2 }]);
  });
});

/** The errors of one plan; the command ends with 1 when there are any. */
async function errorsOf(args: readonly string[], input?: string): Promise<readonly Reported[]> {
  const { code, out } = await runCli(cli, ['check', ...args, '--format', 'json'], input === undefined ? {} : { input });
  const { problems } = JSON.parse(out) as { readonly problems: readonly Reported[] };
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(code).toBe(errors.length > 0 ? 1 : 0);
  return errors;
}

/** Problems come by line; those of a line in the order in which they are found. */
function inOrder(problems: readonly ExpectedProblem[]): readonly ExpectedProblem[] {
  return [...problems].sort((a, b) => a.line - b.line);
}
