import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { filterOf, parseHappening } from '#core/journey/value/step-text.ts';
import { bucketsOf, type CohortGrain } from './buckets.ts';
import { valuableEvent } from './happenings.ts';
import { dayStart, daysIn } from './periods.ts';
import { useJourney } from './use-journey.ts';

/** The page's choices as they stand in its address. */
export interface ReturningSearch {
  readonly began?: string | undefined;
  readonly back?: string | undefined;
  readonly every?: string | undefined;
  readonly window?: string | undefined;
  /** Of what was done early. */
  readonly did?: string | undefined;
  readonly early?: string | undefined;
  readonly until?: string | undefined;
}

const DAY = 86_400_000;

/** Cohorts and repeat rates that the choices ask for. [JNY-22] */
export function useReturning(contents: JourneyContentsAnswer, search: ReturningSearch) {
  const began = parseHappening(search.began ?? '') ?? { event: valuableEvent(contents) };
  const back = parseHappening(search.back ?? '') ?? began;
  const grain: CohortGrain = search.every === 'week' ? 'week' : 'month';
  const window = daysIn(search.window, 60);
  const asOf = dayStart(contents.today);
  const edges = bucketsOf(contents.span?.first ?? asOf, asOf, grain);
  const asked = useJourney({ ask: 'retention', born: filterOf(began), back: filterOf(back), edges });
  const repeat = useJourney({ ask: 'repeat', event: filterOf(began), base: 'first', window: window * DAY, edges, asOf });
  return {
    began,
    back,
    grain,
    window,
    asOf,
    edges,
    asked,
    repeat,
    failed: asked.error ?? repeat.error,
    /** Whether what is there answers this question, and not the one before. */
    isWhole: asked.answer?.cohorts.length === edges.length - 1 && repeat.answer?.buckets.length === edges.length - 1,
  };
}
