import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import { parseDay } from '#core/calendar/day.ts';
import type { DateFormat } from '#core/text/date-format.ts';
import { parseDate } from '#core/text/parse-date.ts';
import { scratchFolder } from '#test/case/ingest/received.ts';
import { ByteWriter } from '../byte-writer.ts';
import type { DayReader } from './cell-reader.ts';
import { DateEvidence } from './date-evidence.ts';
import { PlainDayReader } from './day-reader.ts';
import { dayOffsetReader, periodReader } from './period-reader.ts';
import { TimestampReader } from './timestamp-reader.ts';

function read(reader: DayReader, text: string) {
  const bytes = Buffer.from(`<${text}>`);
  const outcome = reader.read(bytes, 1, bytes.length - 1);
  return outcome === 'value' ? [reader.from, reader.to] : outcome;
}

function written(reader: DayReader, text: string): string {
  const out = new ByteWriter(`${scratchFolder()}/out`);
  read(reader, text);
  out.reserve(reader.size);
  reader.write(out);
  const seen = Buffer.from(out.bytes.subarray(0, out.length)).toString();
  out.abandon();
  return seen;
}

describe('days of a column', () => {
  test.each([
    ['2026-01-31', [20260131, 20260131]],
    ['2026/1/5', [20260105, 20260105]],
    ['20260131', [20260131, 20260131]],
    ['2026年5月3日', [20260503, 20260503]],
    ['令和8年1月15日', [20260115, 20260115]],
    ['2024-02-29', [20240229, 20240229]],
    ['2026-02-31', 'no-such-date'],
    ['2026-13-05', 'no-such-date'],
    ['20261301', 'no-such-date'],
    ['03/04/2026', 'ambiguous-date'],
    ['2026年5月', 'not-a-date'],
    ['yesterday', 'not-a-date'],
    ['', 'missing'],
    ['--', 'missing'],
  ])('[ING-18] "%s"', (text, seen) => {
    expect(read(new PlainDayReader(undefined), text)).toEqual(seen);
  });

  test('[ING-18] a known order reads what is ambiguous without it', () => {
    expect(read(new PlainDayReader('dmy'), '03/04/2026')).toEqual([20260403, 20260403]);
    expect(read(new PlainDayReader('mdy'), '03/04/2026')).toEqual([20260304, 20260304]);
    expect(read(new PlainDayReader('mdy'), '26/04/2026')).toBe('no-such-date');
  });

  test('[ING-18] reading bytes gives what reading text gives', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom('0', '1', '2', '3', '9', '-', '/'), minLength: 8, maxLength: 10 }),
      fc
        .date({ min: new Date('1890-01-01'), max: new Date('2210-01-01'), noInvalidDate: true })
        .map(date => date.toISOString().slice(0, 10)),
    );
    fc.assert(
      fc.property(text, fc.constantFrom<DateFormat | undefined>(undefined, 'dmy', 'mdy', 'ymd'), (made, format) => {
        const oracle = parseDate(made, format);
        const seen = read(new PlainDayReader(format), made);
        if (oracle.kind === 'day') expect(seen).toEqual([Number(oracle.day.replaceAll('-', '')), expect.any(Number)]);
        else expect(typeof seen).toBe('string');
      }),
      { seed: 20260406, numRuns: 2000 },
    );
  });

  test('[ING-18] one late date settles the order of a whole column; dates that contradict it are told', () => {
    const evidence = new DateEvidence();
    const reader = new PlainDayReader(undefined, evidence);
    for (const text of ['03/04/2026', '2026-05-06', '05/06/2026']) read(reader, text);
    expect(evidence.conclude()).toMatchObject({ kind: 'ambiguous' });
    read(reader, '25/12/2026');
    expect(evidence.conclude()).toEqual({ kind: 'decided', format: 'dmy' });
    read(reader, '12/25/2026');
    expect(evidence.conclude()).toMatchObject({ kind: 'mixed' });
  });

  test('[ING-18] weeks, months, quarters and years are all their days', () => {
    const reader = periodReader(defaultCalendar, undefined);
    expect(read(reader, '2026年4月')).toEqual([20260401, 20260430]);
    expect(read(reader, '2026-W15')).toEqual([20260406, 20260412]);
    expect(read(reader, '2026年度第1四半期')).toEqual([20260401, 20260630]);
    expect(read(reader, '2026/4/6〜2026/4/12')).toEqual([20260406, 20260412]);
    expect(read(reader, '2026-04-09')).toEqual([20260409, 20260409]);
    expect(read(reader, '2026')).toBe('not-a-date');
    expect(written(reader, '2026年4月')).toBe('2026-04-01');
  });

  test('[ING-18] months are those of the wall calendar, whatever the closing day', () => {
    expect(read(periodReader({ ...defaultCalendar, closingDay: 20 }, undefined), '2026年4月')).toEqual([20260401, 20260430]);
  });

  test('[ING-18] days counted from the start of a report', () => {
    const start = parseDay('2026-03-31');
    if (!start) throw new Error('no day');
    expect(read(dayOffsetReader(start), '0001')).toEqual([20260401, 20260401]);
    expect(read(dayOffsetReader(start), 'x')).toBe('not-a-date');
  });
});

describe('moments of a column', () => {
  test.each([
    ['2026-01-31 08:26:00', '2026-01-31 08:26:00'],
    ['2026-01-31T08:26:00', '2026-01-31 08:26:00'],
    ['2026年5月3日 12:34', '2026-05-03 12:34:00'],
    ['2026/5/3 9:05 PM', '2026-05-03 21:05:00'],
    ['2026-05-03', '2026-05-03 00:00:00'],
    ['2026-05-02T15:30:00Z', '2026-05-03 00:30:00'],
    ['2026-05-03T00:30:00.120000+09:00', '2026-05-03 00:30:00.12'],
    ['2026-12-31 20:00:00-05:00', '2027-01-01 10:00:00'],
  ])('[ING-18] "%s" in Tokyo is %s', (text, seen) => {
    expect(written(new TimestampReader(undefined, 'Asia/Tokyo'), text)).toBe(seen);
  });

  test('[ING-18] clocks that are set forward and back', () => {
    const reader = new TimestampReader(undefined, 'Europe/Berlin');
    expect(written(reader, '2026-03-29T01:30:00Z')).toBe('2026-03-29 03:30:00');
    expect(written(reader, '2026-10-25T00:30:00Z')).toBe('2026-10-25 02:30:00');
    expect(written(reader, '2026-10-25T01:30:00Z')).toBe('2026-10-25 02:30:00');
  });

  test('[ING-18] times that do not exist are refused', () => {
    const reader = new TimestampReader(undefined, 'Asia/Tokyo');
    expect(read(reader, '2026-01-31 25:00:00')).toBe('no-such-date');
    expect(read(reader, '2026-02-31 10:00:00')).toBe('no-such-date');
    expect(read(reader, '2026-01-31 08:61:00')).toBe('no-such-date');
    expect(read(reader, '3/4/2026 10:00')).toBe('ambiguous-date');
  });
});
