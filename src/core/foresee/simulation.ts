import type { Algebra } from '../formula/algebra.ts';
import type { FlatSheet } from '../plan/flat.ts';
import { type FlatDraws, prepareDraws } from '../plan/flat-draws.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import { at } from '../stats/at.ts';
import { Random } from '../stats/random.ts';
import type { CutTree } from './cut-tree.ts';
import { effectsOn } from './effect-share.ts';
import type { ForesightInput, RegisteredEffect } from './foresight.ts';
import { type HistoryMonths, LOOK_BACK } from './history-months.ts';
import { heavyTail, JointNormals } from './joint-normals.ts';
import { LeafFits } from './leaf-fits.ts';
import type { LeafPath } from './leaf-path.ts';
import { type PeriodReading, periodReading, sharesOf } from './period-reading.ts';
import { BEFORE, drawnLeaves, type FormulaFit, settledCells, simulationSheet } from './simulation-sheet.ts';

export const DEFAULT_DRAWS = 10_000;
const BLOCK = 128;
/** Nodes whose draws are kept; of larger trees the goals and what has a target, as far as they fit. */
const MOST_NODES = 100;

/** All that came of the draws, with or without the registered effects. */
export interface Outcomes {
  /** Values over the plan by node and draw; NaN where there is none. */
  readonly landings: ReadonlyMap<NodeId, Float64Array>;
  /** The same by plan month. */
  readonly months: ReadonlyMap<NodeId, readonly Float64Array[]>;
}

/**
 * Draws a plan's months ahead at random, all drivers together. [LND-20]
 *
 * `step` calculates a block of draws and says whether there are more, so that a server can answer others in between. The same input
 * and seed give the same numbers, whatever lies between the steps.
 */
export class Simulation {
  readonly input: ForesightInput;
  readonly months: HistoryMonths;
  readonly cut: CutTree;
  readonly paths: ReadonlyMap<NodeId, LeafPath>;
  readonly fits: readonly FormulaFit[];
  readonly draws: number;
  readonly leaves: readonly NodeId[];
  readonly joint: JointNormals;
  /** How high a leaf ran in a draw: the mean of its months ahead ÷ their middle. */
  readonly scores: readonly Float64Array[];
  readonly shown: readonly NodeId[];
  readonly periodOf: PeriodReading;
  readonly plain: Outcomes;
  /** Undefined where no effect is registered that is still to come. */
  readonly lifted: Outcomes | undefined;
  private readonly worlds: readonly World[];
  private readonly random: Random;
  private done = 0;

  /** `fits`: the drivers' forecasts, where they are made already. */
  constructor(input: ForesightInput, fits: LeafFits = new LeafFits(input)) {
    const { arithmetic, to } = input;
    const { plan } = arithmetic;
    this.input = input;
    this.draws = input.draws ?? DEFAULT_DRAWS;
    const { months, cut, paths } = fits.finished();
    this.months = months;
    this.cut = cut;
    this.paths = paths;
    this.leaves = drawnLeaves(this.cut.program, this.paths);
    this.joint = new JointNormals(this.leaves.map(leaf => this.paths.get(leaf)?.residuals ?? new Map()));
    this.scores = this.leaves.map(() => new Float64Array(this.draws));
    this.shown = shownNodes(plan);
    this.periodOf = periodReading(this);
    const coming = input.effects.filter(effect => effect.by > to && plan.nodes.has(effect.node));
    const worlds = [[], ...(coming.length > 0 ? [coming] : [])].map(effects => this.world(effects));
    this.worlds = worlds.map(({ world }) => world);
    this.fits = worlds[0]?.fits ?? [];
    this.plain = this.worlds[0]?.outcomes ?? { landings: new Map(), months: new Map() };
    this.lifted = this.worlds[1]?.outcomes;
    this.random = new Random(input.seed);
  }

  /** Calculates the next block; false when all draws are done. */
  step(): boolean {
    const count = Math.min(BLOCK, this.draws - this.done);
    if (count <= 0) return false;
    this.fill(count);
    for (const { draws, read } of this.worlds) {
      draws.run();
      read(this.done, count);
    }
    this.done += count;
    return this.done < this.draws;
  }

  /** Itself with all draws done. */
  finished(): this {
    while (this.step());
    return this;
  }

  private fill(count: number): void {
    const { ahead } = this.months;
    const { leaves, random } = this;
    const normals = Array.from({ length: ahead.length }, () => new Float64Array(leaves.length));
    const own = new Float64Array(ahead.length);
    const values = new Float64Array(ahead.length);
    for (let draw = 0; draw < count; draw++) {
      for (const month of normals) this.joint.draw(random, month);
      for (const [i, leaf] of leaves.entries()) {
        const path = this.paths.get(leaf);
        if (!path) continue;
        for (let h = 0; h < ahead.length; h++) own[h] = at(normals[h] ?? own, i);
        path.draw(own, heavyTail(random, path.degrees), values);
        let score = 0;
        for (let h = 0; h < ahead.length; h++) {
          const middle = path.middles[h] ?? 0;
          score += middle === 0 ? at(values, h) : at(values, h) / middle;
        }
        const scores = this.scores[i];
        if (scores) scores[this.done + draw] = score / Math.max(1, ahead.length);
        for (const world of this.worlds) world.put(i, draw, values);
      }
    }
  }

  private world(effects: readonly RegisteredEffect[]): { readonly world: World; readonly fits: readonly FormulaFit[] } {
    const { input, cut, months, paths, leaves, shown } = this;
    const { arithmetic, to } = input;
    const { sheet, fits } = simulationSheet({ input, cut, months, paths, effects });
    const cellOf = (node: NodeId, place: number) => sheet.cell(node, place - LOOK_BACK + BEFORE);
    const first = months.closed.length;
    const inSheet = months.ahead.map((_, h) => first + h >= LOOK_BACK - BEFORE);
    const cells = leaves.map(leaf => months.ahead.map((_, h) => (inSheet[h] ? cellOf(leaf, first + h) : -1)));
    const lifts = leaves.map(leaf => months.ahead.map(range => effectsOn(leaf, range, to, effects)));
    for (const [i, leaf] of leaves.entries()) {
      for (const [h, middle] of (paths.get(leaf)?.middles ?? []).entries()) {
        const { factor, offset } = lifts[i]?.[h] ?? { factor: 1, offset: 0 };
        if (inSheet[h]) sheet.values[cells[i]?.[h] ?? 0] = middle * factor + offset;
      }
    }
    sheet.recalculate();
    const planMonths = arithmetic.months.map((_, month) => month + BEFORE);
    const wanted = cut.program.nodes.flatMap(node => planMonths.map(month => sheet.cell(node, month)));
    const draws = prepareDraws({
      sheet,
      drawn: cells.flat().filter(cell => cell >= 0),
      wanted,
      settled: settledCells(sheet, this),
      block: BLOCK,
    });
    const rows = cells.map(row => row.map(cell => (cell < 0 ? undefined : draws.driver(cell))));
    const outcomes = {
      landings: new Map(shown.map(node => [node, new Float64Array(this.draws)])),
      months: new Map(shown.map(node => [node, planMonths.map(() => new Float64Array(this.draws))])),
    };
    const put = (leaf: number, draw: number, values: Float64Array) => {
      for (const [h, row] of rows[leaf]?.entries() ?? []) {
        const lift = lifts[leaf]?.[h];
        if (row) row[draw] = at(values, h) * (lift?.factor ?? 1) + (lift?.offset ?? 0);
      }
    };
    const read = reader(this, sheet, draws, outcomes);
    return { world: { draws, put, read, outcomes }, fits };
  }
}

/** One way things may go: the tree, the drivers' rows and what comes of them. */
interface World {
  readonly draws: FlatDraws;
  readonly put: (leaf: number, draw: number, values: Float64Array) => void;
  readonly read: (from: number, count: number) => void;
  readonly outcomes: Outcomes;
}

function reader(
  { shown, periodOf }: Pick<Simulation, 'shown' | 'periodOf'>,
  sheet: FlatSheet,
  draws: FlatDraws,
  outcomes: Outcomes,
): World['read'] {
  const constants = new Map<number, Float64Array>();
  const value = (node: NodeId, month: number): Float64Array => {
    const cell = sheet.cell(node, month + BEFORE);
    const found = draws.row(cell) ?? constants.get(cell) ?? new Float64Array(BLOCK).fill(at(sheet.values, cell));
    if (!draws.row(cell)) constants.set(cell, found);
    return found;
  };
  return (from, count) => {
    for (const node of shown) {
      const landing = periodOf(node, rowAlgebra, value, meanRow);
      outcomes.landings.get(node)?.set(landing.subarray(0, count), from);
      for (const [month, row] of outcomes.months.get(node)?.entries() ?? []) row.set(value(node, month).subarray(0, count), from);
    }
  };
}

function shownNodes({ nodes }: Plan): readonly NodeId[] {
  const all = [...nodes.values()];
  if (all.length <= MOST_NODES) return all.map(node => node.id);
  const first = all.filter(node => node.role === 'goal' || node.target);
  return first.slice(0, MOST_NODES).map(node => node.id);
}

/** Rows of draws as values of formulas. */
const rowAlgebra: Algebra<Float64Array> = {
  constant: value => new Float64Array(BLOCK).fill(Number(value)),
  add: (a, b) => a.map((value, i) => finite(value + at(b, i))),
  subtract: (a, b) => a.map((value, i) => finite(value - at(b, i))),
  multiply: (a, b) => a.map((value, i) => finite(value * at(b, i))),
  divide: (a, b) => a.map((value, i) => finite(value / at(b, i))),
  negate: a => a.map(value => -value),
  minimum: (a, b) => a.map((value, i) => Math.min(value, at(b, i))),
  maximum: (a, b) => a.map((value, i) => Math.max(value, at(b, i))),
};

function meanRow(values: readonly Float64Array[], weights: readonly (number | undefined)[]): Float64Array {
  const shares = sharesOf(weights);
  const sum = new Float64Array(BLOCK);
  for (const [month, row] of values.entries()) {
    const share = at(shares, month);
    if (share > 0) for (let draw = 0; draw < BLOCK; draw++) sum[draw] = at(sum, draw) + at(row, draw) * share;
  }
  return sum;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : Number.NaN;
}
