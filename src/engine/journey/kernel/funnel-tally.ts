import { GrowingNumbers } from './growing-numbers.ts';

/** What the winning attempts of some people add up to, by group: 0 is "no value", else 1 + the code of the breakdown's dimension. */
export interface FunnelPartial {
  readonly groups: readonly FunnelGroup[];
}

interface FunnelGroup {
  readonly group: number;
  readonly reached: Float64Array;
  /** Times from step k to k + 1, one list per pair. */
  readonly times: readonly Float64Array[];
}

/** Takes winning attempts, moment by moment from the last step to the first. */
export class FunnelTally {
  /** Moments of the attempt's steps. */
  readonly moments: Float64Array;
  private readonly groups: ({ readonly reached: Float64Array; readonly times: readonly GrowingNumbers[] } | undefined)[] = [];
  private readonly steps: number;

  constructor(steps: number) {
    this.steps = steps;
    this.moments = new Float64Array(steps);
  }

  /** An attempt whose last step is `level` (from 0). */
  add(group: number, level: number): void {
    let found = this.groups[group];
    if (!found) {
      found = {
        reached: new Float64Array(this.steps),
        times: Array.from({ length: this.steps - 1 }, () => new GrowingNumbers()),
      };
      this.groups[group] = found;
    }
    const { reached, times } = found;
    const { moments } = this;
    reached[0] = (reached[0] as number) + 1;
    for (let step = 1; step <= level; step++) {
      reached[step] = (reached[step] as number) + 1;
      (times[step - 1] as GrowingNumbers).add((moments[step] as number) - (moments[step - 1] as number));
    }
  }

  partial(): FunnelPartial {
    return {
      groups: this.groups.flatMap((found, group) =>
        found ? [{ group, reached: found.reached, times: found.times.map(list => list.values().slice()) }] : [],
      ),
    };
  }
}
