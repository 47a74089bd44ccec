import type { FunnelRow, StepTime } from './funnel-question.ts';
import { quotient } from './value/exact.ts';

/** A funnel's counts with what follows from them. */
export interface FunnelTable {
  readonly steps: readonly FunnelTableStep[];
  /** Last over first; null over zero. */
  readonly overall: number | null;
  /** The step (0 is the first) on the way to which most people were lost; null when nobody was. */
  readonly largestLoss: number | null;
  /** The step on the way to which most money was lost; null when no value is known or nothing was lost. */
  readonly costliestLoss: number | null;
}

export interface FunnelTableStep {
  readonly people: number;
  /** Of the people of the step before; null for the first step and over zero. */
  readonly rate: number | null;
  /** Of the people of the first step. */
  readonly ofFirst: number | null;
  /** People lost on the way from the step before; 0 for the first. */
  readonly lost: number;
  /** What those lost would have brought, had they gone on from here like the others; null when not known. */
  readonly lostMoney: number | null;
  /** From the step before. */
  readonly time: StepTime | null;
}

/**
 * Rates, losses and what they cost. [JRN-17]
 *
 * In    one row of a funnel's answer; money per completion in any unit, where it is known
 * Out   rates as fractions, null over zero; money lost = people lost × rates of the later steps × value, rounded once, null where
 *       nobody made the step, so that the later rates are not known; of equal losses the first
 */
export function funnelTable({ reached, times }: FunnelRow, valuePerCompletion?: number): FunnelTable {
  const [first = 0, last = 0] = [reached[0], reached.at(-1)];
  const steps = reached.map((people, step): FunnelTableStep => {
    const before = reached[step - 1];
    const lost = before === undefined ? 0 : before - people;
    return {
      people,
      rate: before === undefined ? null : over(people, before),
      ofFirst: over(people, first),
      lost,
      lostMoney: valuePerCompletion === undefined ? null : (quotient([lost, last, valuePerCompletion], [people]) ?? null),
      time: times[step - 1] ?? null,
    };
  });
  return {
    steps,
    overall: over(last, first),
    largestLoss: placeOfLargest(steps.map(({ lost }) => lost)),
    costliestLoss: placeOfLargest(steps.map(({ lostMoney }) => lostMoney ?? 0)),
  };
}

/** How many would complete, were one step's rate another. */
export interface FunnelWhatIf {
  readonly completions: number;
  /** More than now. */
  readonly more: number;
  readonly money: number | null;
}

/**
 * One step's rate is set, the later rates stay. [JRN-18]
 *
 * In    the step (0 is the first) and its new rate, 0 to 1
 * Out   expected completions, not rounded to whole people; undefined for the first step, and where nobody made the step, so that the
 *       later rates are not known
 */
export function funnelWhatIf(
  { reached }: FunnelRow,
  step: number,
  rate: number,
  valuePerCompletion?: number,
): FunnelWhatIf | undefined {
  const [before, people, last] = [reached[step - 1], reached[step], reached.at(-1)];
  if (before === undefined || people === undefined || last === undefined) return undefined;
  const isLast = step === reached.length - 1;
  const completions = isLast ? quotient([before, rate], [1]) : quotient([before, rate, last], [people]);
  if (completions === undefined) return undefined;
  const more = completions - last;
  return {
    completions,
    more,
    money: valuePerCompletion === undefined ? null : (quotient([more, valuePerCompletion], [1]) ?? null),
  };
}

/** The step that falls most behind its reference rate, by people it costs; undefined when none does. [JRN-17] */
export function furthestBehind(
  { reached }: FunnelRow,
  references: readonly (number | null)[],
): { readonly step: number; readonly rate: number; readonly reference: number; readonly people: number } | undefined {
  const behind = reached.flatMap((people, step) => {
    const [before, reference] = [reached[step - 1], references[step] ?? null];
    if (!before || reference === null) return [];
    const missing = before * reference - people;
    return missing > 0 ? [{ step, rate: people / before, reference, people: missing }] : [];
  });
  return behind.reduce<(typeof behind)[number] | undefined>(
    (most, each) => (most && most.people >= each.people ? most : each),
    undefined,
  );
}

function over(people: number, of: number): number | null {
  return of === 0 ? null : people / of;
}

function placeOfLargest(losses: readonly number[]): number | null {
  const largest = Math.max(0, ...losses);
  return largest === 0 ? null : losses.indexOf(largest);
}
