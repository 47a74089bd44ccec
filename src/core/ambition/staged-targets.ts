import { type AmbitionFacts, benchmarkEnd } from './ambition-facts.ts';

/** A step towards a target. */
export interface StagedTarget {
  /** Months from now. */
  readonly months: 3 | 6 | 12;
  readonly value: number;
  /** What it was read from. */
  readonly from: 'own-best' | 'benchmark' | 'above-benchmark' | 'part' | 'target';
}

/** How far past the benchmark the last step goes. */
const ABOVE = 1.15;

/** Shares of what others reach, for a first attempt. */
const FIRST = [0.7, 0.85, 1] as const;

const MONTHS = [3, 6, 12] as const;

/**
 * Steps to set a target in: three, six and twelve months from now. [DES-53, AMB-05]
 *
 * With a present and a benchmark: the lesser of own best and benchmark where that is better than the present, the benchmark, 15 % beyond
 * it. With a present and a target only: a third and two thirds of the way, then the target. With no past at all: 70, 85 and 100 % of the
 * benchmark, else of the target. Less is better: divided instead of multiplied. Only steps that improve on the one before, never
 * past the limit; empty for ranges and where there is nothing to aim at.
 */
export function stagedTargets(facts: AmbitionFacts): readonly StagedTarget[] {
  const { direction, baseline, target, limit } = facts;
  if (direction === 'range') return [];
  const isDown = direction === 'down';
  const better = (a: number, b: number) => (isDown ? a < b : a > b);
  const benchmark = benchmarkEnd(facts);
  const times = (value: number, by: number) => (isDown ? value / by : value * by);
  const steps: StagedTarget[] = [];
  const add = (months: StagedTarget['months'], wanted: number, from: StagedTarget['from']) => {
    const value = limit ? Math.min(limit.high, Math.max(limit.low, wanted)) : wanted;
    const last = steps.at(-1)?.value ?? baseline;
    if (last === undefined || better(value, last)) steps.push({ months, value, from });
  };
  const aim = benchmark ?? target;
  if (aim === undefined) return [];
  if (baseline === undefined) {
    for (const [i, share] of FIRST.entries()) {
      const from = share < 1 ? 'part' : benchmark === undefined ? 'target' : 'benchmark';
      add(MONTHS[i] ?? 12, times(aim, share), from);
    }
    return steps;
  }
  if (benchmark === undefined || !better(benchmark, baseline)) {
    if (target === undefined || !better(target, baseline)) return [];
    for (const [i, months] of MONTHS.entries()) {
      add(months, baseline + ((target - baseline) * (i + 1)) / MONTHS.length, i < 2 ? 'part' : 'target');
    }
    return steps;
  }
  const best = facts.ownBest ?? benchmark;
  const nearer = better(best, benchmark) ? benchmark : best;
  if (better(nearer, baseline)) add(3, nearer, nearer === benchmark ? 'benchmark' : 'own-best');
  add(6, benchmark, 'benchmark');
  add(12, times(benchmark, ABOVE), 'above-benchmark');
  return steps;
}
