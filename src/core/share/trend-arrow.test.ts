import { expect, test } from 'vitest';
import type { Observation } from '../measure/observation.ts';
import { trendArrow } from './trend-arrow.ts';

function months(...values: readonly (number | null)[]) {
  return values.map(value => ({
    actual: (value === null ? { state: 'no-data' } : { state: 'value', value, exact: String(value) }) satisfies Observation,
    running: false,
  }));
}

test('[VIS-08] churn from 2.5 % to 1.5 % points down and is welcome; the same fall of a conversion rate is not', () => {
  expect(trendArrow(months(0.025, 0.015), 'down')).toEqual({ course: 'falling', welcome: 'yes' });
  expect(trendArrow(months(0.025, 0.015), 'up')).toEqual({ course: 'falling', welcome: 'no' });
  expect(trendArrow(months(0.015, 0.025), 'down')).toEqual({ course: 'rising', welcome: 'no' });
  expect(trendArrow(months(10, 20), 'range')).toEqual({ course: 'rising', welcome: 'neither' });
});

test('[VIS-08] the newest six whole periods count, gaps and the running period do not', () => {
  expect(trendArrow(months(900, 10, 11, 12, null, 13, 14), 'up')).toMatchObject({ course: 'rising' });
  const running = [...months(10, 11, 12), ...months(1).map(month => ({ ...month, running: true }))];
  expect(trendArrow(running, 'up')).toMatchObject({ course: 'rising' });
  expect(trendArrow(months(null, 10), 'up')).toBeUndefined();
});

test('[VIS-08] what hardly moves is flat, zeros too', () => {
  expect(trendArrow(months(100, 101, 100, 101), 'up')).toEqual({ course: 'flat', welcome: 'neither' });
  expect(trendArrow(months(0, 0, 0), 'up')).toEqual({ course: 'flat', welcome: 'neither' });
});

test('[MEA-05] an arrow does not span two definitions', () => {
  const point = (number: number, definedSince?: string) => ({
    actual: { state: 'value' as const, value: number, exact: String(number) },
    running: false,
    ...(definedSince ? { definedSince } : {}),
  });
  const anew = [point(9), point(9), point(1, '2026-04-01'), point(2, '2026-04-01'), point(3, '2026-04-01')];
  expect(trendArrow(anew, 'up')).toEqual({ course: 'rising', welcome: 'yes' });
  expect(trendArrow([point(9), point(1, '2026-04-01')], 'up')).toBe(undefined);
});
