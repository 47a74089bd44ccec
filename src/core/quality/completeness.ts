import type { DayRange } from '../calendar/day-range.ts';
import { decisionOn, type QualityDecision, type TicketSubject } from './quality-ticket.ts';

/** A period for which a value is expected, and the value where there is one. */
export interface ExpectedValue extends DayRange {
  readonly value: number | null;
}

/**
 * How an expected value stands. [QUA-01]
 * `confirmed`: it is there · `missing`: it is not, and later ones are · `late`: nothing has arrived since · `estimated`: it is not,
 * and somebody had it carried forward or interpolated · `excluded`: somebody said that none is to be expected
 */
export type Arrival = 'confirmed' | 'missing' | 'late' | 'estimated' | 'excluded';

export interface Arrived extends ExpectedValue {
  readonly arrival: Arrival;
  /** What stands in for it, never part of any sum; absent where nothing does. */
  readonly estimate?: number;
}

/** How many of the values that are expected are there. [QUA-01] */
export interface Completeness {
  readonly expected: number;
  readonly present: number;
  /** 0 to 1; null where nothing is expected. */
  readonly share: number | null;
}

/**
 * How each expected value stands.
 *
 * In    periods oldest first, none left out; the words of people; `subjects`: whose words count, the metric and its dataset
 * Out   one per period. An estimate exists only where its neighbours do: interpolating needs a value on both sides
 */
export function arrivalsOf(
  periods: readonly ExpectedValue[],
  decisions: readonly QualityDecision[],
  subjects: readonly TicketSubject[],
): readonly Arrived[] {
  const newest = periods.findLastIndex(({ value }) => value !== null);
  return periods.map((period, place): Arrived => {
    if (period.value !== null) return { ...period, arrival: 'confirmed' };
    const choice = decisionOn(decisions, 'missing', subjects, period)?.choice;
    if (choice === 'exclude') return { ...period, arrival: 'excluded' };
    const estimate = choice === undefined ? undefined : estimateAt(periods, place, choice);
    if (estimate !== undefined) return { ...period, arrival: 'estimated', estimate };
    return { ...period, arrival: place > newest ? 'late' : 'missing' };
  });
}

/** Values that stand in do not count as present; periods without expectation do not count at all. */
export function completenessOf(arrived: readonly Arrived[]): Completeness {
  const expected = arrived.filter(({ arrival }) => arrival !== 'excluded').length;
  const present = arrived.filter(({ arrival }) => arrival === 'confirmed').length;
  return { expected, present, share: expected === 0 ? null : present / expected };
}

/** The last value before, or the point on the straight line between the nearest values on both sides. [QUA-03] */
function estimateAt(periods: readonly ExpectedValue[], place: number, choice: QualityDecision['choice']): number | undefined {
  const before = periods.findLastIndex(({ value }, at) => at < place && value !== null);
  const first = periods[before]?.value ?? undefined;
  if (choice === 'carry-forward') return first;
  if (choice !== 'interpolate') return undefined;
  const after = periods.findIndex(({ value }, at) => at > place && value !== null);
  const last = periods[after]?.value ?? undefined;
  if (first === undefined || last === undefined) return undefined;
  return first + ((last - first) * (place - before)) / (after - before);
}
