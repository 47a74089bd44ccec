import { describe, expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import { EMPTY_CATALOGUE } from '../metric/catalogue.ts';
import { prepareArithmetic } from '../plan/arithmetic.ts';
import { parsePlan } from '../plan/build-plan.ts';
import { ambitionOf } from './ambition.ts';
import type { MonthValue } from './month-value.ts';
import { ambitionFactsOf, targetEvidence } from './target-evidence.ts';

const YAML = `rashin: 1
plan: shop
period: 2026-04-01/2027-03-31
goals:
  sales: { target: 2400万円 by 2027-03-31, equals: orders * aov, unit: JPY }
kpis:
  orders: { unit: count, target: 220 per month, baseline: 150 per month }
  aov: { unit: JPY per order, target: 10000円 }
  cost: { unit: JPY per order, target: ≤ 800円, direction: down }`;

function evidenceOf(id: string, past: readonly (number | null)[], ahead: readonly (number | null)[], lift?: number) {
  const parsed = parsePlan({ yaml: YAML }, EMPTY_CATALOGUE);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems[0]));
  const prepared = prepareArithmetic(parsed.value.plan);
  const node = parsed.value.plan.nodes.get(id);
  if (!prepared.ok || !node) throw new Error('no such node');
  const months = Array.from({ length: 36 }, (_, i) => monthFrom(2025, i - past.length + 18));
  const valued = (values: readonly (number | null)[], at: number): MonthValue[] =>
    values.map((value, i) => ({ ...(months[at + i] ?? monthFrom(2030, 0)), value }));
  const known = { past: valued(past, 0), ahead: valued(ahead, past.length), ...(lift === undefined ? {} : { lift }) };
  return { node, evidence: targetEvidence(node, prepared.arithmetic, known) };
}

/** The i-th month after January of a year. */
function monthFrom(year: number, i: number) {
  const text = (day: Date) => day.toISOString().slice(0, 10) as Day;
  return { from: text(new Date(Date.UTC(year, i, 1))), to: text(new Date(Date.UTC(year, i + 1, 0))) };
}

describe('[DES-16] evidence for a target', () => {
  // 18 months up to June 2026; the plan runs from April 2026 on.
  const growing = Array.from({ length: 18 }, (_, i) => 100 + 5 * i);

  test('[EVI-01] of months: the last twelve, best, mean, where the line and the forecast lead, what initiatives add', () => {
    const { node, evidence } = evidenceOf('orders', growing, new Array<number>(9).fill(190), 1.1);
    expect(evidence).toMatchObject({
      measure: 'month',
      months: 1,
      target: 220,
      present: { value: 180, from: 'recent' },
      best: { value: 185, from: '2026-06-01', to: '2026-06-30' },
      mean: (130 + 185) / 2,
      natural: 190,
    });
    expect(evidence.periods).toHaveLength(12);
    expect(evidence.withInitiatives).toBeCloseTo(209, 9);
    // The mean of the nine months from July on, 190 to 230.
    expect(evidence.trend).toBeCloseTo(210, 9);
    expect(ambitionOf(ambitionFactsOf(node, evidence)).verdict).toBe('stretch');
    expect(ambitionOf(ambitionFactsOf(node, evidence, 205)).verdict).toBe('reachable');
    expect(ambitionOf(ambitionFactsOf(node, evidence, 190)).verdict).toBe('too-easy');
  });

  test('[EVI-02] of a total: as many months together, with what has happened already', () => {
    const { evidence } = evidenceOf('sales', new Array<number>(18).fill(1_000_000), new Array<number>(9).fill(1_500_000));
    expect(evidence).toMatchObject({
      measure: 'whole',
      months: 12,
      target: 24_000_000,
      present: { value: 12_000_000, from: 'recent' },
      best: { value: 12_000_000 },
      mean: 12_000_000,
      natural: 3 * 1_000_000 + 9 * 1_500_000,
    });
  });

  test('[EVI-02] a total has no best stretch before there are as many months, and no forecast with a month missing', () => {
    const { evidence } = evidenceOf('sales', new Array<number>(6).fill(1), [1, null, 1]);
    expect('best' in evidence).toBe(false);
    expect('natural' in evidence).toBe(false);
  });

  test('[EVI-03] less is better: the best is the lowest; without any month there is nothing but the target', () => {
    expect(evidenceOf('orders', [], []).evidence.present).toEqual({ value: 150, from: 'plan' });
    expect(evidenceOf('cost', [900, 850, 870], [860]).evidence).toMatchObject({ best: { value: 850 }, target: 800 });
    const { node, evidence } = evidenceOf('aov', [], []);
    expect(evidence).toEqual({ measure: 'month', months: 1, target: 10_000, periods: [] });
    expect(ambitionOf(ambitionFactsOf(node, evidence)).because[0]?.code).toBe('ambition-no-history');
  });
});
