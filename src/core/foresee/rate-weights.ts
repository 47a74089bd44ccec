import { type DayRange, lengthOf } from '../calendar/day-range.ts';
import { at } from '../stats/at.ts';
import { pointPath } from '../stats/point-path.ts';
import { medianOf } from '../stats/quantile.ts';

/** Denominators of a rate's months. [LND-06] */
export interface RateWeights {
  readonly closed: readonly (number | null)[];
  readonly running: number | null;
}

const SEASON = 12;

/**
 * The denominators of the months ahead: the middle of a forecast per day. [LND-06]
 * Empty without a denominator above zero; the running month has at least what it has already.
 */
export function weightsAhead(
  { closed, running }: RateWeights,
  months: { readonly closed: readonly DayRange[]; readonly ahead: readonly DayRange[] },
): readonly number[] {
  const first = closed.findIndex(weight => weight !== null && weight > 0);
  if (first < 0) return [];
  const worked = closed.slice(first).map((weight, i) => {
    const range = months.closed[first + i];
    return weight === null || !(weight > 0) || !range ? null : Math.log(weight / lengthOf(range));
  });
  const last = worked.findLastIndex(value => value !== null);
  const missing = worked.length - 1 - last;
  const { path } = pointPath(worked.slice(0, last + 1), SEASON, months.ahead.length + missing);
  return months.ahead.map((range, h) =>
    Math.max(Math.exp(at(path, h + missing)) * lengthOf(range), h === 0 ? (running ?? 0) : 0),
  );
}

/** Months around one whose cases stand in for those it lacks. */
const AROUND = 3;

/**
 * Rates whose months of few cases lean on the months around them. [LND-06]
 *
 * How   a month with less than half of the usual (median) denominator is filled up to it with cases of the pooled rate of the three
 *       months on either side, so that it weighs as much as it has seen
 */
export function leanedRates(rates: readonly (number | null)[], { closed }: RateWeights): readonly (number | null)[] {
  const least = leastWeight({ closed });
  return rates.map((rate, i) => {
    const weight = closed[i] ?? 0;
    if (rate === null || weight >= least) return rate;
    let [above, below] = [0, 0];
    for (let k = Math.max(0, i - AROUND); k <= i + AROUND; k++) {
      const [other, cases] = [rates[k], closed[k]];
      if (k === i || other === null || other === undefined || !cases) continue;
      above += other * cases;
      below += cases;
    }
    return below > 0 ? (rate * weight + (above / below) * (least - weight)) / least : rate;
  });
}

/** Half of the usual denominator; 0 where there is none. */
export function leastWeight({ closed }: Pick<RateWeights, 'closed'>): number {
  return (medianOf(closed.filter((weight): weight is number => weight !== null && weight > 0)) ?? 0) / 2;
}
