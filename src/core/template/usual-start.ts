import { addDays, addMonths, type Day, partsOf } from '../calendar/day.ts';

/** The day a new plan usually begins: the first of the month after today's. */
export function usualStart(today: Day): Day {
  return addMonths(addDays(today, 1 - partsOf(today).day), 1);
}
