import { referencesOf } from '../formula/ast.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import { failed, ok, type Result } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { dominatorsFrom } from './dominators.ts';
import { explainProblem } from './explain-messages.ts';
import type { Expression } from './expression.ts';
import { FlatExpression } from './flat-expression.ts';
import { lmdi } from './lmdi.ts';
import { shapley } from './shapley.ts';
import type { State } from './state.ts';
import { type Player, type Unrolled, unroll } from './unroll.ts';

/** A change of one node between two states, split over everything that moved. [EXP-10] */
export interface Explanation {
  readonly node: NodeId;
  readonly before: number;
  readonly after: number;
  /** after − before, in the node's unit. */
  readonly change: number;
  readonly method: Method;
  readonly how: 'exact' | 'sampled';
  /** |Σ shares − change| ÷ the largest of both states and all shares, as calculated; nothing is adjusted. */
  readonly residual: number;
  /** The largest share first. */
  readonly factors: readonly Factor[];
  /** Inner nodes with the sum of the shares below them, in the plan's order; the explained node is not among them. */
  readonly nodes: readonly NodeShare[];
  /** Share of all movement, up and down, that comes from values which may still change; 0 when nothing moved. */
  readonly provisional: number;
}

export type Method = 'shapley' | 'lmdi';

export interface Factor extends Player {
  /** Its part of the change, in the explained node's unit. */
  readonly share: number;
  /** share ÷ change; may pass 1 or be negative; absent when nothing changed in all. */
  readonly ofChange?: number;
  /** Standard error of the share, where it was sampled. */
  readonly error?: number;
  /** What the explained node would gain or lose if this alone had stayed as it was before. [ANA-01] */
  readonly ifUndone: number;
  /** Where it hangs: the nearest node that all ways to it lead through. */
  readonly under: NodeId;
}

export interface NodeShare {
  readonly node: NodeId;
  /** The nearest node that all ways to it lead through. */
  readonly under: NodeId;
  readonly share: number;
}

export interface ExplainInput {
  readonly plan: Plan;
  readonly node: NodeId;
  /** Months of the stretch; the states have values for places 0 to months − 1. */
  readonly months: number;
  readonly before: State;
  readonly after: State;
  readonly method?: Method;
}

/**
 * Splits the change of a node between two states over its drivers, exactly. [EXP-10, ANA-01, ANA-02]
 *
 * In    the plan, the node, the two states; `method`: Shapley (when not said) or LMDI, which needs everything above zero
 * Out   one factor per driver and per difference between a node's own value and its formula; they add up to the change
 * Error the node is not in the plan; values are missing; a state divides by zero; LMDI is not possible
 * How   docs/method/decomposition.md
 */
export function explainChange(input: ExplainInput): Result<Explanation> {
  const { plan, node, months, before, after, method = 'shapley' } = input;
  const at = { at: ['node'] };
  if (!plan.nodes.has(node)) {
    const params = { node: node.slice(0, 100), ...suggestion(node, plan.nodes.keys()) };
    return failed([explainProblem('explain-node-unknown', params, at)]);
  }
  const unrolled = unroll(plan, node, months, before, after);
  if (!unrolled.ok) {
    const { missing } = unrolled;
    return failed([
      missing.length === 0
        ? explainProblem('explain-undefined', { node }, at)
        : explainProblem('explain-no-value', { node, missing }, at),
    ]);
  }
  const { expression, players } = unrolled;
  const split = splitBy(method, expression, players);
  if (split.kind === 'undefined') return failed([explainProblem('explain-undefined', { node }, at)]);
  if (split.kind === 'impossible') {
    const driver = players[split.player ?? -1]?.node;
    const params = { node, why: split.why, ...(driver === undefined ? {} : { driver }) };
    return failed([explainProblem('explain-lmdi-impossible', params, { at: ['method'] })]);
  }
  return ok(explanationOf(input, method, unrolled, split));
}

type Splitting =
  | { readonly kind: 'split'; readonly shares: readonly number[]; readonly errors: readonly number[] | undefined }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'impossible'; readonly why: 'not-positive' | 'choice' | 'undefined'; readonly player?: number };

function splitBy(method: Method, expression: Expression, players: readonly Player[]): Splitting {
  if (method === 'lmdi') {
    const split = lmdi(expression, players.length);
    return split.ok ? { kind: 'split', shares: split.shares, errors: undefined } : { ...split, kind: 'impossible' };
  }
  const split = shapley(expression, players.length);
  return split ? { kind: 'split', shares: split.shares, errors: split.errors } : { kind: 'undefined' };
}

function explanationOf(
  { plan, node }: ExplainInput,
  method: Method,
  { expression, players, used, before, after }: Extract<Unrolled, { ok: true }>,
  { shares, errors }: Extract<Splitting, { kind: 'split' }>,
): Explanation {
  const change = after - before + 0;
  const total = shares.reduce((sum, share) => sum + share, 0);
  const largest = [before, after, ...shares].reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const parts = (id: NodeId): readonly NodeId[] => {
    const equals = plan.nodes.get(id)?.equals;
    return equals ? referencesOf(equals).filter(part => plan.nodes.has(part)) : [];
  };
  const over = dominatorsFrom(node, parts);
  const undone = undoneEffects(expression, players.length);
  const factors = players
    .flatMap((player, i): readonly Factor[] => {
      if (!used.has(i)) return [];
      const share = shares[i] ?? 0;
      const error = errors?.[i];
      const factor = {
        ...player,
        share,
        ...(change === 0 ? {} : { ofChange: share / change }),
        ...(error === undefined ? {} : { error }),
        ifUndone: undone[i] ?? 0,
        under: player.kind === 'driver' ? (over.get(player.node) ?? node) : player.node,
      };
      return [factor];
    })
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const moved = factors.reduce((sum, { share }) => sum + Math.abs(share), 0);
  const open = factors.reduce((sum, { share, isProvisional }) => sum + (isProvisional ? Math.abs(share) : 0), 0);
  return {
    node,
    before,
    after,
    change,
    method,
    how: errors ? 'sampled' : 'exact',
    residual: largest === 0 ? 0 : Math.abs(total - change) / largest,
    factors,
    nodes: nodeShares(plan, node, factors, over),
    provisional: moved === 0 ? 0 : open / moved,
  };
}

/** One bar of a waterfall; `factor` is the place among the factors. */
export interface WaterfallStep {
  readonly kind: 'before' | 'factor' | 'after';
  readonly factor: number | null;
  readonly from: number;
  readonly to: number;
}

/** The change as bars, each from where the one before it ended, the largest first; factors without a share have none. [EXP-16] */
export function waterfall({ before, after, factors }: Explanation): readonly WaterfallStep[] {
  let level = before;
  const bars = factors.flatMap(({ share }, factor): readonly WaterfallStep[] => {
    if (share === 0) return [];
    const from = level;
    level += share;
    return [{ kind: 'factor', factor, from, to: level }];
  });
  return [{ kind: 'before', factor: null, from: 0, to: before }, ...bars, { kind: 'after', factor: null, from: 0, to: after }];
}

/** For each player: the value with it alone put back, less the second state's value; 0 where that has no value. */
function undoneEffects(expression: Expression, players: number): readonly number[] {
  const flat = new FlatExpression(expression);
  for (let player = 0; player < players; player++) flat.move(player, true);
  const after = flat.value;
  return Array.from({ length: players }, (_, player) => {
    flat.move(player, false);
    const effect = flat.value - after;
    flat.move(player, true);
    return Number.isFinite(effect) ? effect : 0;
  });
}

/** The sum of the shares of everything that hangs below each inner node. */
function nodeShares(
  plan: Plan,
  root: NodeId,
  factors: readonly Factor[],
  over: ReadonlyMap<NodeId, NodeId>,
): readonly NodeShare[] {
  const sums = new Map<NodeId, number>();
  for (const { share, under, node, kind } of factors) {
    const start = kind === 'driver' ? under : node;
    for (let id: NodeId | undefined = start; id !== undefined && id !== root; id = over.get(id)) {
      sums.set(id, (sums.get(id) ?? 0) + share);
    }
  }
  return [...plan.nodes.keys()].flatMap(id => {
    const share = sums.get(id);
    return share === undefined ? [] : [{ node: id, under: over.get(id) ?? root, share }];
  });
}
