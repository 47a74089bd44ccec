import { at } from './at.ts';

/** A cost and its gradient at a place. */
export interface Slope {
  readonly cost: number;
  readonly gradient: readonly number[];
}

/** Where a search ended: the place, its cost, and whether the gradient there is as good as 0. */
export interface Lowest extends Slope {
  readonly place: readonly number[];
  readonly settled: boolean;
}

/**
 * Where a smooth function of a few numbers is smallest: quasi-Newton steps (Broyden, Fletcher, Goldfarb, Shanno) with halved
 * steps until the cost falls enough (Armijo). A local minimum; deterministic.
 *
 * In    a start whose cost is finite; places with a cost that is not finite are stepped back from
 * Out   `settled` when every part of the gradient is at most `flat` times the size of the cost (at least 1)
 */
export function minimiseSmooth(
  start: readonly number[],
  slopeAt: (place: readonly number[]) => Slope,
  { flat = 1e-9, steps = 500 }: { readonly flat?: number; readonly steps?: number } = {},
): Lowest {
  const n = start.length;
  let place = [...start];
  let slope = slopeAt(place);
  let inverse = identity(n);
  for (let step = 0; step < steps; step++) {
    if (isFlat(slope, flat)) return { place, ...slope, settled: true };
    let way = inverse.map(row => -dot(row, slope.gradient));
    if (dot(way, slope.gradient) >= 0) {
      inverse = identity(n);
      way = slope.gradient.map(part => -part);
    }
    const next = lower(place, slope, way, slopeAt);
    if (!next) break;
    const moved = next.place.map((value, i) => value - at(place, i));
    const turned = next.slope.gradient.map((value, i) => value - at(slope.gradient, i));
    inverse = updated(inverse, moved, turned);
    place = next.place;
    slope = next.slope;
  }
  return { place, ...slope, settled: isFlat(slope, Math.max(flat, 1e-6)) };
}

/** Longest step along one direction; the costs searched here are on logarithmic scales. */
const LONGEST = 2;

function lower(place: readonly number[], slope: Slope, way: readonly number[], slopeAt: (place: readonly number[]) => Slope) {
  const fall = dot(way, slope.gradient);
  const length = Math.max(...way.map(Math.abs));
  for (let share = Math.min(1, LONGEST / length); share > 1e-14; share /= 2) {
    const tried = place.map((value, i) => value + share * at(way, i));
    const there = slopeAt(tried);
    if (Number.isFinite(there.cost) && there.cost <= slope.cost + 1e-4 * share * fall && there.cost < slope.cost)
      return { place: tried, slope: there };
  }
  return undefined;
}

function updated(inverse: readonly (readonly number[])[], moved: readonly number[], turned: readonly number[]): number[][] {
  const along = dot(moved, turned);
  if (along <= 1e-300) return inverse.map(row => [...row]);
  const bent = inverse.map(row => dot(row, turned));
  const factor = (1 + dot(bent, turned) / along) / along;
  return inverse.map((row, i) =>
    row.map(
      (value, j) =>
        value + factor * at(moved, i) * at(moved, j) - (at(bent, i) * at(moved, j) + at(moved, i) * at(bent, j)) / along,
    ),
  );
}

function isFlat({ cost, gradient }: Slope, flat: number): boolean {
  return gradient.every(part => Math.abs(part) <= flat * Math.max(1, Math.abs(cost)));
}

function identity(n: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * at(b, i), 0);
}
