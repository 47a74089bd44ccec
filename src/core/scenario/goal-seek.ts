import type { NodeId } from '../plan/plan.ts';
import type { DriverChange } from './driver-change.ts';
import { naturalRange, type Reading, type TreeModel } from './tree-model.ts';

/** What one driver would have to be for a node to be a value, everything else unchanged. [DES-40, SCN-07] */
export type Sought =
  | {
      readonly kind: 'found';
      /** Times the unchanged value. */
      readonly factor: number;
      /** The driver's value, of a flow per month, in the first month where it stands at anything. */
      readonly value: number;
      readonly was: number;
      /** The node's value with it. */
      readonly reaches: number;
      /** More (or less) than the driver can be by its nature, with that end. */
      readonly beyond?: number;
    }
  /** The node is that value already. */
  | { readonly kind: 'there' }
  /** The node does not depend on the driver, or not in the months that are left. */
  | { readonly kind: 'no-effect' }
  /** No value does it, between nothing and a million times as much; the nearest the node comes. */
  | { readonly kind: 'never'; readonly nearest: number }
  /** The node has no value, or the driver stands at nothing, so that no share of it can be changed. */
  | { readonly kind: 'unknown' };

/** Shares tried between which an answer is looked for: dense near what is, up to a million times as much. */
const FACTORS = [...factorGrid()];
const EXACT = 1e-12;

/**
 * Looks for the value of a driver that makes a node `wanted`. [SCN-07]
 *
 * In    `from`: first month (key) in which the driver can still be changed
 * How   one step where the node depends on it linearly; otherwise a scan of factors from 0 to 10⁶ for a change of sign and bisection
 *       to 1e-12. Of several answers the smallest change.
 */
export function goalSeek(
  model: TreeModel,
  node: NodeId,
  wanted: number,
  driver: NodeId,
  options: { readonly reading?: Reading; readonly from?: string } = {},
): Sought {
  const { reading = 'period', from } = options;
  const base = model.base.whole(node, reading);
  const was = model.keys.map((_, month) => model.level(driver, month)).find(level => level !== undefined && level !== 0);
  if (base === undefined || was === undefined) return { kind: 'unknown' };
  if (isNear(base, wanted)) return { kind: 'there' };
  const value = (factor: number): number => {
    const change: DriverChange = { node: driver, mode: 'relative', value: String(factor - 1), ...(from ? { from } : {}) };
    return model.with([change]).whole(node, reading) ?? Number.NaN;
  };
  const doubled = value(2);
  if (doubled === base && value(0.5) === base) return { kind: 'no-effect' };
  const found = (factor: number): Sought => {
    const planned = model.arithmetic.plan.nodes.get(driver);
    const { low, high } = planned ? naturalRange(planned) : { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    const needed = was * factor;
    const beyond = needed > high ? high : needed < low ? low : undefined;
    return { kind: 'found', factor, value: needed, was, reaches: value(factor), ...(beyond === undefined ? {} : { beyond }) };
  };
  const linear = 1 + (wanted - base) / (doubled - base);
  if (Number.isFinite(linear) && linear >= 0 && isNear(value(linear), wanted)) return found(linear);
  const answers = FACTORS.slice(1).flatMap((far, i): readonly number[] => {
    const near = FACTORS[i] ?? 0;
    const answer = between(near, far, factor => value(factor) - wanted);
    return answer === undefined ? [] : [answer];
  });
  const best = answers.toSorted((a, b) => distance(a) - distance(b))[0];
  if (best !== undefined) return found(best);
  const reached = FACTORS.map(value).filter(Number.isFinite);
  const nearest = reached.reduce((a, b) => (Math.abs(b - wanted) < Math.abs(a - wanted) ? b : a), base);
  return { kind: 'never', nearest };
}

function* factorGrid(): Generator<number> {
  yield 0;
  for (let log = -6; log <= 6; log += Math.abs(log) < 1 ? 0.05 : 0.25) yield 10 ** (Math.round(log * 100) / 100);
}

function distance(factor: number): number {
  return factor === 0 ? Number.POSITIVE_INFINITY : Math.abs(Math.log(factor));
}

/** A zero of a function between two places, by bisection; undefined when it does not change sign there. */
function between(a: number, b: number, of: (x: number) => number): number | undefined {
  let [low, high] = [a, b];
  let atLow = of(low);
  const atHigh = of(high);
  if (atLow === 0) return low;
  if (!(Number.isFinite(atLow) && Number.isFinite(atHigh)) || Math.sign(atLow) === Math.sign(atHigh)) return undefined;
  while (high - low > EXACT * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    const atMiddle = of(middle);
    if (Math.sign(atMiddle) === Math.sign(atLow)) [low, atLow] = [middle, atMiddle];
    else high = middle;
  }
  return (low + high) / 2;
}

function isNear(value: number, wanted: number): boolean {
  return Math.abs(value - wanted) <= EXACT * Math.max(Math.abs(value), Math.abs(wanted));
}
