import { checkText } from '../act/check-text.ts';
import type { Problem } from '../problem/problem.ts';
import { qualityProblem } from './quality-messages.ts';
import { CHOICES, type QualityDecision } from './quality-ticket.ts';

/** What is wrong with a word on a ticket: a choice of the other kind, or no reason. [QUA-03, QUA-11] */
export function checkDecision({ about, choice, reason }: QualityDecision): readonly Problem[] {
  const choices: readonly string[] = CHOICES[about];
  return [
    ...(choices.includes(choice) ? [] : [qualityProblem('quality-choice', { about }, { at: ['choice'] })]),
    ...checkText(reason, 'reason', { required: true }),
  ];
}
