import type { Algebra } from '../formula/algebra.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { NodeId } from './plan.ts';
import type { Instruction, Program } from './program.ts';

/** The values of every node in every month, month 0 the plan's first; months before it as far as the program reaches back. */
export interface Evaluation<T> {
  readonly months: number;
  value(node: NodeId, month: number): T;
}

export interface Inputs<T> {
  /** Value of a leaf in a month; negative months lie before the plan. */
  leaf(node: NodeId, month: number): T;
  /** What a node stood at in a month before the plan, for previous() and last-year(). */
  before(node: NodeId, month: number): T;
  /**
   * What a lagged node receives in a plan month from inputs that lie before the plan; undefined = compute it from the leaves'
   * values before the plan.
   */
  pipeline(node: NodeId, month: number): T | undefined;
}

/**
 * Runs a program month by month over any algebra. [VER-01]
 *
 * In: the program, how many plan months, the algebra, and the inputs. Out: every node's value per month.
 * A fractional lag mixes the results of the two neighbouring months. Nodes without formula take their leaf value.
 */
export function evaluate<T>(program: Program, months: number, algebra: Algebra<T>, inputs: Inputs<T>): Evaluation<T> {
  const reach = program.reach;
  const values: T[][] = Array.from({ length: program.slots }, () => []);
  const one = algebra.constant('1');
  const nodeOf = (slot: number): NodeId => program.nodes[slot] ?? '';
  const read = (slot: number, month: number): T => {
    const value = values[slot]?.[month + reach];
    if (value !== undefined || (values[slot] && month + reach in values[slot])) return value as T;
    return inputs.before(nodeOf(slot), month);
  };
  const run = (instruction: Instruction, month: number): T => {
    switch (instruction.op) {
      case 'leaf':
        return inputs.leaf(nodeOf(instruction.out), month);
      case 'constant':
        return algebra.constant(instruction.value);
      case 'add':
        return algebra.add(read(instruction.a, month), read(instruction.b, month));
      case 'subtract':
        return algebra.subtract(read(instruction.a, month), read(instruction.b, month));
      case 'multiply':
        return algebra.multiply(read(instruction.a, month), read(instruction.b, month));
      case 'divide':
        return algebra.divide(read(instruction.a, month), read(instruction.b, month));
      case 'minimum':
        return algebra.minimum(read(instruction.a, month), read(instruction.b, month));
      case 'maximum':
        return algebra.maximum(read(instruction.a, month), read(instruction.b, month));
      case 'negate':
        return algebra.negate(read(instruction.a, month));
      case 'copy':
        return read(instruction.a, month);
      case 'earlier': {
        const earlier = month - instruction.months;
        return instruction.opening && earlier < 0 ? inputs.before(nodeOf(instruction.a), earlier) : read(instruction.a, earlier);
      }
      case 'arrive':
        return arrive(instruction, month);
      default:
        return unreachable(instruction);
    }
  };
  const arrive = (instruction: Extract<Instruction, { op: 'arrive' }>, month: number): T => {
    const node = nodeOf(instruction.out);
    const given = inputs.pipeline(node, month);
    const early = read(instruction.a, month);
    if (instruction.a === instruction.b) return given !== undefined && month < instruction.months ? given : early;
    const late = read(instruction.b, month);
    const share = algebra.constant(instruction.share);
    const rest = algebra.subtract(one, share);
    if (given !== undefined && month < instruction.months) return given;
    if (given !== undefined && month < instruction.months + 1) return algebra.add(given, algebra.multiply(rest, early));
    return algebra.add(algebra.multiply(rest, early), algebra.multiply(share, late));
  };
  for (let month = -reach; month < months; month++) {
    for (const instruction of program.instructions) {
      const row = values[instruction.out];
      if (row) row[month + reach] = run(instruction, month);
    }
  }
  return {
    months,
    value: (node, month) => {
      const slot = program.index.get(node);
      if (slot === undefined) throw new Error(`not a node of this program: ${node}`);
      return read(slot, month);
    },
  };
}
