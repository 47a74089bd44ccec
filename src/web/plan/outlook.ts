import { INFLUENCEABLE } from '#core/planner/schedule.ts';
import type { Arrivals } from './worker-message.ts';

export type OutlookState = 'over' | 'met' | 'short' | 'lost';

/** What a month of the plan will deliver of a goal. */
export interface OutlookMonth {
  readonly value: number;
  /** Share of it that comes from months that can still be planned. */
  readonly influence: number;
  readonly state: OutlookState;
}

/**
 * What each month will really deliver of a goal: what is on its way from before the plan, from what was created so far, and from
 * what is planned. [PLN-71]
 *
 * In: when what arrives, actual amounts of the months that are over (absent where nobody measured them: then as planned), the goal's
 * actuals of them, its targets by month, and how many months are over. A month falls short when less arrives than its target by more
 * than a thousandth; it is lost when, besides, less than a quarter of what it delivers can still be influenced.
 */
export function outlookOf(
  arrivals: Arrivals,
  past: number,
  actualOf: (node: string, month: number) => number | undefined,
  targetOf: (month: number) => number | undefined,
): readonly OutlookMonth[] {
  const count = arrivals.levers[0]?.amounts.length ?? 0;
  return Array.from({ length: count }, (_, month) => {
    const over = month < past ? actualOf(arrivals.goal, month) : undefined;
    const created = (isOpen: boolean) =>
      arrivals.levers.reduce(
        (sum, { node, amounts, response }) =>
          amounts.reduce((all, planned, from) => {
            if (from >= past !== isOpen) return all;
            const amount = from < past ? (actualOf(node, from) ?? planned) : planned;
            return all + amount * (response[from]?.[month] ?? 0);
          }, sum),
        0,
      );
    const open = created(true);
    const value = over ?? (arrivals.before[month] ?? 0) + created(false) + open;
    const influence = over === undefined && value > 0 ? open / value : 0;
    const target = targetOf(month);
    const isShort = target !== undefined && value < target * (1 - HAIR);
    const state = month < past ? 'over' : isShort ? (influence < INFLUENCEABLE ? 'lost' : 'short') : 'met';
    return { value, influence, state };
  });
}

const HAIR = 1e-3;

/** Where what is created in a month arrives, largest first comes last in time: months of the arrivals with their amounts. [PLN-72] */
export function arrivingFrom(
  { levers, months }: Arrivals,
  node: string,
  month: number,
): readonly { readonly month: string; readonly value: number }[] {
  const lever = levers.find(one => one.node === node);
  const amount = lever?.amounts[month] ?? 0;
  return months.flatMap((key, to) => {
    const value = amount * (lever?.response[month]?.[to] ?? 0);
    return value > 0 ? [{ month: key, value }] : [];
  });
}

/** From which months comes what a month delivers: shares of all that is created in the plan and arrives then. [PLN-72] */
export function arrivingIn(
  { levers }: Arrivals,
  node: string,
  month: number,
): readonly { readonly from: number; readonly value: number }[] {
  const lever = levers.find(one => one.node === node);
  return (lever?.amounts ?? []).flatMap((amount, from) => {
    const value = amount * (lever?.response[from]?.[month] ?? 0);
    return value > 0 ? [{ from, value }] : [];
  });
}
