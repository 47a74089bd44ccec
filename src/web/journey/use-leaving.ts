import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { filterOf, parseHappenings } from '#core/journey/value/step-text.ts';
import { firstSteps } from './happenings.ts';
import { dayStart, daysIn } from './periods.ts';
import { useJourney } from './use-journey.ts';

/** The page's choices as they stand in its address. */
export interface LeavingSearch {
  readonly steps?: string | undefined;
  readonly window?: string | undefined;
  readonly period?: string | undefined;
  readonly by?: string | undefined;
  readonly worth?: string | undefined;
}

const DAY = 86_400_000;

/** The funnel that the choices ask for, in all and by parts. [JNY-20] */
export function useLeaving(contents: JourneyContentsAnswer, search: LeavingSearch) {
  const given = parseHappenings(search.steps);
  const steps = given.length > 0 ? given : firstSteps(contents);
  const window = daysIn(search.window, 90);
  const to = dayStart(contents.today) + DAY;
  const period = daysIn(search.period, 0);
  const base = {
    ask: 'funnel' as const,
    steps: steps.map(filterOf),
    window: window * DAY,
    ...(period > 0 ? { entered: { from: to - period * DAY, to } } : {}),
  };
  const asked = useJourney(base);
  const parts = useJourney({ ...base, by: { dimension: search.by ?? '', step: 0 } }, search.by !== undefined);
  const [whole] = asked.answer?.rows ?? [];
  return {
    steps,
    window,
    worth: /^\d{1,12}$/.test(search.worth ?? '') ? Number(search.worth) : undefined,
    asked,
    /** Absent while it is on its way, and while what is there answers another question. */
    whole: whole?.reached.length === steps.length ? whole : undefined,
    parts: search.by && parts.answer ? parts.answer.rows : [],
  };
}
