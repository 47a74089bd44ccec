import { expect, test } from 'vitest';
import { defaultCalendar } from '../calendar/calendar-settings.ts';
import type { Day } from '../calendar/day.ts';
import type { Grain } from '../calendar/period.ts';
import { earlierPeriod, periodLastYear } from './earlier-period.ts';

test.each<readonly [Grain | undefined, string, string, string]>([
  ['month', '2026-03-01..2026-03-31', '2026-02-01..2026-02-28', '2025-03-01..2025-03-31'],
  ['month', '2026-11-01..2026-11-20', '2026-10-01..2026-10-20', '2025-11-01..2025-11-20'],
  ['month', '2026-03-01..2026-03-30', '2026-02-01..2026-02-28', '2025-03-01..2025-03-30'],
  ['month', '2024-02-01..2024-02-29', '2024-01-01..2024-01-31', '2023-02-01..2023-02-28'],
  ['week', '2026-11-16..2026-11-22', '2026-11-09..2026-11-15', '2025-11-17..2025-11-23'],
  ['quarter', '2026-04-01..2026-06-30', '2026-01-01..2026-03-31', '2025-04-01..2025-06-30'],
  ['year', '2026-04-01..2027-03-31', '2025-04-01..2026-03-31', '2025-04-01..2026-03-31'],
  ['day', '2024-02-29..2024-02-29', '2024-02-28..2024-02-28', '2023-02-28..2023-02-28'],
  [undefined, '2026-03-05..2026-03-14', '2026-02-23..2026-03-04', '2025-03-05..2025-03-14'],
])('[OBS-06] a %s of %s is compared with %s and %s', (grain, asked, before, lastYear) => {
  const [from = '', to = ''] = asked.split('..');
  const period = { from: from as Day, to: to as Day, ...(grain ? { grain } : {}) };
  const text = ({ from: first, to: last }: { from: Day; to: Day }) => `${first}..${last}`;
  expect(text(earlierPeriod(period, defaultCalendar))).toBe(before);
  expect(text(periodLastYear(period, defaultCalendar))).toBe(lastYear);
});

test('[OBS-06] months that close on the 20th are compared with months that close on the 20th', () => {
  const settings = { ...defaultCalendar, closingDay: 20 };
  const november = { grain: 'month' as const, from: '2026-10-21' as Day, to: '2026-11-20' as Day };
  expect(earlierPeriod(november, settings)).toEqual({ grain: 'month', from: '2026-09-21', to: '2026-10-20' });
});
