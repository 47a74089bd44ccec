import { expect, test } from 'vitest';
import type { Problem } from '../problem/problem.ts';
import { sentenceFrom } from '../problem/problem.ts';
import { LANGS, type Lang } from '../text/text.ts';
import { holidayName } from './business-day.ts';
import { calendarMessages } from './calendar-messages.ts';
import { type CalendarSettings, defaultCalendar } from './calendar-settings.ts';
import { checkCalendar } from './check-calendar.ts';
import {
  type Comparison,
  finishedPart,
  previousPeriodToDate,
  previousRange,
  sameDatesLastYear,
  sameWeekdaysLastYear,
  seasonLastYear,
  withNote,
} from './comparison.ts';
import type { Day } from './day.ts';
import type { Duration } from './duration.ts';
import { formatComparisonNote } from './format-comparison.ts';
import { formatDay, formatDayRange } from './format-day.ts';
import { formatDuration } from './format-duration.ts';
import { formatPeriod, formatPeriodPart } from './format-period.ts';
import { parsePeriod } from './parse-period.ts';
import { GRAINS, periodOf } from './period.ts';
import { periodsBetween } from './periods-between.ts';
import { JAPANESE_SEASONS } from './season.ts';

const day = (text: string) => text as Day;
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });

const SETTINGS: readonly (readonly [string, CalendarSettings])[] = [
  ['April, named by start', defaultCalendar],
  ['April, named by end', { ...defaultCalendar, fiscalYearLabel: 'end' }],
  ['January', { ...defaultCalendar, fiscalYearStarts: 1 }],
  [
    'October, closing day 20, week from Sunday',
    { ...defaultCalendar, fiscalYearStarts: 10, closingDay: 20, weekStarts: 'sunday' },
  ],
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function periodTables(lang: Lang): string {
  return SETTINGS.map(([name, settings]) => {
    const rows = ['2026-04-06', '2026-12-31', '2027-02-21'].flatMap(date =>
      GRAINS.map(grain => {
        const period = periodOf(day(date), grain, settings);
        const styles = (['full', 'short', 'iso-week'] as const).map(style => formatPeriod(period, lang, settings, style));
        return [date, grain, `${period.from} – ${period.to}`, ...styles];
      }),
    );
    return `### Fiscal year from ${name}\n\n${table(['day', 'grain', 'days', 'full', 'short', 'iso-week'], rows)}`;
  }).join('\n\n');
}

function partTable(lang: Lang): string {
  const parts = periodsBetween(day('2026-10-15'), day('2026-12-10'), 'month', defaultCalendar);
  return table(
    ['days', 'name'],
    parts.map(part => [`${part.from} – ${part.to}`, formatPeriodPart(part, lang, defaultCalendar)]),
  );
}

function dayTable(lang: Lang): string {
  const styles = ['full', 'weekday', 'month-day', 'numeric'] as const;
  return table(
    ['day', ...styles],
    ['2026-04-06', '2026-11-20', '2027-01-03'].map(date => [date, ...styles.map(style => formatDay(day(date), lang, style))]),
  );
}

function rangeTable(lang: Lang): string {
  const ranges = [
    range('2026-11-01', '2026-11-20'),
    range('2026-04-01', '2026-09-30'),
    range('2026-12-28', '2027-01-03'),
    range('2026-04-06', '2026-04-06'),
  ];
  return table(
    ['days', 'name'],
    ranges.map(found => [`${found.from} – ${found.to}`, formatDayRange(found, lang)]),
  );
}

function durationTable(lang: Lang): string {
  const durations: readonly Duration[] = [
    { amount: 1, in: 'days' },
    { amount: 90, in: 'days' },
    { amount: 4.5, in: 'days' },
    { amount: 1, in: 'business-days' },
    { amount: 5, in: 'business-days' },
    { amount: 3, in: 'months' },
    { amount: 2, in: 'weeks' },
    { amount: 1, in: 'years' },
    { amount: 3, in: 'hours' },
    { amount: 30, in: 'minutes' },
    { amount: 45, in: 'seconds' },
    { amount: 69, in: 'seconds' },
    { amount: 3723, in: 'seconds' },
    { amount: -69, in: 'seconds' },
    { amount: -2, in: 'days' },
  ];
  return table(
    ['amount', 'in', 'shown'],
    durations.map(duration => [String(duration.amount), duration.in, formatDuration(duration, lang)]),
  );
}

function comparisonTable(lang: Lang): string {
  const toDate = finishedPart(range('2026-11-01', '2026-11-21'), day('2026-11-20'));
  const golden = JAPANESE_SEASONS.find(season => season.id === 'golden-week');
  if (!toDate || !golden) throw new Error('fixture');
  const comparisons: readonly (readonly [string, Comparison])[] = [
    ['month to date, previous month', withNote(previousPeriodToDate(toDate.range, 'month', defaultCalendar), toDate.note)],
    ['March, previous month', previousPeriodToDate(range('2026-03-01', '2026-03-31'), 'month', defaultCalendar)],
    ['February, last year', sameDatesLastYear(range('2025-02-01', '2025-02-28'), defaultCalendar, 'month')],
    ['week, same weekdays last year', sameWeekdaysLastYear(range('2026-11-16', '2026-11-22'), defaultCalendar)],
    ['31 days, the 31 before', previousRange(range('2026-01-01', '2026-01-31'), defaultCalendar)],
    [golden.name[lang], seasonLastYear(golden, 2025, defaultCalendar)],
  ];
  return table(
    ['comparison', 'current', 'other', 'notes'],
    comparisons.map(([name, { current, other, notes }]) => [
      name,
      formatDayRange(current, lang),
      formatDayRange(other, lang),
      notes.flatMap(note => formatComparisonNote(note, lang) ?? []).join(' '),
    ]),
  );
}

function holidayTable(lang: Lang): string {
  const rows: string[][] = [];
  for (const { from } of periodsBetween(day('2026-01-01'), day('2026-12-31'), 'day', defaultCalendar)) {
    const name = holidayName(from, defaultCalendar);
    if (name) rows.push([formatDay(from, lang, 'weekday'), name[lang]]);
  }
  return table(['day', 'holiday'], rows);
}

function messageTable(lang: Lang): string {
  const texts = [
    'いつか',
    '2026-02-31',
    '9999-12-31',
    '03/04/2026',
    '2023年第4四半期',
    '今年度',
    '2027-03-31〜2026-04-01',
    '2027年6月期',
  ];
  const wrong: CalendarSettings = {
    ...defaultCalendar,
    zone: 'Asia/Edo',
    fiscalYearStarts: 13,
    closingDay: 31,
    companyHolidays: [day('2026-08-13')],
    companyWorkdays: [day('2026-08-13')],
  };
  const problems: readonly Problem[] = [
    ...texts.flatMap(text => parsePeriod(text, defaultCalendar).problems),
    ...checkCalendar(wrong),
  ];
  expect(new Set(problems.map(problem => problem.code))).toEqual(new Set(Object.keys(calendarMessages)));
  return table(
    ['code', 'sentence'],
    problems.map(problem => [problem.code, sentenceFrom(calendarMessages, problem, lang)]),
  );
}

test.each(LANGS)(
  '[CAL-30, CAL-31, CAL-53, CAL-78] the names of days, periods, durations and comparisons read naturally (%s)',
  async lang => {
    const sections: readonly (readonly [string, string])[] = [
      ['Periods', periodTables(lang)],
      ['Parts of periods', partTable(lang)],
      ['Days', dayTable(lang)],
      ['Ranges', rangeTable(lang)],
      ['Durations', durationTable(lang)],
      ['Comparisons', comparisonTable(lang)],
      ['Holidays of 2026', holidayTable(lang)],
      ['Messages', messageTable(lang)],
    ];
    const text = `# Calendar texts (${lang})\n\n${sections.map(([title, body]) => `## ${title}\n\n${body}\n`).join('\n')}`;
    await expect(text).toMatchFileSnapshot(`golden/calendar.${lang}.md`);
  },
);
