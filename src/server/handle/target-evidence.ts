import { targetSourceView } from '#contract/plan-view-of.ts';
import type { TargetEvidenceAnswer } from '#contract/target-evidence.ts';
import { AMBITION_LABELS } from '#core/ambition/ambition-messages.ts';
import { toNumber } from '#core/number/rational.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { readTargetEvidence, type TargetEvidenceRead } from '#engine/analyse/read-target-evidence.ts';
import { stagePlan } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

export const targetEvidenceHandlers: HandlersOf<'targetEvidence'> = {
  targetEvidence: async ({ plan: id, node: nodeId, target, to, 'as-known': asKnown, version, seed }, { app }) => {
    const staged = await stagePlan(app, { plan: id, to, asKnown, version });
    if (staged.kind !== 'staged') return unstaged(staged, id, version);
    const { stage } = staged;
    const node = stage.plan.nodes.get(nodeId);
    if (!node) return missing(`${id}/${nodeId}`);
    const { evidence, ambition, required, problems: found } = await readTargetEvidence(app, stage, node, { seed, target });
    const { baseline, best, mean, trend, natural, withInitiatives } = evidence;
    return value({
      plan: id,
      node: nodeId,
      name: node.name,
      unit: node.unit,
      direction: node.direction,
      to: stage.to,
      measure: evidence.measure,
      months: evidence.months,
      target: target ?? evidence.target ?? null,
      periods: evidence.periods,
      baseline: baseline ?? null,
      best: best ?? null,
      mean: mean ?? null,
      trend: trend ?? null,
      natural: natural ?? null,
      withInitiatives: withInitiatives ?? null,
      benchmark: benchmarkOf(node),
      required: required.map(requiredView),
      source: targetSourceView(node.source),
      ambition: {
        verdict: ambition.verdict,
        label: AMBITION_LABELS[ambition.verdict],
        band: ambition.band ?? null,
        ends: ambition.ends ?? null,
        because: wireProblems(ambition.because),
        staged: ambition.staged,
      },
      problems: wireProblems(found),
    });
  },
};

function benchmarkOf({ metric }: PlanNode): TargetEvidenceAnswer['benchmark'] {
  const benchmark = metric?.benchmark;
  if (!benchmark) return null;
  return { low: benchmark.low ?? null, high: benchmark.high ?? null, text: benchmark.text, source: benchmark.source };
}

function requiredView({ goal, needs }: TargetEvidenceRead['required'][number]): TargetEvidenceAnswer['required'][number] {
  const isTold = needs.possible !== 'never';
  return {
    goal: goal.id,
    name: goal.name,
    value: isTold ? toNumber(needs.value) : null,
    factor: isTold ? needs.factor : null,
    possible: needs.possible,
  };
}
