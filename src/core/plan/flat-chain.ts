import { FLAT, type FlatProgram } from './flat-program.ts';

/**
 * Steps with the same operation in a row (a + b + c) as one group, and for every slot the one group that reads it: the way up
 * from a driver is then one group after the other. [VER-05]
 */
export interface FlatChains {
  /** Operation of each group, as in the program. */
  readonly op: Uint8Array;
  /** A group's places in `args` and `outs`: from `from[g]` up to, not including, `from[g + 1]`. */
  readonly from: Int32Array;
  /** Slots that the group reads, in order. */
  readonly args: Int32Array;
  /** Slots written: at every place but a group's first the value so far, at its last one the group's own. */
  readonly outs: Int32Array;
  /** The group that reads a slot, or `END`, or `PARTS`. */
  readonly up: Int32Array;
}

/** Nothing reads the slot. */
const END = -1;
/** No single way up: several groups read the slot, one reads it twice, or does something else than arithmetic. */
const PARTS = -2;

export function chainsOf(flat: FlatProgram): FlatChains {
  const { steps, op, a, b, out, program } = flat;
  const reads = new Int32Array(program.slots);
  for (let i = 0; i < steps; i++) for (const slot of read(flat, i)) reads[slot] = (reads[slot] ?? 0) + 1;
  /** Steps that go on with what the step before them has begun. */
  const goesOn = (i: number) =>
    i > 0 &&
    op[i] === op[i - 1] &&
    isArithmetic(op[i]) &&
    a[i] === out[i - 1] &&
    b[i] !== a[i] &&
    reads[a[i] ?? 0] === 1 &&
    (a[i] ?? 0) >= program.nodes.length;
  const codes: number[] = [];
  const from: number[] = [];
  const args: number[] = [];
  const outs: number[] = [];
  const up = new Int32Array(program.slots).fill(END);
  for (let i = 0; i < steps; i++) {
    const isNew = !goesOn(i);
    if (isNew) {
      from.push(args.length);
      codes.push(op[i] ?? 0);
    }
    for (const slot of isNew ? [a[i] ?? 0, b[i] ?? 0] : [b[i] ?? 0]) {
      up[slot] = up[slot] === END && isArithmetic(op[i]) ? codes.length - 1 : PARTS;
      args.push(slot);
      outs.push(out[i] ?? 0);
    }
  }
  from.push(args.length);
  return {
    op: Uint8Array.from(codes),
    from: Int32Array.from(from),
    args: Int32Array.from(args),
    outs: Int32Array.from(outs),
    up,
  };
}

function read({ a, b }: FlatProgram, step: number): readonly number[] {
  const first = a[step] ?? 0;
  const second = b[step] ?? 0;
  return first === second ? [first] : [first, second];
}

/** Adds, subtracts, multiplies or divides, in one month. */
function isArithmetic(op: number | undefined): boolean {
  return op !== undefined && op <= FLAT.divide;
}

/**
 * Calculates the way up from a driver whose value stands already; `row` is the place of the month's first slot. False, with
 * the lower values written, when there is no single way, or something on it has no value or one of its own: the steps then
 * have to be calculated one by one. Within a group what is not finite stays so, so one look at its end is enough.
 */
export function climb(
  { op, from, args, outs, up }: FlatChains,
  slot: number,
  row: number,
  values: Float64Array,
  given: Uint8Array,
): boolean {
  let group = up[slot] as number;
  while (group >= 0) {
    let k = from[group] as number;
    const end = from[group + 1] as number;
    const written = outs[end - 1] as number;
    if (given[row + written] !== 0) return false;
    let value = values[row + (args[k] as number)] as number;
    const what = op[group] as number;
    if (what === FLAT.add)
      for (k++; k < end; k++) {
        value += values[row + (args[k] as number)] as number;
        values[row + (outs[k] as number)] = value;
      }
    else if (what === FLAT.multiply)
      for (k++; k < end; k++) {
        value *= values[row + (args[k] as number)] as number;
        values[row + (outs[k] as number)] = value;
      }
    else if (what === FLAT.divide)
      for (k++; k < end; k++) {
        value /= values[row + (args[k] as number)] as number;
        values[row + (outs[k] as number)] = value;
      }
    else
      for (k++; k < end; k++) {
        value -= values[row + (args[k] as number)] as number;
        values[row + (outs[k] as number)] = value;
      }
    if (!(value - value === 0)) return false;
    group = up[written] as number;
  }
  return group === END;
}
