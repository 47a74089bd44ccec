import { describe, expect, test } from 'vitest';
import { defaultCalendar } from '../../calendar/calendar-settings.ts';
import { type Day, parseDay } from '../../calendar/day.ts';
import { firstKeptDay, KEEP_EVERYTHING, retentionFrom } from './retention.ts';

const TODAY = day('2026-11-22');

describe('[PPL-05] how long data are kept', () => {
  test('the running month and so many whole ones before it; a dataset may have its own', () => {
    const retention = {
      months: 12,
      datasets: [
        { dataset: 'orders', months: 1 },
        { dataset: 'costs', months: null },
      ],
    };
    expect(firstKeptDay(retention, 'leads', TODAY, defaultCalendar)).toBe('2025-11-01');
    expect(firstKeptDay(retention, 'orders', TODAY, defaultCalendar)).toBe('2026-10-01');
    expect(firstKeptDay(retention, 'costs', TODAY, defaultCalendar)).toBeUndefined();
    expect(firstKeptDay(KEEP_EVERYTHING, 'leads', TODAY, defaultCalendar)).toBeUndefined();
  });

  test('what is unsound keeps everything', () => {
    for (const stored of [undefined, null, 'x', { months: 0, datasets: [] }, { months: 1.5, datasets: [] }, { months: 3 }]) {
      expect(retentionFrom(stored)).toEqual(KEEP_EVERYTHING);
    }
    expect(
      retentionFrom({
        months: 24,
        datasets: [
          { dataset: 'a', months: null },
          { dataset: 'b', months: -1 },
        ],
      }),
    ).toEqual({
      months: 24,
      datasets: [{ dataset: 'a', months: null }],
    });
  });
});

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(`no day: ${text}`);
  return found;
}
