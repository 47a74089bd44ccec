import type { GuidedAnswers } from '#core/begin/guided-plan.ts';
import { keptAnswers } from '#core/begin/kept-answers.ts';

/** Answers that this browser holds: of nobody in particular, or not yet with the server. */
export interface AnswersHere {
  readonly answers: GuidedAnswers;
  readonly step: number;
  /** What they were made from. */
  readonly revision: number;
}

const keyOf = (member: string) => `rashin.begin.${member}`;

/** What this browser has kept for a member, as far as it can still be read. */
export function answersHere(member: string, empty: GuidedAnswers): AnswersHere | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(member)) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('answers' in kept)) return undefined;
    const answers = keptAnswers(kept.answers, empty);
    return answers && { answers, step: countIn(kept, 'step'), revision: countIn(kept, 'revision') };
  } catch {
    return undefined;
  }
}

export function keepHere(member: string, { answers, step, revision }: AnswersHere): void {
  try {
    localStorage.setItem(keyOf(member), JSON.stringify({ answers, step, revision }));
  } catch {
    // Storage is switched off: the answers live as long as the page.
  }
}

export function forgetHere(member: string): void {
  try {
    localStorage.removeItem(keyOf(member));
  } catch {
    // Storage is switched off: there was nothing to forget.
  }
}

function countIn(kept: object, key: 'step' | 'revision'): number {
  const value: unknown = Object.entries(kept).find(([name]) => name === key)?.[1];
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : 0;
}
