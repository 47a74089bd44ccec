import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../build/catalogue.mjs';
import { parseCatalogue } from '../metric/catalogue.ts';
import { applyPatch } from '../plan/edit.ts';
import type { Problem } from '../problem/problem.ts';
import { isError } from '../problem/problem.ts';
import { fixFor, fixPlan, isFixable } from './autofix.ts';
import { fingerprint } from './baseline.ts';
import { wholeExample } from './page/rule-page.ts';
import { RULE_PAGES } from './page/rule-pages.ts';
import { reviewPlan } from './review-plan.ts';

const read = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../../catalogue', import.meta.url))));
if (!read.ok) throw new Error('the catalogue has errors');
const catalogue = read.value;

const EXAMPLES = Object.values(RULE_PAGES).flatMap(({ fails, passes, sheetOf }) =>
  sheetOf === undefined ? [fails, passes].flatMap(text => (text === undefined ? [] : [wholeExample(text)])) : [],
);

const FIXABLE = Object.entries(RULE_PAGES).filter(([code]) => isFixable(code));

function problemsOf(yaml: string): readonly Problem[] {
  return reviewPlan({ yaml }, catalogue).problems;
}

const keys = (problems: readonly Problem[]) => problems.map(fingerprint);

describe('[LNT-30] what settles itself', () => {
  test.each(FIXABLE)('%s', (code, page) => {
    const yaml = wholeExample(page.fails ?? '');
    const { parsed, problems } = reviewPlan({ yaml }, catalogue);
    const found = problems.find(problem => problem.code === code);
    const patch = parsed && found && fixFor(found, parsed, catalogue);
    if (!found || !patch) throw new Error(`${code} does not settle its own example`);
    const after = applyPatch(yaml, patch);
    expect(keys(problemsOf(after))).not.toContain(fingerprint(found));
    expect(problemsOf(after).filter(isError).length).toBeLessThanOrEqual(problems.filter(isError).length);
    // Every byte outside the edit stays.
    expect(after.startsWith(yaml.slice(0, patch.start))).toBe(true);
    expect(after.endsWith(yaml.slice(patch.end))).toBe(true);
  });

  test('a deadline is added inside the quotes that are there', () => {
    const yaml = wholeExample('goals:\n  leads: { target: "2,000", owner: marketing } # 年間\n');
    expect(fixPlan({ yaml }, catalogue).yaml).toBe(yaml.replace('"2,000"', '"2,000 by 2027-03-31"'));
  });

  test('one of several ignores goes with its line, in a block list and in a flow list', () => {
    const goals = 'goals:\n  leads: { target: 2,000 by 2027-03-31, owner: a, contributors: [a, b] }\n';
    const block = `${goals}ignore:\n  - { rule: contributor-is-owner, because: 兼務 } # 1\n  - rule: lagging-only\n    because: 初年度\nnotes: 終わり\n`;
    expect(fixPlan({ yaml: wholeExample(block) }, catalogue).yaml).toBe(
      wholeExample(block.replace('  - rule: lagging-only\n    because: 初年度\n', '')),
    );
    const flow = `${goals}ignore: [{ rule: lagging-only, because: 初年度 }, { rule: contributor-is-owner, because: 兼務 }]\n`;
    expect(fixPlan({ yaml: wholeExample(flow) }, catalogue).yaml).toBe(
      wholeExample(flow.replace('{ rule: lagging-only, because: 初年度 }, ', '')),
    );
  });
});

test('[LNT-31] settling any plan settles all that can be, brings no error, and settles nothing the second time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...EXAMPLES), fc.constantFrom(...EXAMPLES), (first, second) => {
      const yaml = joined(first, second);
      const before = problemsOf(yaml);
      const fixed = fixPlan({ yaml }, catalogue);
      const after = problemsOf(fixed.yaml);
      expect(after.filter(isError).length).toBeLessThanOrEqual(before.filter(isError).length);
      for (const found of fixed.settled) expect(keys(after)).not.toContain(fingerprint(found));
      expect(fixPlan({ yaml: fixed.yaml }, catalogue).settled).toEqual([]);
    }),
    { seed: 20_270_331, numRuns: 60 },
  );
});

/** Two examples as one plan: the KPIs of the second come under other ids, beside those of the first. */
function joined(first: string, second: string): string {
  const block = /^kpis:\n((?: {2}.*\n)+)/m;
  const extra = block.exec(second)?.[1]?.replace(/^ {2}([A-Za-z][\w-]*):/gm, '  $1-also:');
  return extra === undefined ? first : first.replace(block, (whole: string) => `${whole}${extra}`);
}
