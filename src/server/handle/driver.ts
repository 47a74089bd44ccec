import type { PlanDriversAnswer } from '#contract/driver.ts';
import { explainProblem } from '#core/analyse/explain-messages.ts';
import { driverProblem } from '#core/drivers/driver-messages.ts';
import { driverSentences } from '#core/drivers/driver-sentences.ts';
import type { KeyDriver } from '#core/drivers/key-drivers.ts';
import type { DriverGrain } from '#core/drivers/plain-series.ts';
import type { Plan, PlanNode } from '#core/plan/plan.ts';
import { clampedMark } from '#core/prioritise/score.ts';
import { suggestion } from '#core/problem/suggest.ts';
import { sameText } from '#core/text/text.ts';
import { readDrivers } from '#engine/analyse/read-drivers.ts';
import { stagePlan } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

export const driverHandlers: HandlersOf<'planDrivers'> = {
  planDrivers: async ({ plan: id, goal: asked, grain: wanted, most, to, 'as-known': asKnown, version }, { app }) => {
    const staged = await stagePlan(app, { plan: id, to, asKnown, version });
    if (staged.kind !== 'staged') return unstaged(staged, id, version);
    const { stage } = staged;
    const { nodes } = stage.plan;
    const goal = asked === undefined ? [...nodes.values()].find(({ role }) => role === 'goal') : nodes.get(asked);
    if (!goal) {
      const node = (asked ?? '').slice(0, 100);
      return problems([
        explainProblem('explain-node-unknown', { node, ...suggestion(node, [...nodes.keys()]) }, { at: ['goal'] }),
      ]);
    }
    const { grain, range, scan, isShort, problems: found } = await readDrivers(app, stage, goal, { grain: wanted, most });
    const names = { driverJa: '', driverEn: '', outcomeJa: goal.name.ja, outcomeEn: goal.name.en };
    const percent = String(Number((scan.level * 100).toFixed(1)));
    return value({
      plan: id,
      to: stage.to,
      goal: { node: goal.id, name: goal.name, unit: goal.unit },
      grain,
      range,
      lags: scan.lags,
      level: scan.level,
      rows: scan.rows.map(row => rowOf(row, goal, stage.plan, grain)),
      method: wireProblems([driverProblem('driver-method', { grain, most: scan.lags.to, percent })]),
      problems: wireProblems([...found, ...(isShort ? [driverProblem('driver-outcome', names)] : [])]),
    });
  },
};

function rowOf(row: KeyDriver, goal: PlanNode, plan: Plan, grain: DriverGrain): PlanDriversAnswer['rows'][number] {
  const { node, verdict, why, strongest, range, discovery, holdOut, room, controllability, score, against } = row;
  const known = plan.nodes.get(node);
  return {
    node,
    name: known?.name ?? sameText(node),
    owner: known?.owner ?? null,
    verdict,
    why: why ?? null,
    lag: strongest?.lag ?? null,
    association: strongest?.association ?? null,
    low: range?.low ?? null,
    high: range?.high ?? null,
    pairs: strongest?.pairs ?? null,
    effective: strongest?.effective ?? null,
    discovery: discovery ?? null,
    holdOut: holdOut ?? null,
    room: clampedMark(room),
    controllability: clampedMark(controllability),
    score: score ?? null,
    against: against ?? false,
    because: wireProblems(driverSentences(row, goal, plan, grain)),
  };
}
