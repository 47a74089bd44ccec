import type { Inputs } from './evaluate.ts';
import { chainsOf, climb, type FlatChains } from './flat-chain.ts';
import { FLAT, type FlatProgram } from './flat-program.ts';
import type { NodeId } from './plan.ts';

/**
 * The values of a flat program in doubles: all of them at once, or again only what depends on an edited driver. [VER-05]
 *
 * In    a flat program, how many plan months, the same inputs as `evaluate`
 * Out   bit for bit the values of `evaluate` over `doubleAlgebra`; what has no value is undefined, never NaN
 * Use   `edit` one driver in one month (a slider) · `set` several, then `recalculate` · `give` a node a value that its formula
 *       does not touch (an actual)
 */
export class FlatSheet {
  readonly flat: FlatProgram;
  readonly months: number;
  /** Values month by month, the first `reach` months lie before the plan: (month + reach) · slots + slot. NaN = no value. */
  readonly values: Float64Array;
  /** 1: a value of its own in place of its formula's. 2: its formula's value, adjusted. */
  readonly given: Uint8Array;
  /** What adjusted cells make of their formula's value. */
  readonly adjusted = new Map<number, Adjustment>();
  /** What was under way, and shares of delayed amounts. */
  readonly side: SideInputs;
  private readonly inputs: Inputs<number>;
  private readonly readers: Readers;
  private readonly chains: FlatChains;
  private readonly known = new Map<number, Affected>();

  constructor(flat: FlatProgram, months: number, inputs: Inputs<number>) {
    this.flat = flat;
    this.months = months;
    this.inputs = inputs;
    const { slots, reach, nodes } = flat.program;
    this.values = new Float64Array(slots * (reach + months)).fill(Number.NaN);
    this.given = new Uint8Array(this.values.length);
    this.side = sideInputs(flat, months, inputs);
    this.readers = readersOf(flat);
    this.chains = chainsOf(flat);
    for (let month = -reach; month < months; month++) {
      const row = (month + reach) * slots;
      for (const slot of flat.leaves) this.values[row + slot] = inputs.leaf(nodes[slot] ?? '', month);
      for (const { slot, value } of flat.constants) this.values[row + slot] = value;
    }
    this.recalculate();
  }

  value(node: NodeId, month: number): number | undefined {
    const value = this.values[this.cell(node, month)];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  /** Place of a node's month in `values`. A node that is not of this program is a bug and throws. */
  cell(node: NodeId, month: number): number {
    const slot = this.flat.program.index.get(node);
    if (slot === undefined) throw new Error(`not a node of this program: ${node}`);
    return (month + this.flat.program.reach) * this.flat.program.slots + slot;
  }

  /** Sets a driver in one month without calculating; undefined takes its value away. */
  set(node: NodeId, month: number, value: number | undefined): void {
    this.values[this.cell(node, month)] = value ?? Number.NaN;
  }

  /** Lets a node stand at a value whatever its formula says, without calculating. */
  give(node: NodeId, month: number, value: number): void {
    const cell = this.cell(node, month);
    this.values[cell] = value;
    this.given[cell] = 1;
  }

  /** Lets a node stand at offset + factor × what its formula gives, without calculating. */
  adjust(node: NodeId, month: number, adjustment: Adjustment): void {
    const cell = this.cell(node, month);
    this.adjusted.set(cell, adjustment);
    this.given[cell] = 2;
  }

  /** Sets a driver in one month and calculates what depends on it. */
  edit(node: NodeId, month: number, value: number | undefined): void {
    this.editCell(this.cell(node, month), value ?? Number.NaN);
  }

  /** `edit` by the driver's place in `values`, for whoever edits it again and again; NaN takes its value away. */
  editCell(cell: number, value: number): void {
    const { slots, reach } = this.flat.program;
    const slot = cell % slots;
    this.values[cell] = value;
    if (climb(this.chains, slot, cell - slot, this.values, this.given)) return;
    const affected = this.affectedBy(slot);
    const month = (cell - slot) / slots - reach;
    const end = affected.looksBack ? this.months : month + 1;
    for (let at = month; at < end; at++) this.run(affected.steps, affected.steps.length, at);
  }

  /** Calculates everything. */
  recalculate(): void {
    const { steps, program } = this.flat;
    for (let month = -program.reach; month < this.months; month++) this.run(undefined, steps, month);
  }

  /** The steps that depend on a slot, in their order. */
  affectedBy(slot: number): Affected {
    const found = this.known.get(slot) ?? affectedSteps(this.flat, this.readers, slot);
    this.known.set(slot, found);
    return found;
  }

  private run(chosen: Int32Array | undefined, count: number, month: number): void {
    const { op, out, a, b, back, late, program } = this.flat;
    const { values, given } = this;
    const row = (month + program.reach) * program.slots;
    for (let k = 0; k < count; k++) {
      const i = chosen === undefined ? k : (chosen[k] as number);
      const cell = row + (out[i] as number);
      if (given[cell] === 1) continue;
      const first = values[row + (a[i] as number)] as number;
      const second = values[row + (b[i] as number)] as number;
      let value: number;
      switch (op[i]) {
        case FLAT.add:
          value = first + second;
          break;
        case FLAT.subtract:
          value = first - second;
          break;
        case FLAT.multiply:
          value = first * second;
          break;
        case FLAT.divide:
          value = first / second;
          break;
        case FLAT.minimum:
          value = Math.min(first, second);
          break;
        case FLAT.maximum:
          value = Math.max(first, second);
          break;
        case FLAT.negate:
          value = -first;
          break;
        case FLAT.copy:
          value = first;
          break;
        case FLAT.earlier:
        case FLAT.opening:
          value = this.readBack(a[i] as number, month - (back[i] as number), op[i] === FLAT.opening);
          break;
        case FLAT.delayed: {
          const share = this.side.share(i, month);
          const earlier = this.readBack(a[i] as number, month - (back[i] as number), false);
          value = Number.isNaN(share) ? earlier : earlier * share;
          break;
        }
        default:
          value = arriving(this.side, i, month, back[i] as number, late[i] as number, first, second, a[i] === b[i]);
      }
      const adjustment = given[cell] === 2 ? this.adjusted.get(cell) : undefined;
      if (adjustment) value = finite(value) * adjustment.factor + adjustment.offset;
      values[cell] = Number.isFinite(value) ? value : Number.NaN;
    }
  }

  /** A slot's value in a month, also before the first one; `opening`: before the plan as it stood then. */
  readBack(slot: number, month: number, opening: boolean): number {
    const { reach, slots, nodes } = this.flat.program;
    if (month < -reach || (opening && month < 0)) return this.inputs.before(nodes[slot] ?? '', month);
    return this.values[(month + reach) * slots + slot] as number;
  }
}

/** offset + factor × a value: what has happened already, and the share that is still to come. */
export interface Adjustment {
  readonly offset: number;
  readonly factor: number;
}

/** Steps that have to be calculated again after an edit. */
export interface Affected {
  readonly steps: Int32Array;
  /** Later months are touched as well. */
  readonly looksBack: boolean;
}

/** What is under way before the plan and which share of an amount arrives, read once. */
export interface SideInputs {
  /** Share of a delayed amount that falls into the month; NaN = all of it. */
  readonly share: (step: number, month: number) => number;
  /** Amount from before the plan; undefined = what the leaves before the plan give. */
  readonly pipeline: (step: number, month: number) => number | undefined;
}

export function sideInputs(flat: FlatProgram, months: number, inputs: Inputs<number>): SideInputs {
  const { reach, nodes } = flat.program;
  const width = reach + months;
  const shares = new Map<number, Float64Array>();
  const pipelines = new Map<number, readonly (number | undefined)[]>();
  for (let i = 0; i < flat.steps; i++) {
    const monthOf = (place: number) => place - reach;
    if (flat.op[i] === FLAT.delayed) {
      const node = nodes[flat.a[i] ?? 0] ?? '';
      const share = (month: number) => inputs.arriving(node, month - (flat.back[i] ?? 0), month) ?? Number.NaN;
      shares.set(
        i,
        Float64Array.from({ length: width }, (_, place) => share(monthOf(place))),
      );
    }
    if (flat.op[i] === FLAT.arrive) {
      const node = nodes[flat.out[i] ?? 0] ?? '';
      pipelines.set(
        i,
        Array.from({ length: width }, (_, place) => inputs.pipeline(node, monthOf(place))),
      );
    }
  }
  return {
    share: (step, month) => shares.get(step)?.[month + reach] ?? Number.NaN,
    pipeline: (step, month) => pipelines.get(step)?.[month + reach],
  };
}

function arriving(
  side: SideInputs,
  step: number,
  month: number,
  whole: number,
  late: number,
  first: number,
  second: number,
  isWhole: boolean,
): number {
  const given = side.pipeline(step, month);
  const early = isWhole ? first : finite((1 - late) * first);
  const both = isWhole ? early : finite(early + finite(late * second));
  if (given === undefined) return both;
  if (month < whole) return given;
  return given + (month === whole ? early : both);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}

/** For every slot the steps that read it, one after the other. */
interface Readers {
  readonly from: Int32Array;
  readonly steps: Int32Array;
}

function readersOf({ program, steps, a, b }: FlatProgram): Readers {
  const from = new Int32Array(program.slots + 1);
  const reads = (visit: (slot: number, step: number) => void) => {
    for (let i = 0; i < steps; i++) {
      visit(a[i] ?? 0, i);
      if (b[i] !== a[i]) visit(b[i] ?? 0, i);
    }
  };
  reads(slot => {
    from[slot + 1] = (from[slot + 1] ?? 0) + 1;
  });
  for (let slot = 0; slot < program.slots; slot++) from[slot + 1] = (from[slot + 1] ?? 0) + (from[slot] ?? 0);
  const next = from.slice();
  const all = new Int32Array(from[program.slots] ?? 0);
  reads((slot, step) => {
    all[next[slot] ?? 0] = step;
    next[slot] = (next[slot] ?? 0) + 1;
  });
  return { from, steps: all };
}

function affectedSteps({ op, out }: FlatProgram, readers: Readers, slot: number): Affected {
  const found = new Set<number>();
  const open = [slot];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (let k = readers.from[next] ?? 0; k < (readers.from[next + 1] ?? 0); k++) {
      const step = readers.steps[k] ?? 0;
      if (found.has(step)) continue;
      found.add(step);
      open.push(out[step] ?? 0);
    }
  }
  const steps = Int32Array.from(found).sort();
  const looksBack = steps.some(step => op[step] === FLAT.earlier || op[step] === FLAT.opening || op[step] === FLAT.delayed);
  return { steps, looksBack };
}
