import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { rationalOf } from '../number/rational.ts';
import { checkPlan } from '../plan/check-plan.ts';
import { type RepairRequest, repairPlan } from './repair.ts';

const SEED = 20_261_122;

const SHOP = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { unit: JPY, aggregation: sum, equals: visitors * cvr * price, target: 3億円 }
kpis:
  visitors: { unit: count, aggregation: sum, target: "= 100,000 per month" }
  cvr: { unit: ratio, aggregation: mean, target: "= 3%" }
  price: { unit: JPY, aggregation: mean, target: "= 5,000円" }
`;

const repaired = (request: RepairRequest = {}, yaml = SHOP) => {
  const answer = repairPlan({ yaml }, EMPTY_CATALOGUE, request);
  if (answer.kind !== 'repaired') throw new Error(`not repaired: ${answer.kind}`);
  return answer.offers;
};

test('[DES-27] a plain product is repaired by the same factor on all drivers, (1 ÷ 0.6)^(1/3)', () => {
  const [cheapest] = repaired();
  expect(cheapest?.edits.map(({ factor }) => factor.toFixed(4))).toEqual(['1.1856', '1.1856', '1.1856']);
  expect(cheapest?.edits.map(({ target }) => target)).toEqual(['= 118564 per month', '= 3.6%', '= 5929']);
  expect(cheapest?.cost).toBeCloseTo((3 * Math.log(1 / 0.6) ** 2) / 9, 9);
  expect(cheapest?.verdict.period.verdict).toBe('reaches');
  expect(cheapest?.texts.yaml.replace(/target: "= [^"]*"/g, '')).toBe(SHOP.replace(/target: "= [^"]*"/g, ''));
});

test('[REP-03] fixed drivers stay, dear ones move less, limits are kept', () => {
  const [fixed] = repaired({ fixed: new Set(['visitors', 'price']) });
  expect(fixed?.edits.map(({ node, target }) => [node, target])).toEqual([['cvr', '= 5%']]);
  const [dear] = repaired({ weights: new Map([['price', 10]]) });
  const size = (id: string) => Math.log(dear?.edits.find(({ node }) => node === id)?.factor ?? 1);
  expect(size('visitors') / size('price')).toBeCloseTo(10, 6);
  const [limited] = repaired({ limits: new Map([['cvr', { value: rationalOf('0.031'), why: 'own-best' }]]) });
  expect(limited?.edits.find(({ node }) => node === 'cvr')?.target).toBe('= 3.1%');
});

test('[REP-05] what is impossible says how far one gets and which limits bind', () => {
  const answer = repairPlan({ yaml: SHOP }, EMPTY_CATALOGUE, {
    fixed: new Set(['visitors', 'price']),
    limits: new Map([['cvr', { value: rationalOf('0.04'), why: 'benchmark' }]]),
  });
  expect(answer).toMatchObject({ kind: 'impossible', binding: [{ node: 'cvr', limit: 0.04, why: 'benchmark' }] });
  expect(answer.kind === 'impossible' && answer.coverage).toBeCloseTo(0.8, 9);
  const rate = repairPlan({ yaml: SHOP.replace('3億円', '80億円') }, EMPTY_CATALOGUE, { fixed: new Set(['visitors', 'price']) });
  expect(rate).toMatchObject({ kind: 'impossible', binding: [{ node: 'cvr', limit: 1, why: 'nature' }] });
});

test('[REP-04] counts stay whole, monthly cells and ranges are edited, and the result is judged again', () => {
  const yaml = SHOP.replace('"= 3%"', '"2%..3%"');
  const sheet = 'node,kind,2026-04,2026-05\nvisitors,target,90000,110000\n';
  const answer = repairPlan({ yaml, sheet }, EMPTY_CATALOGUE);
  if (answer.kind !== 'repaired') throw new Error(answer.kind);
  for (const { verdict, texts } of answer.offers) {
    expect(verdict.period.verdict).toBe('reaches');
    expect(texts.sheet.split('\n')[1]).toMatch(/^visitors,target,\d+,\d+$/);
  }
  expect(answer.offers[0]?.edits.find(({ node }) => node === 'cvr')?.target).toMatch(/^2\.\d%\.\.3%$/);
});

test('[REP-06] nothing is repaired where nothing is short, where it cannot be told, or where the request makes no sense', () => {
  const kind = (yaml: string, request: RepairRequest = {}) => repairPlan({ yaml }, EMPTY_CATALOGUE, request).kind;
  expect(kind(SHOP.replace('3億円', '1億円'))).toBe('nothing-needed');
  expect(kind(SHOP.replace('target: "= 3%"', 'target: 未定'))).toBe('cannot-tell');
  expect(kind(SHOP, { goal: 'nobody' })).toBe('refused');
  expect(kind(SHOP, { weights: new Map([['cvr', 0]]) })).toBe('refused');
  expect(kind(SHOP, { limits: new Map([['cvr', { value: rationalOf('-1'), why: 'yours' }]]) })).toBe('refused');
  expect(kind(SHOP.replace('"= 3%"', '"= 3%", equals: sales / visitors'))).toBe('refused');
});

test('[REP-04] a target that is said to be at most stays that, whatever else is known of the node', () => {
  const yaml = `rashin: 1
plan: margin
period: 2026-04-01/2027-03-31
goals:
  profit: { unit: JPY, aggregation: sum, equals: sold * (price - cost), target: 1,500,000円 }
kpis:
  sold: { unit: count, aggregation: sum, target: "= 100 per month" }
  price: { unit: JPY, aggregation: mean, target: "= 5,000円" }
  cost: { unit: JPY, aggregation: mean, target: "<= 4,000円" }
`;
  const [offer] = repaired({ fixed: new Set(['sold', 'price']) }, yaml);
  expect(offer?.edits.map(({ node, target }) => [node, target])).toEqual([['cost', '<= 3750']]);
  expect(repaired({}, yaml).map(({ kind }) => kind)).toEqual(['cheapest', 'one']);
});

test('[REP-04] people stay whole people', () => {
  const yaml = `rashin: 1
plan: staff
period: 2026-04-01/2027-03-31
goals:
  visits: { unit: count, aggregation: sum, equals: staff * per-person, target: 5,000 by 2027-03-31 }
kpis:
  staff: { unit: count of person, aggregation: mean, target: "= 7" }
  per-person: { unit: count of visit, aggregation: sum, target: "= 50 per month" }
`;
  const [alone] = repaired({ fixed: new Set(['per-person']) }, yaml);
  expect(alone?.edits.map(({ node, target }) => [node, target])).toEqual([['staff', '= 9']]);
  expect(alone?.verdict.period.implied).toEqual(rationalOf('5400'));
  for (const { edits } of repaired({}, yaml)) for (const { target } of edits) expect(target).toMatch(/^= \d+(?: per month)?$/);
});

test(`[REP-03] of a plain product no offer is dearer than the closed form, (wanted ÷ implied)^(1/k) (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 101, max: 900 }),
      (values, percent) => {
        const ids = values.map((_, i) => `factor${i}`);
        const implied = values.reduce((product, value) => product * BigInt(value), 12_000n);
        const wanted = (implied * BigInt(percent)) / 100n + 1n;
        const [cheapest] = repaired(
          {},
          `rashin: 1
plan: product
period: 2026-04-01/2027-03-31
goals:
  total: { unit: count, aggregation: sum, equals: ${['amount', ...ids].join(' * ')}, target: ${wanted} by 2027-03-31 }
kpis:
  amount: { unit: count, aggregation: sum, target: "= 1,000 per month" }
${values.map((value, i) => `  factor${i}: { unit: multiple, aggregation: mean, target: "= ${value}" }`).join('\n')}
`,
        );
        const closed = Math.log(Number(wanted) / Number(implied)) ** 2 / (values.length + 1);
        expect(cheapest?.cost).toBeLessThanOrEqual(closed * (1 + 1e-9));
        expect(cheapest?.cost).toBeGreaterThanOrEqual(closed * (1 - 1e-6));
      },
    ),
    { seed: SEED, numRuns: 30 },
  );
});

test('[REP-06] targets of nothing, below nothing, above 100 % and contradicting ranges get an answer by name', () => {
  const answer = (yaml: string) => repairPlan({ yaml }, EMPTY_CATALOGUE);
  const codes = (yaml: string) => checkPlan({ yaml }, EMPTY_CATALOGUE).problems.map(({ code }) => code);
  expect(answer(SHOP.replace('3億円', '0円')).kind).toBe('nothing-needed');
  const below = SHOP.replace('3億円', '-1円');
  expect(codes(below)).toContain('target-needs-baseline');
  expect(answer(below)).toMatchObject({ kind: 'cannot-tell', why: { code: 'no-target' } });
  const above = SHOP.replace('"= 3%"', '"= 130%"').replace('3億円', '90億円');
  expect(codes(above)).toContain('target-impossible');
  const fixed = repairPlan({ yaml: above }, EMPTY_CATALOGUE, { fixed: new Set(['visitors', 'price']) });
  expect(fixed).toMatchObject({ kind: 'impossible', binding: [{ node: 'cvr', limit: 1, why: 'nature' }] });
  const contradicting = SHOP.replace('"= 3%"', '5%..3%');
  expect(codes(contradicting)).toContain('target-empty-range');
  expect(answer(contradicting)).toMatchObject({ kind: 'cannot-tell', why: { code: 'missing', nodes: ['cvr'] } });
  const nobody = SHOP.replace('"= 100,000 per month"', '"= 0 per month"');
  const still = repairPlan({ yaml: nobody }, EMPTY_CATALOGUE);
  expect(still).toMatchObject({ kind: 'impossible', value: 0 });
});
