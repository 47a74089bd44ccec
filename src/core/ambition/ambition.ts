import type { Problem } from '../problem/problem.ts';
import { type AmbitionFacts, benchmarkEnd } from './ambition-facts.ts';
import { type AmbitionVerdict, ambitionProblem, type YardstickName } from './ambition-messages.ts';
import { type StagedTarget, stagedTargets } from './staged-targets.ts';

/** How ambitious a target is, and why. [DES-20, AMB-01] */
export interface Ambition {
  readonly verdict: AmbitionVerdict | 'cannot-tell';
  /** Where it lies against the benchmark band; absent without a band. */
  readonly band?: 'below' | 'within' | 'above';
  /** Where each verdict ends, from the easiest on; absent where it cannot be told. */
  readonly ends?: AmbitionEnds;
  readonly because: readonly Problem[];
  /** Steps that lead there, where the target is a stretch and more, or the first one. */
  readonly staged: readonly StagedTarget[];
}

export interface AmbitionEnds {
  readonly tooEasy: number;
  readonly reachable: number;
  readonly stretch: number;
  readonly veryAmbitious: number;
}

/** What is better than the yardstick by these parts ends the verdict. */
const STRETCH = 1.25;
const VERY_AMBITIOUS = 1.5;

/**
 * Says whether a target is too easy, reachable, a stretch, very ambitious or unrealistic. [DES-20, AMB-01 … AMB-05]
 *
 * In    facts in one unit; `down` mirrors everything, a range has no ambition
 * Out   one verdict with its reasons; `cannot-tell` without target, for ranges, and without any past or present
 */
export function ambitionOf(facts: AmbitionFacts): Ambition {
  const { direction, target, baseline, ownBest } = facts;
  const none = (because: Problem, staged: readonly StagedTarget[] = []): Ambition => ({
    verdict: 'cannot-tell',
    because: [because],
    staged,
  });
  if (direction === 'range') return none(ambitionProblem('ambition-range', {}));
  if (target === undefined) return none(ambitionProblem('ambition-no-target', {}), stagedTargets(facts));
  if (baseline === undefined && ownBest === undefined && facts.natural === undefined) {
    return { ...none(ambitionProblem('ambition-no-history', {}), stagedTargets(facts)), ...bandPart(facts, target) };
  }
  const { ends, easyBy, reachedBy, yardstick, value } = endsOf(facts, direction);
  const within = (end: number) => atMost(direction === 'down' ? end : target, direction === 'down' ? target : end);
  const verdict: AmbitionVerdict = isPossible(facts, target)
    ? within(ends.tooEasy)
      ? 'too-easy'
      : within(ends.reachable)
        ? 'reachable'
        : within(ends.stretch)
          ? 'stretch'
          : within(ends.veryAmbitious)
            ? 'very-ambitious'
            : 'unrealistic'
    : 'unrealistic';
  const params = { target: String(target), unit: facts.unit };
  const reason = (): Problem => {
    switch (verdict) {
      case 'too-easy':
        return ambitionProblem('ambition-too-easy', { ...params, by: easyBy, value: String(ends.tooEasy) });
      case 'reachable':
        return ambitionProblem('ambition-reachable', { ...params, by: reachedBy, value: String(ends.reachable) });
      case 'stretch':
      case 'very-ambitious':
      case 'unrealistic':
        if (!isPossible(facts, target)) return ambitionProblem('ambition-impossible', params);
        return ambitionProblem(`ambition-${verdict}`, {
          ...params,
          by: yardstick,
          value: String(value),
          down: direction === 'down',
        });
    }
  };
  const band = bandPart(facts, target);
  const told = band.band && ambitionProblem(`ambition-${band.band}-band`, bandParams(facts));
  const isFar = verdict === 'stretch' || verdict === 'very-ambitious' || verdict === 'unrealistic';
  return { verdict, ...band, ends, because: [reason(), ...(told ? [told] : [])], staged: isFar ? stagedTargets(facts) : [] };
}

interface Ends {
  readonly ends: AmbitionEnds;
  readonly easyBy: YardstickName;
  readonly reachedBy: YardstickName;
  readonly yardstick: YardstickName;
  readonly value: number;
}

/** Without a past of its own, where it stands counts as the best. */
function endsOf(facts: AmbitionFacts, direction: 'up' | 'down'): Ends {
  const { baseline, natural, withInitiatives, ownBest } = facts;
  const benchmark = benchmarkEnd(facts);
  const easiest = bestOf(direction, [
    ['baseline', baseline],
    ['natural', natural],
  ]);
  const own = bestOf(direction, [['own-best', ownBest ?? baseline ?? natural]]);
  const yardstick = bestOf(direction, [
    ['own-best', own?.value],
    ['benchmark', benchmark],
  ]);
  const easy = easiest ?? own ?? { by: 'own-best', value: 0 };
  const reachable = bestOf(direction, [
    [easy.by, easy.value],
    ['own-best', own?.value],
    ['with-initiatives', withInitiatives],
  ]);
  const measure = yardstick ?? easy;
  const further = (by: number) =>
    bestOf(direction, [
      ['own-best', reachable?.value],
      ['own-best', improved(measure.value, by, direction)],
    ])?.value ?? measure.value;
  return {
    ends: {
      tooEasy: easy.value,
      reachable: reachable?.value ?? easy.value,
      stretch: further(STRETCH),
      veryAmbitious: further(VERY_AMBITIOUS),
    },
    easyBy: easy.by,
    reachedBy: reachable?.by ?? easy.by,
    yardstick: measure.by,
    value: measure.value,
  };
}

function bestOf(
  direction: 'up' | 'down',
  candidates: readonly (readonly [YardstickName, number | undefined])[],
): { readonly by: YardstickName; readonly value: number } | undefined {
  let best: { readonly by: YardstickName; readonly value: number } | undefined;
  for (const [by, value] of candidates) {
    if (value === undefined) continue;
    if (!best || (direction === 'down' ? value < best.value : value > best.value)) best = { by, value };
  }
  return best;
}

/** A value made better by a factor; below zero towards zero and beyond it, so that better stays better. */
export function improved(value: number, by: number, direction: 'up' | 'down'): number {
  return (direction === 'up') === value >= 0 ? value * by : value / by;
}

/** Beyond this share two numbers are different; the noise of sums is smaller. */
const SAME = 1e-9;

function atMost(a: number, b: number): boolean {
  return a <= b + SAME * Math.max(Math.abs(a), Math.abs(b));
}

function isPossible({ limit }: AmbitionFacts, target: number): boolean {
  return !limit || (atMost(target, limit.high) && atMost(limit.low, target));
}

function bandPart({ benchmark }: AmbitionFacts, target: number): Pick<Ambition, 'band'> {
  if (benchmark?.low === undefined || benchmark.high === undefined) return {};
  if (!atMost(benchmark.low, target)) return { band: 'below' };
  return { band: atMost(target, benchmark.high) ? 'within' : 'above' };
}

function bandParams({ benchmark, unit }: AmbitionFacts) {
  return { low: String(benchmark?.low ?? 0), high: String(benchmark?.high ?? 0), unit };
}
