import { expect, test } from 'vitest';
import { nextRun } from './schedule.ts';

const tokyo = { zone: 'Asia/Tokyo' };
const newYork = { zone: 'America/New_York' };

test('[CON-09] a time of day is the one that clocks of the zone show', () => {
  expect(nextRun({ every: 'day', at: '06:00' }, '2026-11-21T20:59:59.000Z', tokyo)).toBe('2026-11-21T21:00:00.000Z');
  expect(nextRun({ every: 'day', at: '06:00' }, '2026-11-21T21:00:00.000Z', tokyo)).toBe('2026-11-22T21:00:00.000Z');
});

test('[CON-09] 06:00 stays 06:00 when clocks change; a time that is skipped comes as much later, one that is there twice is the first', () => {
  expect(nextRun({ every: 'day', at: '06:00' }, '2026-10-31T12:00:00.000Z', newYork)).toBe('2026-11-01T11:00:00.000Z');
  expect(nextRun({ every: 'day', at: '06:00' }, '2026-10-30T12:00:00.000Z', newYork)).toBe('2026-10-31T10:00:00.000Z');
  expect(nextRun({ every: 'day', at: '02:30' }, '2026-03-08T05:00:00.000Z', newYork)).toBe('2026-03-08T07:30:00.000Z');
  expect(nextRun({ every: 'day', at: '01:30' }, '2026-11-01T04:00:00.000Z', newYork)).toBe('2026-11-01T05:30:00.000Z');
  expect(nextRun({ every: 'day', at: '01:30' }, '2026-11-01T05:30:00.000Z', newYork)).toBe('2026-11-02T06:30:00.000Z');
});

test('[CON-09] every week on a weekday, every hour on the hour, never', () => {
  expect(nextRun({ every: 'week', on: 'monday', at: '09:00' }, '2026-11-22T03:00:00.000Z', tokyo)).toBe(
    '2026-11-23T00:00:00.000Z',
  );
  expect(nextRun({ every: 'week', on: 'sunday', at: '09:00' }, '2026-11-22T00:00:00.000Z', tokyo)).toBe(
    '2026-11-29T00:00:00.000Z',
  );
  expect(nextRun({ every: 'hour' }, '2026-11-22T03:00:00.000Z', tokyo)).toBe('2026-11-22T04:00:00.000Z');
  expect(nextRun({ every: 'never' }, '2026-11-22T03:00:00.000Z', tokyo)).toBeNull();
});
