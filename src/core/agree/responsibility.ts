/** What an overview of who answers for what needs of a KPI. */
export interface OwnedNode {
  readonly id: string;
  readonly metric: string;
  readonly role: 'goal' | 'kpi';
  readonly owner: string | null;
  readonly contributors: readonly string[];
  readonly pair: string | null;
  readonly kind: 'quantity' | 'quality' | null;
  /** Nodes its formula is made of. */
  readonly parts: readonly string[];
}

/** Partners: how much, and how good. [AGR-06] */
export interface ResponsiblePair {
  readonly quantity: OwnedNode;
  readonly quality: OwnedNode;
  /** One person answers for both sides. */
  readonly isOneOwner: boolean;
}

/** Every pair once, in the order of their first node. Nodes that name each other, or one of which names the other. */
export function responsiblePairs(nodes: readonly OwnedNode[]): readonly ResponsiblePair[] {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const seen = new Set<string>();
  return nodes.flatMap(node => {
    const partner = byId.get(node.pair ?? '') ?? nodes.find(({ pair }) => pair === node.id);
    if (!partner || partner.id === node.id || seen.has(node.id) || seen.has(partner.id)) return [];
    seen.add(node.id).add(partner.id);
    const isSwapped = node.kind === 'quality' || partner.kind === 'quantity';
    const [quantity, quality] = isSwapped ? [partner, node] : [node, partner];
    return [{ quantity, quality, isOneOwner: quantity.owner !== null && quantity.owner === quality.owner }];
  });
}
