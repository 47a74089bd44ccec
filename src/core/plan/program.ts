import type { Formula } from '../formula/ast.ts';
import { referencesOf } from '../formula/ast.ts';
import { exponentOf } from '../formula/parse.ts';
import type { Decimal } from '../measure/observation.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { NodeId } from './plan.ts';

/**
 * A tree of formulas as a flat list of instructions over numbered slots: slot i < nodes.length is node i, higher slots are
 * intermediate results. Instructions stand in an order in which every input of the same month is ready. [VER-01]
 */
export interface Program {
  readonly nodes: readonly NodeId[];
  readonly index: ReadonlyMap<NodeId, number>;
  readonly slots: number;
  readonly instructions: readonly Instruction[];
  /** Months before the first one that lags, previous() and last-year() reach back to. */
  readonly reach: number;
}

export type Instruction =
  /** The slot takes the value given for the node. */
  | { readonly op: 'leaf'; readonly out: number }
  | { readonly op: 'constant'; readonly out: number; readonly value: Decimal }
  | {
      readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'minimum' | 'maximum';
      readonly out: number;
      readonly a: number;
      readonly b: number;
    }
  | { readonly op: 'negate' | 'copy'; readonly out: number; readonly a: number }
  /** The slot `months` earlier, for previous() and last-year(). `opening`: before the plan it is what the node stood at then, not what its formula would give. */
  | { readonly op: 'earlier'; readonly out: number; readonly a: number; readonly months: number; readonly opening: boolean }
  /** An input of a lagged formula, `months` earlier: of a flow, what falls into this month's days. */
  | { readonly op: 'delayed'; readonly out: number; readonly a: number; readonly months: number }
  /**
   * Two lagged results mixed, `b` one month older than `a`: `late` seconds of a month are b's, the rest a's. Each counts only
   * from the month its inputs lie in the plan.
   */
  | {
      readonly op: 'arrive';
      readonly out: number;
      readonly a: number;
      readonly b: number;
      readonly months: number;
      readonly late: number;
    };

/** A month of lags, in seconds: 30 days. */
export const LAG_MONTH = 30 * 86_400;

/** What of a plan's nodes the arithmetic needs. */
export interface ProgramNode {
  readonly id: NodeId;
  readonly equals?: Formula;
  /** Delay in months of 30 days, with the ancestor it is counted from, if not the node's own inputs. */
  readonly lag?: { readonly months: number; readonly after?: NodeId };
}

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  /** The ids on the circle, first one repeated at the end. */
  | { readonly ok: false; readonly cycle: readonly NodeId[] };

/**
 * Compiles nodes to a program. References to ids that are not among the nodes are left out of the order and read as leaves
 * without a value; the plan reports them before.
 */
export function compileProgram(nodes: readonly ProgramNode[], timing: 'lagged' | 'steady'): Compiled {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const order = topological(byId);
  if (!order.ok) return order;
  const index = new Map(order.ids.map((id, slot) => [id, slot]));
  const writer = new Writer(index, byId, timing);
  for (const id of order.ids) writer.node(id);
  return {
    ok: true,
    program: { nodes: order.ids, index, slots: writer.slots, instructions: writer.instructions, reach: writer.reach() },
  };
}

class Writer {
  readonly instructions: Instruction[] = [];
  slots: number;
  private readonly index: ReadonlyMap<NodeId, number>;
  private readonly byId: ReadonlyMap<NodeId, ProgramNode>;
  private readonly timing: 'lagged' | 'steady';
  private readonly depth = new Map<number, number>();

  constructor(index: ReadonlyMap<NodeId, number>, byId: ReadonlyMap<NodeId, ProgramNode>, timing: 'lagged' | 'steady') {
    this.index = index;
    this.byId = byId;
    this.timing = timing;
    this.slots = index.size;
  }

  node(id: NodeId): void {
    const node = this.byId.get(id);
    const out = this.index.get(id);
    if (!node || out === undefined) return;
    if (!node.equals) {
      this.put({ op: 'leaf', out }, 0);
      return;
    }
    const months = this.timing === 'lagged' ? (node.lag?.months ?? 0) : 0;
    if (months === 0) {
      const a = this.formula(node.equals, 0, undefined);
      this.put({ op: 'copy', out, a }, this.depthOf(a));
      return;
    }
    const delayed = delayedInputs(node, this.byId);
    const seconds = Math.round(months * LAG_MONTH);
    const [whole, late] = [Math.floor(seconds / LAG_MONTH), seconds % LAG_MONTH];
    const a = this.formula(node.equals, whole, delayed);
    const b = late === 0 ? a : this.formula(node.equals, whole + 1, delayed);
    this.put({ op: 'arrive', out, a, b, months: whole, late }, Math.max(this.depthOf(a), this.depthOf(b)));
  }

  /** Slot of a formula's value, its delayed references read `months` earlier. */
  private formula(formula: Formula, months: number, delayed: ReadonlySet<NodeId> | undefined): number {
    switch (formula.kind) {
      case 'number':
        return this.put({ op: 'constant', out: this.fresh(), value: formula.value }, 0);
      case 'reference': {
        const slot = this.index.get(formula.id);
        if (slot === undefined) return this.put({ op: 'leaf', out: this.fresh() }, 0);
        return months > 0 && delayed?.has(formula.id) ? this.delayed(slot, months) : slot;
      }
      case 'negation': {
        const a = this.formula(formula.operand, months, delayed);
        return this.put({ op: 'negate', out: this.fresh(), a }, this.depthOf(a));
      }
      case 'operation':
        return this.pair(
          OPERATIONS[formula.operator],
          this.formula(formula.left, months, delayed),
          this.formula(formula.right, months, delayed),
        );
      case 'call':
        return this.call(formula, months, delayed);
      default:
        return unreachable(formula);
    }
  }

  private call(call: Extract<Formula, { kind: 'call' }>, months: number, delayed: ReadonlySet<NodeId> | undefined): number {
    const args = (call.name === 'power' ? call.args.slice(0, 1) : call.args).map(arg => this.formula(arg, months, delayed));
    const [first = 0, ...rest] = args;
    switch (call.name) {
      case 'min':
        return rest.reduce((a, b) => this.pair('minimum', a, b), first);
      case 'max':
        return rest.reduce((a, b) => this.pair('maximum', a, b), first);
      case 'previous':
        return this.earlier(first, 1, first < this.index.size);
      case 'power':
        return this.power(first, exponentOf(call.args) ?? 1);
      case 'last-year':
        return this.earlier(first, 12, first < this.index.size);
      default:
        return unreachable(call.name);
    }
  }

  /** x multiplied n times, by squaring. */
  private power(slot: number, exponent: number): number {
    if (exponent === 1) return slot;
    const half = this.power(slot, Math.floor(exponent / 2));
    const square = this.pair('multiply', half, half);
    return exponent % 2 === 0 ? square : this.pair('multiply', square, slot);
  }

  private pair(op: 'add' | 'subtract' | 'multiply' | 'divide' | 'minimum' | 'maximum', a: number, b: number): number {
    return this.put({ op, out: this.fresh(), a, b }, Math.max(this.depthOf(a), this.depthOf(b)));
  }

  private earlier(a: number, months: number, opening: boolean): number {
    return this.put({ op: 'earlier', out: this.fresh(), a, months, opening }, this.depthOf(a) + (opening ? 0 : months));
  }

  private delayed(a: number, months: number): number {
    return this.put({ op: 'delayed', out: this.fresh(), a, months }, this.depthOf(a) + months);
  }

  private put(instruction: Instruction, depth: number): number {
    this.instructions.push(instruction);
    this.depth.set(instruction.out, depth);
    return instruction.out;
  }

  private depthOf(slot: number): number {
    return this.depth.get(slot) ?? 0;
  }

  private fresh(): number {
    const slot = this.slots;
    this.slots += 1;
    return slot;
  }

  reach(): number {
    let reach = 0;
    for (const depth of this.depth.values()) reach = Math.max(reach, depth);
    return reach;
  }
}

const OPERATIONS = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;

/** The direct inputs a lag delays: all of them, or those that depend on the ancestor it is counted from. */
function delayedInputs(node: ProgramNode, byId: ReadonlyMap<NodeId, ProgramNode>): ReadonlySet<NodeId> {
  const inputs = node.equals ? referencesOf(node.equals, 'same-period') : [];
  const after = node.lag?.after;
  return new Set(after === undefined ? inputs : inputs.filter(id => dependsOn(id, after, byId)));
}

/** Whether a node is another one or computed from it within the same period. */
export function dependsOn(id: NodeId, ancestor: NodeId, byId: ReadonlyMap<NodeId, Pick<ProgramNode, 'equals'>>): boolean {
  return ancestorsOf(id, byId, ancestor).at(-1) === ancestor;
}

/** A node and everything it is computed from within the same period; with `until`, only as far as that one, which comes last. */
export function ancestorsOf(
  id: NodeId,
  byId: ReadonlyMap<NodeId, Pick<ProgramNode, 'equals'>>,
  until?: NodeId,
): readonly NodeId[] {
  const seen = new Set<NodeId>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next === until) break;
    const equals = byId.get(next)?.equals;
    if (equals) open.push(...referencesOf(equals, 'same-period'));
  }
  return [...seen];
}

function topological(
  byId: ReadonlyMap<NodeId, ProgramNode>,
): { ok: true; ids: readonly NodeId[] } | { ok: false; cycle: readonly NodeId[] } {
  const done = new Set<NodeId>();
  const ids: NodeId[] = [];
  for (const start of byId.keys()) {
    const path: NodeId[] = [];
    const onPath = new Set<NodeId>();
    const stack: { readonly id: NodeId; readonly inputs: readonly NodeId[]; next: number }[] = [];
    const enter = (id: NodeId): readonly NodeId[] | undefined => {
      if (done.has(id)) return undefined;
      if (onPath.has(id)) return [...path.slice(path.indexOf(id)), id];
      const equals = byId.get(id)?.equals;
      onPath.add(id);
      path.push(id);
      stack.push({ id, inputs: equals ? referencesOf(equals, 'same-period').filter(input => byId.has(input)) : [], next: 0 });
      return undefined;
    };
    enter(start);
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const input = frame.inputs[frame.next];
      frame.next += 1;
      if (input !== undefined) {
        const cycle = enter(input);
        if (cycle) return { ok: false, cycle };
        continue;
      }
      stack.pop();
      path.pop();
      onPath.delete(frame.id);
      done.add(frame.id);
      ids.push(frame.id);
    }
  }
  return { ok: true, ids };
}
