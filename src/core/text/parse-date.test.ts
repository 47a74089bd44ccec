import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromDayNumber, parseDay, partsOf } from '../calendar/day.ts';
import { inferDateFormat } from './infer-date-format.ts';
import { parseDate } from './parse-date.ts';

const seed = 20260420;

/** Short notation of a reading, for tables. */
function shown(text: string, format?: 'ymd' | 'mdy' | 'dmy'): string {
  const reading = parseDate(text, format);
  switch (reading.kind) {
    case 'day':
      return [reading.day, reading.time, reading.offset].filter(Boolean).join(' ');
    case 'week':
      return `${reading.year} week ${reading.week}`;
    case 'month':
      return `${reading.year} month ${reading.month}`;
    case 'quarter':
      return `${reading.year} quarter ${reading.quarter} ${reading.basis}`;
    case 'half':
      return `${reading.year} half ${reading.half} ${reading.basis}`;
    case 'year':
      return `${reading.year} ${reading.basis}`;
    case 'ambiguous':
      return reading.candidates.map(({ format: order, day }) => `${order} ${day}`).join(' or ');
    case 'missing':
      return 'missing';
    case 'invalid':
      return reading.why;
  }
}

const READINGS: readonly (readonly [string, string])[] = [
  ['2026-04-01', '2026-04-01'],
  ['2024/4/1', '2024-04-01'],
  ['2024.04.01', '2024-04-01'],
  ['20240401', '2024-04-01'],
  ['2024年4月1日', '2024-04-01'],
  ['２０２４年４月１日', '2024-04-01'],
  ['2024年 4月 1日', '2024-04-01'],
  ['2024年4月1日(月)', '2024-04-01'],
  ['2024/4/1（月曜日）', '2024-04-01'],
  ['令和6年1月15日', '2024-01-15'],
  ['令和６年１月１５日', '2024-01-15'],
  ['R6.1.15', '2024-01-15'],
  ['R06/01/15', '2024-01-15'],
  ['令和元年5月1日', '2019-05-01'],
  ['㋿元年5月1日', '2019-05-01'],
  ['昭和63年12月31日', '1988-12-31'],
  ['S63.12.31', '1988-12-31'],
  ['平成32年4月1日', '2020-04-01'],
  ['2018.02.26 19:58', '2018-02-26 19:58:00'],
  ['2026年5月3日 12:34', '2026-05-03 12:34:00'],
  ['2026年5月3日(日) 12:34', '2026-05-03 12:34:00'],
  ['2026年5月3日 午後9時30分', '2026-05-03 21:30:00'],
  ['2026年5月3日 午前0時', '2026-05-03 00:00:00'],
  ['2026-05-03T12:34:56.789+09:00', '2026-05-03 12:34:56.789 +09:00'],
  ['2026-05-03 12:34:56 +0900', '2026-05-03 12:34:56 +09:00'],
  ['2026-05-03T03:34:56Z', '2026-05-03 03:34:56 Z'],
  ['2026/05/03 12:34:56 JST', '2026-05-03 12:34:56 +09:00'],
  ['20260503123456', '2026-05-03 12:34:56'],
  ['202605031234', '2026-05-03 12:34:00'],
  ['2/26/2018 19:58', '2018-02-26 19:58:00'],
  ['2/26/2018 7:58 PM', '2018-02-26 19:58:00'],
  ['2/26/2018 12:05 am', '2018-02-26 00:05:00'],
  ['31.12.2026', '2026-12-31'],
  ['26/04/2026', '2026-04-26'],
  ['05/05/2026', '2026-05-05'],
  ['3 May 2026', '2026-05-03'],
  ['3rd May 2026', '2026-05-03'],
  ['May 3, 2026', '2026-05-03'],
  ['Sun, 3 May 2026', '2026-05-03'],
  ['Sunday, May 3, 2026', '2026-05-03'],
  ['2026-Apr-03', '2026-04-03'],
  ['03-Apr-26', '2026-04-03'],
  ['03/04/2026', 'mdy 2026-03-04 or dmy 2026-04-03'],
  ['24/4/1', '2024-04-01'],
  ['24/04/01', 'ymd 2024-04-01 or dmy 2001-04-24'],
  ['99/12/31', '1999-12-31'],
  ['70/12/31', '1970-12-31'],
  ['69/12/31', '2069-12-31'],
  ['2024年4月', '2024 month 4'],
  ['2024-04', '2024 month 4'],
  ['2024/4', '2024 month 4'],
  ['202404', '2024 month 4'],
  ['平成31年4月', '2019 month 4'],
  ['H31.4', '2019 month 4'],
  ['Apr 2026', '2026 month 4'],
  ['2024年第1四半期', '2024 quarter 1 unsaid'],
  ['2024年度第１四半期', '2024 quarter 1 fiscal'],
  ['2024年第四四半期', '2024 quarter 4 unsaid'],
  ['2024Q1', '2024 quarter 1 unsaid'],
  ['2024-Q1', '2024 quarter 1 unsaid'],
  ['2024年4Q', '2024 quarter 4 unsaid'],
  ['Q1 2024', '2024 quarter 1 unsaid'],
  ['Q1 FY2024', '2024 quarter 1 fiscal'],
  ['CY2024Q1', '2024 quarter 1 calendar'],
  ['令和6年度第1四半期', '2024 quarter 1 fiscal'],
  ['2024年度上期', '2024 half 1 fiscal'],
  ['2024年下半期', '2024 half 2 unsaid'],
  ['H2 2024', '2024 half 2 unsaid'],
  ['2024年', '2024 calendar'],
  ['2024年度', '2024 fiscal'],
  ['FY2024', '2024 fiscal'],
  ['2024', '2024 unsaid'],
  ['令和6年', '2024 calendar'],
  ['令和6年度', '2024 fiscal'],
  ['2026-W53', '2026 week 53'],
  ['2026W01', '2026 week 1'],
];

test('[TXT-30, TXT-31, TXT-32] dates are read in every form that exports and people use', () => {
  for (const [text, expected] of READINGS) expect([text, shown(text)]).toEqual([text, expected]);
});

test('[TXT-30] what is no date, does not exist or cannot be meant is refused with the reason', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['2026-02-31', 'no-such-day'],
    ['2026年2月29日', 'no-such-day'],
    ['2026/13/01', 'no-such-day'],
    ['20260431', 'no-such-day'],
    ['31/31/2026', 'no-such-day'],
    ['2026-13', 'no-such-day'],
    ['2025-W53', 'no-such-day'],
    ['令和0年1月1日', 'year-out-of-range'],
    ['9999-12-31', 'year-out-of-range'],
    ['0202-01-01', 'year-out-of-range'],
    ['2026-05-03 25:00', 'no-such-time'],
    ['2026-05-03 12:60', 'no-such-time'],
    ['2026-05-03 13:00 PM', 'no-such-time'],
    ['2024年4月1日(火)', 'weekday-mismatch'],
    ['Mon, 3 May 2026', 'weekday-mismatch'],
    ['2026年4月 12:34', 'not-a-date'],
    ['12:34', 'not-a-date'],
    ['Sat-Oct-11', 'not-a-date'],
    ['45000', 'not-a-date'],
    ['abc', 'not-a-date'],
    ['2026-04-01x', 'not-a-date'],
    ['-2026-04-01', 'not-a-date'],
    ['1'.repeat(1000), 'not-a-date'],
  ];
  for (const [text, expected] of refused) expect([text, shown(text)]).toEqual([text, expected]);
});

test('[TXT-10] a cell without a date is missing, not wrong', () => {
  for (const text of ['', ' ', '-', '－', 'N/A', 'NULL', '(not set)', '0000-00-00', '0000-00-00 00:00:00']) {
    expect([text, shown(text)]).toEqual([text, 'missing']);
  }
});

test('[TXT-33] the order of the column settles bare numbers, and refuses what does not fit it', () => {
  expect(shown('03/04/2026', 'dmy')).toBe('2026-04-03');
  expect(shown('03/04/2026', 'mdy')).toBe('2026-03-04');
  expect(shown('26/04/2026', 'mdy')).toBe('no-such-day');
  expect(shown('24/4/1', 'ymd')).toBe('2024-04-01');
  expect(shown('2026-04-03', 'dmy')).toBe('2026-04-03');
});

test('[TXT-34] the order is decided by the whole column, or not at all', () => {
  expect(inferDateFormat(['03/04/2026', '04/03/2026', '05/06/2026'])).toEqual({ kind: 'ambiguous', formats: ['mdy', 'dmy'] });
  expect(inferDateFormat(['03/04/2026', '26/04/2026', '-', ''])).toEqual({ kind: 'decided', format: 'dmy' });
  expect(inferDateFormat(['2/3/2018 19:58', '2/26/2018 19:58'])).toEqual({ kind: 'decided', format: 'mdy' });
  expect(inferDateFormat(['26/04/2026', '04/26/2026'])).toEqual({ kind: 'mixed', index: 1 });
  expect(inferDateFormat(['2026-04-01', '2026年4月2日', '合計'])).toEqual({ kind: 'not-needed' });
  expect(inferDateFormat(['24/04/01', '24/04/30', '24/12/31'])).toEqual({ kind: 'ambiguous', formats: ['ymd', 'dmy'] });
  expect(inferDateFormat(['24/04/01', '99/04/30'])).toEqual({ kind: 'decided', format: 'ymd' });
  expect(inferDateFormat([])).toEqual({ kind: 'not-needed' });
});

test('[TXT-30] no text, however strange, breaks the reader or makes an unreal day', () => {
  const pieces = fc.constantFrom(
    ...[
      '2026',
      '26',
      '4',
      '31',
      '12',
      '-',
      '/',
      '.',
      '年',
      '月',
      '日',
      ':',
      ' ',
      'T',
      'Z',
      '+09:00',
      '令和',
      'R',
      '元',
      'Apr',
      'q1',
      '午後',
      '時',
      '(月)',
      'fy',
      '00',
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 9 }), parts => {
      const reading = parseDate(parts.join(''));
      if (reading.kind === 'day') expect(parseDay(reading.day)).toBe(reading.day);
      if (reading.kind === 'ambiguous') expect(reading.candidates.length).toBeGreaterThan(1);
    }),
    { seed, numRuns: 20000 },
  );
});

test('[TXT-35] a day written in any unambiguous form is read back as that day', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  fc.assert(
    fc.property(fc.integer({ min: -25000, max: 80000 }).map(fromDayNumber), date => {
      const { year, month, day } = partsOf(date);
      const forms = [
        `${year}/${month}/${day}`,
        `${year}年${month}月${day}日`,
        `${year}${two(month)}${two(day)}`,
        `${date}T00:00:00Z`.slice(0, 10),
        `${year}.${two(month)}.${two(day)} 23:59`,
      ];
      for (const form of forms) expect(shown(form).slice(0, 10)).toBe(date);
      expect(shown(`${day}/${month}/${year}`, 'dmy')).toBe(date);
      expect(shown(`${month}/${day}/${year}`, 'mdy')).toBe(date);
      if (year > 2018 && year < 2118) expect(shown(`令和${year - 2018}年${month}月${day}日`)).toBe(date);
    }),
    { seed },
  );
});
