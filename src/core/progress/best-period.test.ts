import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import { bestPeriod, type MeasuredPeriod } from './best-period.ts';

function months(values: readonly number[], more: (at: number) => Partial<MeasuredPeriod> = () => ({})): MeasuredPeriod[] {
  return values.map((value, at) => ({
    from: `2026-0${at + 1}-01` as Day,
    to: `2026-0${at + 1}-28` as Day,
    actual: { state: 'value', value, exact: String(value) },
    running: false,
    ...more(at),
  }));
}

test('[VIS-14] an open rate of 17 % stands beside its best month, 18 %', () => {
  expect(bestPeriod(months([0.14, 0.18, 0.18, 0.17]), 'up')).toMatchObject({ from: '2026-03-01', actual: { value: 0.18 } });
  expect(bestPeriod(months([4_200, 3_900, 4_000]), 'down')).toMatchObject({ actual: { value: 3_900 } });
});

test('[VIS-14] what is running, provisional or under an earlier definition is no best; a range has none', () => {
  expect(
    bestPeriod(
      months([1, 2, 9], at => ({ running: at === 2 })),
      'up',
    )?.actual,
  ).toMatchObject({ value: 2 });
  const provisional = months([1, 9]).map(
    (one, at): MeasuredPeriod =>
      at === 1 ? { ...one, actual: { state: 'provisional', value: 9, exact: '9', why: 'days-missing' } } : one,
  );
  expect(bestPeriod(provisional, 'up')?.actual).toMatchObject({ value: 1 });
  const anew = (at: number) => (at === 0 ? { definedSince: null } : { definedSince: '2026-02-01' });
  expect(bestPeriod(months([9, 2, 3], anew), 'up')?.actual).toMatchObject({ value: 3 });
  expect(bestPeriod(months([1, 2]), 'range')).toBeUndefined();
  expect(bestPeriod([], 'up')).toBeUndefined();
});
