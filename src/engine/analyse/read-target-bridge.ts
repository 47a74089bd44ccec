import type { Baseline } from '#core/ambition/baseline.ts';
import { type BridgeEffect, type TargetBridge, targetBridge } from '#core/ambition/target-bridge.ts';
import type { TargetEvidence } from '#core/ambition/target-evidence.ts';
import { type Day, fromDayNumber, toDayNumber } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { effectShare } from '#core/foresee/effect-share.ts';
import { countedMonths } from '#core/plan/counted-months.ts';
import type { PlanNode } from '#core/plan/plan.ts';
import { naturalRange } from '#core/scenario/tree-model.ts';
import type { App } from '../app/app.ts';
import { readEffects } from '../foresee/read-effects.ts';
import type { PlanStage } from '../progress/plan-stage.ts';

export interface BridgeAsked {
  /** Growth a month instead of the one of the baseline's months. */
  readonly growth?: number | undefined;
  /** The part of the lesser effects that the largest one has anyway, 0 to 1. */
  readonly overlap: number;
}

/**
 * What a node would come to from its baseline, with growth and what its initiatives are registered to bring. [DES-56, BRI-01 … BRI-04]
 * A month: the last one the target counts, effects as far as they are there at its end; a whole: all of them, effects as in their
 * middles. What was there in the baseline's months already is not added again. Undefined where no month counts.
 */
export async function readTargetBridge(
  app: App,
  stage: PlanStage,
  node: PlanNode,
  measure: TargetEvidence['measure'],
  baseline: Baseline,
  { growth, overlap }: BridgeAsked,
): Promise<TargetBridge | undefined> {
  const { arithmetic } = stage;
  const counted = countedMonths(node, arithmetic).flatMap(({ month }) => arithmetic.months[month] ?? []);
  const months = measure === 'whole' ? counted : counted.slice(-1);
  if (months.length === 0) return undefined;
  const used = baseline.months.filter(({ why }) => why === undefined).map(middleOf);
  const middle = used.reduce((sum, day) => sum + toDayNumber(day), 0) / Math.max(1, used.length);
  const own = (await readEffects(app, stage)).filter(effect => effect.node === node.id);
  const effects = own.map(({ initiative, mode, value, from, by }): BridgeEffect => {
    const had = used.reduce((sum, day) => sum + effectShare({ from, by }, day), 0) / Math.max(1, used.length);
    const shares = months.map(month => effectShare({ from, by }, measure === 'whole' ? middleOf(month) : month.to) - had);
    return { initiative, mode, value, shares };
  });
  return targetBridge({
    baseline: baseline.value,
    growth: growth ?? baseline.growth ?? 0,
    after: months.map(month => (toDayNumber(middleOf(month)) - middle) / DAYS_A_MONTH),
    effects,
    overlap,
    limit: naturalRange(node),
  });
}

const DAYS_A_MONTH = 365.25 / 12;

function middleOf({ from, to }: DayRange): Day {
  return fromDayNumber(Math.round((toDayNumber(from) + toDayNumber(to)) / 2));
}
