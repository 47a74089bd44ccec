import type { DayRange } from '../calendar/day-range.ts';
import { numberOf, type Observation } from '../measure/observation.ts';
import type { Direction } from '../unit/unit.ts';

/** A whole period with what was measured in it, as a KPI's series holds it. */
export interface MeasuredPeriod extends DayRange {
  readonly actual: Observation;
  readonly running: boolean;
  readonly definedSince?: string | null;
}

/**
 * The best of a KPI's periods, to set a value beside what has been reached before. [VIS-14]
 *
 * Out   the highest, or the lowest where less is better; of equal ones the newest. Running periods, values that are still provisional
 *       and those under an earlier definition do not count; undefined when none is left, and for a KPI that should lie in a range
 */
export function bestPeriod<T extends MeasuredPeriod>(periods: readonly T[], direction: Direction): T | undefined {
  if (direction === 'range') return undefined;
  const since = periods.at(-1)?.definedSince ?? undefined;
  const sign = direction === 'down' ? -1 : 1;
  const rank = ({ actual }: T) => sign * (numberOf(actual) ?? 0);
  return periods
    .filter(
      one =>
        !one.running &&
        (one.actual.state === 'value' || one.actual.state === 'zero') &&
        (one.definedSince ?? undefined) === since,
    )
    .reduce<T | undefined>((best, one) => (best === undefined || rank(one) >= rank(best) ? one : best), undefined);
}
