import type { NodeId } from '../plan/plan.ts';
import { at } from '../stats/at.ts';
import { medianOf } from '../stats/quantile.ts';
import type { Simulation } from './simulation.ts';

/** How much hangs on one driver. [LND-22] */
export interface Mover {
  readonly leaf: NodeId;
  /** Probability of the goal in the outcomes in which the driver runs above its middle, and in those in which it does not. */
  readonly probabilityHigh: number;
  readonly probabilityLow: number;
  /** Mean landing in the same two halves, in the goal's unit. */
  readonly landingHigh: number;
  readonly landingLow: number;
}

const SHOWN = 3;

/**
 * The three drivers that move a goal's probability most. [LND-22]
 *
 * How   outcomes are split in two halves by how high the driver runs in the months ahead; drivers rank by the difference of the
 *       probabilities, and by that of the landings where probabilities are the same. What goes together with the driver is in it
 */
export function moversOf(
  landings: Float64Array,
  meets: (landing: number) => boolean,
  drivers: ReadonlySet<NodeId>,
  { leaves, scores }: Pick<Simulation, 'leaves' | 'scores'>,
): readonly Mover[] {
  const met = Uint8Array.from(landings, landing => (meets(landing) ? 1 : 0));
  const movers = leaves.flatMap((leaf, i): Mover[] => {
    const score = scores[i];
    const middle = score && medianOf(score);
    if (!score || middle === undefined || !drivers.has(leaf)) return [];
    const [high, low] = [half(), half()];
    for (let draw = 0; draw < landings.length; draw++) {
      const side = at(score, draw) > middle ? high : low;
      side.count += 1;
      side.met += at(met, draw);
      side.sum += at(landings, draw);
    }
    if (high.count === 0 || low.count === 0) return [];
    return [
      {
        leaf,
        probabilityHigh: high.met / high.count,
        probabilityLow: low.met / low.count,
        landingHigh: high.sum / high.count,
        landingLow: low.sum / low.count,
      },
    ];
  });
  return movers.sort((a, b) => sizeOf(b) - sizeOf(a) || spreadOf(b) - spreadOf(a)).slice(0, SHOWN);
}

function half() {
  return { count: 0, met: 0, sum: 0 };
}

function sizeOf({ probabilityHigh, probabilityLow }: Mover): number {
  return Math.abs(probabilityHigh - probabilityLow);
}

function spreadOf({ landingHigh, landingLow }: Mover): number {
  return Math.abs(landingHigh - landingLow);
}
