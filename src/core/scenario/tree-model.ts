import { doubleAlgebra } from '../formula/double-algebra.ts';
import { toNumber } from '../number/rational.ts';
import type { Arithmetic } from '../plan/arithmetic.ts';
import { driverInputs } from '../plan/driver-inputs.ts';
import { type Evaluation, evaluate } from '../plan/evaluate.ts';
import { monthKey } from '../plan/month-bounds.ts';
import type { NodeId, PlanNode } from '../plan/plan.ts';
import type { Instruction, Program } from '../plan/program.ts';
import { highest, lowest } from '../plan/worst-case.ts';
import { affectedInstructions } from './affected.ts';
import { changedValue, type DriverChange, holdsIn } from './driver-change.ts';
import { wholeValue } from './whole-value.ts';

/** How time counts: with delays over the plan's months, or as if everything ran already (the full-year run rate). */
export type Reading = 'period' | 'steady';

/** A plan's tree as a function of its drivers: what every node is when some of them change. [SCN-02] */
export interface TreeModel {
  readonly arithmetic: Arithmetic;
  readonly drivers: readonly NodeId[];
  /** Keys of the plan's months. */
  readonly keys: readonly string[];
  /** Drivers without a target that stand at what they were before the plan. */
  readonly assumed: readonly NodeId[];
  readonly base: Outcome;
  /** What a driver stands at in a month, unchanged; undefined where nothing is known. */
  level(driver: NodeId, month: number): number | undefined;
  with(changes: readonly DriverChange[]): Outcome;
}

/** Every node's values under some changes; undefined where there is none (a driver is not known, division by zero). */
export interface Outcome {
  month(node: NodeId, month: number, reading?: Reading): number | undefined;
  /** Over the whole plan; of a goal, over the months that count for it. */
  whole(node: NodeId, reading?: Reading): number | undefined;
}

export interface TreeModelOptions {
  /** What drivers stand at instead of their targets, in every month: the present instead of the plan. */
  readonly levels?: ReadonlyMap<NodeId, number>;
}

/**
 * Makes a plan's tree ready for changes. [SCN-02]
 *
 * Drivers stand at the value their target names (the lower end of a range), at `levels` where given, at their baseline where they
 * have neither. What lies before the plan never changes. A change is worked out from the unchanged values: only what depends on
 * the changed drivers is calculated again, so that it keeps up with a slider.
 */
export function treeModel(arithmetic: Arithmetic, { levels }: TreeModelOptions = {}): TreeModel {
  const { plan, months, bounds, baselines } = arithmetic;
  const keys = months.map(monthKey);
  const drivers = arithmetic.lagged.instructions.flatMap(instruction =>
    instruction.op === 'leaf' ? (arithmetic.lagged.nodes[instruction.out] ?? []) : [],
  );
  const level = (driver: NodeId, month: number): number | undefined => {
    const given = levels?.get(driver);
    if (given !== undefined) return given;
    const bound = bounds.get(driver)?.[Math.max(0, month)];
    const value = bound?.low ?? bound?.high ?? baselines.get(driver);
    return value && toNumber(value);
  };
  const tables: Readonly<Record<Reading, Table>> = {
    period: new Table(arithmetic.lagged, arithmetic, keys, level),
    steady: new Table(arithmetic.steady, arithmetic, keys, level),
  };
  const outcome = (changes: readonly DriverChange[]): Outcome => {
    const made = new Map<Reading, Evaluation<number>>();
    const evaluation = (reading: Reading) => {
      const found = made.get(reading) ?? tables[reading].with(changes);
      made.set(reading, found);
      return found;
    };
    return {
      month: (node, month, reading = 'period') => present(evaluation(reading).value(node, month)),
      whole: (node, reading = 'period') =>
        present(wholeValue(node, arithmetic, evaluation(reading), doubleAlgebra) ?? Number.NaN),
    };
  };
  return {
    arithmetic,
    drivers: drivers.filter(id => plan.nodes.has(id)),
    keys,
    assumed: drivers.filter(id => !bounds.has(id) && !levels?.has(id) && baselines.has(id)),
    base: outcome([]),
    level,
    with: outcome,
  };
}

/** The highest and lowest value a driver can have by its nature; a rate ends at 100 % unless the plan says otherwise. */
export function naturalRange(node: PlanNode): { readonly low: number; readonly high: number } {
  return { low: lowest(node), high: highest(node) };
}

function present(value: number): number | undefined {
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** One program with its unchanged values. */
class Table {
  private readonly program: Program;
  private readonly arithmetic: Arithmetic;
  private readonly keys: readonly string[];
  private readonly level: (driver: NodeId, month: number) => number | undefined;
  private unchanged: Evaluation<number> | undefined;
  private readonly affected = new Map<string, readonly Instruction[]>();

  constructor(program: Program, arithmetic: Arithmetic, keys: readonly string[], level: TreeModel['level']) {
    this.program = program;
    this.arithmetic = arithmetic;
    this.keys = keys;
    this.level = level;
  }

  with(changes: readonly DriverChange[]): Evaluation<number> {
    this.unchanged ??= this.run([]);
    return changes.length === 0 ? this.unchanged : this.run(changes, this.unchanged);
  }

  private run(changes: readonly DriverChange[], from?: Evaluation<number>): Evaluation<number> {
    const byNode = new Map<NodeId, DriverChange[]>();
    for (const change of changes) byNode.set(change.node, [...(byNode.get(change.node) ?? []), change]);
    const driver = (id: NodeId, month: number): number => {
      const base = this.level(id, month) ?? Number.NaN;
      const own = month < 0 ? undefined : byNode.get(id);
      if (!own) return base;
      const key = this.keys[month] ?? '';
      return own.reduce((value, change) => (holdsIn(key, change) ? changedValue(value, change) : value), base);
    };
    const inputs = driverInputs(this.program, this.arithmetic, driver, value => (value ? toNumber(value) : Number.NaN));
    const rerun = from && { rows: from.rows, instructions: this.affectedBy([...byNode.keys()]) };
    return evaluate(this.program, this.keys.length, doubleAlgebra, inputs, rerun);
  }

  private affectedBy(nodes: readonly NodeId[]): readonly Instruction[] {
    const key = nodes.toSorted().join(' ');
    const found = this.affected.get(key) ?? affectedInstructions(this.program, nodes);
    this.affected.set(key, found);
    return found;
  }
}
