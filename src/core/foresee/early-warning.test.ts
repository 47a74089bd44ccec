import { expect, test } from 'vitest';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import { type Day, parseDay } from '../calendar/day.ts';
import { paceOf } from './early-warning.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

const NINE_MONTHS = { from: day('2026-01-01'), to: day('2026-09-30') };

test('[ANA-04] 60 of 100 flats after six of nine months need a third more than the pace so far', () => {
  const pace = paceOf(100, 60, NINE_MONTHS, day('2026-06-30'), { ...defaultCalendar, holidays: 'none' });
  expect(pace).toMatchObject({ remaining: 40, daysLeft: 92, businessDaysLeft: 66 });
  expect((pace.neededPerDay ?? 0) * (92 / 3)).toBeCloseTo(13.33, 2);
  expect(pace.soFarPerDay * (181 / 6)).toBeCloseTo(10, 10);
  expect(pace.ratio).toBeGreaterThan(1.1);
});

test('[LND-23] what is passed needs nothing, what is over has no pace', () => {
  expect(paceOf(100, 120, NINE_MONTHS, day('2026-06-30'), defaultCalendar)).toMatchObject({
    remaining: 0,
    neededPerDay: 0,
    ratio: 0,
  });
  expect(paceOf(100, 60, NINE_MONTHS, day('2026-10-05'), defaultCalendar)).toMatchObject({
    daysLeft: 0,
    neededPerDay: null,
    ratio: null,
  });
  expect(paceOf(100, 0, NINE_MONTHS, day('2025-12-31'), defaultCalendar)).toMatchObject({
    soFarPerDay: 0,
    ratio: null,
    daysLeft: 273,
  });
});
