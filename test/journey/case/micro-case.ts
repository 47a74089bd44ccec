import type { JourneyAnswers, JourneyQuestion } from '#core/journey/journey-question.ts';
import type { PersonMerge } from '../event-store.ts';

/** A few events, a question, and the answer worked out by hand from the rules that its name cites. */
export interface MicroCase {
  readonly name: string;
  /** Per person events as `toldEvents` reads them. */
  readonly people: Readonly<Record<string, string>>;
  readonly merges?: readonly PersonMerge[];
  readonly question: JourneyQuestion;
  readonly answer: JourneyAnswers[keyof JourneyAnswers];
}

/** A filter for one or several names. */
export function named(...events: readonly string[]) {
  return { events };
}
