import type { Adjustment, FlatSheet } from './flat.ts';
import { FLAT } from './flat-program.ts';
import {
  addFourRows,
  addNumber,
  addRows,
  addThreeRows,
  divideFourRows,
  divideNumber,
  divideRows,
  divideThreeRows,
  maximumNumber,
  maximumRows,
  minimumNumber,
  minimumRows,
  multiplyFourRows,
  multiplyNumber,
  multiplyRows,
  multiplyThreeRows,
  negateRows,
  numberLess,
  numberOver,
  type RowInputs,
  type RowLoop,
  subtractNumber,
  subtractRows,
} from './row-loops.ts';

/**
 * A sheet of which some drivers are drawn at random, calculated for a block of draws at a time. [FOR-70]
 *
 * Only cells that depend on a drawn one are calculated; all others stand at the sheet's value. Rows that nothing reads any more are
 * used again, so that a block stays in the processor's cache.
 */
export class FlatDraws {
  readonly block: number;
  private readonly values: Float64Array;
  private readonly rows: ReadonlyMap<number, number>;
  private readonly drivers: ReadonlyMap<number, number>;
  /** What `run` does, in its order. */
  readonly tasks: readonly Task[];

  constructor(
    values: Float64Array,
    drivers: ReadonlyMap<number, number>,
    rows: ReadonlyMap<number, number>,
    tasks: readonly Task[],
    block: number,
  ) {
    this.values = values;
    this.drivers = drivers;
    this.rows = rows;
    this.tasks = tasks;
    this.block = block;
  }

  /** The rows of all drawn drivers one after the other, in the order they were asked for: to be filled at once. */
  get inputs(): Float64Array {
    return this.values.subarray(0, this.drivers.size * this.block);
  }

  /** The row of a drawn driver, to be filled before `run`. */
  driver(cell: number): Float64Array | undefined {
    return this.rowAt(this.drivers.get(cell));
  }

  /** The draws of a wanted cell after `run`; undefined where nothing is random: it stands at the sheet's value. */
  row(cell: number): Float64Array | undefined {
    return this.rowAt(this.rows.get(cell));
  }

  private rowAt(row: number | undefined): Float64Array | undefined {
    return row === undefined ? undefined : this.values.subarray(row * this.block, (row + 1) * this.block);
  }

  /** Calculates the block from the drivers' rows. */
  run(): void {
    for (const { loop, out, inputs } of this.tasks) loop(this.values, out, inputs, this.block);
  }
}

/** A calculation on rows of draws. */
interface Task {
  readonly loop: RowLoop;
  readonly out: number;
  readonly inputs: RowInputs;
}

/** The same before rows have their places. */
interface OpenTask {
  readonly kind: number;
  readonly out: number;
  readonly rows: readonly number[];
  readonly scalar: number;
}

export interface DrawsAsked {
  readonly sheet: FlatSheet;
  /** Cells of drivers that are drawn. */
  readonly drawn: readonly number[];
  /** Cells whose draws are to be read. */
  readonly wanted: readonly number[];
  /**
   * Cells that become offset + factor × their value once their month is calculated: nodes of the same month still read the value,
   * later months and readers what became of it.
   */
  readonly settled?: ReadonlyMap<number, Adjustment>;
  /** Draws per block, a multiple of 4; 128 when absent. */
  readonly block?: number;
}

/** Prepares the calculation of random draws over a calculated sheet. [FOR-70] */
export function prepareDraws({ sheet, drawn, wanted, settled = new Map(), block = 128 }: DrawsAsked): FlatDraws {
  const writer = new TaskWriter(sheet, drawn);
  const { reach, slots } = sheet.flat.program;
  for (let month = -reach; month < sheet.months; month++) {
    for (let step = 0; step < sheet.flat.steps; step++) writer.step(step, month, (month + reach) * slots);
    for (let cell = (month + reach) * slots; cell < (month + reach + 1) * slots; cell++) writer.settle(cell, settled.get(cell));
  }
  return writer.finish(wanted, block);
}

/** A value in a calculation: a row of draws, or one number for all of them. */
type Operand = { readonly row: number } | { readonly scalar: number };

class TaskWriter {
  private readonly sheet: FlatSheet;
  private readonly rowOf = new Map<number, number>();
  private readonly drivers: ReadonlyMap<number, number>;
  private readonly drawn: number;
  private readonly tasks: OpenTask[] = [];
  private rows = 0;

  constructor(sheet: FlatSheet, drawn: readonly number[]) {
    this.sheet = sheet;
    for (const cell of drawn) this.rowOf.set(cell, this.rows++);
    this.drivers = new Map(this.rowOf);
    this.drawn = this.rows;
  }

  step(step: number, month: number, row: number): void {
    const { sheet } = this;
    const { op, out, a, b, back, late } = sheet.flat;
    const cell = row + (out[step] as number);
    if (sheet.given[cell] === 1) return;
    const [slotA, slotB] = [a[step] as number, b[step] as number];
    let result: Operand;
    switch (op[step]) {
      case FLAT.copy:
        result = this.at(row + slotA);
        break;
      case FLAT.negate:
        result = this.unary(FLAT.negate, this.at(row + slotA));
        break;
      case FLAT.earlier:
      case FLAT.opening:
        result = this.earlier(slotA, month - (back[step] as number), op[step] === FLAT.opening);
        break;
      case FLAT.delayed: {
        const share = sheet.side.share(step, month);
        const source = this.earlier(slotA, month - (back[step] as number), false);
        result = Number.isNaN(share) ? source : this.times(source, share);
        break;
      }
      case FLAT.arrive: {
        const [first, second] = [this.at(row + slotA), this.at(row + slotB)];
        result = this.arriving(step, month, back[step] as number, late[step] as number, first, second, slotA === slotB);
        break;
      }
      default:
        result = this.binary(op[step] as number, this.at(row + slotA), this.at(row + slotB));
    }
    const adjustment = sheet.given[cell] === 2 ? sheet.adjusted.get(cell) : undefined;
    if (adjustment) result = this.plus(this.times(result, adjustment.factor), { scalar: adjustment.offset });
    if ('row' in result) this.rowOf.set(cell, result.row);
  }

  settle(cell: number, adjustment: Adjustment | undefined): void {
    const row = this.rowOf.get(cell);
    if (!adjustment || row === undefined) return;
    const settled = this.plus(this.times({ row }, adjustment.factor), { scalar: adjustment.offset });
    if ('row' in settled) this.rowOf.set(cell, settled.row);
  }

  private at(cell: number): Operand {
    const row = this.rowOf.get(cell);
    return row === undefined ? { scalar: this.sheet.values[cell] as number } : { row };
  }

  private earlier(slot: number, month: number, opening: boolean): Operand {
    const { reach, slots } = this.sheet.flat.program;
    if (month < -reach || (opening && month < 0)) return { scalar: this.sheet.readBack(slot, month, opening) };
    return this.at((month + reach) * slots + slot);
  }

  private arriving(
    step: number,
    month: number,
    whole: number,
    late: number,
    first: Operand,
    second: Operand,
    isWhole: boolean,
  ): Operand {
    const given = this.sheet.side.pipeline(step, month);
    if (given !== undefined && month < whole) return { scalar: given };
    const early = isWhole ? first : this.times(first, 1 - late);
    const both = isWhole ? early : this.plus(early, this.times(second, late));
    if (given === undefined) return both;
    return this.plus({ scalar: given }, month === whole ? early : both);
  }

  private times(value: Operand, factor: number): Operand {
    return this.binary(FLAT.multiply, value, { scalar: factor });
  }

  private plus(first: Operand, second: Operand): Operand {
    return this.binary(FLAT.add, first, second);
  }

  private unary(kind: number, value: Operand): Operand {
    return 'row' in value ? this.put(kind, [value.row], 0) : { scalar: -value.scalar };
  }

  private binary(op: number, first: Operand, second: Operand): Operand {
    if ('row' in first) {
      return 'row' in second ? this.put(op, [first.row, second.row], 0) : this.put(WITH_SCALAR + op, [first.row], second.scalar);
    }
    if ('row' in second) return this.put(SCALAR_FIRST + op, [second.row], first.scalar);
    return { scalar: scalarResult(op, first.scalar, second.scalar) };
  }

  private put(kind: number, rows: readonly number[], scalar: number): Operand {
    const row = this.rows++;
    this.tasks.push({ kind, out: row, rows, scalar });
    return { row };
  }

  /** Leaves out what no wanted cell needs, joins chains of one operation, and lets rows share their places. */
  finish(wanted: readonly number[], block: number): FlatDraws {
    const kept = new Set(wanted.flatMap(cell => this.rowOf.get(cell) ?? []));
    const joined = this.joined(this.neededTasks(kept), kept);
    const lastUse = new Map<number, number>();
    for (const [k, { rows }] of joined.entries()) for (const row of rows) lastUse.set(row, k);
    const place = new Map<number, number>();
    for (let row = 0; row < this.drawn; row++) place.set(row, row);
    let places = this.drawn;
    const free: number[] = [];
    const at = (row: number | undefined) => (place.get(row ?? -1) ?? 0) * block;
    const tasks = joined.map(({ kind, out, rows, scalar }, k): Task => {
      const [a, b, c, d] = rows;
      const inputs = { a: at(a), b: at(b), c: at(c), d: at(d), scalar };
      for (const row of new Set(rows))
        if (row >= this.drawn && lastUse.get(row) === k && !kept.has(row)) free.push(place.get(row) ?? 0);
      place.set(out, free.pop() ?? places++);
      return { loop: loopOf(kind), out: at(out), inputs };
    });
    const readable = [...this.rowOf].filter(([, row]) => kept.has(row));
    const rows = new Map(readable.map(([cell, row]) => [cell, place.get(row) ?? 0]));
    return new FlatDraws(new Float64Array(places * block), this.drivers, rows, tasks, block);
  }

  private neededTasks(kept: ReadonlySet<number>): readonly OpenTask[] {
    const needed = new Set(kept);
    const found: OpenTask[] = [];
    for (const task of this.tasks.toReversed()) {
      if (!needed.has(task.out)) continue;
      found.push(task);
      for (const row of task.rows) needed.add(row);
    }
    return found.reverse();
  }

  /** Three or four rows added, multiplied or divided one after the other become one task where nobody reads what is between. */
  private joined(tasks: readonly OpenTask[], kept: ReadonlySet<number>): readonly OpenTask[] {
    const uses = new Map<number, number>();
    for (const { rows } of tasks) for (const row of rows) uses.set(row, (uses.get(row) ?? 0) + 1);
    const byOut = new Map<number, OpenTask>();
    for (const task of tasks) {
      const [first, second] = task.rows;
      const before = first === undefined ? undefined : byOut.get(first);
      const joins =
        before &&
        first !== undefined &&
        second !== undefined &&
        CHAINED.has(task.kind) &&
        before.rows.length < 4 &&
        before.kind % 16 === task.kind &&
        before.rows.length >= 2 &&
        uses.get(first) === 1 &&
        !kept.has(first);
      if (!joins) {
        byOut.set(task.out, task);
        continue;
      }
      byOut.delete(first);
      const rows = [...before.rows, second];
      byOut.set(task.out, { ...task, kind: task.kind + (rows.length === 3 ? THREE : FOUR), rows });
    }
    return [...byOut.values()];
  }
}

function scalarResult(op: number, a: number, b: number): number {
  const value = [a + b, a - b, a * b, a / b, Math.min(a, b), Math.max(a, b)][op] ?? Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Kinds of tasks: the flat operations on two rows, then on a row and a number, on a number and a row, on three and on four rows. */
const WITH_SCALAR = 16;
const SCALAR_FIRST = 32;
const THREE = 48;
const FOUR = 64;

const LOOPS: ReadonlyMap<number, RowLoop> = new Map([
  [FLAT.add, addRows],
  [FLAT.subtract, subtractRows],
  [FLAT.multiply, multiplyRows],
  [FLAT.divide, divideRows],
  [FLAT.minimum, minimumRows],
  [FLAT.maximum, maximumRows],
  [FLAT.negate, negateRows],
  [WITH_SCALAR + FLAT.add, addNumber],
  [SCALAR_FIRST + FLAT.add, addNumber],
  [WITH_SCALAR + FLAT.subtract, subtractNumber],
  [SCALAR_FIRST + FLAT.subtract, numberLess],
  [WITH_SCALAR + FLAT.multiply, multiplyNumber],
  [SCALAR_FIRST + FLAT.multiply, multiplyNumber],
  [WITH_SCALAR + FLAT.divide, divideNumber],
  [SCALAR_FIRST + FLAT.divide, numberOver],
  [WITH_SCALAR + FLAT.minimum, minimumNumber],
  [SCALAR_FIRST + FLAT.minimum, minimumNumber],
  [WITH_SCALAR + FLAT.maximum, maximumNumber],
  [SCALAR_FIRST + FLAT.maximum, maximumNumber],
  [THREE + FLAT.add, addThreeRows],
  [THREE + FLAT.multiply, multiplyThreeRows],
  [THREE + FLAT.divide, divideThreeRows],
  [FOUR + FLAT.add, addFourRows],
  [FOUR + FLAT.multiply, multiplyFourRows],
  [FOUR + FLAT.divide, divideFourRows],
]);

const CHAINED: ReadonlySet<number> = new Set([FLAT.add, FLAT.multiply, FLAT.divide]);

function loopOf(kind: number): RowLoop {
  const loop = LOOPS.get(kind);
  if (!loop) throw new Error(`no loop for rows of kind ${kind}`);
  return loop;
}
