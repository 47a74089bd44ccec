import { addDays, type Day } from '../calendar/day.ts';

/** Days between two looks at an initiative's effect so far, unless it says otherwise. */
export const FOLLOW_UP_EVERY = 14;

/**
 * The days on which to look at how an initiative is doing: every `every` days after its start, up to `until`. [ACT-12]
 * Started on 1 June and looked at every 14 days: 15 June, 29 June, …
 */
export function followUpDays(start: Day, until: Day, every: number = FOLLOW_UP_EVERY): readonly Day[] {
  if (!Number.isInteger(every) || every < 1) throw new Error(`not a number of days: ${every}`);
  const days: Day[] = [];
  for (let day = addDays(start, every); day <= until; day = addDays(day, every)) days.push(day);
  return days;
}
