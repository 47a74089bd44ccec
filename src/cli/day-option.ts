import { InvalidArgumentError } from 'commander';
import { type Day, parseDay } from '#core/calendar/day.ts';

/** A day as options write it: YYYY-MM-DD. */
export function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new InvalidArgumentError(`${text} (YYYY-MM-DD)`);
  return found;
}
