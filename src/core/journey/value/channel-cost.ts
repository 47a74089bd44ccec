import type { Channel, ChannelCredit } from './learned-paths.ts';

/** A credit beside what the channel cost. */
export interface CostedCredit extends ChannelCredit {
  /** Absent where nobody said what the channel cost. */
  readonly cost?: number;
  /** Cost per credited conversion; null where nothing is credited. */
  readonly cpa?: number | null;
  /** Credited value per unit of cost; null where the cost is 0. */
  readonly roas?: number | null;
}

/** CPA and ROAS of each credit, value and cost in the same unit. [VAL-09] */
export function withCosts(credits: readonly ChannelCredit[], costs: ReadonlyMap<Channel, number>): CostedCredit[] {
  return credits.map(credit => {
    const cost = costs.get(credit.channel);
    if (cost === undefined) return credit;
    return {
      ...credit,
      cost,
      cpa: credit.conversions > 0 ? cost / credit.conversions : null,
      roas: cost > 0 ? credit.value / cost : null,
    };
  });
}
