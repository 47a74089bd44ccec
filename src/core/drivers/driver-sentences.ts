import type { Plan, PlanNode } from '../plan/plan.ts';
import { dependsOn } from '../plan/program.ts';
import type { Problem } from '../problem/problem.ts';
import { driverProblem } from './driver-messages.ts';
import { type KeyDriver, LEAST_VALUES } from './key-drivers.ts';
import type { DriverGrain } from './plain-series.ts';

/** What is said of one row of a scan. [DRV-01] */
export function driverSentences(row: KeyDriver, outcome: PlanNode, plan: Plan, grain: DriverGrain): readonly Problem[] {
  const driver = plan.nodes.get(row.node);
  const names = {
    driverJa: driver?.name.ja ?? row.node,
    driverEn: driver?.name.en ?? row.node,
    outcomeJa: outcome.name.ja,
    outcomeEn: outcome.name.en,
  };
  const { strongest, holdOut, range } = row;
  switch (row.why) {
    case 'too-few':
      return [driverProblem('driver-too-few', { ...names, values: row.values, least: LEAST_VALUES })];
    case 'still':
      return [driverProblem('driver-still', {})];
    case 'hold-out':
      return [driverProblem('driver-hold-out', { ...names, pairs: holdOut?.pairs ?? 0 })];
    case undefined:
      break;
  }
  if (row.verdict !== 'driver' || !strongest) return [driverProblem('driver-none', names)];
  const { lag, pairs } = strongest;
  const ends = range ? { low: range.low.toFixed(2), high: range.high.toFixed(2) } : {};
  const found = { ...names, lag, grain, pairs, association: strongest.association.toFixed(2), ...ends };
  const isPart = dependsOn(outcome.id, row.node, plan.nodes);
  return [
    driverProblem('driver-found', found),
    ...(holdOut
      ? [driverProblem('driver-held', { pairs: holdOut.pairs, percent: String(Math.round(holdOut.skill * 100)) })]
      : []),
    ...(range ? [] : [driverProblem('driver-few', { pairs })]),
    ...(isPart ? [driverProblem('driver-arithmetic', names)] : lag === 0 ? [driverProblem('driver-together', names)] : []),
    ...(row.against ? [driverProblem('driver-against', names)] : []),
  ];
}
