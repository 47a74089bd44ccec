import { at } from './at.ts';

/**
 * The quantile of a list: the value below which the share `p` lies, straight between neighbours (type 7 of Hyndman and Fan, as R's
 * and NumPy's default). Undefined for an empty list.
 */
export function quantileOf(values: ArrayLike<number>, p: number): number | undefined {
  return values.length === 0 ? undefined : sortedQuantile(Float64Array.from(values).sort(), p);
}

/** The same for a list that is in order already and not empty. */
export function sortedQuantile(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, p));
  const below = Math.floor(place);
  const low = at(sorted, below);
  return below + 1 < sorted.length ? low + (place - below) * (at(sorted, below + 1) - low) : low;
}

/** The middle value; undefined for an empty list. */
export function medianOf(values: ArrayLike<number>): number | undefined {
  return quantileOf(values, 0.5);
}
