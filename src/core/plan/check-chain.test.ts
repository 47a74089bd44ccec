import { describe, expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { toNumber } from '../number/rational.ts';
import { sentence } from '../problem/sentence.ts';
import { checkPlan } from './check-plan.ts';

const JOBS = (interviewed: string) => `rashin: 1
plan: it-jobs
period: 2026-04-01/2026-06-30
goals:
  placements: { unit: count of placement, aggregation: sum, equals: applications * passing * interviewing * offering * joining, target: 250 by 2026-06-30 }
kpis:
  applications: { unit: count of application, aggregation: sum, target: "= 600 per month" }
  passing: { unit: ratio of document-pass over application, target: "= 35%" }
  interviewing: { unit: ratio of ${interviewed} over document-pass, target: "= 80%" }
  offering: { unit: ratio of offer over final-interview, target: "= 50%" }
  joining: { unit: ratio of placement over offer, target: "= 85%" }
`;

const check = (yaml: string) => checkPlan({ yaml }, EMPTY_CATALOGUE);
const found = (yaml: string, code: string) => check(yaml).problems.find(problem => problem.code === code);

describe('a chain of rates', () => {
  test('[ANA-48] [VER-40] between the interview and the final interview a rate is missing; 11.9 % is an upper bound', () => {
    const gap = found(JOBS('interview'), 'chain-gap');
    expect(gap).toMatchObject({ severity: 'info', at: ['goals', 'placements', 'equals'] });
    expect(gap?.params).toEqual({ node: 'placements', from: 'interview', to: 'final-interview', most: '0.119' });
    expect(gap && sentence(gap, 'ja')).toContain('11.9%は上限');
    expect(gap && sentence(gap, 'en')).toContain('11.9%, is an upper bound');
    expect(found(JOBS('final-interview'), 'chain-gap')).toBeUndefined();
  });

  test('[ANA-48] 250 placements need at least 2,101 applications a quarter', () => {
    const [goal] = check(JOBS('final-interview')).goals;
    const needed = goal?.alone.find(({ node }) => node === 'applications');
    expect(Math.ceil(3 * toNumber(needed?.value ?? { numerator: 0n, denominator: 1n }))).toBe(2101);
  });

  test('[VER-40] things that are not said, one rate alone, other formulas: nothing is claimed', () => {
    expect(found(JOBS('interview').replace(' of offer over final-interview', ''), 'chain-gap')).toBeUndefined();
    expect(found(JOBS('interview').replace('offering * joining', 'offering * joining + 1'), 'chain-gap')).toBeUndefined();
  });
});

const MAKER = (goal: string) => `rashin: 1
plan: maker
period: 2026-04-01/2027-03-31
goals:
  revenue: { unit: JPY, aggregation: sum, equals: leads * a * b * c * d * price, target: ${goal} }
kpis:
  leads: { unit: count, aggregation: sum, target: "= 150 per month" }
  a: { unit: ratio, aggregation: mean, target: "= 40%" }
  b: { unit: ratio, aggregation: mean, target: "= 35%" }
  c: { unit: ratio, aggregation: mean, target: "= 50%" }
  d: { unit: ratio, aggregation: mean, target: "= 30%" }
  price: { unit: JPY, aggregation: mean, target: "= 800万円" }
`;

test('[ANA-49] [VER-41] 3.15 orders a month of 8,000,000円 are 12.1 % of 25億; 87.9 % must come from elsewhere', () => {
  const { goals } = check(MAKER('25億円'));
  expect(toNumber(goals[0]?.period.implied ?? { numerator: 0n, denominator: 1n })).toBe(302_400_000);
  const rest = found(MAKER('25億円'), 'goal-remainder');
  expect(rest?.params).toMatchObject({ coverage: '0.12096', rest: '0.87904', shortBy: '2197600000' });
  expect(rest && sentence(rest, 'ja')).toContain('残りの87.9%');
  expect(rest && sentence(rest, 'en')).toContain('remaining 87.9%');
  // The larger part is explained: only the gap itself is told.
  expect(found(MAKER('6億円'), 'goal-remainder')).toBeUndefined();
  expect(found(MAKER('6億円'), 'goal-short')).toBeDefined();
});

const SAAS = (revenue: string, win: string) => `rashin: 1
plan: saas
period: 2026-04-01/2027-03-31
goals:
  revenue: { unit: JPY, aggregation: sum, equals: leads * mql * sql * meeting * win * price, baseline: 2.5億円 per year, target: ${revenue} }
kpis:
  leads: { unit: count, aggregation: sum, target: ">= 138.888888888888 per month" }
  mql: { unit: ratio, aggregation: mean, target: "= 30%" }
  sql: { unit: ratio, aggregation: mean, target: "= 50%" }
  meeting: { unit: ratio, aggregation: mean, target: "= 80%" }
  win: { unit: ratio, aggregation: mean, target: "${win}" }
  price: { unit: JPY, aggregation: mean, target: "= 500万円" }
`;

test('[DES-69] 20 % more than 250,000,000円 a year takes 166.7 leads a month, or a win rate of 30 % instead of 25 %', () => {
  const needed = (node: string) =>
    toNumber(
      check(SAAS('+20%', '= 25%')).goals[0]?.alone.find(each => each.node === node)?.value ?? { numerator: 0n, denominator: 1n },
    );
  expect(toNumber(check(SAAS('+20%', '= 25%')).goals[0]?.target ?? { numerator: 0n, denominator: 1n })).toBe(300_000_000);
  expect(needed('leads')).toBeCloseTo(166.667, 3);
  expect(needed('win')).toBeCloseTo(0.3, 9);
});
