/**
 * An arithmetic expression over players' values, unrolled to single numbers: what a change is split over. [EXP-01]
 * Nodes may be shared; a player may occur many times (a driver in several months and branches).
 */
export type Expression =
  | { readonly op: 'constant'; readonly value: number }
  /** A player's value: `before` while it stands in the first state, `after` once it has moved to the second. */
  | { readonly op: 'player'; readonly player: number; readonly before: number; readonly after: number }
  | { readonly op: 'sum'; readonly terms: readonly Expression[] }
  | { readonly op: 'product'; readonly factors: readonly Expression[] }
  | { readonly op: 'quotient'; readonly top: Expression; readonly bottom: Expression }
  | { readonly op: 'minimum' | 'maximum'; readonly of: readonly Expression[] };

/** The expression's value when the players in `moved` stand in the second state; NaN where something is divided by zero. */
export function valueWhen(expression: Expression, moved: (player: number) => boolean): number {
  const seen = new Map<Expression, number>();
  const of = (node: Expression): number => {
    const known = seen.get(node);
    if (known !== undefined) return known;
    const value = compute(node);
    seen.set(node, value);
    return value;
  };
  const compute = (node: Expression): number => {
    switch (node.op) {
      case 'constant':
        return node.value;
      case 'player':
        return moved(node.player) ? node.after : node.before;
      case 'sum':
        return node.terms.reduce((sum, term) => sum + of(term), 0);
      case 'product':
        return node.factors.reduce((product, factor) => product * of(factor), 1);
      case 'quotient': {
        const bottom = of(node.bottom);
        return bottom === 0 ? Number.NaN : of(node.top) / bottom;
      }
      case 'minimum':
        return Math.min(...node.of.map(of));
      case 'maximum':
        return Math.max(...node.of.map(of));
    }
  };
  return of(expression);
}

/** Direct parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case 'constant':
    case 'player':
      return [];
    case 'sum':
      return expression.terms;
    case 'product':
      return expression.factors;
    case 'quotient':
      return [expression.top, expression.bottom];
    case 'minimum':
    case 'maximum':
      return expression.of;
  }
}

/** Numbers of the players that occur in an expression. */
export function playersIn(expression: Expression): readonly number[] {
  const seen = new Set<Expression>([expression]);
  const players = new Set<number>();
  for (const part of seen) {
    if (part.op === 'player') players.add(part.player);
    for (const inner of partsOf(part)) seen.add(inner);
  }
  return [...players];
}
