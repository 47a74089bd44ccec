import type { Algebra } from '../formula/algebra.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { NodeId } from './plan.ts';
import { type Instruction, LAG_MONTH, type Program } from './program.ts';

/** The values of every node in every month, month 0 the plan's first; months before it as far as the program reaches back. */
export interface Evaluation<T> {
  readonly months: number;
  /** In an order in which inputs of the same month come first. */
  readonly nodes: readonly NodeId[];
  /** Values per slot and month, the first one `reach` months before the plan. */
  readonly rows: readonly (readonly T[])[];
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
  /** Share of a node's amount of one month that a delay brings into another; undefined = all of it. */
  arriving(node: NodeId, from: number, to: number): T | undefined;
}

/** An earlier evaluation of the same program, of which only some slots are to be calculated again. */
export interface Rerun<T> {
  readonly rows: readonly (readonly T[])[];
  readonly instructions: readonly Instruction[];
}

/**
 * Runs a program month by month over any algebra. [VER-01]
 *
 * In: the program, how many plan months, the algebra, the inputs; with `rerun`, the instructions whose values differ from an
 * earlier evaluation's. Out: every node's value per month.
 * A fractional lag mixes the results of the two neighbouring months. Nodes without formula take their leaf value.
 */
export function evaluate<T>(
  program: Program,
  months: number,
  algebra: Algebra<T>,
  inputs: Inputs<T>,
  rerun?: Rerun<T>,
): Evaluation<T> {
  const { reach } = program;
  const instructions = rerun?.instructions ?? program.instructions;
  const rows: (readonly T[])[] = rerun ? [...rerun.rows] : Array.from({ length: program.slots }, () => []);
  const one = algebra.constant('1');
  const shares = new Map<number, T>();
  const shareOf = (seconds: number): T => {
    const share = shares.get(seconds) ?? algebra.divide(algebra.constant(String(seconds)), algebra.constant(String(LAG_MONTH)));
    shares.set(seconds, share);
    return share;
  };
  const nodeOf = (slot: number): NodeId => program.nodes[slot] ?? '';
  const read = (slot: number, month: number): T => {
    const row = rows[slot];
    const place = month + reach;
    return row && place >= 0 && place < row.length ? (row[place] as T) : inputs.before(nodeOf(slot), month);
  };
  /** A value of the same month, which stands in its row already. */
  const now = (slot: number, place: number): T => (rows[slot] as readonly T[])[place] as T;
  const run = (instruction: Instruction, month: number, constant: T | undefined): T => {
    const place = month + reach;
    switch (instruction.op) {
      case 'leaf':
        return inputs.leaf(nodeOf(instruction.out), month);
      case 'constant':
        return constant as T;
      case 'add':
        return algebra.add(now(instruction.a, place), now(instruction.b, place));
      case 'subtract':
        return algebra.subtract(now(instruction.a, place), now(instruction.b, place));
      case 'multiply':
        return algebra.multiply(now(instruction.a, place), now(instruction.b, place));
      case 'divide':
        return algebra.divide(now(instruction.a, place), now(instruction.b, place));
      case 'minimum':
        return algebra.minimum(now(instruction.a, place), now(instruction.b, place));
      case 'maximum':
        return algebra.maximum(now(instruction.a, place), now(instruction.b, place));
      case 'negate':
        return algebra.negate(now(instruction.a, place));
      case 'copy':
        return now(instruction.a, place);
      case 'earlier': {
        const earlier = month - instruction.months;
        return instruction.opening && earlier < 0 ? inputs.before(nodeOf(instruction.a), earlier) : read(instruction.a, earlier);
      }
      case 'delayed': {
        const from = month - instruction.months;
        const share = inputs.arriving(nodeOf(instruction.a), from, month);
        const value = read(instruction.a, from);
        return share === undefined ? value : algebra.multiply(value, share);
      }
      case 'arrive':
        return arrive(instruction, month);
      default:
        return unreachable(instruction);
    }
  };
  const arrive = ({ out, a, b, months: whole, late: seconds }: Extract<Instruction, { op: 'arrive' }>, month: number): T => {
    const given = inputs.pipeline(nodeOf(out), month);
    const late = shareOf(seconds);
    const shared = (slot: number, share: T): T => (a === b ? read(slot, month) : algebra.multiply(share, read(slot, month)));
    const early = () => shared(a, algebra.subtract(one, late));
    const both = () => (a === b ? early() : algebra.add(early(), shared(b, late)));
    if (given === undefined) return both();
    if (month < whole) return given;
    return algebra.add(given, month === whole ? early() : both());
  };
  const targets = instructions.map(instruction => {
    const row: T[] = [];
    rows[instruction.out] = row;
    const constant = instruction.op === 'constant' ? algebra.constant(instruction.value) : undefined;
    return { instruction, row, constant };
  });
  for (let month = -reach; month < months; month++) {
    for (const { instruction, row, constant } of targets) row.push(run(instruction, month, constant));
  }
  return {
    months,
    nodes: program.nodes,
    rows,
    value: (node, month) => {
      const slot = program.index.get(node);
      if (slot === undefined) throw new Error(`not a node of this program: ${node}`);
      return read(slot, month);
    },
  };
}
