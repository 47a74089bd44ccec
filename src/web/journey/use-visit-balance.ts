import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { filterOf, type Happening } from '#core/journey/value/step-text.ts';
import { readVisitBalance } from '#core/journey/value/visit-balance.ts';
import type { Problem } from '#core/problem/problem.ts';
import { dayStart, daysIn } from './periods.ts';
import { useJourney } from './use-journey.ts';

const DAY = 86_400_000;
const USUAL_DAYS = 90;

/** What new and returning visitors of the chosen period, or of the last 90 days, say. [JNY-21, VAL-62] */
export function useVisitBalance(
  contents: JourneyContentsAnswer,
  touch: Happening,
  period: string | undefined,
  /** Asked only while true. */
  when: boolean,
): Problem | undefined {
  const to = dayStart(contents.today) + DAY;
  const edges = [to - (daysIn(period, 0) || USUAL_DAYS) * DAY, to];
  const seen = useJourney({ ask: 'series', select: filterOf(touch), edges }, when).answer;
  const born = useJourney({ ask: 'retention', born: filterOf(touch), back: filterOf(touch), edges }, when).answer;
  const [visitors] = seen?.rows ?? [];
  const [newcomers] = born?.cohorts ?? [];
  if (!visitors || !newcomers || !contents.span || contents.span.first >= (edges[0] ?? 0)) return undefined;
  return readVisitBalance(newcomers.people, visitors.people - newcomers.people);
}
