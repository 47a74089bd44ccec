import type { RequestOf } from '#contract/endpoint.ts';
import { targetSourceView } from '#contract/plan-view-of.ts';
import type { draftEvidence, TargetEvidenceAnswer } from '#contract/target-evidence.ts';
import { AMBITION_LABELS, ambitionProblem } from '#core/ambition/ambition-messages.ts';
import { toNumber } from '#core/number/rational.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { readTargetEvidence, type TargetEvidenceRead } from '#engine/analyse/read-target-evidence.ts';
import type { App } from '#engine/app/app.ts';
import { listInitiatives } from '#engine/ledger/initiative-store.ts';
import { type PlanStage, stagePlan, stageTexts } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

export const targetEvidenceHandlers: HandlersOf<'targetEvidence' | 'draftEvidence'> = {
  targetEvidence: async ({ plan: id, node, 'as-known': asKnown, version, ...asked }, { app }) => {
    const staged = await stagePlan(app, { plan: id, to: asked.to, asKnown, version });
    if (staged.kind !== 'staged') return unstaged(staged, id, version);
    return evidenceReply(app, staged.stage, staged.stage, node, asked);
  },

  draftEvidence: async ({ plan: id, node, body: { texts, ...asked } }, { app }) => {
    const staged = await stageTexts(app, id, texts, asked.to);
    if (staged.kind !== 'staged') return unstaged(staged, id);
    const published = await stagePlan(app, { plan: id, to: asked.to });
    return evidenceReply(app, staged.stage, published.kind === 'staged' ? published.stage : undefined, node, asked);
  },
};

type Asked = Omit<RequestOf<typeof draftEvidence>['body'], 'texts'>;

async function evidenceReply(app: App, stage: PlanStage, published: PlanStage | undefined, nodeId: string, asked: Asked) {
  const { plan } = stage.version;
  const node = stage.plan.nodes.get(nodeId);
  if (!node) return missing(`${plan}/${nodeId}`);
  const read = await readTargetEvidence(app, stage, published, node, { ...asked, leaveOut: asked['leave-out'] });
  const { evidence, ambition, required, problems: found } = read;
  const { present, best, mean, trend, natural, withInitiatives } = evidence;
  return value({
    plan,
    node: nodeId,
    name: node.name,
    unit: node.unit,
    direction: node.direction,
    to: stage.to,
    measure: evidence.measure,
    months: evidence.months,
    target: asked.target ?? evidence.target ?? null,
    periods: evidence.periods,
    present: present ?? null,
    baseline: baselineView(read, evidence.months),
    bridge: await bridgeView(app, read, asked),
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
}

function baselineView({ baseline }: TargetEvidenceRead, months: number): TargetEvidenceAnswer['baseline'] {
  if (!baseline) return null;
  const { known, used, confidence } = baseline;
  return {
    ...baseline,
    value: baseline.value * months,
    months: baseline.months.map(({ from, to, value: own, why }) => ({ from, to, value: own, why: why ?? null })),
    because: wireProblems([ambitionProblem(`baseline-${confidence}`, { known, used })]),
  };
}

async function bridgeView(
  app: App,
  { bridge, baseline }: TargetEvidenceRead,
  asked: Asked,
): Promise<TargetEvidenceAnswer['bridge']> {
  if (!bridge) return null;
  const { db } = app.workspace.ledger;
  const titles = new Map((await listInitiatives(db, {})).map(({ id, title }) => [id, title]));
  const effects = bridge.effects.map(effect => ({ ...effect, title: titles.get(effect.initiative) ?? '' }));
  return { ...bridge, effects, rate: asked.growth ?? baseline?.growth ?? 0, shared: asked.overlap };
}

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
