import { decimalOf } from '../number/decimal.ts';
import type { NodeId } from '../plan/plan.ts';
import { ancestorsOf } from '../plan/program.ts';
import type { Problem } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import { unitText } from '../unit/unit-text.ts';
import { changedValue, type DriverChange, holdsIn } from './driver-change.ts';
import { scenarioProblem } from './scenario-messages.ts';
import { naturalRange, type TreeModel } from './tree-model.ts';

/** What is wrong with changes: unknown nodes, nodes that follow from a formula, months outside the plan, impossible values. [SCN-03] */
export function checkChanges(
  model: TreeModel,
  changes: readonly DriverChange[],
  at: readonly (string | number)[] = [],
): readonly Problem[] {
  return changes.flatMap((change, i) => checkChange(model, change, [...at, i]));
}

function checkChange(model: TreeModel, change: DriverChange, at: readonly (string | number)[]): readonly Problem[] {
  const { node, from, to, mode } = change;
  const { nodes } = model.arithmetic.plan;
  const planned = nodes.get(node);
  if (!planned) {
    const params = { node: node.slice(0, 100), ...suggestion(node, nodes.keys()) };
    return [scenarioProblem('scenario-node-unknown', params, { at: [...at, 'node'] })];
  }
  if (!model.drivers.includes(node)) {
    return [scenarioProblem('scenario-not-a-driver', { node, drivers: driversBelow(model, node) }, { at: [...at, 'node'] })];
  }
  const [first = '', last = ''] = [model.keys[0], model.keys.at(-1)];
  const outside = [from, to].filter(month => month !== undefined).filter(month => !model.keys.includes(month));
  if (outside.length > 0) return outside.map(month => scenarioProblem('scenario-month', { month, first, last }, { at }));
  if (from !== undefined && to !== undefined && to < from) {
    return [scenarioProblem('scenario-months-contradict', { from, to }, { at })];
  }
  const months = model.keys.flatMap((key, month) => (holdsIn(key, change) ? [month] : []));
  const levels = months.map(month => model.level(node, month));
  if (mode !== 'set' && levels.every(level => level === undefined))
    return [scenarioProblem('scenario-no-level', { node }, { at })];
  const values = levels.flatMap(level => (level === undefined && mode !== 'set' ? [] : [changedValue(level ?? 0, change)]));
  const { low, high } = naturalRange(planned);
  const beyond = values.find(value => value > high) ?? values.find(value => value < low);
  if (beyond === undefined) return [];
  const end = beyond > high ? 'high' : 'low';
  const limit = decimalOf(beyond > high ? high : low);
  const value = decimalOf(Number(beyond.toPrecision(12)));
  return [scenarioProblem('scenario-beyond-limit', { node, value, limit, unit: unitText(planned.unit), end }, { at })];
}

/** The drivers a node is calculated from. */
export function driversBelow(model: TreeModel, node: NodeId): readonly NodeId[] {
  const below = new Set(ancestorsOf(node, model.arithmetic.plan.nodes));
  return model.drivers.filter(driver => below.has(driver) && driver !== node);
}
