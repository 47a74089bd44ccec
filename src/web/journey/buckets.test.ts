import { expect, test } from 'vitest';
import { bucketsOf } from './buckets.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

test('[JNY-22] months and weeks cover the first moment and the last', () => {
  expect(bucketsOf(day('2026-09-20'), day('2026-11-21'), 'month')).toEqual(
    ['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01'].map(day),
  );
  expect(bucketsOf(day('2026-11-15') + 1, day('2026-11-21'), 'week')).toEqual(
    ['2026-11-09', '2026-11-16', '2026-11-23'].map(day),
  );
  expect(bucketsOf(day('2026-11-01'), day('2026-11-01'), 'month')).toEqual(['2026-10-01', '2026-11-01'].map(day));
  expect(bucketsOf(day('2020-01-01'), day('2026-11-21'), 'month')).toHaveLength(27);
});
