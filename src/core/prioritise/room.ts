import type { DriverGrain } from '../drivers/plain-series.ts';
import type { Direction } from '../unit/unit.ts';
import type { ReferenceKind } from './priority-messages.ts';

/** What is known of a KPI beside its place in the tree. */
export interface KpiFacts {
  /** Where it stands now: measured, else its baseline; of a flow per month. */
  readonly current?: number;
  /** What its target names for the month that is looked at. */
  readonly target?: number;
  /** The better end of the catalogue's band. */
  readonly benchmark?: number;
  /** The best of its whole months so far. */
  readonly ownBest?: number;
  /** The end of what it can be at all. */
  readonly limit?: number;
  /** Values of whole months, oldest first. */
  readonly history: readonly number[];
  /** Its share of what the goal is behind plan, from the split of the difference; negative where it helps. */
  readonly shareOfShortfall?: number;
  /** That it moves ahead of the goal, as far as the data tell. [DRV-01] */
  readonly driver?: DriverFact;
}

/** A KPI that was found to move ahead of the goal. */
export interface DriverFact {
  /** −1 to 1. */
  readonly association: number;
  /** Steps of the grain. */
  readonly lag: number;
  readonly grain: DriverGrain;
}

/** How far a KPI could go. [PRI-04] */
export interface Room {
  readonly reference: number;
  readonly is: ReferenceKind;
  /** The way there as a share of where it stands, positive = to be improved. */
  readonly share: number;
}

/**
 * The room for improvement: to the target, else to the benchmark, else to the own best; never past the limit. [PRI-04, ANA-12]
 * A reference that is reached already is passed over. Undefined without a current value or reference, and from zero or below.
 */
export function roomOf(facts: KpiFacts, direction: Direction): Room | 'none' | undefined {
  const { current, target, benchmark, ownBest, limit } = facts;
  const candidates = (
    [
      ['target', target],
      ['benchmark', benchmark],
      ['own-best', ownBest],
    ] as const
  ).flatMap(([is, reference]) => (reference === undefined ? [] : [{ is, reference }]));
  if (current === undefined || current <= 0 || candidates.length === 0) return undefined;
  const better = (value: number) => (direction === 'down' ? value < current : value > current);
  const found = candidates.find(({ reference }) => better(reference));
  if (!found) return 'none';
  const isPast = limit !== undefined && (direction === 'down' ? found.reference < limit : found.reference > limit);
  const reference = isPast ? limit : found.reference;
  if (!better(reference)) return 'none';
  return { reference, is: isPast ? 'limit' : found.is, share: Math.abs(reference - current) / current };
}

/**
 * How much a KPI usually moves from one month to the next, as a share of itself: the middle of the absolute changes.
 * Undefined with fewer than six months, and where a month was zero or below.
 */
export function usualMovement(history: readonly number[]): number | undefined {
  if (history.length < 6 || history.some(value => value <= 0)) return undefined;
  const moves = history.slice(1).map((value, i) => Math.abs(value / (history[i] ?? value) - 1));
  const sorted = moves.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
