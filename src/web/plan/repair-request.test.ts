import { expect, test } from 'vitest';
import { requestOf } from './repair-request.ts';

test('[PLN-67] conditions are passed on as they are meant, unreadable limits not at all', () => {
  const nodeOf = () => ({ unit: { kind: 'ratio' as const } });
  const request = requestOf(
    'revenue',
    new Map([
      ['a', { isFree: false, limit: '30%', ease: 'usual' }],
      ['b', { isFree: true, limit: '30%', ease: 'hard' }],
      ['c', { isFree: true, limit: 'very far', ease: 'easy' }],
      ['d', { isFree: true, limit: '-5%', ease: 'usual' }],
    ]),
    nodeOf,
  );
  expect(request.goal).toBe('revenue');
  expect([...(request.fixed ?? [])]).toEqual(['a']);
  expect([...(request.limits ?? [])]).toEqual([['b', { value: { numerator: 3n, denominator: 10n }, why: 'yours' }]]);
  expect([...(request.weights ?? [])]).toEqual([
    ['b', 4],
    ['c', 0.25],
  ]);
});
