import type { Known, State } from '#core/analyse/state.ts';
import { sameRange } from '#core/calendar/day-range.ts';
import type { Band } from '#core/foresee/band.ts';
import type { Landing } from '#core/foresee/landing.ts';
import type { NodeId } from '#core/plan/plan.ts';
import type { Stretch } from './compared-side.ts';

/**
 * What is measured of the months that are over, and what is to be expected of those ahead. [EXP-17]
 *
 * Ahead, nodes that are calculated from their parts are what their formulas give; nodes that are forecast by themselves, taken as
 * planned, or whose delayed formula was fitted to the past have the mean of their own outcomes, because means of factors lead to the
 * mean of what they make, while middles of skewed ones would fall short; `lean` moves all of them by so many of their own half bands
 * (P90 − P10) ÷ 2. Nothing is known of a whole apart from its months.
 */
export function forecastState(landing: Landing, measured: State, { slots }: Stretch, lean = 0): State {
  const fitted = new Set(landing.fits.map(({ node }) => node));
  const nodes = new Map(landing.nodes.map(node => [node.node, node]));
  const places = slots.map(({ from }) => landing.months.findIndex(month => month.from === from));
  const foreseen = (id: NodeId, place: number): Known | undefined => {
    const node = nodes.get(id);
    const isOwn = node && (node.origin !== 'formula' || fitted.has(id));
    const band = isOwn ? node.months[places[place] ?? -1] : undefined;
    return band ? { value: meanOf(band) + (lean * (band.p90 - band.p10)) / 2, isProvisional: true } : undefined;
  };
  const isOver = (place: number) => place < 0 || landing.months[places[place] ?? -1]?.state === 'over';
  return {
    kind: 'forecast',
    month: (id, place) => (isOver(place) ? measured.month(id, place) : foreseen(id, place)),
    whole: () => undefined,
  };
}

/** The middle of a node's landing over a stretch, as it is shown everywhere: of the whole plan or one of its months. */
export function landingOver({ nodes, months }: Landing, id: NodeId, { slots, whole }: Stretch): number | undefined {
  const node = nodes.find(each => each.node === id);
  const [first, last] = [months[0], months.at(-1)];
  if (first && last && sameRange(whole, { from: first.from, to: last.to })) return node?.landing?.p50;
  const [only, ...more] = slots;
  const place = more.length === 0 ? months.findIndex(month => only !== undefined && sameRange(month, only)) : -1;
  return node?.months[place]?.p50;
}

/** How far drivers may be moved, in half bands. */
const FURTHEST = 0.6;
const HALVINGS = 50;

/**
 * The lean at which a forecast has the value its landing is shown with; undefined where moving all drivers alike does not lead there.
 *
 * In    what the forecast gives at a lean, undefined where nothing; the value wanted
 */
export function leanTo(valueAt: (lean: number) => number | undefined, wanted: number): number | undefined {
  let [low, high] = [-FURTHEST, FURTHEST];
  const [start, end] = [valueAt(low), valueAt(high)];
  if (start === undefined || end === undefined || (start - wanted) * (end - wanted) > 0) return undefined;
  const isRising = end >= start;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    const value = valueAt(middle);
    if (value === undefined) return undefined;
    if (value < wanted === isRising) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The mean of outcomes, from their tenth, half and nine tenths.
 * Source: Hurst, Brown, Swanson, "Swanson's 30-40-30 rule", AAPG Bulletin 84 (2000), 1883–1891
 */
function meanOf({ p10, p50, p90 }: Band): number {
  return 0.3 * p10 + 0.4 * p50 + 0.3 * p90;
}
