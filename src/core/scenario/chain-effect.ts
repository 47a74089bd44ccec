import type { NodeId } from '../plan/plan.ts';
import type { TreeModel } from './tree-model.ts';

/** What a change of a short-term KPI does to a long-term one, and when. [ANA-14, SCN-08] */
export interface ChainEffect {
  readonly driver: NodeId;
  readonly node: NodeId;
  /** Relative change of the driver, from the month on. */
  readonly by: number;
  readonly from: string;
  /** Change of the node over the plan, in its unit and relative; within the plan's months, delays included. */
  readonly period?: { readonly change: number; readonly relative?: number };
  /** The same once everything runs. */
  readonly steady?: { readonly change: number; readonly relative?: number };
  /** First month in which the node differs; absent when it never does within the plan. */
  readonly shows?: string;
  /** Months between the change and that. */
  readonly after?: number;
  /** First month from which the effect is as large as it gets, relative to the node. */
  readonly full?: string;
  /** Relative change of the node by month of the plan; null where the node is nothing. */
  readonly months: readonly (number | null)[];
}

/** Differences smaller than this share are the same value, calculated in another order. */
const SAME = 1e-9;

/**
 * The effect of "+X % of this KPI" on another node, month by month. [ANA-14]
 * `from`: month (key) from which the driver is changed; the plan's first when absent. Undefined when the node has no value.
 */
export function chainEffect(model: TreeModel, driver: NodeId, node: NodeId, by: number, from?: string): ChainEffect | undefined {
  const start = from ?? model.keys[0];
  if (start === undefined) return undefined;
  const changed = model.with([{ node: driver, mode: 'relative', value: String(by), from: start }]);
  const months = model.keys.map((_, month): number | null => {
    const [was, is] = [model.base.month(node, month), changed.month(node, month)];
    return was === undefined || is === undefined || was === 0 ? null : (is - was) / Math.abs(was) + 0;
  });
  const differs = months.map((share, month) =>
    share === null ? model.base.month(node, month) !== changed.month(node, month) : Math.abs(share) > SAME,
  );
  const first = differs.indexOf(true);
  const most = months.reduce<number>((a, b) => (b !== null && Math.abs(b) > Math.abs(a) ? b : a), 0);
  const full = months.findIndex(share => share !== null && most !== 0 && share / most >= 0.999);
  const whole = (reading: 'period' | 'steady') => {
    const [was, is] = [model.base.whole(node, reading), changed.whole(node, reading)];
    if (was === undefined || is === undefined) return undefined;
    return { change: is - was, ...(was === 0 ? {} : { relative: (is - was) / Math.abs(was) }) };
  };
  const [period, steady] = [whole('period'), whole('steady')];
  if (!period && !steady) return undefined;
  return {
    driver,
    node,
    by,
    from: start,
    ...(period ? { period } : {}),
    ...(steady ? { steady } : {}),
    ...(first === -1 ? {} : { shows: model.keys[first] ?? start, after: first - Math.max(0, model.keys.indexOf(start)) }),
    ...(full === -1 ? {} : { full: model.keys[full] ?? start }),
    months,
  };
}
