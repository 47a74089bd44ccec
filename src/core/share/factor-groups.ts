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
export function groupsByFactor<T extends Grouped>(
  nodes: readonly T[],
  factors: readonly string[],
  rankOf?: (node: T) => number | null,
): readonly FactorGroup<T>[] {
  const known = new Set(factors);
  return groupsBy(nodes, factors, ({ under }) => (under !== null && known.has(under) ? under : undefined), rankOf);
}

/**
 * KPIs in groups of any kind, in the order of the groups' keys, those without a group at the end; partners of a pair stand next to
 * each other. With ranks, what matters most comes first: inside the groups, and the groups by the best of their ranks. [SCR-30, VIS-02]
 */
export function groupsBy<T extends Grouped>(
  nodes: readonly T[],
  keys: readonly string[],
  keyOf: (node: T) => string | undefined,
  rankOf: (node: T) => number | null = () => null,
): readonly FactorGroup<T>[] {
  const order = (node: T) => rankOf(node) ?? Number.MAX_SAFE_INTEGER;
  const groups = [...keys, undefined].flatMap(factor => {
    const members = nodes.filter(node => keyOf(node) === factor).toSorted((a, b) => order(a) - order(b));
    return members.length === 0 ? [] : [{ factor, nodes: inPairs(members), best: Math.min(...members.map(order)) }];
  });
  return groups.toSorted((a, b) => a.best - b.best).map(({ factor, nodes: members }) => ({ factor, nodes: members }));
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
