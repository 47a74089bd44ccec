/** What the order of candidate initiatives is decided by; each a positive judgement or estimate on one scale for all candidates. */
export interface PriorityInput {
  /** Effect on the goal. */
  readonly impact: number;
  /** 0 to 1: how sure that is. */
  readonly confidence: number;
  /** 1 = this goal only; above 1 when other KPIs or departments profit too. */
  readonly spillOver: number;
  readonly effort: number;
}

/**
 * Priority of a candidate initiative, impact × confidence × spill-over ÷ effort; higher comes first. [ACT-04]
 * A judgement to order a list by, not a forecast. Undefined when the effort is not above 0 or an input is no finite number.
 */
export function priorityOf({ impact, confidence, spillOver, effort }: PriorityInput): number | undefined {
  const score = (impact * confidence * spillOver) / effort;
  return effort > 0 && Number.isFinite(score) ? score : undefined;
}
