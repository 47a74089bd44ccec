import type { JourneyAnswers, JourneyQuestion } from '#core/journey/journey-question.ts';
import { useAnswer } from '../app/use-answer.ts';

/** The counts that answer a question, and how the asking goes; the answer before stays until the new one is there. */
export function useJourney<Q extends JourneyQuestion>(question: Q, when = true) {
  const asked = useAnswer('askJourney', { body: { question } }, { keep: true, when });
  // The answer of a question has the question's kind.
  const answer = asked.data?.[question.ask] as JourneyAnswers[Q['ask']] | undefined;
  return { ...asked, answer };
}
