import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceFrom } from '../problem/problem.ts';
import { calendarMessages } from './calendar-messages.ts';
import { type CalendarSettings, defaultCalendar, WEEKDAYS } from './calendar-settings.ts';
import { type Day, fromDayNumber } from './day.ts';
import { formatPeriod } from './format-period.ts';
import { type PeriodContext, parsePeriod } from './parse-period.ts';
import { GRAINS, type Grain, periodOf } from './period.ts';

const seed = 20260440;
const today = '2026-11-20' as Day;

function shown(
  text: string,
  context: PeriodContext = { today, basis: 'fiscal' },
  settings: CalendarSettings = defaultCalendar,
): string {
  const parsed = parsePeriod(text, settings, context);
  if (!parsed.ok) return parsed.problems.map(problem => problem.code).join();
  const { from, to, grain, basis } = parsed.value;
  return [`${from}/${to}`, grain, basis === 'calendar' ? basis : undefined].filter(Boolean).join(' ');
}

test('[CNV-11] 2023年第4四半期 ends on 2023-12-31 by the calendar and on 2024-03-31 in a year from April', () => {
  expect(shown('2023年第4四半期', { basis: 'calendar' })).toBe('2023-10-01/2023-12-31 quarter calendar');
  expect(shown('2023年第4四半期', { basis: 'fiscal' })).toBe('2024-01-01/2024-03-31 quarter');
  expect(shown('2023年第4四半期', {})).toBe('period-fiscal-or-calendar');
  expect(shown('暦年2023年第4四半期', {})).toBe('2023-10-01/2023-12-31 quarter calendar');
  expect(shown('2023年度第4四半期', {})).toBe('2024-01-01/2024-03-31 quarter');
  expect(shown('2023年第4四半期', {}, { ...defaultCalendar, fiscalYearStarts: 1 })).toBe('2023-10-01/2023-12-31 quarter');
});

test('[CAL-40, CAL-42] periods are read as people write them', () => {
  const table: readonly (readonly [string, string])[] = [
    ['2026-04', '2026-04-01/2026-04-30 month'],
    ['2026年4月', '2026-04-01/2026-04-30 month'],
    ['Apr 2026', '2026-04-01/2026-04-30 month'],
    ['令和8年4月', '2026-04-01/2026-04-30 month'],
    ['2026-04-06', '2026-04-06/2026-04-06 day'],
    ['2026年4月6日', '2026-04-06/2026-04-06 day'],
    ['2026Q1', '2026-04-01/2026-06-30 quarter'],
    ['CY2026Q1', '2026-01-01/2026-03-31 quarter calendar'],
    ['Q1 FY2026/27', '2026-04-01/2026-06-30 quarter'],
    ['2026年度', '2026-04-01/2027-03-31 year'],
    ['FY2026', '2026-04-01/2027-03-31 year'],
    ['FY2026/27', '2026-04-01/2027-03-31 year'],
    ['2027年3月期', '2026-04-01/2027-03-31 year'],
    ['2027年3月期第1四半期', '2026-04-01/2026-06-30 quarter'],
    ['2027年3月期下期', '2026-10-01/2027-03-31 half'],
    ['2026年', '2026-01-01/2026-12-31 year calendar'],
    ['2026年度上期', '2026-04-01/2026-09-30 half'],
    ['H2 FY2026/27', '2026-10-01/2027-03-31 half'],
    ['2026-W53', '2026-12-28/2027-01-03 week'],
    ['week of 6 Apr 2026', '2026-04-06/2026-04-12 week'],
    ['2027年3月末まで', '2027-03-01/2027-03-31 month'],
    ['by the end of March 2027', '2027-03-01/2027-03-31 month'],
    ['by 2027-03-31', '2027-03-31/2027-03-31 day'],
    ['今年度', '2026-04-01/2027-03-31 year'],
    ['今年度中に', '2026-04-01/2027-03-31 year'],
    ['今年度末まで', '2026-04-01/2027-03-31 year'],
    ['this fiscal year', '2026-04-01/2027-03-31 year'],
    ['前年度', '2025-04-01/2026-03-31 year'],
    ['今年', '2026-01-01/2026-12-31 year calendar'],
    ['this year', '2026-01-01/2026-12-31 year calendar'],
    ['先月', '2026-10-01/2026-10-31 month'],
    ['last month', '2026-10-01/2026-10-31 month'],
    ['来四半期', '2027-01-01/2027-03-31 quarter'],
    ['next quarter', '2027-01-01/2027-03-31 quarter'],
    ['今週', '2026-11-16/2026-11-22 week'],
    ['昨日', '2026-11-19/2026-11-19 day'],
    ['yesterday', '2026-11-19/2026-11-19 day'],
    ['2026-04-01/2027-03-31', '2026-04-01/2027-03-31'],
    ['2026-04/2027-03', '2026-04-01/2027-03-31'],
    ['2026年4月〜2027年3月', '2026-04-01/2027-03-31'],
    ['2026年4月～9月', '2026-04-01/2026-09-30'],
    ['2026年10月〜3月', '2026-10-01/2027-03-31'],
    ['2026年10月から翌年3月まで', '2026-10-01/2027-03-31'],
    ['2026年11月1日〜20日', '2026-11-01/2026-11-20'],
    ['1 Apr 2026 to 31 Mar 2027', '2026-04-01/2027-03-31'],
  ];
  for (const [text, expected] of table) expect([text, shown(text)]).toEqual([text, expected]);
});

test('[CAL-43] a deadline "within" a length ends on the last day of that length', () => {
  const first = '2026-04-01' as Day;
  const table: readonly (readonly [string, string])[] = [
    ['9ヶ月以内', '2026-04-01/2026-12-31'],
    ['9ヶ月以内に', '2026-04-01/2026-12-31'],
    ['3年以内に', '2026-04-01/2029-03-31'],
    ['within 3 months', '2026-04-01/2026-06-30'],
    ['90日以内', '2026-04-01/2026-06-29'],
    ['within 1 week', '2026-04-01/2026-04-07'],
    ['3営業日以内', '2026-04-01/2026-04-03'],
  ];
  for (const [text, expected] of table) expect([text, shown(text, { today: first })]).toEqual([text, expected]);
});

test('[CAL-41] what cannot be read is refused with the reason, in both languages', () => {
  const table: readonly (readonly [string, string])[] = [
    ['いつか', 'period-not-understood'],
    ['', 'period-not-understood'],
    ['2026-02-31', 'period-does-not-exist'],
    ['2026-13', 'period-does-not-exist'],
    ['9999-12-31', 'period-year-out-of-range'],
    ['03/04/2026', 'period-order-of-date'],
    ['2027-03-31〜2026-04-01', 'period-ends-before-it-begins'],
    ['2027年6月期', 'fiscal-year-end-differs'],
    ['FY2026/28', 'period-not-understood'],
    ['x'.repeat(5000), 'period-not-understood'],
  ];
  for (const [text, expected] of table) {
    expect([text, shown(text)]).toEqual([text, expected]);
    const parsed = parsePeriod(text, defaultCalendar, { today });
    for (const problem of parsed.problems) {
      for (const lang of ['ja', 'en'] as const)
        expect(sentenceFrom(calendarMessages, problem, lang)).not.toMatch(/undefined|NaN|\[object/);
    }
  }
  expect(shown('今年度', {})).toBe('period-needs-reference-day');
  expect(shown('2026年', {})).toBe('2026-01-01/2026-12-31 year calendar');
  expect(shown('2026', {})).toBe('period-fiscal-or-calendar');
});

test('[CAL-11] a fiscal year named by its end is one year further', () => {
  const settings: CalendarSettings = { ...defaultCalendar, fiscalYearLabel: 'end' };
  expect(shown('2027年度', {}, settings)).toBe('2026-04-01/2027-03-31 year');
  expect(shown('FY2027', {}, settings)).toBe('2026-04-01/2027-03-31 year');
  expect(shown('FY2026/27', {}, settings)).toBe('2026-04-01/2027-03-31 year');
});

test('[CAL-10] with a closing day a month is the business month, by the calendar the whole one', () => {
  const settings: CalendarSettings = { ...defaultCalendar, closingDay: 20 };
  expect(shown('2026年11月', {}, settings)).toBe('2026-10-21/2026-11-20 month');
  expect(shown('2026年11月', { basis: 'calendar' }, settings)).toBe('2026-11-01/2026-11-30 month calendar');
});

test('[CAL-41] no text, however strange, breaks the reader or gives an empty range', () => {
  const words = fc.constantFrom(
    ...[
      '2026',
      '99',
      '4',
      '年',
      '月',
      '日',
      '期',
      '第',
      '四半期',
      '年度',
      '上期',
      '末',
      'まで',
      '以内',
      '今',
      '来',
      '〜',
      '/',
      '-',
      'から',
      'q1',
      'fy',
      ' to ',
      'within ',
      '3',
      '営業日',
      'w53',
      '令和',
      '元',
      '暦年',
    ],
  );
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 7 }),
      fc.constantFrom('fiscal' as const, 'calendar' as const, undefined),
      (parts, basis) => {
        const parsed = parsePeriod(parts.join(''), defaultCalendar, { today, ...(basis ? { basis } : {}) });
        if (parsed.ok) expect(parsed.value.from <= parsed.value.to).toBe(true);
        else expect(parsed.problems.length).toBeGreaterThan(0);
      },
    ),
    { seed, numRuns: 20000 },
  );
});

test('[CAL-44] the full name of any period is read back as that period, in both languages and under any settings', () => {
  const anySettings = fc
    .record({
      fiscalYearStarts: fc.integer({ min: 1, max: 12 }),
      weekStarts: fc.constantFrom(...WEEKDAYS),
      fiscalYearLabel: fc.constantFrom('start' as const, 'end' as const),
      closingDay: fc.oneof(fc.constant('month-end' as const), fc.integer({ min: 1, max: 28 })),
    })
    .map((part): CalendarSettings => ({ ...defaultCalendar, ...part }));
  const named = GRAINS.filter((grain): grain is Grain => grain !== 'week');
  fc.assert(
    fc.property(
      anySettings,
      fc.integer({ min: -20000, max: 60000 }).map(fromDayNumber),
      fc.constantFrom(...named),
      fc.constantFrom('ja' as const, 'en' as const),
      (settings, date, grain, lang) => {
        const period = periodOf(date, grain, settings);
        const name = formatPeriod(period, lang, settings);
        const parsed = parsePeriod(name, settings, { basis: 'fiscal' });
        expect([name, parsed.ok && parsed.value.from, parsed.ok && parsed.value.to]).toEqual([name, period.from, period.to]);
      },
    ),
    { seed, numRuns: 2000 },
  );
});
