import { expect, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Day } from '#core/calendar/day.ts';
import { againstIn, againstText, daysOfSpan, SPANS, spanIn } from './compared-span.ts';

test('[MEA-19] fiscal periods to date and rolling days end on the day that counts', () => {
  const of = (span: (typeof SPANS)[number]) => daysOfSpan(span, '2026-11-20' as Day, defaultCalendar);
  expect(SPANS.map(span => of(span).to)).toEqual(SPANS.map(() => '2026-11-20'));
  expect(of('quarter')).toMatchObject({ from: '2026-10-01', grain: 'quarter' });
  expect(of('year')).toMatchObject({ from: '2026-04-01', grain: 'year' });
  expect(of('28-days')).toEqual({ from: '2026-10-24', to: '2026-11-20' });
});

test('[MEA-19] what was chosen is in the address and read back; anything else is the period before', () => {
  for (const text of ['last-year-weekdays', 'chosen', '2025-04-01..2025-04-30']) expect(againstText(againstIn(text))).toBe(text);
  for (const text of [undefined, 'x', '2025-04-30..2025-04-01', '2025-04-31..2025-05-01'])
    expect(againstIn(text)).toEqual({ way: 'previous-period' });
  expect(spanIn('weeks')).toBe('month');
});
