import { type Rational, toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { type GoalTape, goalTape } from '../plan/goal-tape.ts';
import type { WorstCase } from '../plan/judge.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import { roomFor, runBackwards, runForwards, type TapeRanges } from '../plan/tape-ranges.ts';

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
  private readonly room: TapeRanges;
  private readonly values: Float64Array;
  private readonly driverOf: Int32Array;

  constructor(goal: PlanNode, arithmetic: Arithmetic, worst: WorstCase) {
    this.tape = goalTape(goal, arithmetic.lagged, arithmetic);
    this.room = roomFor(this.tape);
    const place = new Map<NodeId, number>();
    for (const { node } of this.tape.leaves) if (!place.has(node)) place.set(node, place.size);
    this.drivers = [...place.keys()];
    this.values = Float64Array.from(this.tape.leaves, ({ node, month }) => numberOf(worst.choose(node, month)));
    this.driverOf = Int32Array.from(this.tape.leaves, ({ node }) => place.get(node) ?? 0);
  }

  /** A driver's largest value over the months in the case; 0 where it has none. */
  largest(driver: number): number {
    return this.values.reduce((most, value, i) => (this.driverOf[i] === driver && value > most ? value : most), 0);
  }

  /** A driver's months added up. */
  total(driver: number): number {
    return this.values.reduce((sum, value, i) => (this.driverOf[i] === driver ? sum + value : sum), 0);
  }

  /** The goal with every driver times the exponential of its change. */
  at(changes: Float64Array, wantsSlopes = true): Response {
    const { tape, room } = this;
    for (const [i, { entry }] of tape.leaves.entries()) {
      const value = (this.values[i] ?? 0) * Math.exp(changes[this.driverOf[i] ?? 0] ?? 0);
      room.low[entry] = value;
      room.high[entry] = value;
    }
    runForwards(tape, room);
    const top = tape.length - 1;
    const slopes = new Float64Array(this.drivers.length);
    const value = middle(room.low[top], room.high[top]);
    if (!wantsSlopes) return { value, slopes };
    runBackwards(tape, room);
    for (const [i, { entry }] of tape.leaves.entries()) {
      const driver = this.driverOf[i] ?? 0;
      const slope = middle(room.slopeLow[entry], room.slopeHigh[entry]) * middle(room.low[entry], room.high[entry]);
      slopes[driver] = (slopes[driver] ?? 0) + slope;
    }
    return { value, slopes };
  }
}

function middle(low = 0, high = 0): number {
  const value = (low + high) / 2;
  return Number.isFinite(value) ? value : 0;
}

function numberOf(value: Rational | undefined): number {
  return value ? toNumber(value) : 0;
}
