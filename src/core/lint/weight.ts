/** How much a finding matters among those of its severity: 5 the most. What is not named weighs 3. [LNT-40] */
const WEIGHTS: Readonly<Record<string, 1 | 2 | 4 | 5>> = {
  // Whether the plan can be calculated, and what the goal rests on.
  'goal-undefined': 5,
  'missing-factor': 5,
  'no-path-to-goal': 5,
  'early-stage-only': 5,
  'double-counting': 5,
  'rates-averaged': 5,
  'quality-planned-down': 5,
  'volume-met-quality-missed': 5,
  'quantity-only': 5,
  'short-term-only': 5,
  'target-unrealistic': 5,
  'lag-eats-plan': 5,
  // What somebody should settle before the plan is used.
  'owners-missing': 4,
  'deadline-missing': 4,
  'without-reason': 4,
  'goal-without-guardrail': 4,
  'acquisition-without-retention': 4,
  'quantity-without-quality': 4,
  'rate-without-volume': 4,
  'cost-without-volume': 4,
  'denominator-unsaid': 4,
  'attainability-unknown': 4,
  'target-too-easy': 4,
  'influence-not-seen': 4,
  'chain-gap': 4,
  'executive-without-path': 4,
  // What may be meant to be so.
  'pair-same-owner': 2,
  'quality-share': 2,
  'horizon-gap': 2,
  'goal-for-aim': 2,
  'goal-without-area': 2,
  'rhythm-missing': 2,
  'target-same-as-now': 2,
  'months-flat': 2,
  'name-missing': 2,
  'pipeline-unstated': 2,
  // What only tidies up.
  'ignore-unused': 1,
  'pair-undeclared': 1,
  'contributor-is-owner': 1,
  'horizon-doubtful': 1,
};

export function weightOf(code: string): 1 | 2 | 3 | 4 | 5 {
  return WEIGHTS[code] ?? 3;
}
