import { expect, test } from 'vitest';
import { defaultCalendar } from './calendar-settings.ts';
import type { Day } from './day.ts';
import { addDuration, daysOf, monthsOf, parseDuration } from './duration.ts';

test('[CAL-50] durations are read as people write them, in both languages', () => {
  const table: [string, number, string][] = [
    ['90 days', 90, 'days'],
    ['90日', 90, 'days'],
    ['９０日間', 90, 'days'],
    ['1 day', 1, 'days'],
    ['5 business days', 5, 'business-days'],
    ['5営業日', 5, 'business-days'],
    ['3ヶ月', 3, 'months'],
    ['3か月', 3, 'months'],
    ['3ヵ月間', 3, 'months'],
    ['3カ月', 3, 'months'],
    ['3箇月', 3, 'months'],
    ['3 months', 3, 'months'],
    ['1.5ヶ月', 1.5, 'months'],
    ['2週間', 2, 'weeks'],
    ['2 weeks', 2, 'weeks'],
    ['1年', 1, 'years'],
    ['3時間', 3, 'hours'],
    ['30分', 30, 'minutes'],
    ['45秒', 45, 'seconds'],
    ['1:09', 69, 'seconds'],
    ['1分09秒', 69, 'seconds'],
    ['1:02:03', 3723, 'seconds'],
    ['0:01.5', 1.5, 'seconds'],
    ['1時間30分', 90, 'minutes'],
    ['1h30m', 90, 'minutes'],
    ['1h 2m 3s', 3723, 'seconds'],
    ['2 Hours', 2, 'hours'],
  ];
  for (const [text, amount, unit] of table) expect([text, parseDuration(text)]).toEqual([text, { amount, in: unit }]);
});

test('[CAL-50] what is no duration, or a negative or endless one, is not read', () => {
  for (const text of [
    '',
    '90',
    'days',
    '-5 days',
    '1:60',
    '3 fortnights',
    '90日以内',
    '101年',
    '99999999 days',
    '1e3 days',
    '3.5.1日',
  ]) {
    expect([text, parseDuration(text)]).toEqual([text, undefined]);
  }
});

test('[CAL-51] for lags a month is 30 days, a year 12 months and a business day 7/5 days', () => {
  expect(monthsOf({ amount: 90, in: 'days' })).toBe(3);
  expect(monthsOf({ amount: 1, in: 'years' })).toBe(12);
  expect(monthsOf({ amount: 45, in: 'days' })).toBe(1.5);
  expect(daysOf({ amount: 5, in: 'business-days' })).toBe(7);
  expect(daysOf({ amount: 2, in: 'weeks' })).toBe(14);
  expect(daysOf({ amount: 36, in: 'hours' })).toBe(1.5);
  expect(daysOf({ amount: 0, in: 'months' })).toBe(0);
});

test('[CAL-52] on a date a duration goes by the real calendar', () => {
  const from = '2026-09-18' as Day;
  expect(addDuration(from, { amount: 2, in: 'business-days' }, defaultCalendar)).toBe('2026-09-25');
  expect(addDuration(from, { amount: 7, in: 'days' }, defaultCalendar)).toBe('2026-09-25');
  expect(addDuration(from, { amount: 1, in: 'weeks' }, defaultCalendar)).toBe('2026-09-25');
  expect(addDuration('2026-01-31' as Day, { amount: 1, in: 'months' }, defaultCalendar)).toBe('2026-02-28');
  expect(addDuration('2024-02-29' as Day, { amount: 1, in: 'years' }, defaultCalendar)).toBe('2025-02-28');
  expect(addDuration(from, { amount: 1.5, in: 'months' }, defaultCalendar)).toBe('2026-11-02');
  expect(addDuration(from, { amount: 36, in: 'hours' }, defaultCalendar)).toBe('2026-09-19');
});
