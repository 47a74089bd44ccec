import { expect, test } from 'vitest';
import { defaultCalendar } from './calendar-settings.ts';
import { parseDay } from './day.ts';
import { monthKeyOf, monthsUntil, shiftedMonth } from './month-key.ts';

const day = (text: string) => {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
};

test('[SCR-52] the closing grid shows twelve business months, the last one named', () => {
  const months = monthsUntil('2026-02', defaultCalendar);
  expect(months.map(({ key }) => key)).toEqual([
    ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'],
    ...['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'],
  ]);
  expect(months.at(-1)?.range).toMatchObject({ from: '2026-02-01', to: '2026-02-28' });
  expect(monthsUntil('2026-13', defaultCalendar)).toEqual([]);
  expect(shiftedMonth('2026-02', -12)).toBe('2025-02');
});

test('[SCR-52] with a closing day the month is the one it closes in', () => {
  const calendar = { ...defaultCalendar, closingDay: 20 };
  expect(monthKeyOf(day('2026-10-20'), calendar)).toBe('2026-10');
  expect(monthKeyOf(day('2026-10-21'), calendar)).toBe('2026-11');
  expect(monthsUntil('2026-10', calendar).at(-1)?.range).toMatchObject({ from: '2026-09-21', to: '2026-10-20' });
});
