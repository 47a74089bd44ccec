import { expect, test } from 'vitest';
import type { Day } from '#core/calendar/day.ts';
import { weekCells } from './week-cells.ts';

const day = (text: string): Day => text as Day;
const weeks = [
  { key: day('2026-06-22'), from: day('2026-06-22'), to: day('2026-06-28'), pieces: [{ month: '2026-06', share: 1 }] },
  {
    key: day('2026-06-29'),
    from: day('2026-06-29'),
    to: day('2026-07-05'),
    pieces: [
      { month: '2026-06', share: 0.4 },
      { month: '2026-07', share: 0.6 },
    ],
  },
  { key: day('2026-07-06'), from: day('2026-07-06'), to: day('2026-07-12'), pieces: [{ month: '2026-07', share: 1 }] },
];
const line = { kind: 'target', node: 'leads', department: '', medium: '' } as const;
const row = { line, given: [undefined, undefined, undefined], standing: ['50', '52.4', '54'], isWhole: true };
const cells = (typed: readonly (readonly [number, string])[], given: readonly (string | undefined)[] = row.given) =>
  Object.fromEntries(weekCells({ ...row, given }, new Map(typed), { weeks }).map(({ month, value }) => [month, value]));

test('[PLN-79] a month becomes the sum of its weeks, one that crosses its end by its days', () => {
  expect(cells([[0, '60']])).toEqual({ '2026-06-22': '60', '2026-06-29': '52', '2026-06': '81' });
  expect(cells([[1, '100']])).toEqual({
    '2026-06-22': '50',
    '2026-06-29': '100',
    '2026-07-06': '54',
    '2026-06': '90',
    '2026-07': '114',
  });
});

test('[PLN-79] an emptied week goes back to what its month gives; what was given before stays', () => {
  expect(cells([[0, '']], ['60', '40', undefined])).toEqual({ '2026-06-22': '50', '2026-06-29': '40', '2026-06': '66' });
});
