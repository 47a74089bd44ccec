/** Costs that people typed in, by channel; in the currency's main unit. */
export type TypedCosts = Readonly<Record<string, number>>;

/** As they stand in the address; what is no cost is left out. */
export function costsIn(text: string | undefined): TypedCosts {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, cost]) => typeof cost === 'number' && cost >= 0));
  } catch {
    return {};
  }
}

/** With what is typed for a channel, as text for the address; nothing takes it out. */
export function withCost(costs: TypedCosts, channel: string | null, typed: string): string | undefined {
  if (channel === null) return undefined;
  const { [channel]: _, ...others } = costs;
  const next = /^\d+$/.test(typed) ? { ...others, [channel]: Number(typed) } : others;
  return Object.keys(next).length > 0 ? JSON.stringify(next) : undefined;
}
