import { expect, test } from 'vitest';
import { type CalendarSettings, defaultCalendar } from './calendar-settings.ts';
import { type ComparedWith, comparedWith, rollingRange } from './compare-with.ts';
import { type Day, parseDay } from './day.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

function other(from: string, to: string, way: ComparedWith, last = '2026-12-31', settings: CalendarSettings = defaultCalendar) {
  const found = comparedWith({ from: day(from), to: day(to) }, way, settings, { lastFinished: day(last) });
  return found && `${found.current.from}/${found.current.to} ${found.other.from}/${found.other.to}`;
}

test('[CAL-79] every way of comparing, for a whole month', () => {
  expect(other('2026-10-01', '2026-10-31', 'previous')).toBe('2026-10-01/2026-10-31 2026-08-31/2026-09-30');
  expect(other('2026-10-01', '2026-10-31', 'previous-period')).toBe('2026-10-01/2026-10-31 2026-09-01/2026-09-30');
  expect(other('2026-10-01', '2026-10-31', 'last-year')).toBe('2026-10-01/2026-10-31 2025-10-01/2025-10-31');
  expect(other('2026-10-01', '2026-10-31', 'last-year-weekdays')).toBe('2026-10-01/2026-10-31 2025-10-02/2025-11-01');
  expect(other('2026-10-01', '2026-10-31', 'last-year-holidays')).toBeUndefined();
  expect(other('2026-10-01', '2026-10-31', 'chosen')).toBeUndefined();
});

test('[CAL-79] what is not over is compared to date, like for like', () => {
  expect(other('2026-11-01', '2026-11-30', 'previous-period', '2026-11-20')).toBe('2026-11-01/2026-11-20 2026-10-01/2026-10-20');
  expect(other('2026-11-01', '2026-11-30', 'last-year', '2026-11-20')).toBe('2026-11-01/2026-11-20 2025-11-01/2025-11-20');
  expect(other('2026-12-01', '2026-12-31', 'previous', '2026-11-20')).toBeUndefined();
});

test('[CAL-79] fiscal quarters and years, with the fiscal year from April and closing day 20', () => {
  expect(other('2026-07-01', '2026-09-30', 'previous-period')).toBe('2026-07-01/2026-09-30 2026-04-01/2026-06-30');
  expect(other('2026-04-01', '2027-03-31', 'previous-period', '2027-03-31')).toBe('2026-04-01/2027-03-31 2025-04-01/2026-03-31');
  expect(other('2026-10-21', '2026-11-20', 'last-year', '2026-12-31', { ...defaultCalendar, closingDay: 20 })).toBe(
    '2026-10-21/2026-11-20 2025-10-21/2025-11-20',
  );
});

test('[CAL-79] a holiday meets the holiday of the same name, a season the season', () => {
  // 敬老の日 is the third Monday of September.
  expect(other('2026-09-21', '2026-09-21', 'last-year-holidays')).toBe('2026-09-21/2026-09-21 2025-09-15/2025-09-15');
  expect(other('2026-08-13', '2026-08-16', 'last-year-holidays')).toMatch(/^2026-08-13\/2026-08-16 2025-08-/);
});

test('[CAL-79] rolling ranges end with the last day that is over', () => {
  const range = (rolling: Parameters<typeof rollingRange>[0], last: string) => {
    const { from, to } = rollingRange(rolling, day(last));
    return `${from}/${to}`;
  };
  expect(range('7-days', '2026-11-20')).toBe('2026-11-14/2026-11-20');
  expect(range('28-days', '2026-11-20')).toBe('2026-10-24/2026-11-20');
  expect(range('90-days', '2026-11-20')).toBe('2026-08-23/2026-11-20');
  expect(range('12-months', '2026-11-20')).toBe('2025-11-21/2026-11-20');
  expect(range('12-months', '2028-02-29')).toBe('2027-03-01/2028-02-29');
});
