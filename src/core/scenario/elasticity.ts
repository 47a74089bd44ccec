import { toNumber } from '../number/rational.ts';
import { driverInputs } from '../plan/driver-inputs.ts';
import { type Evaluation, evaluate } from '../plan/evaluate.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { affectedInstructions } from './affected.ts';
import { type Dual, dualAlgebra } from './dual.ts';
import type { TreeModel } from './tree-model.ts';
import { wholeValue } from './whole-value.ts';

/** By how much of itself a node moves when a driver moves by a small share of itself, in all of the plan's months. [ANA-11, SCN-05] */
export interface Elasticity {
  readonly driver: NodeId;
  readonly node: NodeId;
  /** 1: the node moves by 1 % for 1 % of the driver; absent where the node is 0 or has no value. */
  readonly period?: number;
  readonly steady?: number;
}

/**
 * Elasticities of some nodes to some drivers, as exact derivatives of the tree where it stands. [ANA-11]
 *
 * Out   one per driver and node that has one; a driver the node does not depend on has 0
 * How   every value carries its derivative by the logarithm of the driver (forward differentiation); no step size is chosen.
 *       At a change-over of min and max it is the derivative of the part chosen.
 */
export function elasticities(model: TreeModel, drivers: readonly NodeId[], nodes: readonly NodeId[]): readonly Elasticity[] {
  const { arithmetic } = model;
  const period = slopesOf(arithmetic.lagged, model, drivers, nodes);
  const steady = slopesOf(arithmetic.steady, model, drivers, nodes);
  return drivers.flatMap((driver, i) =>
    nodes.map((node, j): Elasticity => {
      const [p, s] = [period[i]?.[j], steady[i]?.[j]];
      return { driver, node, ...(p === undefined ? {} : { period: p }), ...(s === undefined ? {} : { steady: s }) };
    }),
  );
}

const NOTHING: Dual = { value: Number.NaN, slope: Number.NaN };

function slopesOf(
  program: Program,
  model: TreeModel,
  drivers: readonly NodeId[],
  nodes: readonly NodeId[],
): readonly (readonly (number | undefined)[])[] {
  const { arithmetic } = model;
  const run = (moving: NodeId | undefined, from?: Evaluation<Dual>): Evaluation<Dual> => {
    const driver = (id: NodeId, month: number): Dual => {
      const value = model.level(id, month) ?? Number.NaN;
      return { value, slope: id === moving && month >= 0 ? value : 0 };
    };
    const fraction = (value: Parameters<typeof toNumber>[0] | undefined): Dual => ({
      value: value ? toNumber(value) : Number.NaN,
      slope: 0,
    });
    const inputs = driverInputs(program, arithmetic, driver, fraction);
    const rerun = from && moving !== undefined && { rows: from.rows, instructions: affectedInstructions(program, [moving]) };
    return evaluate(program, arithmetic.months.length, dualAlgebra, inputs, rerun || undefined);
  };
  const still = run(undefined);
  return drivers.map(driver => {
    const evaluation = run(driver, still);
    return nodes.map(node => {
      const { value, slope } = wholeValue(node, arithmetic, evaluation, dualAlgebra) ?? NOTHING;
      const elasticity = slope / value;
      return Number.isFinite(elasticity) ? elasticity + 0 : undefined;
    });
  });
}
