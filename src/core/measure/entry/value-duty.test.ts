import { expect, test } from 'vitest';
import { defaultCalendar } from '../../calendar/calendar-settings.ts';
import { type Day, parseDay } from '../../calendar/day.ts';
import { monthsUntil } from '../../calendar/month-key.ts';
import { owedValues } from './value-duty.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

const calendar = { ...defaultCalendar, holidays: 'jp' as const };
const duty = { metric: 'nps', owner: 'sales/sato', due: 3, remind: 2, since: '2026-09' };
const months = monthsUntil('2026-11', calendar);
const owed = (today: string, settled: readonly string[] = []) =>
  owedValues(duty, months, month => settled.includes(month), day(today), calendar).map(({ month, due, late }) => [
    month,
    due,
    late,
  ]);

test('[DUE-02] a value is due on a business day of the following month; holidays do not count', () => {
  // 2026-11-03 is a holiday, so the third business day of November is the 5th.
  expect(owed('2026-11-05', ['2026-09'])).toEqual([['2026-10', '2026-11-05', 0]]);
  expect(owed('2026-11-06', ['2026-09'])).toEqual([['2026-10', '2026-11-05', 1]]);
  expect(owed('2026-11-09', ['2026-09'])).toEqual([['2026-10', '2026-11-05', 2]]);
});

test('[DUE-02] the reminder begins so many business days before; a month that runs is not owed', () => {
  expect(owed('2026-11-01', ['2026-09'])).toEqual([]);
  expect(owed('2026-11-02', ['2026-09'])).toEqual([['2026-10', '2026-11-05', 0]]);
  expect(owed('2026-10-31', ['2026-09'])).toEqual([]);
});

test('[DUE-02] months with a value or closed finally ask for nothing; earlier ones of the duty stay owed, oldest first', () => {
  expect(owed('2026-11-20', ['2026-10'])).toEqual([['2026-09', '2026-10-05', 32]]);
  expect(owed('2026-11-20').map(([month]) => month)).toEqual(['2026-09', '2026-10']);
  expect(owed('2026-11-20', ['2026-09', '2026-10'])).toEqual([]);
});
