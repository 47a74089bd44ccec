import { type Rational, toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { type GoalTape, goalTape } from '../plan/goal-tape.ts';
import type { WorstCase } from '../plan/judge.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { PointTape } from './point-tape.ts';

/** A goal's value and how it answers to each driver, at some change of the drivers. */
export interface Response {
  readonly value: number;
  /** Change of the goal per unit of the logarithm of each driver. */
  readonly slopes: Float64Array;
}

/**
 * The goal's value in the plan period as a function of factors on its drivers, around one case of the plan. [REP-02]
 * Doubles: good for finding a change, never for claiming that it suffices.
 */
export class DriverResponse {
  readonly drivers: readonly NodeId[];
  private readonly tape: GoalTape;
  private readonly point: PointTape;
  /** Value of every leaf in the case. */
  private readonly planned: Float64Array;
  private readonly driverOf: Int32Array;
  /** The leaves of every driver. */
  private readonly leavesOf: readonly (readonly number[])[];
  private readonly aboveOf = new Map<number, Int32Array>();
  /** The changes that the point stands at. */
  private readonly standing: Float64Array;

  constructor(goal: PlanNode, arithmetic: Arithmetic, worst: WorstCase) {
    this.tape = goalTape(goal, arithmetic.lagged, arithmetic);
    this.point = new PointTape(this.tape, worst.pick);
    const leaves = new Map<NodeId, number[]>();
    for (const [i, { node }] of this.tape.leaves.entries()) {
      const own = leaves.get(node) ?? [];
      own.push(i);
      leaves.set(node, own);
    }
    this.drivers = [...leaves.keys()];
    this.leavesOf = [...leaves.values()];
    const place = new Map(this.drivers.map((node, driver) => [node, driver]));
    this.planned = Float64Array.from(this.tape.leaves, ({ node, month }) => numberOf(worst.choose(node, month)));
    this.driverOf = Int32Array.from(this.tape.leaves, ({ node }) => place.get(node) ?? 0);
    this.standing = new Float64Array(this.drivers.length);
    for (let driver = 0; driver < this.drivers.length; driver++) this.put(driver, 0);
    this.point.forwards();
  }

  /** A driver's largest value over the months in the case; 0 where it has none. */
  largest(driver: number): number {
    return Math.max(0, ...this.plannedOf(driver));
  }

  /** A driver's months added up. */
  total(driver: number): number {
    return this.plannedOf(driver).reduce((sum, value) => sum + value, 0);
  }

  /** The goal with every driver times the exponential of its change. */
  at(changes: Float64Array): number {
    const moved: number[] = [];
    for (let driver = 0; driver < changes.length; driver++) {
      if (this.standing[driver] === changes[driver]) continue;
      this.put(driver, changes[driver] ?? 0);
      moved.push(driver);
    }
    const [first] = moved;
    if (first === undefined) return this.point.top;
    this.point.forwards(moved.length === 1 ? this.above(first) : undefined);
    return this.point.top;
  }

  /** The same with the goal's change per unit of the logarithm of each driver. */
  respond(changes: Float64Array): Response {
    const value = this.at(changes);
    this.point.backwards();
    const slopes = new Float64Array(this.drivers.length);
    for (let i = 0; i < this.driverOf.length; i++) {
      const [driver, entry] = [this.driverOf[i] ?? 0, this.tape.leaves[i]?.entry ?? 0];
      slopes[driver] = (slopes[driver] ?? 0) + (this.point.slopes[entry] ?? 0) * (this.point.values[entry] ?? 0);
    }
    return { value, slopes };
  }

  private put(driver: number, change: number): void {
    const factor = Math.exp(change);
    this.standing[driver] = change;
    for (const leaf of this.leavesOf[driver] ?? [])
      this.point.values[this.tape.leaves[leaf]?.entry ?? 0] = (this.planned[leaf] ?? 0) * factor;
  }

  private above(driver: number): Int32Array {
    const known = this.aboveOf.get(driver);
    if (known) return known;
    const found = this.point.above((this.leavesOf[driver] ?? []).map(leaf => this.tape.leaves[leaf]?.entry ?? 0));
    this.aboveOf.set(driver, found);
    return found;
  }

  private plannedOf(driver: number): readonly number[] {
    return (this.leavesOf[driver] ?? []).map(leaf => this.planned[leaf] ?? 0);
  }
}

function numberOf(value: Rational | undefined): number {
  return value ? toNumber(value) : 0;
}
