import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { filterOf, parseHappening } from '#core/journey/value/step-text.ts';
import { valuableEvent } from './happenings.ts';
import { dayStart, daysIn } from './periods.ts';
import { useJourney } from './use-journey.ts';

/** The page's choices as they stand in its address. */
export interface CustomersSearch {
  readonly bought?: string | undefined;
  readonly before?: string | undefined;
  readonly horizon?: string | undefined;
}

const DAY = 86_400_000;
const YEAR = 365;
/** Days within which a second purchase makes F2. [VAL-43] */
const F2_DAYS = 60;

/** Scores and purchase patterns that the choices ask for. [JNY-23] */
export function useCustomers(contents: JourneyContentsAnswer, search: CustomersSearch) {
  const bought = parseHappening(search.bought ?? '') ?? { event: valuableEvent(contents) };
  const before = Math.max(1, daysIn(search.before, 90));
  const horizon = Math.max(1, daysIn(search.horizon, 90));
  const asOf = dayStart(contents.today);
  const purchase = filterOf(bought);
  const rfm = useJourney({ ask: 'rfm', purchase, asOf, memory: YEAR * DAY, cuts: 'quintiles', since: asOf - before * DAY });
  const patterns = useJourney({ ask: 'purchase-patterns', purchase, asOf, unit: DAY });
  const earlier = useJourney({
    ask: 'rfm',
    purchase,
    asOf: asOf - before * DAY,
    memory: YEAR * DAY,
    cuts: 'quintiles',
    since: asOf - 2 * before * DAY,
  });
  const repeat = useJourney({
    ask: 'repeat',
    event: purchase,
    base: 'first',
    window: F2_DAYS * DAY,
    edges: [asOf - YEAR * DAY, asOf],
    asOf,
  });
  return {
    bought,
    before,
    horizon,
    rfm,
    earlier: earlier.answer,
    repeat: repeat.answer,
    patterns,
    failed: rfm.error ?? patterns.error,
  };
}
