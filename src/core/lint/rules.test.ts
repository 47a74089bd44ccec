import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../build/catalogue.mjs';
import { parseCatalogue } from '../metric/catalogue.ts';
import { ALL_MESSAGES } from '../problem/all-messages.ts';
import { exampleIn } from './page/example-in.ts';
import { wholeExample } from './page/rule-page.ts';
import { RULE_PAGES } from './page/rule-pages.ts';
import { reviewPlan } from './review-plan.ts';
import { RULE_NAMES } from './rule-names.ts';
import { RULES } from './rules.ts';

const read = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../../catalogue', import.meta.url))));
if (!read.ok) throw new Error('the catalogue has errors');
const catalogue = read.value;

describe.each(['ja', 'en'] as const)('[LNT-03] the examples of every rule are true in %s', lang => {
  test.each(Object.keys(RULE_PAGES))('%s', id => {
    const page = RULE_PAGES[id];
    if (!page) throw new Error(`no page for ${id}`);
    const codes = (written: string) => {
      const example = exampleIn(written, lang);
      if (lang === 'en') expect(example.replace(/ja: [^,]+,/g, '')).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
      const text =
        page.sheetOf === undefined
          ? { yaml: wholeExample(example) }
          : { yaml: wholeExample(page.sheetOf), sheet: example.trimStart() };
      return reviewPlan(text, catalogue, page.facts).problems.map(({ code }) => code);
    };
    if (page.fails === undefined || page.passes === undefined) {
      expect(RULES.map(rule => rule.id)).not.toContain(id);
      return;
    }
    expect(codes(page.fails), 'the failing example').toContain(id);
    expect(codes(page.passes), 'the passing example').not.toContain(id);
    expect(page.passes).not.toBe(page.fails);
  });
});

test('[LNT-01] every rule has its sentences, and no two rules one id', () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter(id => !Object.hasOwn(ALL_MESSAGES, id))).toEqual([]);
  expect(ids.length).toBeGreaterThanOrEqual(45);
});

test('[LNT-03] every code that can be found in a plan has a page, and every page a code', () => {
  expect(RULE_NAMES.filter(name => !Object.hasOwn(RULE_PAGES, name))).toEqual([]);
  expect(Object.keys(RULE_PAGES).filter(name => !RULE_NAMES.includes(name))).toEqual([]);
});
