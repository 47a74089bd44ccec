import { at } from './at.ts';

/** Where a function of one number is smallest between two ends: the best of a grid, refined by golden section. */
export function minimiseBetween(low: number, high: number, cost: (x: number) => number, grid = 12, steps = 24): number {
  const width = (high - low) / grid;
  let best = low;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i <= grid; i++) {
    const value = cost(low + i * width);
    if (value < least) {
      least = value;
      best = low + i * width;
    }
  }
  return goldenSection(Math.max(low, best - width), Math.min(high, best + width), cost, steps);
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

function goldenSection(from: number, to: number, cost: (x: number) => number, steps: number): number {
  let [low, high] = [from, to];
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let costLeft = cost(left);
  let costRight = cost(right);
  for (let step = 0; step < steps; step++) {
    if (costLeft <= costRight) {
      high = right;
      right = left;
      costRight = costLeft;
      left = high - GOLDEN * (high - low);
      costLeft = cost(left);
    } else {
      low = left;
      left = right;
      costLeft = costRight;
      right = low + GOLDEN * (high - low);
      costRight = cost(right);
    }
  }
  return costLeft <= costRight ? left : right;
}

/** One number of a search, with the ends it may not pass. */
export interface Bounded {
  readonly start: number;
  readonly low: number;
  readonly high: number;
}

interface Corner {
  readonly place: readonly number[];
  readonly cost: number;
}

/**
 * Where a function of a few numbers is smallest inside a box: Nelder and Mead's simplex search (Computer Journal 7, 1965),
 * every point moved to the box first. Deterministic; a local minimum.
 */
export function minimiseInBox(box: readonly Bounded[], cost: (place: readonly number[]) => number, evaluations = 160): number[] {
  let spent = 0;
  const corner = (wanted: readonly number[]): Corner => {
    const place = wanted.map((value, i) => clamp(value, box[i]));
    spent++;
    return { place, cost: cost(place) };
  };
  const start = box.map(number => number.start);
  const simplex = [corner(start)];
  for (const [i, { low, high }] of box.entries()) {
    const step = at(start, i) - low > high - at(start, i) ? -0.25 : 0.25;
    simplex.push(corner(start.map((value, j) => (i === j ? value + step * (high - low) : value))));
  }
  while (spent < evaluations) {
    simplex.sort((a, b) => a.cost - b.cost);
    const [best, worst] = [simplex[0], simplex[simplex.length - 1]];
    const second = simplex[simplex.length - 2];
    if (!best || !worst || !second || worst.cost - best.cost <= 1e-10 * Math.abs(best.cost)) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, i) => others.reduce((sum, { place }) => sum + at(place, i), 0) / others.length);
    const along = (by: number) => corner(centre.map((value, i) => value + by * (value - at(worst.place, i))));
    const reflected = along(1);
    let found: Corner | undefined;
    if (reflected.cost < best.cost) {
      const further = along(2);
      found = further.cost < reflected.cost ? further : reflected;
    } else if (reflected.cost < second.cost) found = reflected;
    else {
      const nearer = along(reflected.cost < worst.cost ? 0.5 : -0.5);
      if (nearer.cost < Math.min(worst.cost, reflected.cost)) found = nearer;
    }
    if (found) simplex[simplex.length - 1] = found;
    else
      for (const [i, { place }] of others.entries())
        if (i > 0) simplex[i] = corner(place.map((value, j) => (value + at(best.place, j)) / 2));
    if (!found) simplex[simplex.length - 1] = corner(worst.place.map((value, j) => (value + at(best.place, j)) / 2));
  }
  simplex.sort((a, b) => a.cost - b.cost);
  return [...(simplex[0]?.place ?? start)];
}

function clamp(value: number, range: Bounded | undefined): number {
  return range ? Math.min(range.high, Math.max(range.low, value)) : value;
}
