import { z } from 'zod';
import type { Day } from '#core/calendar/day.ts';
import { parseDay } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { GRAINS } from '#core/calendar/period.ts';
import type { Text } from '#core/text/text.ts';
import { carries } from './carries.ts';

/** A text in both languages. */
export const text = carries<Text>()(z.strictObject({ ja: z.string(), en: z.string() })).meta({ id: 'Text' });

/** A calendar day, `2026-11-20`. */
export const day = z
  .custom<Day>(value => typeof value === 'string' && parseDay(value) !== undefined)
  .meta({ type: 'string', format: 'date', description: 'Calendar day, YYYY-MM-DD' });

export const dayRange = carries<DayRange>()(z.strictObject({ from: day, to: day })).meta({ id: 'DayRange' });

/** A moment in UTC as ISO 8601 with milliseconds. */
export const instant = z.string().meta({ format: 'date-time' });

/** A decimal number as text: exact, never in exponent notation. */
export const decimal = z.string().meta({ pattern: '^-?[0-9]+([.][0-9]+)?$', description: 'Exact decimal number' });

export const grain = z.enum(GRAINS);

/** Number of an object's last change; whoever changes it names the number they saw. */
export const revision = z.int().min(0);

/** A list as it is handed out: nobody adds to it. */
export function list<S extends z.ZodType>(of: S) {
  return z.array(of).readonly();
}
