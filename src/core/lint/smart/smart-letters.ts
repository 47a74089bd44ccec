/** The five questions to a target. */
export type SmartLetter = 'S' | 'M' | 'A' | 'R' | 'T';

const LETTERS: Readonly<Record<SmartLetter, readonly string[]>> = {
  S: ['name-vague', 'two-in-one', 'activity-not-result', 'no-number', 'unit-unsaid', 'target-vague', 'target-ambiguous'],
  M: ['denominator-unsaid', 'quality-without-scale', 'ratio-averaged', 'not-measured', 'population-missing'],
  A: [
    'attainability-unknown',
    'target-worse-than-now',
    'target-same-as-now',
    'target-at-limit',
    'target-too-easy',
    'target-unrealistic',
    'target-outside-history',
    'target-beyond-forecast',
    'target-impossible',
  ],
  R: ['no-path-to-goal', 'vanity-metric', 'early-stage-only', 'placed-without-reason', 'influence-not-seen', 'without-reason'],
  T: [
    'deadline-missing',
    'deadline-outside',
    'kpi-deadline-outside',
    'kpi-deadline-after-goal',
    'deadline-too-soon',
    'rhythm-missing',
  ],
};

const BY_CODE: ReadonlyMap<string, SmartLetter> = new Map(
  (['S', 'M', 'A', 'R', 'T'] as const).flatMap(letter => LETTERS[letter].map(code => [code, letter] as const)),
);

/** Which of SMART a finding puts in doubt; undefined where it is about something else. [LNT-60, DES-23] */
export function smartLetterOf(code: string): SmartLetter | undefined {
  return BY_CODE.get(code);
}
