import type { Day } from '../calendar/day.ts';
import { failed, isError, ok, type Problem, type Result } from '../problem/problem.ts';
import { checkAmount } from './check-initiative.ts';
import { checkText } from './check-text.ts';
import type { EffectReading } from './effect-reading.ts';
import type { Initiative, Money } from './initiative.ts';
import { initiativeProblem } from './initiative-messages.ts';
import { isOutcome } from './outcome.ts';

/** As typed by whoever closes an initiative. */
export interface ClosingInput {
  readonly outcome: string | null;
  readonly lesson: string;
  readonly reading: EffectReading | null;
  readonly impression: string;
  readonly sideEffects: string;
  readonly spent: Money | null;
  readonly rollOutTo: readonly string[];
}

/**
 * Finishes an initiative with exactly one decision and a lesson. [ACT-11, ACT-13]
 * One that was never checked can only be stopped. Expanding needs somewhere to expand to.
 */
export function closeInitiative(initiative: Initiative, input: ClosingInput, today: Day): Result<Initiative> {
  if (initiative.stage === 'done') return failed([initiativeProblem('initiative-closed', {})]);
  const outcome = input.outcome;
  const rollOutTo = [...new Set(input.rollOutTo.map(place => place.trim()).filter(place => place !== ''))];
  const problems: Problem[] = [
    ...checkText(input.lesson, 'lesson', { required: false }),
    ...checkText(input.impression, 'impression', { required: false }),
    ...checkText(input.sideEffects, 'note', { required: false }),
    ...rollOutTo.flatMap(place => checkText(place, 'scope', { required: true })),
    ...checkAmount(input.spent?.amount, 'spent'),
  ];
  if (input.lesson.trim() === '') problems.push(initiativeProblem('initiative-close-lesson', {}, { at: ['lesson'] }));
  if (outcome === null || !isOutcome(outcome)) {
    return failed([...problems, initiativeProblem('initiative-close-outcome', {}, { at: ['outcome'] })]);
  }
  if (outcome !== 'stop' && initiative.stage !== 'checking') {
    problems.push(initiativeProblem('initiative-close-early', { stage: initiative.stage }, { at: ['outcome'] }));
  }
  if (outcome === 'expand' && rollOutTo.length === 0) {
    problems.push(initiativeProblem('initiative-close-targets', {}, { at: ['rollOutTo'] }));
  }
  if (problems.some(isError)) return failed(problems);
  return ok({
    ...initiative,
    stage: 'done',
    closing: {
      on: today,
      outcome,
      lesson: input.lesson.trim(),
      reading: input.reading,
      impression: input.impression.trim() || null,
      sideEffects: input.sideEffects.trim() || null,
      spent: input.spent,
      rollOutTo,
    },
  });
}
