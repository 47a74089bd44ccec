import { medianOf } from './quantile.ts';

/** Values this many modified z-scores from the median are conspicuous. [MEA-14] */
export const CONSPICUOUS = 3.5;

/** The factor that makes the median absolute deviation of normal values their standard deviation is 1 ÷ this. */
export const MAD_TO_Z = 0.6745;

/**
 * Modified z-scores: 0.6745 · (x − median) ÷ MAD, with MAD the median absolute deviation from the median. [MEA-14]
 *
 * A value is conspicuous beyond ±3.5. With a MAD of 0 (more than half of the values are equal) a value equal to the median has 0 and
 * any other has no score: undefined, never infinite.
 * Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993
 */
export function modifiedZ(values: readonly number[]): (number | undefined)[] {
  const median = medianOf(values) ?? 0;
  const spread = medianOf(values.map(value => Math.abs(value - median))) ?? 0;
  return values.map(value => (value === median ? 0 : spread > 0 ? (MAD_TO_Z * (value - median)) / spread : undefined));
}
