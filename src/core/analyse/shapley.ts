import { type Expression, partsOf, valueWhen } from './expression.ts';
import { FlatExpression } from './flat-expression.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { sampledOrders } from './sampled-orders.ts';

/** How a change was split: one share per player, in the expression's unit; they add up to `after − before`. */
export interface Split {
  readonly before: number;
  readonly after: number;
  readonly shares: readonly number[];
  /** `exact`, or `sampled` with the standard error of each share where the expression is too entangled. */
  readonly how: 'exact' | 'sampled';
  readonly errors?: readonly number[];
}

/** Parts in which players meet in a way that is not a sum or a product are tried in all combinations up to this many players. */
const ENUMERATED = 16;

/**
 * The Shapley split of a change over the players of an expression: each player's average effect over all orders in which the
 * players could have moved. Order-free, complete, no remainder. [ANA-01, EXP-02]
 *
 * In    the expression and how many players it has
 * Out   shares that add up to the change up to rounding (≤ 1e-9 of the larger state, measured before any adjustment)
 * None  undefined when a state, or a state between the two in which only some players have moved, divides by zero
 * How   docs/method/decomposition.md: the shares are the integral of the gradient of the multilinear extension along its diagonal.
 *       Sums and products of disjoint players are followed symbolically, other parts are enumerated, Gauss–Legendre
 *       quadrature integrates the polynomial exactly. Work grows with the size of the expression, not with 2^players.
 */
export function shapley(expression: Expression, players: number): Split | undefined {
  const [before, after] = [valueWhen(expression, () => false), valueWhen(expression, () => true)];
  if (!Number.isFinite(before) || !Number.isFinite(after)) return undefined;
  const extension = buildExtension(expression);
  if (!extension) {
    const sampled = sampledOrders(expression, players);
    return sampled && { before, after, ...sampled, how: 'sampled' };
  }
  const shares = new Float64Array(players);
  for (const { at, weight } of gaussLegendre(Math.max(1, Math.ceil(extension.degree / 2))))
    extension.gradient(at, weight, shares);
  const exact = { before, after, shares: [...shares] };
  return exact.shares.every(Number.isFinite) ? { ...exact, how: 'exact' } : undefined;
}

/** The multilinear extension of an expression: its expected value when every player has moved with probability t. */
interface Extension {
  /** Most players that meet in one product: the degree in t. */
  readonly degree: number;
  /** Adds weight × ∂F/∂t_p at the diagonal point t to every player's total. */
  gradient(t: number, weight: number, into: Float64Array): void;
}

/** A node of the extension: what it is made of, and its value and adjoint during one pass. */
type Node =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'player'; readonly player: number; readonly before: number; readonly after: number }
  | { readonly kind: 'sum' | 'product'; readonly inputs: readonly number[] }
  | { readonly kind: 'block'; readonly expression: Expression; readonly players: readonly number[] };

/** A block by how many of its players have moved: sums of its values, and of what each player's move adds. */
interface Table {
  readonly totals: Float64Array;
  readonly steps: readonly Float64Array[];
}

/** Builds the extension's graph, or undefined when some part would have to be enumerated over too many players. */
function buildExtension(expression: Expression): Extension | undefined {
  const builder = new Builder();
  const root = builder.node(expression);
  return root === undefined ? undefined : builder.extension(root);
}

class Builder {
  private readonly nodes: Node[] = [];
  private readonly degrees: number[] = [];
  private readonly index = new Map<Expression, number | undefined>();
  private readonly inverses = new Map<Expression, number | undefined>();
  private readonly playersOf = new Map<Expression, ReadonlySet<number>>();

  node(expression: Expression): number | undefined {
    if (this.index.has(expression)) return this.index.get(expression);
    const made = this.make(expression);
    this.index.set(expression, made);
    return made;
  }

  private make(expression: Expression): number | undefined {
    if (this.players(expression).size === 0) return this.put({ kind: 'constant', value: valueWhen(expression, () => false) }, 0);
    switch (expression.op) {
      case 'constant':
        return this.put({ kind: 'constant', value: expression.value }, 0);
      case 'player': {
        const { player, before, after } = expression;
        return this.put({ kind: 'player', player, before, after }, 1);
      }
      case 'sum':
        return this.combine(
          'sum',
          expression.terms.map(term => this.node(term)),
        );
      case 'product':
        return this.areDisjoint(expression.factors)
          ? this.combine(
              'product',
              expression.factors.map(factor => this.node(factor)),
            )
          : this.block(expression);
      case 'quotient': {
        if (!this.areDisjoint([expression.top, expression.bottom])) return this.block(expression);
        return this.combine('product', [this.node(expression.top), this.inverse(expression.bottom)]);
      }
      case 'minimum':
      case 'maximum':
        return this.block(expression);
    }
  }

  /** 1 ÷ expression: products and quotients turn over part by part, players one by one, sums as a block. */
  private inverse(expression: Expression): number | undefined {
    if (this.inverses.has(expression)) return this.inverses.get(expression);
    const made = this.makeInverse(expression);
    this.inverses.set(expression, made);
    return made;
  }

  private makeInverse(expression: Expression): number | undefined {
    const one: Expression = { op: 'quotient', top: { op: 'constant', value: 1 }, bottom: expression };
    if (this.players(expression).size === 0) return this.put({ kind: 'constant', value: valueWhen(one, () => false) }, 0);
    switch (expression.op) {
      case 'player':
        return this.put(
          { kind: 'player', player: expression.player, before: 1 / expression.before, after: 1 / expression.after },
          1,
        );
      case 'product':
        if (!this.areDisjoint(expression.factors)) return this.block(one);
        return this.combine(
          'product',
          expression.factors.map(factor => this.inverse(factor)),
        );
      case 'quotient':
        if (!this.areDisjoint([expression.top, expression.bottom])) return this.block(one);
        return this.combine('product', [this.inverse(expression.top), this.node(expression.bottom)]);
      default:
        return this.block(one);
    }
  }

  /** A part whose players are tried in all combinations. */
  private block(expression: Expression): number | undefined {
    const players = [...this.players(expression)];
    return players.length > ENUMERATED ? undefined : this.put({ kind: 'block', expression, players }, players.length);
  }

  private combine(kind: 'sum' | 'product', inputs: readonly (number | undefined)[]): number | undefined {
    const known = inputs.filter(input => input !== undefined);
    if (known.length < inputs.length) return undefined;
    const degrees = known.map(input => this.degrees[input] ?? 0);
    return this.put({ kind, inputs: known }, kind === 'sum' ? Math.max(0, ...degrees) : degrees.reduce((a, b) => a + b, 0));
  }

  private put(node: Node, degree: number): number {
    this.nodes.push(node);
    this.degrees.push(degree);
    return this.nodes.length - 1;
  }

  private players(expression: Expression): ReadonlySet<number> {
    const known = this.playersOf.get(expression);
    if (known) return known;
    const found = new Set<number>(
      expression.op === 'player' && expression.before !== expression.after ? [expression.player] : [],
    );
    for (const part of partsOf(expression)) for (const player of this.players(part)) found.add(player);
    this.playersOf.set(expression, found);
    return found;
  }

  private areDisjoint(parts: readonly Expression[]): boolean {
    const seen = new Set<number>();
    for (const part of parts) {
      for (const player of this.players(part)) {
        if (seen.has(player)) return false;
        seen.add(player);
      }
    }
    return true;
  }

  extension(root: number): Extension {
    const { nodes } = this;
    // Only now that no part is too large for it.
    const tables = nodes.map(node => (node.kind === 'block' ? tableOf(node.expression, node.players) : NO_TABLE));
    const values = new Float64Array(nodes.length);
    const adjoints = new Float64Array(nodes.length);
    return {
      degree: this.degrees[root] ?? 0,
      gradient: (t, weight, into) => {
        nodes.forEach((node, i) => {
          values[i] = expected(node, t, values, tables[i] ?? NO_TABLE);
        });
        adjoints.fill(0);
        adjoints[root] = weight;
        for (let i = nodes.length - 1; i >= 0; i--) {
          const node = nodes[i];
          const adjoint = adjoints[i] ?? 0;
          if (node && adjoint !== 0) spread(node, adjoint, t, values, adjoints, into, tables[i] ?? NO_TABLE);
        }
      },
    };
  }
}

/** Expected value of a node from those of its inputs. */
function expected(node: Node, t: number, values: Float64Array, { totals }: Table): number {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'player':
      return (1 - t) * node.before + t * node.after;
    case 'sum':
      return node.inputs.reduce((sum, input) => sum + (values[input] ?? 0), 0);
    case 'product':
      return node.inputs.reduce((product, input) => product * (values[input] ?? 0), 1);
    case 'block':
      return bernstein(totals, t);
  }
}

/** Passes a node's adjoint on to its inputs, or to the players' totals. */
function spread(
  node: Node,
  adjoint: number,
  t: number,
  values: Float64Array,
  adjoints: Float64Array,
  into: Float64Array,
  { steps }: Table,
): void {
  switch (node.kind) {
    case 'constant':
      return;
    case 'player':
      into[node.player] = (into[node.player] ?? 0) + adjoint * (node.after - node.before);
      return;
    case 'sum':
      for (const input of node.inputs) adjoints[input] = (adjoints[input] ?? 0) + adjoint;
      return;
    case 'product':
      node.inputs.forEach((input, i) => {
        const others = node.inputs.reduce((product, other, j) => (i === j ? product : product * (values[other] ?? 0)), 1);
        adjoints[input] = (adjoints[input] ?? 0) + adjoint * others;
      });
      return;
    case 'block':
      node.players.forEach((player, i) => {
        into[player] = (into[player] ?? 0) + adjoint * bernstein(steps[i] ?? new Float64Array(1), t);
      });
      return;
  }
}

/** Σ totals[s] · t^s · (1 − t)^(n − s), where totals already add up all sets of size s. */
function bernstein(totals: Float64Array, t: number): number {
  const n = totals.length - 1;
  let sum = 0;
  totals.forEach((total, s) => {
    sum += total * t ** s * (1 - t) ** (n - s);
  });
  return sum;
}

const NO_TABLE: Table = { totals: new Float64Array(1), steps: [] };

function tableOf(expression: Expression, players: readonly number[]): Table {
  const values = allCombinations(expression, players);
  const totals = new Float64Array(players.length + 1);
  const steps = players.map(() => new Float64Array(players.length));
  values.forEach((value, set) => {
    const size = popCount(set);
    totals[size] = (totals[size] ?? 0) + value;
    steps.forEach((step, i) => {
      if (((set >> i) & 1) === 0) step[size] = (step[size] ?? 0) + (values[set | (1 << i)] ?? 0) - value;
    });
  });
  return { totals, steps };
}

/** Values with every set of players moved, by the set's bits: from one set to the next a single player moves (Gray code). */
function allCombinations(expression: Expression, players: readonly number[]): Float64Array {
  const flat = new FlatExpression(expression);
  const values = new Float64Array(2 ** players.length);
  values[0] = flat.value;
  for (let step = 1, set = 0; step < values.length; step++) {
    const bit = 31 - Math.clz32(step & -step);
    set ^= 1 << bit;
    flat.move(players[bit] ?? -1, ((set >> bit) & 1) === 1);
    values[set] = flat.value;
  }
  return values;
}

function popCount(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
