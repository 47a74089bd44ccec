import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../calendar/day.ts';
import { daysIn } from '../calendar/day-range.ts';
import { closeStateOf, type PeriodClose } from './period-close.ts';

test('[OBS-02] a period is as closed as the least closed day of its least closed source', () => {
  const range = fc.tuple(fc.nat(12), fc.nat(9)).map(([start, length]) => ({ from: dayAt(start), to: dayAt(start + length) }));
  const close: fc.Arbitrary<PeriodClose> = fc
    .tuple(range, fc.constantFrom('ads', 'crm'), fc.constantFrom<PeriodClose['state']>('preliminary', 'final'))
    .map(([days, dataset, state]) => ({ ...days, dataset, state }));
  fc.assert(
    fc.property(range, fc.subarray(['ads', 'crm']), fc.array(close, { maxLength: 6 }), (period, datasets, closes) => {
      const levels = datasets.flatMap(dataset =>
        daysIn(period).map(day => {
          const own = closes
            .filter(each => each.dataset === dataset && each.from <= day && day <= each.to)
            .map(({ state }) => state);
          return own.includes('final') ? 2 : own.includes('preliminary') ? 1 : 0;
        }),
      );
      const level = levels.length === 0 ? 0 : Math.min(...levels);
      expect(closeStateOf(period, datasets, closes)).toBe(['open', 'preliminary', 'final'][level]);
    }),
    { seed: 11, numRuns: 500 },
  );
});

function dayAt(number: number): Day {
  return addDays('2026-03-01' as Day, number);
}
