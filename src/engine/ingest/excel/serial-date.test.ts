import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialDate, serialDuration } from './serial-date.ts';

test.each([
  [1, '1900', '1900-01-01'],
  [59, '1900', '1900-02-28'],
  [60, '1900', null],
  [61, '1900', '1900-03-01'],
  [40_513.35138888889, '1900', '2010-12-01 08:26:00'],
  [46_023, '1900', '2026-01-01'],
  [44_561, '1904', '2026-01-01'],
  [2_958_465, '1900', '9999-12-31'],
  [2_958_467, '1900', null],
  [-1, '1900', null],
  [0.75, '1900', '18:00:00'],
  [46_023.999999999, '1900', '2026-01-02'],
  [46_023.000001157, '1900', '2026-01-01 00:00:00.100'],
] as const)('[ING-24] serial %s of the epoch %s is %s', (serial, epoch, text) => {
  expect(serialDate(serial, epoch)).toBe(text);
});

test('[ING-24] from 1 March 1900 on, serials agree with the calendar of the platform', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), days => {
      expect(serialDate(days, '1900')).toBe(new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10));
    }),
    { seed: 20260407, numRuns: 500 },
  );
});

test('[ING-24] lengths of time run past a day', () => {
  expect(serialDuration(1.5)).toBe('36:00:00');
  expect(serialDuration(69 / 86_400)).toBe('00:01:09');
});
