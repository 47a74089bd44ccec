import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCalendar } from './calendar-settings.ts';
import {
  type Comparison,
  chosenRange,
  finishedPart,
  previousPeriodToDate,
  previousRange,
  sameDatesLastYear,
  sameWeekdayLastYear,
  sameWeekdaysLastYear,
  seasonLastYear,
  withNote,
} from './comparison.ts';
import { addDays, type Day, dayOfWeek, daysBetween, fromDayNumber } from './day.ts';
import { lengthOf } from './day-range.ts';
import { formatComparisonNote } from './format-comparison.ts';
import { matchedDays, sameHolidayLastYear } from './matched-day.ts';
import { JAPANESE_SEASONS, type Season, seasonIn } from './season.ts';

const seed = 20260460;
const day = (text: string) => text as Day;
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });
const otherOf = ({ other, notes: [length] }: Comparison) => [`${other.from}/${other.to}`, length];
const season = (id: string): Season => {
  const found = JAPANESE_SEASONS.find(candidate => candidate.id === id);
  if (!found) throw new Error(id);
  return found;
};

test('[CAL-73] ten days of February are compared with ten days of January', () => {
  expect(otherOf(previousPeriodToDate(range('2026-02-01', '2026-02-10'), 'month', defaultCalendar))).toEqual([
    '2026-01-01/2026-01-10',
    { kind: 'same-length', days: 10 },
  ]);
});

test('[CAL-73] a whole month meets the whole month before; the note says that the lengths differ', () => {
  expect(otherOf(previousPeriodToDate(range('2026-03-01', '2026-03-31'), 'month', defaultCalendar))).toEqual([
    '2026-02-01/2026-02-28',
    { kind: 'length-differs', current: 31, other: 28, why: 'month-length' },
  ]);
  expect(otherOf(previousPeriodToDate(range('2026-03-01', '2026-03-30'), 'month', defaultCalendar))).toEqual([
    '2026-02-01/2026-02-28',
    { kind: 'length-differs', current: 30, other: 28, why: 'month-length' },
  ]);
  expect(otherOf(previousPeriodToDate(range('2026-03-30', '2026-03-30'), 'month', defaultCalendar))[0]).toBe(
    '2026-02-28/2026-02-28',
  );
  expect(otherOf(previousPeriodToDate(range('2026-04-01', '2026-11-20'), 'year', defaultCalendar))[0]).toBe(
    '2025-04-01/2025-11-20',
  );
  expect(otherOf(previousPeriodToDate(range('2024-04-01', '2025-03-31'), 'year', defaultCalendar))[1]).toEqual({
    kind: 'length-differs',
    current: 365,
    other: 366,
    why: 'leap-day',
  });
});

test('[CAL-74] the same dates last year, with the leap day said where it is on one side only', () => {
  expect(otherOf(sameDatesLastYear(range('2026-11-01', '2026-11-20'), defaultCalendar))).toEqual([
    '2025-11-01/2025-11-20',
    { kind: 'same-length', days: 20 },
  ]);
  expect(otherOf(sameDatesLastYear(range('2025-02-01', '2025-02-28'), defaultCalendar, 'month'))).toEqual([
    '2024-02-01/2024-02-29',
    { kind: 'length-differs', current: 28, other: 29, why: 'leap-day' },
  ]);
  expect(otherOf(sameDatesLastYear(range('2025-02-01', '2025-02-28'), defaultCalendar))).toEqual([
    '2024-02-01/2024-02-28',
    { kind: 'same-length', days: 28 },
  ]);
  expect(otherOf(sameDatesLastYear(range('2023-04-01', '2024-03-20'), defaultCalendar))[1]).toEqual({
    kind: 'length-differs',
    current: 355,
    other: 354,
    why: 'leap-day',
  });
  expect(otherOf(sameDatesLastYear(range('2024-02-29', '2024-02-29'), defaultCalendar))[0]).toBe('2023-02-28/2023-02-28');
});

test('[CAL-72] the previous range is as long and ends the day before', () => {
  expect(otherOf(previousRange(range('2026-01-01', '2026-01-31'), defaultCalendar))).toEqual([
    '2025-12-01/2025-12-31',
    { kind: 'same-length', days: 31 },
  ]);
  expect(otherOf(previousRange(range('2026-02-01', '2026-02-28'), defaultCalendar))[0]).toBe('2026-01-04/2026-01-31');
});

test('[CAL-71] the same weekday last year lies 364 days back and is that weekday', () => {
  expect(sameWeekdayLastYear(day('2026-11-20'))).toBe('2025-11-21');
  fc.assert(
    fc.property(fc.integer({ min: -20000, max: 60000 }).map(fromDayNumber), date => {
      const before = sameWeekdayLastYear(date);
      expect(dayOfWeek(before)).toBe(dayOfWeek(date));
      expect(daysBetween(before, date)).toBe(364);
    }),
    { seed },
  );
  const { notes } = sameWeekdaysLastYear(range('2026-11-16', '2026-11-22'), defaultCalendar);
  expect(notes).toEqual([{ kind: 'same-length', days: 7 }, { kind: 'weekdays-match' }]);
});

test('[CAL-76] a day that is not over is left out on both sides, and said', () => {
  const part = finishedPart(range('2026-11-01', '2026-11-21'), day('2026-11-20'));
  expect(part?.range).toEqual(range('2026-11-01', '2026-11-20'));
  const compared = withNote(
    previousPeriodToDate(part?.range ?? range('2026-11-01', '2026-11-01'), 'month', defaultCalendar),
    part?.note,
  );
  expect(compared.other).toEqual(range('2026-10-01', '2026-10-20'));
  expect(compared.notes.at(-1)).toEqual({ kind: 'unfinished-days-left-out', through: '2026-11-20' });
  expect(finishedPart(range('2026-11-01', '2026-11-19'), day('2026-11-20'))).toEqual({
    range: range('2026-11-01', '2026-11-19'),
  });
  expect(finishedPart(range('2026-11-21', '2026-11-30'), day('2026-11-20'))).toBeUndefined();
});

test('[MEA-19] any chosen window can be compared; business days are counted on both sides', () => {
  const { notes } = chosenRange(range('2026-09-01', '2026-09-30'), range('2025-09-01', '2025-09-30'), defaultCalendar);
  expect(notes).toEqual([
    { kind: 'same-length', days: 30 },
    { kind: 'business-days-differ', current: 19, other: 20 },
  ]);
});

test('[CAL-70] seasons take in the weekends and holidays that touch them', () => {
  const span = (id: string, year: number) => {
    const { from, to } = seasonIn(season(id), year, defaultCalendar);
    return `${from}/${to}`;
  };
  expect(span('golden-week', 2026)).toBe('2026-04-29/2026-05-06');
  expect(span('golden-week', 2024)).toBe('2024-04-27/2024-05-06');
  expect(span('obon', 2026)).toBe('2026-08-13/2026-08-16');
  expect(span('new-year', 2026)).toBe('2026-12-29/2027-01-03');
});

test('[CAL-75] Golden Week is compared with last year’s Golden Week, as long as each was', () => {
  expect(otherOf(seasonLastYear(season('golden-week'), 2025, defaultCalendar))).toEqual([
    '2024-04-27/2024-05-06',
    { kind: 'length-differs', current: 8, other: 10, why: 'season-length' },
  ]);
});

test('[CAL-77] days meet the day of last year that was lived the same way', () => {
  expect(sameHolidayLastYear(day('2026-09-21'), defaultCalendar)).toBe('2025-09-15');
  expect(sameHolidayLastYear(day('2026-09-22'), defaultCalendar)).toBeUndefined();
  expect(sameHolidayLastYear(day('2026-09-18'), defaultCalendar)).toBeUndefined();
  const pairs = (from: string, to: string) =>
    matchedDays(range(from, to), defaultCalendar).map(({ day: date, other, by }) => `${date} ${other} ${by}`);
  expect(pairs('2026-09-14', '2026-09-14')).toEqual(['2026-09-14 2025-09-08 weekday']);
  expect(pairs('2026-09-21', '2026-09-21')).toEqual(['2026-09-21 2025-09-15 holiday']);
  expect(pairs('2026-08-12', '2026-08-13')).toEqual(['2026-08-12 2025-08-06 weekday', '2026-08-13 2025-08-13 season']);
  expect(pairs('2025-05-06', '2025-05-06')).toEqual(['2025-05-06 2024-05-04 season']);
});

test('[CAL-72] every comparison gives ranges that are not empty and says truly whether they are equally long', () => {
  const anyRange = fc
    .tuple(fc.integer({ min: 5000, max: 28000 }), fc.integer({ min: 0, max: 500 }))
    .map(([first, length]) => ({ from: fromDayNumber(first), to: fromDayNumber(first + length) }));
  fc.assert(
    fc.property(
      anyRange,
      fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const),
      (current, grain) => {
        const all = [
          previousRange(current, defaultCalendar),
          previousPeriodToDate(current, grain, defaultCalendar),
          sameDatesLastYear(current, defaultCalendar, grain),
          sameWeekdaysLastYear(current, defaultCalendar),
        ];
        for (const { other, notes } of all) {
          expect(other.from <= other.to).toBe(true);
          expect(other.to < current.to).toBe(true);
          const [length] = notes;
          expect(length.kind === 'same-length').toBe(lengthOf(current) === lengthOf(other));
          for (const note of notes) {
            for (const lang of ['ja', 'en'] as const)
              expect(formatComparisonNote(note, lang) === undefined).toBe(note.kind === 'same-length');
          }
        }
        expect(lengthOf(all[0]?.other ?? current)).toBe(lengthOf(current));
        expect(addDays(all[0]?.other.to ?? current.to, 1)).toBe(current.from);
      },
    ),
    { seed },
  );
});
