import type { DriverResponse } from './driver-response.ts';

/** A driver that may be changed. */
export interface Lever {
  /** Its place among the response's drivers. */
  readonly driver: number;
  /** 1: more of it helps; −1: less of it does. */
  readonly way: 1 | -1;
  /** How far the logarithm of its change may go. */
  readonly most: number;
  /** How dear a change of it is; 1 unless the user says otherwise. */
  readonly weight: number;
}

export interface Change {
  /** Size of each lever's change, as a logarithm, in the order of the levers. */
  readonly sizes: readonly number[];
  /** Σ weight × size². */
  readonly cost: number;
}

const ROUNDS = 60;

/** Changes nearer to one another than this cost the same: what a change costs is least where it is flat. */
const SAME = 1e-10;

/**
 * The cheapest change of several levers that brings the goal to what is wanted: least Σ weight × (logarithm of the factor)². [REP-03]
 *
 * In: the goal as a function of its drivers, what is wanted and on which side, the levers with their limits.
 * Out: the change, sizes as logarithms; undefined when even all levers at their limits do not suffice.
 * How: the goal is taken as linear (its logarithm, where it is positive, so that products are exact), the least change for that is
 * found with one multiplier, and this is repeated from several starts: nothing, the same factor for all, each lever alone. The
 * cheapest of what suffices is taken, so that no answer is dearer than the same factor for all. Deterministic.
 */
export function cheapestChange(
  response: DriverResponse,
  wanted: number,
  side: 'low' | 'high',
  levers: readonly Lever[],
): Change | undefined {
  const search = new ChangeSearch(response, wanted, side, levers);
  return search.best();
}

/** Of several levers the one that alone brings the goal to what is wanted with the least change; undefined when none does. */
export function cheapestAlone(
  response: DriverResponse,
  wanted: number,
  side: 'low' | 'high',
  levers: readonly Lever[],
): number | undefined {
  let best: { readonly place: number; readonly cost: number } | undefined;
  for (const [place, lever] of levers.entries()) {
    // A lever that does not suffice at the size that would cost as much is dearer.
    const most = best ? Math.min(lever.most, Math.sqrt(best.cost / lever.weight)) : lever.most;
    const cost = new ChangeSearch(response, wanted, side, [{ ...lever, most }]).best()?.cost;
    if (cost !== undefined && (!best || cost < best.cost)) best = { place, cost };
  }
  return best?.place;
}

class ChangeSearch {
  private readonly response: DriverResponse;
  private readonly wanted: number;
  private readonly sign: number;
  private readonly levers: readonly Lever[];
  /** Where searches ended so far. */
  private readonly ends: (readonly number[])[] = [];

  constructor(response: DriverResponse, wanted: number, side: 'low' | 'high', levers: readonly Lever[]) {
    this.response = response;
    this.wanted = wanted;
    this.sign = side === 'low' ? 1 : -1;
    this.levers = levers;
  }

  best(): Change | undefined {
    const full = this.levers.map(({ most }) => most);
    if (!this.suffices(full)) return undefined;
    const equal = this.along(this.levers.map(() => 1));
    if (equal && this.levers.length === 1) return { sizes: equal, cost: this.costOf(equal) };
    const alone = this.levers.slice(0, STARTS).map((_, i) => this.along(this.levers.map((_other, j) => (i === j ? 1 : 0))));
    const starts = [this.levers.map(() => 0), equal, ...alone].filter(start => start !== undefined);
    const found = [equal, ...alone, ...starts.map(start => this.refined(start))].filter(sizes => sizes !== undefined);
    const changes = found.map(sizes => ({ sizes, cost: this.costOf(sizes) }));
    changes.sort((a, b) => a.cost - b.cost);
    return changes[0];
  }

  /** Linear steps from a start, then back onto what just suffices. */
  private refined(start: readonly number[]): readonly number[] | undefined {
    let sizes = start;
    for (let round = 0; round < ROUNDS; round++) {
      const next = this.step(sizes);
      if (!next) break;
      const moved = Math.max(...next.map((size, i) => Math.abs(size - (sizes[i] ?? 0))));
      const share = round < 20 ? 1 : 0.5;
      sizes = sizes.map((size, i) => size + share * ((next[i] ?? 0) - size));
      if (this.wasFound(sizes)) return undefined;
      if (moved < SAME) break;
    }
    this.ends.push(sizes);
    return this.along(sizes);
  }

  /** Whether a search that began elsewhere ended here. */
  private wasFound(sizes: readonly number[]): boolean {
    return this.ends.some(end => end.every((size, i) => Math.abs(size - (sizes[i] ?? 0)) < 100 * SAME));
  }

  /** The least change for which the goal, taken as linear around some sizes, is what is wanted. */
  private step(sizes: readonly number[]): readonly number[] | undefined {
    const { value, slopes } = this.response.respond(this.changes(sizes));
    const isLog = value > 0 && this.wanted > 0;
    const gap = this.sign * (isLog ? Math.log(this.wanted / value) : this.wanted - value);
    const slope = this.levers.map(({ driver, way }) =>
      Math.max(0, (this.sign * way * (slopes[driver] ?? 0)) / (isLog ? value : 1)),
    );
    const needed = gap + slope.reduce((sum, each, i) => sum + each * (sizes[i] ?? 0), 0);
    if (needed <= 0) return this.levers.map(() => 0);
    const sizeAt = (multiplier: number, i: number) =>
      Math.min(this.levers[i]?.most ?? 0, (multiplier * (slope[i] ?? 0)) / (this.levers[i]?.weight ?? 1));
    const gained = (multiplier: number) => {
      let sum = 0;
      for (let i = 0; i < slope.length; i++) sum += sizeAt(multiplier, i) * (slope[i] ?? 0);
      return sum;
    };
    let [less, more] = [0, 1];
    while (gained(more) < needed) {
      if (more > 1e18) return undefined;
      more *= 4;
    }
    for (let i = 0; i < 200 && more - less > 1e-15 * more; i++) {
      const middle = (less + more) / 2;
      if (gained(middle) < needed) less = middle;
      else more = middle;
    }
    return this.levers.map((_, i) => sizeAt(more, i));
  }

  /** The least multiple of some sizes, each up to its limit, that suffices. */
  private along(sizes: readonly number[]): readonly number[] | undefined {
    const largest = Math.max(...sizes);
    if (!(largest > 0)) return undefined;
    const at = (times: number) => this.levers.map(({ most }, i) => Math.min(most, ((sizes[i] ?? 0) / largest) * times));
    const room = (times: number) => this.room(at(times));
    let [less, more] = [0, largest];
    let over = room(more);
    let under = Number.NaN;
    while (!(over >= 0)) {
      [less, under] = [more, over];
      more *= 2;
      if (more > 100) return undefined;
      over = room(more);
    }
    // Where a straight line through both ends crosses, and just beside it; half of the range when that does not help.
    for (let i = 0; i < 100 && more - less > 1e-15 * more; i++) {
      const width = more - less;
      const crossing = less + (width * under) / (under - over);
      const step = Math.max(1e-15 * more, width * 1e-3);
      for (const times of [crossing + step, crossing - step]) {
        if (!(times > less && times < more)) continue;
        const found = room(times);
        if (found >= 0) [more, over] = [times, found];
        else [less, under] = [times, found];
      }
      if (more - less < width / 4) continue;
      const middle = (less + more) / 2;
      const found = room(middle);
      if (found >= 0) [more, over] = [middle, found];
      else [less, under] = [middle, found];
    }
    return at(more);
  }

  private suffices(sizes: readonly number[]): boolean {
    return this.room(sizes) >= 0;
  }

  /** How far beyond what is wanted the goal gets: its logarithm, where there is one. */
  private room(sizes: readonly number[]): number {
    const value = this.response.at(this.changes(sizes));
    return this.sign * (value > 0 && this.wanted > 0 ? Math.log(value / this.wanted) : value - this.wanted);
  }

  private changes(sizes: readonly number[]): Float64Array {
    const changes = new Float64Array(this.response.drivers.length);
    for (const [i, { driver, way }] of this.levers.entries()) changes[driver] = way * (sizes[i] ?? 0);
    return changes;
  }

  private costOf(sizes: readonly number[]): number {
    return sizes.reduce((sum, size, i) => sum + (this.levers[i]?.weight ?? 1) * size * size, 0);
  }
}

/** From how many single levers a search is started. */
const STARTS = 8;
