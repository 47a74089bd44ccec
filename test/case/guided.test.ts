import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { calculationsOf } from '#core/begin/calculations.ts';
import { areasForAim, kpisForFactor } from '#core/begin/guided-ideas.ts';
import { proposedMarks } from '#core/begin/guided-marks.ts';
import { type GuidedAnswers, guidedNodes, guidedTexts } from '#core/begin/guided-plan.ts';
import { keptAnswers } from '#core/begin/kept-answers.ts';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { type Day, parseDay } from '#core/calendar/day.ts';
import { parseCatalogue } from '#core/metric/catalogue.ts';
import { checkPlan } from '#core/plan/check-plan.ts';
import { factorIdeas } from '#core/plan/factor-ideas.ts';
import { COMPANY_AIMS, reasonForAim } from '#core/plan/goals-for-aim.ts';
import { isPublishable } from '#core/plan/publishable.ts';
import { readCatalogue } from '../../build/catalogue.mjs';

const parsed = parseCatalogue(readCatalogue(fileURLToPath(new URL('../../catalogue', import.meta.url))));
if (!parsed.ok) throw new Error('the catalogue has errors');
const catalogue = parsed.value;

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

const EMPTY: GuidedAnswers = {
  aim: '',
  area: '',
  goal: '',
  target: '',
  population: '',
  from: day('2026-04-01'),
  to: day('2027-03-31'),
  formulas: {},
  ownFormula: '',
  alternatives: [],
  factors: [],
  impacts: {},
  feasibilities: {},
  shares: {},
  targets: {},
  owners: {},
  owner: '',
  name: '',
};
const PLACE = { id: 'plan-2026', name: '売上 2026年度', calendar: defaultCalendar, currency: 'JPY' };

function checked(answers: Partial<GuidedAnswers>) {
  const texts = guidedTexts({ ...EMPTY, ...answers }, PLACE, catalogue);
  if (!texts) throw new Error('no plan');
  return { texts, ...checkPlan(texts, catalogue) };
}

const FULL: Partial<GuidedAnswers> = {
  aim: '売上を伸ばす',
  area: 'オンライン販売',
  goal: 'revenue',
  target: '1億円',
  formulas: { revenue: 'orders * aov', orders: 'visitors * purchase-cvr' },
  factors: [
    {
      id: 'ease-buying',
      name: '買いやすくする',
      because: '迷いが減れば購入まで進む',
      part: 'purchase-cvr',
      kpis: ['cart-abandonment-rate'],
    },
  ],
  targets: { visitors: '5万人 per month', 'purchase-cvr': '2%', aov: '8,000円', 'cart-abandonment-rate': '60%' },
  owner: 'tanaka',
};

test('[BEG-32] answers become a plan with aim, area, factors and reasons, and its verdict', () => {
  const { parsed: read, goals, problems, texts } = checked(FULL);
  expect(problems.filter(found => !isPublishable([found]))).toEqual([]);
  const plan = read?.plan;
  expect(plan?.nodes.get('revenue')).toMatchObject({ areas: ['オンライン販売'], owner: 'tanaka', equalsText: 'orders * aov' });
  expect(plan?.nodes.get('revenue')?.aim?.ja).toBe('売上を伸ばす');
  expect(plan?.nodes.get('revenue')?.aimBecause).toEqual(reasonForAim('売上を伸ばす', 'revenue'));
  expect(reasonForAim('売上を伸ばす', 'nps')).toBeUndefined();
  expect(plan?.nodes.get('purchase-cvr')?.under).toBe('ease-buying');
  expect(plan?.factors.get('ease-buying')?.because?.ja).toBe('迷いが減れば購入まで進む');
  // 50,000 × 2% × 8,000 × 12 = 96,000,000 of 100,000,000
  expect(goals[0]?.period.verdict).toBe('short');
  expect(texts.sheet).toBe('');
});

test('[BEG-34] [DES-12] marks and shares of factors come into the plan; what is neither stays open', () => {
  const said = checked({
    ...FULL,
    impacts: { 'ease-buying': '5' },
    feasibilities: { 'ease-buying': 'much' },
    shares: { 'ease-buying': '100' },
  });
  expect(said.parsed?.plan.factors.get('ease-buying')).toMatchObject({ impact: 5, share: '1' });
  expect(said.parsed?.plan.factors.get('ease-buying')?.feasibility).toBeUndefined();
  expect(said.problems.filter(({ severity, code }) => severity === 'error' && code !== 'goal-short')).toEqual([]);
});

test('[BEG-34] [DES-12] [DES-13] what KPIs stand at and are to reach proposes marks, and what it brings the goal', () => {
  const [proposed] = proposedMarks(checked(FULL), new Map([['purchase-cvr', { value: 0.016, best: 0.018 }]]));
  // From 1.6 % to 2 %: a quarter more of 50,000 × 1.6 % × 8,000 × 12 = 76,800,000.
  expect(proposed).toMatchObject({ factor: 'ease-buying', impact: 5, best: { node: 'purchase-cvr', room: { mark: 4 } } });
  expect(proposed?.gain).toBeCloseTo(19_200_000, 0);
  expect(proposedMarks(checked(FULL), new Map())[0]?.gain).toBeUndefined();
});

test('[BEG-32] what is not answered is undecided, never made up', () => {
  const { parsed: read, goals, problems } = checked({ goal: 'revenue', formulas: { revenue: 'orders * aov' } });
  expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([]);
  expect([...(read?.plan.nodes.values() ?? [])].map(({ id, undecided }) => [id, undecided])).toEqual([
    ['revenue', true],
    ['orders', true],
    ['aov', true],
  ]);
  expect(goals[0]?.period.verdict).toBe('cannot-tell');
  expect(guidedTexts(EMPTY, PLACE, catalogue)).toBeUndefined();
});

test('[PLN-63] a goal and a formula in one’s own words', () => {
  const { parsed: read, problems } = checked({
    goal: '新規契約売上',
    target: '3億円',
    ownFormula: '契約の数 × 平均契約金額',
    targets: { 契約の数: '5件/月', 'contract-value': '500万円' },
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(read?.plan.nodes.get('新規契約売上')?.equalsText).toMatch(/^契約の数 \* /);
});

test('[BEG-31] a formula that leads back to itself is not taken', () => {
  const nodes = guidedNodes(
    { ...EMPTY, goal: 'revenue', formulas: { revenue: 'orders * aov', aov: 'revenue / orders' } },
    catalogue,
  );
  expect(nodes.map(({ id, formula }) => [id, formula])).toEqual([
    ['revenue', 'orders * aov'],
    ['orders', undefined],
    ['aov', undefined],
  ]);
});

test('[DES-09] the catalogue knows several ways to take sales apart', () => {
  const ways = calculationsOf('revenue', catalogue).map(({ text }) => text);
  expect(ways).toEqual(expect.arrayContaining(['orders * aov', 'visitors * purchase-cvr * aov']));
  for (const { parts } of calculationsOf('revenue', catalogue))
    for (const part of parts) expect(catalogue.metrics.has(part)).toBe(true);
});

test('[DES-09] other ways are kept beside the chosen one, and each says what the one missing part would have to be', () => {
  const {
    parsed: read,
    problems,
    ways,
  } = checked({
    ...FULL,
    target: '12億円',
    formulas: { revenue: 'orders * aov' },
    alternatives: ['orders * aov', 'visitors * purchase-cvr * aov', 'aov / orders / nothing-known'],
    factors: [],
    targets: { aov: '5,000円', 'purchase-cvr': '2%' },
  });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(read?.plan.nodes.get('revenue')?.alternatives?.map(({ text }) => text)).toEqual(['visitors * purchase-cvr * aov']);
  // A year of twelve months: 1,200,000,000 ÷ 5,000 ÷ 12 = 20,000 orders, or ÷ 2% = 1,000,000 visitors a month.
  expect(ways.map(({ formula, needed, isChosen }) => [formula, needed, isChosen])).toEqual([
    ['orders * aov', '20000', true],
    ['visitors * purchase-cvr * aov', '1000000', false],
  ]);
});

test('[DES-15] a factor proposes KPIs of the catalogue: winning customers shows in leads, inquiries and business cards', () => {
  expect(kpisForFactor('win-new-customers', 'new-customers', catalogue)).toEqual(
    expect.arrayContaining(['leads', 'inquiries', 'business-cards']),
  );
  const ideas = factorIdeas(
    [...catalogue.metrics.values()].map(({ id, name, direction }) => ({ id, metric: id, name, direction })),
  );
  for (const { id, part } of ideas)
    for (const kpi of kpisForFactor(id, part, catalogue)) expect(catalogue.metrics.has(kpi)).toBe(true);
});

test('[DES-02] every aim has a result area to offer', () => {
  for (const { id } of COMPANY_AIMS) expect(areasForAim(id).length).toBeGreaterThan(0);
});

test('[BEG-30] what was kept is taken as far as it is what it should be', () => {
  const answers = { ...EMPTY, ...FULL };
  expect(keptAnswers(JSON.parse(JSON.stringify(answers)), EMPTY)).toEqual(answers);
  for (const odd of [null, 3, 'x', [answers]]) expect(keptAnswers(odd, EMPTY)).toBeUndefined();
  const bent = { goal: 7, from: '2026-02-30', factors: [{ id: 'a' }, null], targets: { a: 1, b: '2' }, alternatives: ['x', 1] };
  expect(keptAnswers(bent, EMPTY)).toEqual({ ...EMPTY, targets: { b: '2' }, alternatives: ['x'] });
});
