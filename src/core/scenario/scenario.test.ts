import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { prepareArithmetic } from '../plan/arithmetic.ts';
import { parsePlan } from '../plan/build-plan.ts';
import { chainEffect } from './chain-effect.ts';
import { checkChanges } from './check-changes.ts';
import { compareScenarios } from './compare-scenarios.ts';
import { elasticities } from './elasticity.ts';
import { goalSeek } from './goal-seek.ts';
import { parseChange } from './parse-change.ts';
import { tornado } from './tornado.ts';
import { type TreeModel, type TreeModelOptions, treeModel } from './tree-model.ts';

function modelOf(nodes: string, options: TreeModelOptions = {}): TreeModel {
  const parsed = parsePlan({ yaml: `rashin: 1\nplan: test\nperiod: 2026-04-01/2027-03-31\n${nodes}` }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  const prepared = prepareArithmetic(parsed.value.plan);
  if (!prepared.ok) throw new Error('no arithmetic');
  return treeModel(prepared.arithmetic, options);
}

function change(text: string) {
  const read = parseChange(text);
  if (!read) throw new Error(text);
  return read;
}

const CHAIN = `goals:
  revenue: { target: 3億円 by 2027-03-31, equals: won-deals * contract-value }
kpis:
  leads: { unit: count, target: 200 per month }
  mql-rate: { unit: ratio, target: 30% }
  sql-rate: { unit: ratio, target: 50% }
  meeting-rate: { unit: ratio, target: 80% }
  win-rate: { unit: ratio, target: 25% }
  contract-value: { unit: money per deal, target: 500万円 }
  won-deals: { unit: count, equals: leads * mql-rate * sql-rate * meeting-rate * win-rate, lag: 90 days }`;
const SIX = ['leads', 'mql-rate', 'sql-rate', 'meeting-rate', 'win-rate', 'contract-value'];
const flat = (by: number) => () => ({ down: -by, up: by });

describe('[SCN-02] scenarios', () => {
  const model = modelOf(CHAIN);

  test('[ANA-15] a chain that gives 360M: a win rate of 20% is a risk at 288M, 240 leads give 432M', () => {
    const scenarios = [
      { changes: [change('win-rate=20%')], probability: 0.3 },
      { changes: [change('leads=240')], probability: 0.2 },
    ];
    const [goal] = compareScenarios(model, scenarios).goals;
    expect(
      [goal?.base.steady, ...(goal?.scenarios ?? []).map(({ steady }) => steady)].map(value => Math.round(value ?? 0)),
    ).toEqual([360_000_000, 288_000_000, 432_000_000]);
    expect(goal?.scenarios.map(({ meets }) => meets.steady)).toEqual([false, true]);
    // Within the plan's year nothing arrives in the first three months.
    expect(Math.round(goal?.base.period ?? 0)).toBe(270_000_000);
    expect(goal?.scenarios.map(({ reading }) => reading)).toEqual([null, 'opportunity']);
    expect(Math.round(goal?.expected ?? 0)).toBe(270e6 * 0.5 + 216e6 * 0.3 + 324e6 * 0.2);
  });

  test('[SCN-02] a change from a month on leaves the months before it and what is under way as they are', () => {
    const [row] = compareScenarios(model, [{ changes: [change('leads=+50%@2026-10')], probability: null }]).nodes.filter(
      ({ node }) => node === 'won-deals',
    );
    expect(row?.scenarios[0]?.months.map(value => Math.round((value ?? 0) * 10) / 10)).toEqual([
      0, 0, 0, 6, 6, 6, 6, 6, 6, 9, 9, 9,
    ]);
  });

  test('[SCN-02] a better rate does not win the deals that began before the plan', () => {
    const begun = modelOf(`goals: { deals: { target: 100, unit: count, equals: leads * rate, lag: 90 days } }
kpis: { leads: { unit: count, target: 200 per month, baseline: 100 per month }, rate: { unit: ratio, target: 25% } }`);
    const changed = begun.with([change('rate=50%')]);
    expect(begun.keys.slice(0, 5).map((_, month) => changed.month('deals', month))).toEqual([25, 25, 25, 100, 100]);
  });

  test('[SCN-03] unknown and calculated nodes, months outside, impossible values: all are said in words', () => {
    const codes = checkChanges(model, [
      change('leds=+10%'),
      change('won-deals=9'),
      change('win-rate=130%'),
      change('leads=-500'),
      change('leads=+5%@2025-01'),
      change('leads=+5%@2026-12..2026-05'),
    ]).map(({ code, at }) => [code, at[0]]);
    expect(codes).toEqual([
      ['scenario-node-unknown', 0],
      ['scenario-not-a-driver', 1],
      ['scenario-beyond-limit', 2],
      ['scenario-beyond-limit', 3],
      ['scenario-month', 4],
      ['scenario-months-contradict', 5],
    ]);
  });

  test('[SCN-04] changes as people type them', () => {
    expect(parseChange('cvr=+0.5pt')).toEqual({ node: 'cvr', mode: 'points', value: '0.005' });
    expect(parseChange('cvr=+10%')).toEqual({ node: 'cvr', mode: 'relative', value: '0.1' });
    expect(parseChange('cvr＝20％')).toEqual({ node: 'cvr', mode: 'set', value: '0.2' });
    expect(parseChange('aov=−500@2026-10..2026-12')).toEqual({
      node: 'aov',
      mode: 'points',
      value: '-500',
      from: '2026-10',
      to: '2026-12',
    });
    expect(parseChange('売上=3億円')).toEqual({ node: '売上', mode: 'set', value: '300000000' });
    expect(parseChange('cvr')).toBeUndefined();
    expect(parseChange('cvr=high')).toBeUndefined();
  });
});

describe('[SCN-05] elasticities', () => {
  test('[ANA-11] in the chain each rate has elasticity 1, and 10% more of any is 396M', () => {
    const model = modelOf(CHAIN);
    for (const { period, steady } of elasticities(model, SIX, ['revenue'])) {
      expect(period).toBeCloseTo(1, 12);
      expect(steady).toBeCloseTo(1, 12);
    }
    for (const driver of SIX) {
      const effect = chainEffect(model, driver, 'revenue', 0.1);
      expect(effect?.steady?.relative).toBeCloseTo(0.1, 12);
      expect(effect?.steady?.change).toBeCloseTo(36_000_000, 3);
    }
  });

  test('[SCN-05] random trees: the derivative is what small steps to both sides give', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.5, max: 9, noNaN: true }), { minLength: 5, maxLength: 5 }), ([a, b, c, d, e]) => {
        const model = modelOf(
          `goals: { goal: { target: 1, unit: count, equals: x * y + z * x - w / (y + 1) } }
kpis:
  x: { unit: count, target: 1 per month }
  y: { unit: count, equals: v * z, lag: 45 days }
  z: { unit: count, target: 1 per month, baseline: 3 per month }
  w: { unit: count, target: 1 per month }
  v: { unit: count, target: 1 per month, baseline: 2 per month }`,
          {
            levels: new Map([
              ['x', a ?? 1],
              ['z', b ?? 1],
              ['w', c ?? 1],
              ['v', d ?? 1],
              ['u', e ?? 1],
            ]),
          },
        );
        return elasticities(model, ['x', 'z', 'w', 'v'], ['goal']).every(({ driver, period }) => {
          const h = 1e-5;
          const at = (by: number) =>
            model.with([{ node: driver, mode: 'relative', value: String(by) }]).whole('goal') ?? Number.NaN;
          const step = (at(h) - at(-h)) / (2 * h) / at(0);
          return Math.abs(step - (period ?? Number.NaN)) <= 1e-6 * Math.max(1, Math.abs(step));
        });
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});

describe('[SCN-06] tornado', () => {
  test('[ANA-16] ±10% on each of the six factors gives equal bars of ±36M', () => {
    const bars = tornado(modelOf(CHAIN), 'revenue', flat(0.1), 'steady');
    expect(bars.map(({ driver }) => driver).toSorted()).toEqual([...SIX].sort());
    for (const { low, high } of bars) {
      expect(low.change).toBeCloseTo(-36_000_000, 3);
      expect(high.change).toBeCloseTo(36_000_000, 3);
    }
  });

  test('[SCN-06] a rate goes no further than 100%, the widest bar comes first, idle drivers are left out', () => {
    const model = modelOf(`goals: { orders: { target: 100, unit: count, equals: visits * cvr } }
kpis: { visits: { unit: count, target: 100 per month }, cvr: { unit: ratio, target: 90% }, other: { unit: count, target: 5 per month } }`);
    const bars = tornado(model, 'orders', flat(0.2));
    expect(bars.map(({ driver }) => driver)).toEqual(['visits', 'cvr']);
    expect(bars[1]?.high).toMatchObject({ isCapped: true });
    expect(bars[1]?.high.value).toBeCloseTo(1_200, 9);
  });
});

describe('[SCN-07] goal seek', () => {
  test('[DES-40] 100,000 visitors at 3% and 5,000 yen give 180M; 1,000M takes 555,556 visitors a month', () => {
    const model = modelOf(`goals: { sales: { target: 10億円, equals: visitors * cvr * aov * (1 + repeats) } }
kpis:
  visitors: { unit: count, target: 100000 per month }
  cvr: { unit: ratio, target: 3% }
  aov: { unit: JPY per order, target: 5000円 }
  repeats: { unit: count per order, target: 0 }`);
    expect(model.base.whole('sales')).toBeCloseTo(180_000_000, 3);
    const found = goalSeek(model, 'sales', 1_000_000_000, 'visitors');
    expect(found.kind === 'found' && Math.ceil(found.value)).toBe(555_556);
    expect(goalSeek(model, 'sales', 1_000_000_000, 'cvr')).toMatchObject({ kind: 'found', value: expect.closeTo(1 / 6, 12) });
    expect(goalSeek(model, 'sales', 8_000_000_000, 'cvr')).toMatchObject({ kind: 'found', beyond: 1 });
    expect(goalSeek(model, 'sales', 1_000_000_000, 'repeats')).toEqual({ kind: 'unknown' });
    expect(goalSeek(model, 'sales', 180_000_000, 'cvr')).toEqual({ kind: 'there' });
  });

  test('[SCN-07] any node through any driver, from a month on; what cannot be is said', () => {
    const model = modelOf(CHAIN);
    // From October only six of the months still arrive in time: three months are locked in behind the delay.
    const late = goalSeek(model, 'revenue', 300_000_000, 'leads', { from: '2026-10' });
    expect(late).toMatchObject({ kind: 'found', factor: expect.closeTo(1 + 30 / 90, 9) });
    expect(goalSeek(model, 'revenue', 300_000_000, 'leads', { from: '2027-02' })).toEqual({ kind: 'no-effect' });
    expect(goalSeek(model, 'won-deals', -5, 'leads')).toMatchObject({ kind: 'never', nearest: 0 });
    const bent = modelOf(`goals: { goal: { target: 1, unit: count, equals: min(a, 100) / b } }
kpis: { a: { unit: count, target: 50 per month }, b: { unit: count, target: 10 per month } }`);
    expect(goalSeek(bent, 'goal', 12 * 2, 'b')).toMatchObject({ kind: 'found', value: expect.closeTo(25, 9) });
    expect(goalSeek(bent, 'goal', 12 * 11, 'a')).toMatchObject({ kind: 'never', nearest: expect.closeTo(120, 9) });
  });
});

describe('[SCN-08] short to long', () => {
  test('[ANA-14] a rate of 30% raised to 33% is 10% more revenue, seen 90 days later', () => {
    const effect = chainEffect(modelOf(CHAIN), 'mql-rate', 'revenue', 0.1, '2026-06');
    expect(effect).toMatchObject({ shows: '2026-09', after: 3, full: '2026-09', by: 0.1 });
    expect(effect?.steady?.relative).toBeCloseTo(0.1 * (10 / 12), 12);
    expect(effect?.months.slice(3).map(share => Math.round((share ?? 0) * 1e9) / 1e9)).toEqual([
      0, 0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1,
    ]);
  });

  test('[SCN-08] a driver that does not touch the node shows never', () => {
    const effect = chainEffect(modelOf(CHAIN), 'leads', 'sql-rate', 0.1);
    expect(effect?.shows).toBeUndefined();
    expect(effect?.period).toEqual({ change: 0, relative: 0 });
  });
});
