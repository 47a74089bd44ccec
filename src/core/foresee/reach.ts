import { doubleAlgebra } from '../formula/double-algebra.ts';
import { toNumber } from '../number/rational.ts';
import { wantedOf } from '../plan/counted-months.ts';
import type { FlatSheet } from '../plan/flat.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { at } from '../stats/at.ts';
import { driversBelow } from './cut-tree.ts';
import { LOOK_BACK } from './history-months.ts';
import { sharesOf } from './period-reading.ts';
import type { Simulation } from './simulation.ts';
import { BEFORE, simulationSheet } from './simulation-sheet.ts';

/** What one driver alone would have to be in the months ahead for a goal to be met in the middle. [LND-53] */
export interface Reach {
  readonly leaf: NodeId;
  /** Mean of its months ahead as they are expected, in its unit a month. */
  readonly now: number;
  /** The same as it would have to be; null where no value of this driver is enough. */
  readonly needed: number | null;
}

const MOST = 20;
/** No driver is looked at beyond so many times its expected course. */
const FURTHEST = 1_000;
const STEPS = 60;

/**
 * [DES-40] How far each driver alone would have to move for a missed goal to be met in the middle of the outcomes. [LND-53]
 *
 * In    a finished simulation, the goal, the middle of its landing
 * Out   the drivers by how little they have to move; nothing for goals that are met in the middle or have no lower end
 * How   every month ahead of the driver times one factor, all others on their middle course; halving between the course and the
 *       furthest factor, or the limit of the driver
 */
export function reachOf(goal: PlanNode, middle: number, simulation: Simulation): readonly Reach[] {
  const { input, cut, months, paths } = simulation;
  const low = wantedOf(goal, input.arithmetic).low;
  const wanted = low && toNumber(low);
  if (wanted === undefined || middle >= wanted || months.ahead.length === 0) return [];
  const { sheet } = simulationSheet({ input, cut, months, paths, effects: [] });
  const first = Math.max(months.closed.length, LOOK_BACK) - LOOK_BACK + BEFORE;
  const ahead = Array.from({ length: sheet.months - first }, (_, i) => first + i);
  const landingOf = () =>
    simulation.periodOf(goal.id, doubleAlgebra, (node, month) => sheet.value(node, month + BEFORE) ?? Number.NaN, meanOf);
  const gap = wanted - middle;
  const course = landingOf();
  const used = driversBelow(goal.id, input.arithmetic.plan, cut);
  const drivers = cut.program.nodes.filter(id => used.has(id) && cut.origins.get(id) !== 'formula').slice(0, MOST);
  return drivers
    .flatMap((leaf): Reach[] => {
      const own = ahead.map(month => sheet.value(leaf, month));
      const known = own.filter(value => value !== undefined);
      const now = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
      if (known.length < own.length || now === 0) return [];
      const limit = input.arithmetic.plan.nodes.get(leaf)?.limit;
      const most = limit === undefined ? FURTHEST : Math.max(1, Number(limit) / Math.max(...known));
      const gained = (factor: number): number => {
        scale(sheet, leaf, ahead, known, factor);
        return landingOf() - course;
      };
      const factor = smallestFactor(gained, gap, most);
      scale(sheet, leaf, ahead, known, 1);
      return [{ leaf, now, needed: factor === undefined ? null : now * factor }];
    })
    .sort((a, b) => moveOf(a) - moveOf(b));
}

function meanOf(values: readonly number[], weights: readonly (number | undefined)[]): number {
  return sharesOf(weights).reduce((sum, share, month) => (share > 0 ? sum + share * at(values, month) : sum), 0);
}

function scale(sheet: FlatSheet, leaf: NodeId, months: readonly number[], values: readonly number[], factor: number): void {
  for (const [i, month] of months.entries()) sheet.set(leaf, month, at(values, i) * factor);
  sheet.recalculate();
}

/** The factor between 1 and one of the ends at which so much is gained; undefined where neither end gains it. */
function smallestFactor(gained: (factor: number) => number, gap: number, most: number): number | undefined {
  const end = gained(most) >= gap ? most : gained(0) >= gap ? 0 : undefined;
  if (end === undefined) return undefined;
  let [short, enough] = [1, end];
  for (let step = 0; step < STEPS && Math.abs(enough - short) > 1e-9 * Math.max(1, Math.abs(short)); step++) {
    const middle = (short + enough) / 2;
    if (gained(middle) >= gap) enough = middle;
    else short = middle;
  }
  return enough;
}

function moveOf({ now, needed }: Reach): number {
  return needed === null ? Number.POSITIVE_INFINITY : Math.abs(needed / now - 1);
}
