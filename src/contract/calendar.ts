import { z } from 'zod';
import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { WEEKDAYS } from '#core/calendar/calendar-settings.ts';
import { carries } from './carries.ts';
import { day } from './scalar.ts';

export const calendarSettings = carries<CalendarSettings>()(
  z.strictObject({
    zone: z.string(),
    fiscalYearStarts: z.int().min(1).max(12),
    weekStarts: z.enum(WEEKDAYS),
    holidays: z.enum(['jp', 'none']),
    companyHolidays: z.array(day).readonly().exactOptional(),
    companyWorkdays: z.array(day).readonly().exactOptional(),
    closingDay: z.union([z.int().min(1).max(28), z.literal('month-end')]).exactOptional(),
    fiscalYearLabel: z.enum(['start', 'end']).exactOptional(),
  }),
).meta({ id: 'CalendarSettings' });
