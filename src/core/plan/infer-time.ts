import type { Formula } from '../formula/ast.ts';
import { referencesOf } from '../formula/ast.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { NodeId, PlanNode, TimeBehaviour } from './plan.ts';

/**
 * Settles how nodes behave over time where neither the plan nor the catalogue says it. [PLN-13]
 *
 * A calculated node behaves as its formula does: flows add up to a flow, a flow times a level is a flow, a flow by a flow is a
 * level. A driver is a level when some formula multiplies it by (or divides it into) a flow, otherwise a flow: in
 * `visitors * cvr * price` with monthly visitors, the price is a level. An amount of money that no formula uses is a level too.
 */
export function inferTime(nodes: ReadonlyMap<NodeId, PlanNode>, open: ReadonlySet<NodeId>): ReadonlyMap<NodeId, PlanNode> {
  const known = new Map<NodeId, TimeBehaviour>();
  for (const node of nodes.values()) if (!open.has(node.id)) known.set(node.id, node.time);
  const usersOf = new Map<NodeId, NodeId[]>();
  for (const node of nodes.values()) {
    for (const id of node.equals ? referencesOf(node.equals) : []) usersOf.set(id, [...(usersOf.get(id) ?? []), node.id]);
  }
  const waiting = new Set<NodeId>(nodes.keys());
  const settle = (id: NodeId, time: TimeBehaviour): void => {
    known.set(id, time);
    waiting.add(id);
    for (const user of usersOf.get(id) ?? []) waiting.add(user);
  };
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const id of waiting) {
      waiting.delete(id);
      const equals = nodes.get(id)?.equals;
      if (!equals) continue;
      const time = open.has(id) && !known.has(id) ? timeOfFormula(equals, known) : undefined;
      if (time) settle(id, time);
      for (const factor of levelFactors(equals, known)) if (open.has(factor) && !known.has(factor)) settle(factor, 'level');
    }
    for (const price of prices(nodes, known, open)) settle(price, 'level');
  }
  const used = new Set([...nodes.values()].flatMap(node => (node.equals ? referencesOf(node.equals) : [])));
  const byItself = (node: PlanNode): TimeBehaviour =>
    node.unit.kind === 'money' && !used.has(node.id) && !node.equals ? 'level' : 'flow';
  return new Map([...nodes].map(([id, node]) => [id, open.has(id) ? { ...node, time: known.get(id) ?? byItself(node) } : node]));
}

/** The behaviour of a formula's value; undefined while some input's is. */
function timeOfFormula(formula: Formula, known: ReadonlyMap<NodeId, TimeBehaviour>): TimeBehaviour | undefined {
  switch (formula.kind) {
    case 'number':
      return 'level';
    case 'reference':
      return known.get(formula.id);
    case 'negation':
      return timeOfFormula(formula.operand, known);
    case 'operation': {
      const [left, right] = [timeOfFormula(formula.left, known), timeOfFormula(formula.right, known)];
      if (!left || !right) return undefined;
      if (formula.operator === '/') return left === right ? 'level' : left;
      return left === 'level' ? right : left;
    }
    case 'call': {
      const parts = formula.args.map(arg => timeOfFormula(arg, known));
      return parts.includes(undefined) ? undefined : (parts.find(part => part !== 'level') ?? 'level');
    }
    default:
      return unreachable(formula);
  }
}

/**
 * In a product that is a flow, one factor is the flow and the others are levels: once a flow is found among the factors, the
 * other drivers beside it are levels.
 */
function levelFactors(formula: Formula, known: ReadonlyMap<NodeId, TimeBehaviour>): readonly NodeId[] {
  switch (formula.kind) {
    case 'number':
    case 'reference':
      return [];
    case 'negation':
      return levelFactors(formula.operand, known);
    case 'call':
      return formula.args.flatMap(arg => levelFactors(arg, known));
    case 'operation': {
      if (formula.operator === '+' || formula.operator === '-')
        return [...levelFactors(formula.left, known), ...levelFactors(formula.right, known)];
      const factors = factorsOf(formula);
      const beside = factors.some(factor => timeOfFormula(factor, known) === 'flow')
        ? factors.flatMap(factor => (factor.kind === 'reference' ? [factor.id] : []))
        : [];
      return [...beside, ...factors.flatMap(factor => levelFactors(factor, known))];
    }
    default:
      return unreachable(formula);
  }
}

/** Where a product's factors are all open, an amount of money beside a count is its price: `orders * price`. */
function prices(
  nodes: ReadonlyMap<NodeId, PlanNode>,
  known: ReadonlyMap<NodeId, TimeBehaviour>,
  open: ReadonlySet<NodeId>,
): readonly NodeId[] {
  return [...nodes.values()].flatMap(node => {
    const factors = (node.equals ? factorsOf(node.equals) : []).flatMap(factor =>
      factor.kind === 'reference' ? [factor.id] : [],
    );
    const unsettled = factors.filter(id => open.has(id) && !known.has(id) && !nodes.get(id)?.equals);
    const price = unsettled.find(id => nodes.get(id)?.unit.kind === 'money');
    return price !== undefined && unsettled.some(id => nodes.get(id)?.unit.kind === 'count') ? [price] : [];
  });
}

/** The factors of a product, divisors left out: they say nothing about themselves. */
function factorsOf(formula: Formula): readonly Formula[] {
  if (formula.kind !== 'operation' || formula.operator === '+' || formula.operator === '-') return [formula];
  return formula.operator === '*' ? [...factorsOf(formula.left), ...factorsOf(formula.right)] : factorsOf(formula.left);
}
