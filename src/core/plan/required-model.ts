import { doubleAlgebra } from '../formula/double-algebra.ts';
import { exactAlgebra } from '../formula/exact-algebra.ts';
import {
  add,
  compareRationals,
  divide,
  multiply,
  type Rational,
  rational,
  rationalOf,
  subtract,
  toNumber,
} from '../number/rational.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type CountedMonth, countedMonths } from './counted-months.ts';
import { driverInputs } from './driver-inputs.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { evaluateDrivers, extreme } from './evaluate-drivers.ts';
import type { End } from './goal-tape.ts';
import { periodValue } from './period-value.ts';
import type { NodeId, PlanNode } from './plan.ts';
import type { Instruction, Program } from './program.ts';
import { highest } from './worst-case.ts';

/** What a driver would have to be for the goal to be met, everything else as planned. [VER-20] */
export interface Requirement {
  readonly node: NodeId;
  /** Times the planned value, the same in every month of the plan. */
  readonly factor: number;
  /** The value itself (per month for flows, first month where months differ); exact where the goal depends on it linearly. */
  readonly value: Rational;
  /** `over-limit`: more than the driver can ever be (a rate above 100 %); `never`: no value suffices. */
  readonly possible: 'yes' | 'over-limit' | 'never';
  readonly limit?: number;
}

/** The case that drivers are changed from: every driver's value in every month, and which end a level takes over the period. */
export interface RequiredCase {
  readonly choose: (id: NodeId, month: number) => Rational | undefined;
  readonly pick: (id: NodeId) => End;
}

/** Factors beyond these are no advice: found in one step (linear), or searched for. */
const LARGEST = 1e12;
const FURTHEST = 1e6;

/** The goal's worst-case value as a function of factors on its drivers. */
export class RequiredModel {
  private readonly goal: PlanNode;
  private readonly side: 'low' | 'high';
  private readonly program: Program;
  private readonly arithmetic: Arithmetic;
  private readonly worst: RequiredCase;
  private readonly counted: readonly CountedMonth[];
  private readonly planned = new Map<NodeId, readonly (number | undefined)[]>();
  private readonly asPlanned: Evaluation<number>;
  private readonly plannedValue: number;
  private readonly usersOf: readonly (readonly number[])[];
  private readonly placeOf: ReadonlyMap<number, number>;
  private exactAsPlanned: Evaluation<Rational | undefined> | undefined;

  constructor(goal: PlanNode, side: End, program: Program, arithmetic: Arithmetic, worst: RequiredCase) {
    this.goal = goal;
    this.side = side;
    this.program = program;
    this.arithmetic = arithmetic;
    this.worst = worst;
    this.counted = countedMonths(goal, arithmetic);
    for (const [id, bounds] of arithmetic.bounds) {
      const node = arithmetic.plan.nodes.get(id);
      if (!node || (node.equals && !arithmetic.standIns.has(id)) || id === goal.id) continue;
      this.planned.set(
        id,
        bounds.map((_, month) => mapDefined(worst.choose(id, month), toNumber)),
      );
    }
    this.asPlanned = this.evaluated(() => 1);
    this.plannedValue = this.value(this.asPlanned);
    this.usersOf = usersOf(program);
    this.placeOf = new Map(program.instructions.map((instruction, place) => [instruction.out, place]));
  }

  /** `way`: how the goal moves when there is more of the driver. */
  alone(node: PlanNode, wanted: number, way: 'up' | 'down'): Requirement | undefined {
    const first = this.planned.get(node.id)?.[this.typicalMonth(node.id)];
    if (first === undefined || first === 0) return undefined;
    const affected = this.affectedBy(node);
    const value = (factor: number) => this.value(this.evaluated(id => (id === node.id ? factor : 1), affected));
    const factor = this.solve(value, wanted, way);
    if (factor === undefined || !Number.isFinite(first * factor))
      return {
        node: node.id,
        factor: way === 'up' ? Number.MAX_VALUE : Number.MIN_VALUE,
        value: rational(0),
        possible: 'never',
      };
    return this.judged(node, factor, rationalOf(Number((first * factor).toPrecision(15))));
  }

  /** The same requirement with its exact value, where the goal is linear in the driver. */
  exactly(requirement: Requirement, limit: Rational): Requirement {
    const node = this.arithmetic.plan.nodes.get(requirement.node);
    if (!node) return requirement;
    const affected = this.affectedBy(node);
    const at = (factor: Rational) => this.exactValue(node.id, factor, affected);
    const [one, two] = [at(rational(1)), at(rational(2))];
    const slope = one && two && subtract(two, one);
    const step = one && slope && divide(subtract(limit, one), slope);
    const factor = step && add(rational(1), step);
    const planned = this.worst.choose(node.id, this.typicalMonth(node.id));
    if (!factor || !planned || factor.numerator <= 0n) return requirement;
    const reached = at(factor);
    if (!reached || compareRationals(reached, limit) !== 0) return requirement;
    return this.judged(node, toNumber(factor), multiply(planned, factor));
  }

  private judged(node: PlanNode, factor: number, value: Rational): Requirement {
    const limit = highest(node);
    const over = toNumber(value) > limit;
    return { node: node.id, factor, value, possible: over ? 'over-limit' : 'yes', ...(over ? { limit } : {}) };
  }

  /** The month a driver's value is told for: the first whole one with a value. */
  typicalMonth(id: NodeId): number {
    const planned = this.planned.get(id) ?? [];
    const withValue = planned.flatMap((value, month) => (value === undefined || value === 0 ? [] : [month]));
    return withValue.find(month => !this.arithmetic.months[month]?.clipped) ?? withValue[0] ?? 0;
  }

  /** Every node in doubles with every driver at its worst end times its factor; NaN where there is no value. */
  private evaluated(factorOf: (id: NodeId) => number, affected?: readonly Instruction[]): Evaluation<number> {
    const { arithmetic, program } = this;
    const driver = (id: NodeId, month: number) => {
      const planned = this.planned.get(id)?.[Math.max(0, month)];
      return planned === undefined ? Number.NaN : planned * factorOf(id);
    };
    const inputs = driverInputs(program, arithmetic, driver, value => mapDefined(value, toNumber) ?? Number.NaN);
    const rerun = affected && { rows: this.asPlanned.rows, instructions: affected };
    return evaluate(program, arithmetic.months.length, doubleAlgebra, inputs, rerun);
  }

  private value(evaluation: Evaluation<number>): number {
    const pick = (id: NodeId, values: readonly number[]) => (this.worst.pick(id) === 'low' ? Math.min : Math.max)(...values);
    return periodValue(this.goal.id, this.arithmetic, evaluation, doubleAlgebra, this.counted, pick);
  }

  private exactValue(driver: NodeId, factor: Rational, affected: readonly Instruction[]): Rational | undefined {
    const choose = (times: Rational) => (id: NodeId, _bound: unknown, month: number) => {
      const planned = this.worst.choose(id, month);
      return planned && id === driver ? multiply(planned, times) : planned;
    };
    this.exactAsPlanned ??= evaluateDrivers(this.program, this.arithmetic, choose(rational(1)));
    const rerun = { rows: this.exactAsPlanned.rows, instructions: affected };
    const evaluation = evaluateDrivers(this.program, this.arithmetic, choose(factor), rerun);
    const pick = (id: NodeId, values: readonly (Rational | undefined)[]) => extreme(values, this.worst.pick(id));
    return periodValue(this.goal.id, this.arithmetic, evaluation, exactAlgebra, this.counted, pick);
  }

  /** The instructions whose values a driver changes, in order. */
  private affectedBy(node: PlanNode): readonly Instruction[] {
    const slots = new Set<number>();
    const open = [this.program.index.get(node.id) ?? -1];
    for (let slot = open.pop(); slot !== undefined; slot = open.pop()) {
      if (slots.has(slot)) continue;
      slots.add(slot);
      open.push(...(this.usersOf[slot] ?? []));
    }
    const places = [...slots].flatMap(slot => this.placeOf.get(slot) ?? []).sort((a, b) => a - b);
    return places.flatMap(place => this.program.instructions[place] ?? []);
  }

  private meets(value: number, wanted: number): boolean {
    return this.side === 'low' ? value >= wanted : value <= wanted;
  }

  /**
   * The factor at which the goal is just met. `direction`: which way the factor moves the goal up.
   * Secant step first (exact for a linear dependence), then bisection on the logarithm of the factor to 1e-13.
   */
  private solve(value: (factor: number) => number, wanted: number, direction: 'up' | 'down'): number | undefined {
    const helps = (this.side === 'low') === (direction === 'up') ? 1 : -1;
    const [one, two] = [this.plannedValue, value(2)];
    const isMet = this.meets(one, wanted);
    const secant = 1 + (wanted - one) / (two - one);
    const isForward = secant > 0 && secant <= LARGEST && (isMet || Math.sign(secant - 1) === helps);
    if (isForward && Math.abs(value(secant) - wanted) <= 1e-12 * Math.abs(wanted)) return secant;
    // Away from 1 until the answer changes: forward to where it is met, or back to where it is met no longer.
    const way = isMet ? -helps : helps;
    const met = (log: number) => this.meets(value(Math.exp(way * log)), wanted);
    let [near, far] = [0, Math.log(2)];
    while (met(far) === isMet) {
      near = far;
      far *= 2;
      if (far > Math.log(FURTHEST)) return undefined;
    }
    while (far - near > 1e-13) {
      const middle = (near + far) / 2;
      if (middle === near || middle === far) break;
      if (met(middle) === isMet) near = middle;
      else far = middle;
    }
    return Math.exp(way * (isMet ? near : far));
  }
}

/** For every slot, the slots calculated from it. */
function usersOf(program: Program): readonly (readonly number[])[] {
  const users: number[][] = Array.from({ length: program.slots }, () => []);
  for (const instruction of program.instructions) {
    if ('a' in instruction) users[instruction.a]?.push(instruction.out);
    if ('b' in instruction) users[instruction.b]?.push(instruction.out);
  }
  return users;
}

function mapDefined<A, B>(value: A | undefined, to: (value: A) => B): B | undefined {
  return value === undefined ? undefined : to(value);
}
