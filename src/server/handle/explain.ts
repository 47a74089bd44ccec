import type { ExplainAnswer } from '#contract/explain.ts';
import { type Factor, waterfall } from '#core/analyse/explain.ts';
import { factorName } from '#core/analyse/explanation-text.ts';
import type { Text } from '#core/text/text.ts';
import { sameText } from '#core/text/text.ts';
import { type ExplainedPlan, explainPlan } from '#engine/analyse/explain-plan.ts';
import type { App } from '#engine/app/app.ts';
import { versionEntry } from '#engine/app/plan-version-asked.ts';
import { type PlanStage, stagePlan } from '#engine/progress/plan-stage.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';
import { unstaged } from '../unstaged.ts';

export const explainHandlers: HandlersOf<'explain'> = {
  explain: async ({ plan, version, 'as-known': asKnown, 'against-where': againstWhere, ...asked }, { app }) => {
    const staged = await stagePlan(app, { plan, version, asKnown });
    if (staged.kind !== 'staged') return unstaged(staged, plan, version);
    const explained = await explainPlan(app, staged.stage, { ...asked, againstWhere });
    return explained.ok ? value(await answerOf(app, staged.stage, explained.value)) : problems(explained.problems);
  },
};

async function answerOf(
  app: App,
  stage: PlanStage,
  { explanation, sides, text, segments, problems: notes }: ExplainedPlan,
): Promise<ExplainAnswer> {
  const { plan } = stage;
  const { node: id, before, after, change, method, how, residual, provisional, factors, nodes } = explanation;
  const nodeOf = (node: string) => plan.nodes.get(node);
  const nameOf = (node: string): Text => nodeOf(node)?.name ?? sameText(node);
  const label = (factor: Factor) => factorName(factor, plan, sides);
  return {
    plan: plan.id,
    version: await versionEntry(app, stage.version),
    node: id,
    name: nameOf(id),
    unit: nodeOf(id)?.unit ?? { kind: 'count' },
    before: { ...sides.before, value: before },
    after: { ...sides.after, value: after },
    change,
    method,
    how,
    residual,
    provisional,
    sentence: text,
    factors: factors.map(factor => ({
      node: factor.node,
      kind: factor.kind,
      name: label(factor),
      unit: factor.kind === 'gap' ? null : (nodeOf(factor.node)?.unit ?? null),
      owner: nodeOf(factor.node)?.owner ?? null,
      share: factor.share,
      ofChange: factor.ofChange ?? null,
      error: factor.error ?? null,
      ifUndone: factor.ifUndone,
      under: factor.under,
      provisional: factor.isProvisional,
      values: factor.values,
      gap: factor.gap ?? null,
      because: factor.because ?? [],
    })),
    nodes: nodes.map(share => ({ ...share, name: nameOf(share.node) })),
    steps: waterfall(explanation).map(({ kind, factor, from, to }) => {
      const found = factor === null ? undefined : factors[factor];
      return { kind, factor, from, to, label: found ? label(found) : sides[kind === 'before' ? 'before' : 'after'].label };
    }),
    segments: segments.map(table => ({ ...table, name: nameOf(table.node), unit: nodeOf(table.node)?.unit ?? null })),
    problems: wireProblems(notes),
  };
}
