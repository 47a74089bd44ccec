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
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const id of open) {
      const equals = nodes.get(id)?.equals;
      const time = equals && !known.has(id) ? timeOfFormula(equals, known) : undefined;
      if (time) known.set(id, time);
    }
    for (const node of nodes.values()) if (node.equals) settleFactors(node.equals, known, open);
    if (before === known.size) settlePrices(nodes, known, open);
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
 * In a product that is a flow, one factor is the flow and the others are levels: once a flow is found among the factors, open
 * drivers beside it are levels.
 */
function settleFactors(formula: Formula, known: Map<NodeId, TimeBehaviour>, open: ReadonlySet<NodeId>): void {
  switch (formula.kind) {
    case 'number':
    case 'reference':
      return;
    case 'negation':
      settleFactors(formula.operand, known, open);
      return;
    case 'call':
      for (const arg of formula.args) settleFactors(arg, known, open);
      return;
    case 'operation': {
      if (formula.operator === '+' || formula.operator === '-') {
        settleFactors(formula.left, known, open);
        settleFactors(formula.right, known, open);
        return;
      }
      const factors = factorsOf(formula);
      if (factors.some(factor => timeOfFormula(factor, known) === 'flow')) {
        for (const factor of factors) {
          if (factor.kind === 'reference' && open.has(factor.id) && !known.has(factor.id)) known.set(factor.id, 'level');
        }
      }
      for (const factor of factors) if (factor.kind !== 'reference') settleFactors(factor, known, open);
      return;
    }
    default:
      unreachable(formula);
  }
}

/** Where a product's factors are all open, an amount of money beside a count is its price: `orders * price`. */
function settlePrices(nodes: ReadonlyMap<NodeId, PlanNode>, known: Map<NodeId, TimeBehaviour>, open: ReadonlySet<NodeId>): void {
  for (const node of nodes.values()) {
    const factors = (node.equals ? factorsOf(node.equals) : []).flatMap(factor =>
      factor.kind === 'reference' ? [factor.id] : [],
    );
    const unsettled = factors.filter(id => open.has(id) && !known.has(id) && !nodes.get(id)?.equals);
    const price = unsettled.find(id => nodes.get(id)?.unit.kind === 'money');
    if (price !== undefined && unsettled.some(id => nodes.get(id)?.unit.kind === 'count')) known.set(price, 'level');
  }
}

/** The factors of a product, divisors left out: they say nothing about themselves. */
function factorsOf(formula: Formula): readonly Formula[] {
  if (formula.kind !== 'operation' || formula.operator === '+' || formula.operator === '-') return [formula];
  return formula.operator === '*' ? [...factorsOf(formula.left), ...factorsOf(formula.right)] : factorsOf(formula.left);
}
