import { type Ambition, ambitionOf } from '#core/ambition/ambition.ts';
import { type Baseline, type BaselineAsked, baselineOf } from '#core/ambition/baseline.ts';
import type { MonthValue } from '#core/ambition/month-value.ts';
import type { TargetBridge } from '#core/ambition/target-bridge.ts';
import { ambitionFactsOf, type TargetEvidence, targetEvidence } from '#core/ambition/target-evidence.ts';
import { toNumber } from '#core/number/rational.ts';
import { wantedOf } from '#core/plan/counted-months.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { requiredOf } from '#core/plan/required.ts';
import type { Requirement } from '#core/plan/required-model.ts';
import type { Problem } from '#core/problem/problem.ts';
import { baselineWord } from '#core/quality/quality-ticket.ts';
import type { App } from '../app/app.ts';
import { readLanding } from '../foresee/read-landing.ts';
import { readNodeForecast } from '../foresee/read-node-forecast.ts';
import { listDecisions } from '../ledger/quality-store.ts';
import type { PlanStage } from '../progress/plan-stage.ts';
import { type BridgeAsked, readTargetBridge } from './read-target-bridge.ts';

export interface TargetEvidenceRead {
  readonly evidence: TargetEvidence;
  readonly ambition: Ambition;
  /** Of one month; undefined where no month counts. */
  readonly baseline: Baseline | undefined;
  readonly bridge: TargetBridge | undefined;
  /** What each goal that rests on the node needs of it, all else as planned. */
  readonly required: readonly { readonly goal: PlanNode; readonly needs: Requirement }[];
  readonly problems: readonly Problem[];
}

export interface TargetEvidenceAsked extends BaselineAsked, BridgeAsked {
  readonly seed: number;
  /** Another value to try instead of the target. */
  readonly target?: number | undefined;
}

/**
 * Everything a node's target can be held against, and how ambitious it is. [DES-16, DES-20]
 * `published`: the plan as it is known to everybody, whose landing tells what initiatives bring; absent for a plan never published.
 */
export async function readTargetEvidence(
  app: App,
  stage: PlanStage,
  published: PlanStage | undefined,
  node: PlanNode,
  asked: TargetEvidenceAsked,
): Promise<TargetEvidenceRead> {
  const { monthly, worked, problems } = await readNodeForecast(app, stage, node.id);
  const points = monthly.forecast.state === 'forecast' ? monthly.forecast.points : [];
  const past: readonly MonthValue[] = monthly.past.map(({ range, value }) => ({ from: range.from, to: range.to, value }));
  const ahead: readonly MonthValue[] = monthly.ahead.map(({ from, to }, i) => ({ from, to, value: points[i]?.median ?? null }));
  const lift = points.length === 0 || !published ? undefined : await liftOf(app, published, node, asked.seed);
  const evidence = targetEvidence(node, stage.arithmetic, { past, ahead, ...(lift === undefined ? {} : { lift }) });
  const decisions = await listDecisions(app.workspace.ledger.db);
  const metric = stage.sources.byNode.get(node.id)?.asked ?? node.id;
  const series = past.map((month, i) => {
    const word = baselineWord(decisions, metric, month);
    return { ...month, campaign: worked[i] ?? false, ...(word ? { word } : {}) };
  });
  const baseline = node.direction === 'range' ? undefined : baselineOf(series, asked);
  return {
    evidence,
    ambition: ambitionOf(ambitionFactsOf(node, evidence, asked.target)),
    baseline,
    bridge: baseline && (await readTargetBridge(app, stage, node, evidence.measure, baseline, asked)),
    required: requiredBy(stage, node),
    problems,
  };
}

/** By how much the registered effects that are still to come raise the node's landing. */
async function liftOf(app: App, stage: PlanStage, node: PlanNode, seed: number): Promise<number | undefined> {
  const { landing } = await readLanding(app, stage, { seed, draws: DRAWS });
  const own = landing.nodes.find(each => each.node === node.id);
  const [without, withEffects] = [own?.landing?.p50, own?.withEffects?.landing?.p50];
  return without === undefined || withEffects === undefined || without <= 0 ? undefined : withEffects / without;
}

/** As many as the forecast page draws, so that both share one simulation. */
const DRAWS = 10_000;

function requiredBy({ arithmetic, plan }: PlanStage, node: PlanNode): TargetEvidenceRead['required'] {
  return [...plan.nodes.values()].flatMap(goal => {
    if (goal.role !== 'goal' || goal.id === node.id) return [];
    const { low, high } = wantedOf(goal, arithmetic);
    const wanted = low ? { low } : high ? { high } : {};
    const needs = requiredOf(node, goal, wanted, arithmetic.lagged, arithmetic);
    return needs && Number.isFinite(toNumber(needs.value)) ? [{ goal, needs }] : [];
  });
}
