import { compareRationals, type Rational, rational, rationalOf } from '../number/rational.ts';
import { addUnreduced, divideUnreduced, multiplyUnreduced, reduced, subtractUnreduced } from '../number/unreduced.ts';
import { unreachable } from '../problem/unreachable.ts';
import type { Evaluation, Inputs, Rerun } from './evaluate.ts';
import { type Instruction, LAG_MONTH, type Program } from './program.ts';

type Value = Rational | undefined;

/**
 * The values of `evaluate` over exact fractions, faster: fractions are reduced when they are read, and a step whose inputs are the
 * very objects of the month before gives that month's value again. [VER-14]
 *
 * `rows` hold fractions that may not be in lowest terms; `value` gives those that are.
 */
export function evaluateExactly(
  program: Program,
  months: number,
  inputs: Inputs<Value>,
  rerun?: Rerun<Value>,
): Evaluation<Value> {
  const { reach, nodes, index } = program;
  const instructions = rerun?.instructions ?? program.instructions;
  const rows: (readonly Value[])[] = rerun ? [...rerun.rows] : Array.from({ length: program.slots }, () => NOTHING);
  const read = (slot: number, month: number): Value => {
    const row = rows[slot] ?? NOTHING;
    const place = month + reach;
    return place >= 0 && place < row.length ? row[place] : inputs.before(nodes[slot] ?? '', month);
  };
  const shares = new Map<number, Rational>();
  /** What arrived of the plan's own months in the month before, by slot. */
  const mixed = new Map<number, Value>();
  const shareOf = (seconds: number): Rational => {
    const share = shares.get(seconds) ?? rational(seconds, LAG_MONTH);
    shares.set(seconds, share);
    return share;
  };
  const arrive = ({ out, a, b, months: whole, late }: Extract<Instruction, { op: 'arrive' }>, month: number): Value => {
    const shared = (slot: number, seconds: number): Value =>
      a === b ? read(slot, month) : times(shareOf(seconds), read(slot, month));
    const early = () => shared(a, LAG_MONTH - late);
    const both = () => {
      const [x, y] = [read(a, month), read(b, month)];
      const before = month - 1 > whole && x === read(a, month - 1) && y === read(b, month - 1) ? mixed.get(out) : undefined;
      const value = before ?? (a === b ? early() : plus(early(), shared(b, late)));
      mixed.set(out, value);
      return value;
    };
    const given = inputs.pipeline(nodes[out] ?? '', month);
    if (given === undefined) return both();
    if (month < whole) return given;
    const own = month === whole ? early() : both();
    return given.numerator === 0n ? own : plus(given, own);
  };
  const targets = instructions.map(instruction => {
    const row: Value[] = [];
    rows[instruction.out] = row;
    const constant = instruction.op === 'constant' ? rationalOf(instruction.value) : undefined;
    return { instruction, row, constant };
  });
  for (let month = -reach; month < months; month++) {
    const place = month + reach;
    for (const { instruction, row, constant } of targets) {
      switch (instruction.op) {
        case 'leaf':
          row.push(inputs.leaf(nodes[instruction.out] ?? '', month));
          break;
        case 'constant':
          row.push(constant);
          break;
        case 'earlier': {
          const earlier = month - instruction.months;
          const isBefore = instruction.opening && earlier < 0;
          row.push(isBefore ? inputs.before(nodes[instruction.a] ?? '', earlier) : read(instruction.a, earlier));
          break;
        }
        case 'delayed': {
          const from = month - instruction.months;
          const share = inputs.arriving(nodes[instruction.a] ?? '', from, month);
          const value = read(instruction.a, from);
          row.push(share === undefined ? value : times(value, share));
          break;
        }
        case 'arrive':
          row.push(arrive(instruction, month));
          break;
        default: {
          // Inputs of the same month stand in their rows already.
          const [first, second] = [rows[instruction.a], 'b' in instruction ? rows[instruction.b] : undefined];
          const [x, y] = [first?.[place], second?.[place]];
          const isSame = place > 0 && x === first?.[place - 1] && y === second?.[place - 1];
          row.push(isSame ? row[place - 1] : calculated(instruction, x, y));
        }
      }
    }
  }
  const lowest = new Map<Rational, Rational>();
  return {
    months,
    nodes,
    rows,
    value: (node, month) => {
      const slot = index.get(node);
      if (slot === undefined) throw new Error(`not a node of this program: ${node}`);
      const value = read(slot, month);
      if (!value) return undefined;
      const known = lowest.get(value) ?? reduced(value);
      lowest.set(value, known);
      return known;
    },
  };
}

const NOTHING: readonly Value[] = [];

const MINUS_ONE = rational(-1);

function calculated(
  instruction: Exclude<Instruction, { op: 'leaf' | 'constant' | 'earlier' | 'delayed' | 'arrive' }>,
  x: Value,
  y: Value,
): Value {
  switch (instruction.op) {
    case 'copy':
      return x;
    case 'negate':
      return times(x, MINUS_ONE);
    case 'add':
      return plus(x, y);
    case 'subtract':
      return x && y && subtractUnreduced(x, y);
    case 'multiply':
      return times(x, y);
    case 'divide':
      return x && y && divideUnreduced(x, y);
    case 'minimum':
      return x && y && (compareRationals(x, y) <= 0 ? x : y);
    case 'maximum':
      return x && y && (compareRationals(x, y) >= 0 ? x : y);
    default:
      return unreachable(instruction);
  }
}

function plus(x: Value, y: Value): Value {
  return x && y && addUnreduced(x, y);
}

function times(x: Value, y: Value): Value {
  return x && y && multiplyUnreduced(x, y);
}
