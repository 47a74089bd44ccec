import type { Expression } from './expression.ts';
import { FlatExpression } from './flat-expression.ts';

/** Orders tried at most, and steps they may take in all. */
const MOST_ORDERS = 4_000;
const MOST_STEPS = 10_000_000;
/** Fewer orders than this say nothing about their own error. */
const LEAST_ORDERS = 32;

/**
 * Average effects of players over random orders and their reverses. [EXP-04]
 *
 * In    the expression and how many players it has
 * Out   shares, complete by construction (every order adds up to the change), with the standard error of each
 * None  undefined when something is divided by zero on the way
 * How   the orders are the same on every run; as many as fit into a fixed amount of work, at most 4,000
 */
export function sampledOrders(
  expression: Expression,
  players: number,
): { readonly shares: readonly number[]; readonly errors: readonly number[] } | undefined {
  const flat = new FlatExpression(expression);
  const steps = Array.from({ length: players }, (_, player) => flat.costOf(player)).reduce((a, b) => a + b, 0);
  const rounds = Math.ceil(Math.max(LEAST_ORDERS, Math.min(MOST_ORDERS, MOST_STEPS / Math.max(1, steps))) / 2);
  const totals = new Float64Array(players);
  const squares = new Float64Array(players);
  const random = sequence(players);
  const order = Array.from({ length: players }, (_, i) => i);
  const effects = new Float64Array(players);
  /** Walks from one end to the other: the effect of a step is the same in both directions. */
  const walk = (path: readonly number[], isMoved: boolean): void => {
    let value = flat.value;
    for (const player of path) {
      flat.move(player, isMoved);
      const next = flat.value;
      effects[player] = (effects[player] ?? 0) + (isMoved ? next - value : value - next) / 2;
      value = next;
    }
  };
  for (let round = 0; round < rounds; round++) {
    for (let i = players - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    effects.fill(0);
    // Taking back in the same order is the reversed order forward.
    walk(order, true);
    walk(order, false);
    effects.forEach((effect, player) => {
      totals[player] = (totals[player] ?? 0) + effect;
      squares[player] = (squares[player] ?? 0) + effect * effect;
    });
  }
  const shares = [...totals].map(total => total / rounds);
  if (!shares.every(Number.isFinite)) return undefined;
  const errors = shares.map((share, i) => Math.sqrt(Math.max(0, (squares[i] ?? 0) / rounds - share * share) / rounds));
  return { shares, errors };
}

/** A fixed sequence of numbers in [0, 1): mulberry32. */
function sequence(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
