import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addBusinessDays,
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  businessDaysBetween,
  businessDaysIn,
  holidayName,
  isBusinessDay,
  nextBusinessDay,
} from './business-day.ts';
import { type CalendarSettings, defaultCalendar } from './calendar-settings.ts';
import { addDays, type Day, fromDayNumber, toDayNumber } from './day.ts';
import { HOLIDAY_YEARS, japaneseHolidayOn, japaneseHolidays } from './japanese-holiday.ts';

const seed = 20260411;
const day = (text: string) => text as Day;
const noHolidays: CalendarSettings = { ...defaultCalendar, holidays: 'none' };
const company: CalendarSettings = {
  ...defaultCalendar,
  companyHolidays: [
    day('2026-08-13'),
    day('2026-08-14'),
    day('2026-08-15'),
    day('2026-12-29'),
    day('2026-12-30'),
    day('2026-12-31'),
  ],
  companyWorkdays: [day('2026-08-22'), day('2026-11-03')],
};

test('[CNV-05] from Friday 18 to Friday 25 September 2026 are 2 business days with the three holidays, 5 without', () => {
  expect(businessDaysBetween(day('2026-09-18'), day('2026-09-25'), defaultCalendar)).toBe(2);
  expect(businessDaysBetween(day('2026-09-18'), day('2026-09-25'), noHolidays)).toBe(5);
  expect(businessDaysBetween(day('2026-09-25'), day('2026-09-18'), defaultCalendar)).toBe(-2);
  expect(businessDaysBetween(day('2026-09-18'), day('2026-09-18'), defaultCalendar)).toBe(0);
  expect(addBusinessDays(day('2026-09-18'), 2, defaultCalendar)).toBe('2026-09-25');
  expect(addBusinessDays(day('2026-09-25'), -2, defaultCalendar)).toBe('2026-09-18');
});

test('[CAL-20] a company workday is worked whatever else it is; a company holiday is off', () => {
  expect(isBusinessDay(day('2026-11-03'), defaultCalendar)).toBe(false);
  expect(isBusinessDay(day('2026-11-03'), company)).toBe(true);
  expect(isBusinessDay(day('2026-08-22'), company)).toBe(true);
  expect(isBusinessDay(day('2026-08-13'), company)).toBe(false);
  const both: CalendarSettings = { ...company, companyWorkdays: [day('2026-08-13')] };
  expect(isBusinessDay(day('2026-08-13'), both)).toBe(true);
});

test('[CAL-20] public holidays have their names in both languages; other days have none', () => {
  expect(holidayName(day('2026-09-22'), defaultCalendar)).toEqual({ ja: '国民の休日', en: "Citizens' holiday" });
  expect(holidayName(day('2026-05-06'), defaultCalendar)).toEqual({
    ja: '振替休日（こどもの日）',
    en: "Substitute holiday (Children's Day)",
  });
  expect(holidayName(day('2026-10-12'), defaultCalendar)).toEqual({ ja: 'スポーツの日', en: 'Sports Day' });
  expect(holidayName(day('2026-10-13'), defaultCalendar)).toBeUndefined();
  expect(holidayName(day('2026-10-12'), noHolidays)).toBeUndefined();
  expect(holidayName(day('2026-08-13'), company)).toEqual({ ja: '会社休日', en: 'Company holiday' });
  for (const { name } of japaneseHolidays()) expect(name.ja !== '' && /^[\x20-\x7e]+$/.test(name.en)).toBe(true);
  const years = [...japaneseHolidays()].map(holiday => Number(holiday.day.slice(0, 4)));
  expect([Math.min(...years), Math.max(...years)]).toEqual([HOLIDAY_YEARS.first, HOLIDAY_YEARS.last]);
  expect(japaneseHolidayOn(day('2051-01-01'))).toBeUndefined();
});

test('[CAL-22] a rhythm that meets a day off moves to the next business day', () => {
  expect(businessDayOnOrAfter(day('2026-09-21'), defaultCalendar)).toBe('2026-09-24');
  expect(businessDayOnOrAfter(day('2026-09-24'), defaultCalendar)).toBe('2026-09-24');
  expect(businessDayOnOrBefore(day('2026-09-23'), defaultCalendar)).toBe('2026-09-18');
  expect(businessDayOnOrBefore(day('2026-09-18'), defaultCalendar)).toBe('2026-09-18');
  expect(nextBusinessDay(day('2026-09-18'), defaultCalendar)).toBe('2026-09-24');
});

const anyDay = fc.integer({ min: toDayNumber(day('2024-01-01')), max: toDayNumber(day('2028-12-31')) }).map(fromDayNumber);
const anyCompany = fc
  .record({
    holidays: fc.constantFrom('jp' as const, 'none' as const),
    companyHolidays: fc.uniqueArray(anyDay, { maxLength: 60 }),
    companyWorkdays: fc.uniqueArray(anyDay, { maxLength: 60 }),
  })
  .map((part): CalendarSettings => ({ ...defaultCalendar, ...part }));

test('[CAL-20] counting agrees with looking at every day', () => {
  fc.assert(
    fc.property(anyCompany, anyDay, fc.integer({ min: 0, max: 400 }), (settings, from, length) => {
      const to = addDays(from, length);
      let counted = 0;
      for (let step = 1; step <= length; step++) if (isBusinessDay(addDays(from, step), settings)) counted += 1;
      expect(businessDaysBetween(from, to, settings)).toBe(counted);
      expect(businessDaysBetween(to, from, settings) + counted).toBe(0);
      expect(businessDaysIn({ from, to }, settings)).toBe(counted + (isBusinessDay(from, settings) ? 1 : 0));
    }),
    { seed },
  );
});

test('[CAL-21] adding business days agrees with walking day by day', () => {
  fc.assert(
    fc.property(anyCompany, anyDay, fc.integer({ min: -300, max: 300 }), (settings, from, n) => {
      let walked = from;
      for (let left = Math.abs(n); left > 0; ) {
        walked = addDays(walked, Math.sign(n));
        if (isBusinessDay(walked, settings)) left -= 1;
      }
      expect(addBusinessDays(from, n, settings)).toBe(walked);
    }),
    { seed },
  );
});
