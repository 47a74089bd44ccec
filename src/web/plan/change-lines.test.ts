import { expect, test } from 'vitest';
import { changeLines } from './change-lines.ts';
import type { PlanChange } from './plan-changes.ts';

function month(of: string, key: string, field: 'month' | 'budget' = 'month'): PlanChange {
  return { key: `${of} ${key}`, of, subject: null, field, month: key, before: '1', after: '2' };
}

const TARGET: PlanChange = { key: 'leads target', of: 'leads', subject: null, field: 'target', before: '1', after: '2' };

test('[SCR-41] months of one node are one line, everything else stands alone', () => {
  const lines = changeLines([TARGET, month('leads', '2026-04'), month('leads', '2026-05'), month('rate', '2026-04')]);
  expect(lines.map(({ key, changes }) => [key, changes.length])).toEqual([
    ['leads target', 1],
    ['leads month', 2],
    ['rate month', 1],
  ]);
});
