import type { NodeId } from '../plan/plan.ts';
import type { DriverChange } from './driver-change.ts';
import { naturalRange, type Reading, type TreeModel } from './tree-model.ts';

/** What a node becomes with one driver at its low and its high end, everything else unchanged. [ANA-16, SCN-06] */
export interface TornadoBar {
  readonly driver: NodeId;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** |high − low| of the node; bars come sorted by it, the widest first. */
  readonly width: number;
}

export interface TornadoEnd {
  /** Relative change of the driver, as it was possible. */
  readonly by: number;
  /** The node's value, and its change. */
  readonly value: number;
  readonly change: number;
  /** The driver could not go as far: a rate ends at 100 %. */
  readonly isCapped: boolean;
}

/** How far each driver is moved: shares of itself, the same for all or by driver; `down` is negative. */
export interface Swing {
  readonly down: number;
  readonly up: number;
}

/**
 * The tornado of a node. Drivers that do not move it, and those that stand at zero (no share of zero is a change), are left out.
 * Empty when the node has no value.
 */
export function tornado(
  model: TreeModel,
  node: NodeId,
  swingOf: (driver: NodeId) => Swing,
  reading: Reading = 'period',
): readonly TornadoBar[] {
  const base = model.base.whole(node, reading);
  if (base === undefined) return [];
  const bars = model.drivers.flatMap((driver): readonly TornadoBar[] => {
    const swing = swingOf(driver);
    const low = endOf(model, node, driver, swing.down, base, reading);
    const high = endOf(model, node, driver, swing.up, base, reading);
    if (!low || !high) return [];
    const width = Math.abs(high.value - low.value);
    return width === 0 ? [] : [{ driver, low, high, width }];
  });
  return bars.toSorted((a, b) => b.width - a.width);
}

function endOf(
  model: TreeModel,
  node: NodeId,
  driver: NodeId,
  by: number,
  base: number,
  reading: Reading,
): TornadoEnd | undefined {
  const possible = possibleShare(model, driver, by);
  if (possible === undefined) return undefined;
  const change: DriverChange = { node: driver, mode: 'relative', value: String(possible) };
  const value = model.with([change]).whole(node, reading);
  if (value === undefined) return undefined;
  return { by: possible, value, change: value - base, isCapped: possible !== by };
}

/** The share as far as the driver's nature allows in every month; undefined for a driver that stands at zero or at nothing. */
export function possibleShare(model: TreeModel, driver: NodeId, by: number): number | undefined {
  const planned = model.arithmetic.plan.nodes.get(driver);
  const levels = model.keys.map((_, month) => model.level(driver, month));
  const known = levels.filter(level => level !== undefined && level !== 0);
  if (!planned || known.length === 0) return undefined;
  const { low, high } = naturalRange(planned);
  const most = Math.max(...known.map(level => level ?? 0));
  const least = Math.min(...known.map(level => level ?? 0));
  const upper = most > 0 && most <= high ? high / most - 1 : Number.POSITIVE_INFINITY;
  const lower = least > 0 && least >= low ? low / least - 1 : Number.NEGATIVE_INFINITY;
  return Math.min(Math.max(by, lower), upper);
}
