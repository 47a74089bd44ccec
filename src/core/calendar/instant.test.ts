import fc from 'fast-check';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { expect, test } from 'vitest';
import { type CalendarSettings, defaultCalendar } from './calendar-settings.ts';
import { checkCalendar } from './check-calendar.ts';
import type { Day } from './day.ts';
import { dayOfInstant, isZone, localTimeOf, parseInstant, startOfDay } from './instant.ts';
import { instantOfLocal } from './zone-offset.ts';

const seed = 20260430;
const at = (text: string) => Date.parse(text);

test('[CAL-60] the day of a moment is that of the zone, not of the machine', () => {
  expect(dayOfInstant(at('2026-03-31T14:59:59.999Z'), 'Asia/Tokyo')).toBe('2026-03-31');
  expect(dayOfInstant(at('2026-03-31T15:00:00Z'), 'Asia/Tokyo')).toBe('2026-04-01');
  expect(dayOfInstant(at('2026-04-01T02:00:00Z'), 'America/New_York')).toBe('2026-03-31');
  expect(localTimeOf(at('2026-03-31T15:00:00.007Z'), 'Asia/Tokyo')).toEqual({ day: '2026-04-01', time: '00:00:00.007' });
  expect(localTimeOf(at('1969-12-31T23:59:59.999Z'), 'UTC')).toEqual({ day: '1969-12-31', time: '23:59:59.999' });
});

test('[CAL-60] a day that Samoa skipped has no moment', () => {
  expect(dayOfInstant(at('2011-12-30T09:59:59Z'), 'Pacific/Apia')).toBe('2011-12-29');
  expect(dayOfInstant(at('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
});

test('[CAL-61] an offset in the text is obeyed; without one the text is local time of the zone', () => {
  expect(parseInstant('2026-04-01T00:30:00+09:00', 'UTC')).toBe(at('2026-03-31T15:30:00Z'));
  expect(parseInstant('2026-04-01 00:30', 'Asia/Tokyo')).toBe(at('2026-03-31T15:30:00Z'));
  expect(parseInstant('2026年4月1日 0:30', 'Asia/Tokyo')).toBe(at('2026-03-31T15:30:00Z'));
  expect(parseInstant('2026-03-31T15:30:00.1239Z', 'Asia/Tokyo')).toBe(at('2026-03-31T15:30:00.123Z'));
  expect(parseInstant('2026-03-31T15:30:00-0330', 'Asia/Tokyo')).toBe(at('2026-03-31T19:00:00Z'));
  expect(parseInstant('2026-04-01', 'Asia/Tokyo')).toBe(at('2026-03-31T15:00:00Z'));
  expect(parseInstant('03/04/2026 12:00', 'Asia/Tokyo')).toBeUndefined();
  expect(parseInstant('2026-04', 'Asia/Tokyo')).toBeUndefined();
});

test('[CAL-62] where clocks jump, a local time that is shown twice is the first, one never shown lies after the gap', () => {
  expect(parseInstant('2026-03-08 02:30', 'America/New_York')).toBe(at('2026-03-08T07:30:00Z'));
  expect(parseInstant('2026-11-01 01:30', 'America/New_York')).toBe(at('2026-11-01T05:30:00Z'));
  expect(startOfDay('2026-04-01' as Day, 'Asia/Tokyo')).toBe(at('2026-03-31T15:00:00Z'));
  expect(startOfDay('2018-11-04' as Day, 'America/Sao_Paulo')).toBe(at('2018-11-04T03:00:00Z'));
});

const zones = [
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'America/New_York',
  'Europe/Berlin',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Monrovia',
  'America/Sao_Paulo',
  'UTC',
];

test('[CAL-60] moments and local times agree with Temporal in zones with all kinds of clocks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: at('1970-01-01T00:00Z'), max: at('2037-12-31T00:00Z') }),
      (zone, moment) => {
        const { day, time } = localTimeOf(moment, zone);
        const temporal = ZonedDateTime.toPlainDateTime(ZonedDateTime.create(BigInt(moment) * 1_000_000n, zone));
        expect(`${day}T${time}`).toBe(PlainDateTime.toString(temporal, { fractionalSecondDigits: 3 }));
        expect(dayOfInstant(moment, zone)).toBe(day);
      },
    ),
    { seed, numRuns: 2000 },
  );
});

test('[CAL-62] local times become the same moments as with Temporal, around every change of clocks too', () => {
  const changes = zones.flatMap(zone => {
    const found: [string, number][] = [];
    let moment = ZonedDateTime.create(BigInt(at('2000-01-01T00:00Z')) * 1_000_000n, zone);
    for (let step = 0; step < 40; step++) {
      const next = ZonedDateTime.getTimeZoneTransition(moment, 'next');
      if (!next) break;
      found.push([zone, Number(ZonedDateTime.toInstant(next).epochNanoseconds / 1_000_000n)]);
      moment = next;
    }
    return found;
  });
  expect(changes.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(fc.constantFrom(...changes), fc.integer({ min: -200, max: 200 }), ([zone, change], minutes) => {
      const local =
        change +
        minutes * 60_000 +
        ZonedDateTime.offsetNanoseconds(ZonedDateTime.create(BigInt(change) * 1_000_000n, zone)) / 1e6;
      const date = new Date(local);
      const plain = PlainDateTime.create(
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
      );
      const expected = Number(ZonedDateTime.toInstant(PlainDateTime.toZonedDateTime(plain, zone)).epochNanoseconds / 1_000_000n);
      expect(instantOfLocal(Math.floor(local / 1000) * 1000, zone)).toBe(expected);
    }),
    { seed, numRuns: 3000 },
  );
});

test('[CAL-02] settings that cannot be are named: zone, first month, closing day, a holiday that is a workday', () => {
  expect(['Asia/Tokyo', 'UTC', 'Japan'].map(isZone)).toEqual([true, true, true]);
  expect(['Foo/Bar', '', '+09:00', '東京'].map(isZone)).toEqual([false, false, false, false]);
  expect(checkCalendar(defaultCalendar)).toEqual([]);
  const wrong: CalendarSettings = {
    ...defaultCalendar,
    zone: 'Asia/Edo',
    fiscalYearStarts: 13,
    closingDay: 31,
    companyHolidays: ['2026-08-13' as Day],
    companyWorkdays: ['2026-08-13' as Day],
  };
  expect(checkCalendar(wrong).map(({ code, at: place, params }) => [code, place[0], Object.values(params)[0]])).toEqual([
    ['calendar-zone-unknown', 'zone', 'Asia/Edo'],
    ['calendar-fiscal-year-starts', 'fiscal-year-starts', 13],
    ['calendar-closing-day', 'closing-day', 31],
    ['calendar-holiday-and-workday', 'company-holidays', '2026-08-13'],
  ]);
});
