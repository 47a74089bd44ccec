/** What a channel won for what it cost. */
export interface ChannelSpend {
  readonly cost: number;
  readonly conversions: number;
}

/** Conversions lost where money is taken and won where it is put. */
export interface BudgetMove {
  readonly lost: number;
  readonly won: number;
  readonly gain: number;
}

/**
 * What moving a budget from one channel to another would change. [VAL-61]
 *
 * In    amount in the unit of the costs, at most the cost of `from`; `elasticity`: 1 keeps the cost per conversion as it is, below 1
 *       every further unit of money brings less (conversions grow with cost to this power) ; 0 < elasticity ≤ 1
 * Out   undefined where a side has no cost or no conversions, or more is moved than there is
 */
export function budgetMove(from: ChannelSpend, to: ChannelSpend, amount: number, elasticity = 1): BudgetMove | undefined {
  if (!usable(from) || !usable(to) || amount < 0 || amount > from.cost) return undefined;
  const at = ({ cost, conversions }: ChannelSpend, by: number) =>
    elasticity === 1 ? (conversions * (cost + by)) / cost : conversions * ((cost + by) / cost) ** elasticity;
  const lost = from.conversions - at(from, -amount);
  const won = at(to, amount) - to.conversions;
  return { lost, won, gain: won - lost };
}

/**
 * The amount after which the next unit of money brings the same on both sides, where returns diminish. [VAL-61]
 *
 * In    0 < elasticity < 1
 * Out   between 0 and the cost of `from`; 0 where the first unit would already lose; undefined where a side has no cost or no
 *       conversions
 */
export function bestMove(from: ChannelSpend, to: ChannelSpend, elasticity: number): number | undefined {
  if (!usable(from) || !usable(to)) return undefined;
  // With y = k · c^e the marginal conversions are equal where costs are in proportion to k^(1 / (1 − e)).
  const weight = ({ cost, conversions }: ChannelSpend) => (conversions / cost ** elasticity) ** (1 / (1 - elasticity));
  const [taken, given] = [weight(from), weight(to)];
  return Math.max(0, from.cost - ((from.cost + to.cost) * taken) / (taken + given));
}

function usable({ cost, conversions }: ChannelSpend): boolean {
  return cost > 0 && conversions > 0;
}
