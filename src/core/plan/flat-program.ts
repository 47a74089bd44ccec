import { type Instruction, LAG_MONTH, type Program } from './program.ts';

/** Operations of a flat program; leaves and constants are values, not operations. */
export const FLAT = {
  add: 0,
  subtract: 1,
  multiply: 2,
  divide: 3,
  minimum: 4,
  maximum: 5,
  negate: 6,
  copy: 7,
  earlier: 8,
  opening: 9,
  delayed: 10,
  arrive: 11,
} as const;

/**
 * A program as columns of numbers, for speed: step i writes slot `out[i]` from `a[i]` and `b[i]`. [VER-05]
 * Slots are the program's; a slot that was only copied into a node is that node's.
 */
export interface FlatProgram {
  readonly program: Program;
  readonly steps: number;
  readonly op: Uint8Array;
  readonly out: Int32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Whole months back, of steps that look back. */
  readonly back: Int32Array;
  /** Share of a month that arrives late, of `arrive`. */
  readonly late: Float64Array;
  readonly constants: readonly { readonly slot: number; readonly value: number }[];
  readonly leaves: Int32Array;
}

/** Compiles a program for `FlatSheet`. */
export function flatten(program: Program): FlatProgram {
  const place = foldedCopies(program);
  const at = (slot: number) => place[slot] ?? slot;
  const kept = program.instructions.filter(
    instruction =>
      instruction.op !== 'leaf' &&
      instruction.op !== 'constant' &&
      !(instruction.op === 'copy' && at(instruction.a) === at(instruction.out)),
  );
  const flat = {
    program,
    steps: kept.length,
    op: new Uint8Array(kept.length),
    out: new Int32Array(kept.length),
    a: new Int32Array(kept.length),
    b: new Int32Array(kept.length),
    back: new Int32Array(kept.length),
    late: new Float64Array(kept.length),
    constants: program.instructions.flatMap(each =>
      each.op === 'constant' ? [{ slot: at(each.out), value: Number(each.value) }] : [],
    ),
    leaves: Int32Array.from(program.instructions.flatMap(each => (each.op === 'leaf' ? [at(each.out)] : []))),
  };
  for (const [i, instruction] of kept.entries()) {
    flat.op[i] = codeOf(instruction);
    flat.out[i] = at(instruction.out);
    flat.a[i] = 'a' in instruction ? at(instruction.a) : 0;
    flat.b[i] = 'b' in instruction ? at(instruction.b) : flat.a[i];
    flat.back[i] = 'months' in instruction ? instruction.months : 0;
    flat.late[i] = instruction.op === 'arrive' ? instruction.late / LAG_MONTH : 0;
  }
  return flat;
}

function codeOf(instruction: Instruction): number {
  if (instruction.op === 'leaf' || instruction.op === 'constant') return FLAT.copy;
  return instruction.op === 'earlier' && instruction.opening ? FLAT.opening : FLAT[instruction.op];
}

/** For every intermediate slot that a copy reads, the node it is copied into, unless something else reads it as well. */
function foldedCopies({ instructions, nodes, slots }: Program): Int32Array {
  const reads = new Int32Array(slots);
  const calculated = new Uint8Array(slots);
  for (const instruction of instructions) {
    if ('a' in instruction) reads[instruction.a] = (reads[instruction.a] ?? 0) + 1;
    if ('b' in instruction) reads[instruction.b] = (reads[instruction.b] ?? 0) + 1;
    if (instruction.op !== 'leaf' && instruction.op !== 'constant') calculated[instruction.out] = 1;
  }
  const place = Int32Array.from({ length: slots }, (_, slot) => slot);
  for (const instruction of instructions)
    if (instruction.op === 'copy' && instruction.a >= nodes.length && reads[instruction.a] === 1 && calculated[instruction.a])
      place[instruction.a] = instruction.out;
  return place;
}
