import type { Known, State } from '#core/analyse/state.ts';
import type { Band } from '#core/foresee/band.ts';
import type { Landing } from '#core/foresee/landing.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Stretch } from './compared-side.ts';

/**
 * What is measured of the months that are over, and what is to be expected of those ahead. [EXP-17]
 *
 * Ahead, nodes that are calculated from their parts are what their formulas give; nodes that are forecast by themselves, taken as
 * planned, or whose delayed formula was fitted to the past have the mean of their own outcomes, because means of factors lead to the
 * mean of what they make, while middles of skewed ones would fall short. Nothing is known of a whole apart
 * from its months.
 */
export function forecastState(landing: Landing, measured: State, { slots }: Stretch): State {
  const fitted = new Set(landing.fits.map(({ node }) => node));
  const nodes = new Map(landing.nodes.map(node => [node.node, node]));
  const places = slots.map(({ from }) => landing.months.findIndex(month => month.from === from));
  const foreseen = (id: NodeId, place: number): Known | undefined => {
    const node = nodes.get(id);
    const isOwn = node && (node.origin !== 'formula' || fitted.has(id));
    const band = isOwn ? node.months[places[place] ?? -1] : undefined;
    return band ? { value: meanOf(band), isProvisional: true } : undefined;
  };
  const isOver = (place: number) => place < 0 || landing.months[places[place] ?? -1]?.state === 'over';
  return {
    kind: 'forecast',
    month: (id, place) => (isOver(place) ? measured.month(id, place) : foreseen(id, place)),
    whole: () => undefined,
  };
}

/**
 * The mean of outcomes, from their tenth, half and nine tenths.
 * Source: Hurst, Brown, Swanson, "Swanson's 30-40-30 rule", AAPG Bulletin 84 (2000), 1883–1891
 */
function meanOf({ p10, p50, p90 }: Band): number {
  return 0.3 * p10 + 0.4 * p50 + 0.3 * p90;
}
