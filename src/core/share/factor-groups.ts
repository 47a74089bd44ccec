/** What is needed of a KPI to find its group. */
export interface Grouped {
  readonly id: string;
  /** Factor or node it stands under. */
  readonly under: string | null;
  /** Its quantity or quality partner. */
  readonly pair: string | null;
}

export interface FactorGroup<T> {
  /** Undefined: those that stand under no factor. */
  readonly factor: string | undefined;
  readonly nodes: readonly T[];
}

/** KPIs under their success factors, in the factors' order; partners of a pair stand next to each other. [SCR-30] */
export function groupsByFactor<T extends Grouped>(nodes: readonly T[], factors: readonly string[]): readonly FactorGroup<T>[] {
  const known = new Set(factors);
  return [...factors, undefined].flatMap(factor => {
    const members = nodes.filter(({ under }) => (under !== null && known.has(under) ? under : undefined) === factor);
    return members.length === 0 ? [] : [{ factor, nodes: inPairs(members) }];
  });
}

function inPairs<T extends Grouped>(nodes: readonly T[]): readonly T[] {
  const placed = new Set<T>();
  return nodes.flatMap(node => {
    if (placed.has(node)) return [];
    const partner = nodes.find(
      other => other !== node && !placed.has(other) && (other.id === node.pair || other.pair === node.id),
    );
    placed.add(node);
    if (!partner) return [node];
    placed.add(partner);
    return [node, partner];
  });
}
