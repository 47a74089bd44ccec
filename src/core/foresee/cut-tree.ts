import { referencesOf } from '../formula/ast.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import { ancestorsOf, compileProgram, type Program } from '../plan/program.ts';
import { programNodes } from '../plan/program-nodes.ts';

/** Where a node's months ahead come from. [LND-10] */
export type Origin =
  /** Its formula over its parts. */
  | 'formula'
  /** A forecast of its own history. */
  | 'history'
  /** Nobody measures it: taken as planned. */
  | 'plan'
  /** Neither measured nor planned. */
  | 'unknown';

export interface CutTree {
  readonly origins: ReadonlyMap<NodeId, Origin>;
  /** The plan's tree with formulas only where their parts can be foreseen. */
  readonly program: Program;
}

/**
 * Decides how far down a tree is calculated. [LND-10]
 *
 * A node with a formula is calculated when all of its parts can be foreseen from what happened. Where one cannot, a measured node is
 * forecast from its own history; one that is not measured is calculated with what the plan says of the part.
 */
export function cutTree(arithmetic: Arithmetic, isMeasured: (node: NodeId) => boolean): CutTree {
  const { plan, bounds, standIns } = arithmetic;
  const origins = new Map<NodeId, Origin>();
  const assuming = new Set<NodeId>();
  function originOf(node: PlanNode): Origin {
    const own: Origin = isMeasured(node.id) ? 'history' : bounds.has(node.id) ? 'plan' : 'unknown';
    if (!node.equals || standIns.has(node.id)) return own;
    const parts = referencesOf(node.equals, 'same-period').map(part => origins.get(part) ?? 'unknown');
    const isSure = parts.every(origin => origin === 'history' || origin === 'formula');
    if (isSure && !assumes(node.id)) return 'formula';
    if (own === 'history') return 'history';
    return parts.every(origin => origin !== 'unknown') ? 'formula' : own;
  }
  /** Whether something below a calculated part is taken as planned. */
  function assumes(id: NodeId): boolean {
    const equals = plan.nodes.get(id)?.equals;
    return equals !== undefined && referencesOf(equals, 'same-period').some(part => assuming.has(part));
  }
  // Inputs come first in the program's order.
  for (const id of arithmetic.lagged.nodes) {
    const node = plan.nodes.get(id);
    if (!node) continue;
    const origin = originOf(node);
    origins.set(id, origin);
    if (origin === 'plan' || origin === 'unknown' || (origin === 'formula' && assumes(id))) assuming.add(id);
  }
  const compiled = compileProgram(
    [...plan.nodes.values()].flatMap(node => programNodes(node, origins.get(node.id) !== 'formula')),
    'lagged',
  );
  if (!compiled.ok) throw new Error(`a circle in a checked plan: ${compiled.cycle.join(' → ')}`);
  return { origins, program: compiled.program };
}

/** A node and what it is calculated from, as far down as the tree is calculated. */
export function driversBelow(node: NodeId, { nodes }: Pick<Plan, 'nodes'>, { origins }: CutTree): ReadonlySet<NodeId> {
  const calculated = [...nodes].map(
    ([id, { equals }]) => [id, origins.get(id) === 'formula' && equals ? { equals } : {}] as const,
  );
  return new Set(ancestorsOf(node, new Map(calculated)));
}
