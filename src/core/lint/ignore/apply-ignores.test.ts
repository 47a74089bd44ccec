import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../../../build/catalogue.mjs';
import type { Day } from '../../calendar/day.ts';
import { parseCatalogue } from '../../metric/catalogue.ts';
import { isInTheWay } from '../../plan/publishable.ts';
import { isError } from '../../problem/problem.ts';
import { wholeExample } from '../page/rule-page.ts';
import { RULE_PAGES } from '../page/rule-pages.ts';
import { reviewPlan } from '../review-plan.ts';

const read = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../../../catalogue', import.meta.url))));
if (!read.ok) throw new Error('the catalogue has errors');
const catalogue = read.value;

const PLANS = Object.values(RULE_PAGES).flatMap(({ fails, sheetOf }) => {
  const yaml = fails === undefined || sheetOf !== undefined || /^ignore:/m.test(fails) ? undefined : wholeExample(fails);
  return yaml !== undefined && reviewPlan({ yaml }, catalogue).parsed ? [yaml] : [];
});

test('[LNT-20] ignoring a finding takes out that finding and nothing else, and its reason stays with it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLANS), fc.nat(), (yaml, pick) => {
      const { problems } = reviewPlan({ yaml }, catalogue);
      const open = problems.filter(found => !isError(found) && !isInTheWay(found));
      const found = open[pick % Math.max(1, open.length)];
      if (!found) return;
      const at = found.at.length > 0 ? `, at: "${found.at.join('.')}"` : '';
      const after = reviewPlan({ yaml: `${yaml}ignore: [{ rule: ${found.code}${at}, because: 決めたこと }]\n` }, catalogue);
      const isMeant = (one: typeof found) => one.code === found.code && (at === '' || one.at.join('.') === found.at.join('.'));
      expect(after.problems).toEqual(problems.filter(one => !isMeant(one)));
      expect(after.ignored.map(({ problem }) => problem)).toEqual(problems.filter(isMeant));
      expect(after.ignored[0]?.ignore.because.ja).toBe('決めたこと');
    }),
    { seed: 20_260_401, numRuns: 150 },
  );
});

test('[LNT-21] an ignore whose rule needs facts that are not there is not called unused', () => {
  const yaml = wholeExample(
    'goals:\n  leads: { target: 2,000 by 2027-03-31, owner: a }\nignore: [{ rule: not-measured, because: 手作業で数える }]\n',
  );
  const codes = (facts?: { readonly measured: ReadonlySet<string> }) =>
    reviewPlan({ yaml }, catalogue, facts).problems.map(({ code }) => code);
  expect(codes()).not.toContain('ignore-unused');
  expect(codes({ measured: new Set() })).toContain('ignore-unused');
});

test('[LNT-22] an error is not ignored, and neither is what has to be settled before publishing', () => {
  const yaml = (rule: string) =>
    wholeExample(`goals:\n  leads: { target: 2,000, owner: a }\nignore: [{ rule: ${rule}, because: 面倒 }]\n`);
  const codes = (rule: string) => reviewPlan({ yaml: yaml(rule) }, catalogue).problems.map(({ code }) => code);
  expect(codes('deadline-missing')).toEqual(expect.arrayContaining(['deadline-missing', 'ignore-forbidden']));
});

test('[LNT-23] after its last day an ignore does not hold; nothing is said of the ignore itself', () => {
  const yaml = PLANS[0] ?? '';
  const code = reviewPlan({ yaml }, catalogue).problems.find(({ severity }) => severity === 'info')?.code ?? '';
  const text = `${yaml}ignore: [{ rule: ${code}, because: 夏まで, until: 2026-08-31, by: sato }]\n`;
  const codes = (today?: string) =>
    reviewPlan({ yaml: text }, catalogue, today === undefined ? {} : { today: today as Day }).problems.map(found => found.code);
  expect(codes('2026-08-31')).not.toContain(code);
  expect(codes()).not.toContain(code);
  expect(codes('2026-09-01')).toContain(code);
  expect(codes('2026-09-01')).not.toContain('ignore-unused');
});
