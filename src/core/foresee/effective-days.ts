import { businessDaysIn, isBusinessDay } from '../calendar/business-day.ts';
import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { dayOfWeek, partsOf } from '../calendar/day.ts';
import { type DayRange, daysIn, lengthOf } from '../calendar/day-range.ts';
import type { PaceProfile } from '../calendar/pace.ts';
import { unreachable } from '../problem/unreachable.ts';

/**
 * How many days' worth of a flow a range holds, by how the flow comes in: business days, calendar days, or days weighted so that a
 * usual week has seven. Dividing by it makes months of different length and with different holidays comparable. [LND-02]
 * 0 for a range without any such day.
 */
export function effectiveDays(range: DayRange, profile: PaceProfile, calendar: CalendarSettings): number {
  if (range.to < range.from) return 0;
  switch (profile.kind) {
    case 'business-days':
      return businessDaysIn(range, calendar);
    case 'calendar-days':
      return lengthOf(range);
    case 'weights': {
      const weekday = (profile.weekday ?? []).map(Number);
      const total = weekday.reduce((sum, weight) => sum + weight, 0);
      return daysIn(range).reduce((sum, day) => {
        const isOff = dayOfWeek(day) <= 5 && !isBusinessDay(day, calendar);
        // A public holiday on a weekday is like a Sunday.
        const own = total > 0 ? ((weekday[isOff ? 6 : dayOfWeek(day) - 1] ?? 0) * 7) / total : 1;
        const month = Number(profile.month?.[partsOf(day).month - 1] ?? 1);
        const off = profile.dayOff !== undefined && !isBusinessDay(day, calendar) ? Number(profile.dayOff) : 1;
        return sum + own * month * off;
      }, 0);
    }
    default:
      return unreachable(profile);
  }
}
