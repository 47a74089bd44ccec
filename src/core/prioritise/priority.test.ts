import { describe, expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { prepareArithmetic } from '../plan/arithmetic.ts';
import { parsePlan } from '../plan/build-plan.ts';
import { sentence } from '../problem/sentence.ts';
import { treeModel } from '../scenario/tree-model.ts';
import { checkShares, prioritiseFactors } from './factor-priority.ts';
import { prioritiseKpis } from './kpi-priority.ts';
import { type KpiFacts, roomOf, usualMovement } from './room.ts';
import type { Mark, Override } from './score.ts';

const YAML = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { target: 10億円, equals: visitors * cvr * aov }
factors:
  attract: { supports: sales, because: { ja: a, en: a }, impact: 5, feasibility: 4 }
  convert: { supports: sales, because: { ja: a, en: a } }
kpis:
  visitors: { unit: count, target: 120000 per month, under: attract }
  cvr: { unit: ratio, target: 3%, under: convert, owner: web/abe }
  aov: { unit: JPY per order, target: 5000円, under: convert }
  followers: { unit: count, target: 500, under: attract }`;

function setUp(levels: Readonly<Record<string, number>> = { visitors: 100_000, cvr: 0.01, aov: 4_900 }) {
  const parsed = parsePlan({ yaml: YAML }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) throw new Error('no arithmetic');
  const { plan } = parsed.value;
  const model = treeModel(prepared.arithmetic, { levels: new Map(Object.entries(levels)) });
  const goal = plan.nodes.get('sales');
  if (!goal) throw new Error('no goal');
  const facts: Readonly<Record<string, KpiFacts>> = {
    visitors: {
      current: 100_000,
      target: 120_000,
      history: [95_000, 105_000, 96_000, 104_000, 99_000, 100_000],
      shareOfShortfall: 0.15,
    },
    cvr: { current: 0.01, target: 0.03, benchmark: 0.02, history: [0.01, 0.01, 0.0101], shareOfShortfall: 0.8 },
    aov: { current: 4_900, target: 5_000, history: [], shareOfShortfall: 0.05 },
  };
  return { plan, model, goal, factsOf: (node: string): KpiFacts => facts[node] ?? { history: [] } };
}

const marks = (id: string, values: readonly [Mark, Mark, Mark, Mark]): readonly Override[] =>
  (['impact', 'problem', 'controllability', 'room'] as const).map((criterion, i) => ({
    id,
    criterion,
    mark: values[i] ?? 1,
    by: 'web/abe',
    note: '',
  }));

describe('[PRI-02] KPIs', () => {
  test('[ANA-12] marks 4,2,3,2 / 5,4,4,5 / 4,2,3,2: the conversion rate comes first with 18', () => {
    const { model, goal, factsOf } = setUp();
    const set = [...marks('visitors', [4, 2, 3, 2]), ...marks('cvr', [5, 4, 4, 5]), ...marks('aov', [4, 2, 3, 2])];
    const rows = prioritiseKpis(model, goal, factsOf, set);
    expect(rows.slice(0, 3).map(({ node, total, rank }) => [node, total, rank])).toEqual([
      ['cvr', 18, 1],
      ['visitors', 11, 2],
      ['aov', 11, 2],
    ]);
    expect(rows[0]?.impact).toMatchObject({ mark: 5, from: 'people', by: 'web/abe' });
  });

  test('[PRI-03] marks from figures: impact by what the reference brings the goal, with its reason in words', () => {
    const { model, goal, factsOf } = setUp();
    const rows = prioritiseKpis(model, goal, factsOf);
    const [first] = rows;
    expect(first?.node).toBe('cvr');
    // Three times the conversion rate is three times the sales of 58.8M a year.
    expect(first?.gain?.change).toBeCloseTo(58_800_000 * 2, 3);
    expect(first?.elasticity).toBeCloseTo(1, 12);
    expect(first?.tenPercent?.change).toBeCloseTo(5_880_000, 3);
    expect([first?.impact.mark, first?.problem.mark, first?.room.mark]).toEqual([5, 5, 5]);
    // An owner and an effect in the same month; three months of history say nothing about how it moves.
    expect(first?.controllability).toMatchObject({ mark: 5, computed: 5, from: 'data' });
    expect(first?.controllability.because.map(({ code }) => code)).toEqual([
      'priority-owner',
      'priority-lag',
      'priority-variation-unknown',
    ]);
    expect(first?.impact.because.map(because => sentence(because, 'ja'))).toEqual([
      '目標（または手本となる値）まで改善すると、salesが1.18億円（200%）よくなります。',
    ]);
    const outside = rows.find(({ node }) => node === 'followers');
    expect(outside).toMatchObject({ impact: { mark: 1 }, room: { mark: 1 }, problem: { mark: 1 } });
    expect(outside && 'elasticity' in outside).toBe(false);
  });

  test('[PRI-02] weights: only what counts counts', () => {
    const { model, goal, factsOf } = setUp();
    const set = [...marks('visitors', [1, 1, 5, 1]), ...marks('cvr', [5, 5, 1, 5])];
    const rows = prioritiseKpis(model, goal, factsOf, set, { impact: 0, problem: 0, controllability: 1, room: 0 });
    expect(rows[0]).toMatchObject({ node: 'visitors', total: 20 });
  });

  test('[PRI-04] room: to the first reference that is not reached, never past the limit, none from zero', () => {
    const history: readonly number[] = [];
    expect(roomOf({ current: 0.01, target: 0.03, history }, 'up')).toMatchObject({
      reference: 0.03,
      is: 'target',
      share: expect.closeTo(2, 12),
    });
    expect(roomOf({ current: 0.03, target: 0.03, benchmark: 0.04, history }, 'up')).toMatchObject({ is: 'benchmark' });
    expect(roomOf({ current: 0.9, target: 1.2, limit: 1, history }, 'up')).toMatchObject({ reference: 1, is: 'limit' });
    expect(roomOf({ current: 100, target: 80, history }, 'down')).toMatchObject({ share: 0.2 });
    expect(roomOf({ current: 5, target: 4, ownBest: 5, history }, 'up')).toBe('none');
    expect(roomOf({ current: 0, target: 4, history }, 'up')).toBeUndefined();
    expect(roomOf({ target: 4, history }, 'up')).toBeUndefined();
  });

  test('[PRI-06] usual movement is the middle of the monthly changes', () => {
    expect(usualMovement([100, 110, 110, 121, 121, 100])).toBeCloseTo(0.1, 12);
    expect(usualMovement([100, 110, 110, 0, 121, 100])).toBeUndefined();
    expect(usualMovement([100, 110])).toBeUndefined();
  });
});

describe('[PRI-07] success factors', () => {
  test('[DES-12] (5,4), (4,4), (3,2), (2,5) rank 20, 16, 10, 6', () => {
    const yaml = `rashin: 1\nplan: x\nperiod: 2026-04-01/2027-03-31\ngoals: { g: { target: 1, unit: count } }\nfactors:\n${(
      [
        [5, 4],
        [4, 4],
        [3, 2],
        [2, 5],
      ] as const
    )
      .map(
        ([impact, feasibility], i) =>
          `  f${i}: { supports: g, because: { ja: a, en: a }, impact: ${impact}, feasibility: ${feasibility} }`,
      )
      .join('\n')}`;
    const parsed = parsePlan({ yaml }, EMPTY_CATALOGUE);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
    const rows = prioritiseFactors(parsed.value.plan, []);
    expect(rows.map(({ factor, score, rank }) => [factor, score, rank])).toEqual([
      ['f0', 20, 1],
      ['f1', 16, 2],
      ['f3', 10, 3],
      ['f2', 6, 4],
    ]);
  });

  test('[DES-12] 40/30/20/10 is accepted, 40/30/20/20 refused with its total', () => {
    expect(checkShares(['0.4', '0.3', '0.2', '0.1'])).toEqual([]);
    expect(checkShares(['0.4', '0.3', '0.2', '0.2'])).toMatchObject([{ code: 'priority-shares', params: { total: '110' } }]);
    expect(checkShares(['0.4', undefined])).toEqual([]);
  });

  test('[PRI-07] worked out from the KPIs below; the plan counts before the figures, people before both', () => {
    const { plan, model, goal, factsOf } = setUp();
    const kpis = prioritiseKpis(model, goal, factsOf);
    const set: readonly Override[] = [{ id: 'attract', criterion: 'feasibility', mark: 1, by: 'web/abe', note: '' }];
    const rows = prioritiseFactors(plan, kpis, set);
    const attract = rows.find(({ factor }) => factor === 'attract');
    expect(attract).toMatchObject({
      impact: { mark: 5, from: 'plan' },
      feasibility: { mark: 1, from: 'people', by: 'web/abe' },
      score: 5,
    });
    const convert = rows.find(({ factor }) => factor === 'convert');
    expect(convert).toMatchObject({ impact: { mark: 5, from: 'data' }, kpis: ['cvr', 'aov'] });
  });
});
