import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../../build/catalogue.mjs';
import { parseCatalogue } from '../metric/catalogue.ts';
import type { LintFacts } from './facts.ts';
import { wholeExample } from './page/rule-page.ts';
import { reviewPlan } from './review-plan.ts';
import { smartLetterOf } from './smart/smart-letters.ts';

const read = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../../catalogue', import.meta.url))));
if (!read.ok) throw new Error('the catalogue has errors');
const catalogue = read.value;

const SALES = 'goals:\n  revenue: { target: 1億円 by 2027-03-31, owner: sales }\nkpis:\n';

function found(kpis: readonly string[], facts?: LintFacts) {
  return reviewPlan({ yaml: wholeExample(`${SALES}${kpis.map(kpi => `  ${kpi}\n`).join('')}`) }, catalogue, facts).problems;
}

const codes = (...kpis: readonly string[]) => found(kpis).map(({ code }) => code);
const kpi = (id: string, fields: string) =>
  `${id}: { ${fields}, supports: [{ to: revenue, because: 売上につながる }], owner: web }`;

test('[DES-18] a wish is not specific; a number with what, how much and when is', () => {
  expect(codes(kpi('k', 'name: 売上を上げる, unit: JPY, target: 売上を上げる'))).toEqual(
    expect.arrayContaining(['name-vague', 'target-vague']),
  );
  const good = codes(kpi('k', 'name: EC売上, unit: JPY, target: EC売上を月間1,000万円にする'));
  expect(good.filter(code => smartLetterOf(code) === 'S')).toEqual([]);
  expect(codes(kpi('k', 'name: CVRとリード獲得単価, unit: ratio, target: 2%'))).not.toContain('name-vague');
  expect(codes(kpi('k', 'name: 購入率とリード獲得単価, unit: ratio, target: 2%'))).toContain('two-in-one');
});

test('[DES-19] a conversion rate without denominator is not measurable; of sessions it is', () => {
  expect(codes(kpi('k', 'name: 成約率, unit: ratio, target: 2%'))).toContain('denominator-unsaid');
  expect(codes(kpi('k', 'name: 成約率, unit: ratio of conversion over session, target: 2%'))).not.toContain('denominator-unsaid');
});

test('[DES-20] at 15 % now, best 18 %, industry 20 %: 15 % is too easy, 18 to 23 % are fine, 40 % is unrealistic', () => {
  const judged = (target: string) =>
    found([kpi('email-open-rate', `target: ${target}`)], {
      ambitions: new Map([
        ['email-open-rate', { direction: 'up', baseline: 0.15, ownBest: 0.18, benchmark: { high: 0.2 }, unit: 'ratio' }],
      ]),
    })
      .map(({ code }) => code)
      .filter(code => code === 'target-too-easy' || code === 'target-unrealistic');
  expect(judged('15%')).toEqual(['target-too-easy']);
  for (const fine of ['18%', '20%', '23%']) expect(judged(fine)).toEqual([]);
  expect(judged('40%')).toEqual(['target-unrealistic']);
});

test('[DES-41] [DES-62] leads and followers alone are quantity only; a rate beside them clears it', () => {
  const leads = kpi('leads', 'target: 200 per month');
  expect(codes(leads, kpi('followers', 'target: 10,000'))).toContain('quantity-only');
  const paired = codes(leads, kpi('followers', 'target: 10,000'), kpi('mql-rate', 'target: 30%'));
  expect(paired).not.toContain('quantity-only');
  expect(paired).toContain('pair-undeclared');
  expect(codes(kpi('business-cards', 'target: 300 per month'))).toContain('quantity-only');
});

test('[DES-44] [DES-63] new customers alone: who stays is not followed; the retention rate clears it', () => {
  expect(codes(kpi('new-customers', 'target: 100 per month'))).toContain('acquisition-without-retention');
  expect(codes(kpi('new-customers', 'target: 100 per month'), kpi('retention-rate', 'target: 60%'))).not.toContain(
    'acquisition-without-retention',
  );
});

test('[DES-46] a market share that is called short-term gets a hint', () => {
  expect(codes(kpi('market-share', 'target: 12%, horizon: short'))).toContain('horizon-doubtful');
});

test('[DES-60] page views alone for a goal of sales are failure pattern 1', () => {
  expect(codes(kpi('page-views', 'target: 100,000 per month'))).toContain('early-stage-only');
});

test('[DES-61] satisfaction without a survey is hard to measure; a score of five is not', () => {
  expect(codes(kpi('k', 'name: { ja: 顧客満足, en: Customer satisfaction }, target: 4'))).toContain('quality-without-scale');
  expect(codes(kpi('k', 'name: { ja: 顧客満足, en: Customer satisfaction }, unit: score 1..5, target: 4'))).not.toContain(
    'quality-without-scale',
  );
});

test('[DES-22] a deadline earlier than the first measurement is pointed out', () => {
  expect(codes(kpi('followers', 'target: 8,000 by 2026-04-10, rhythm: monthly'))).toContain('deadline-too-soon');
});
