import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';
import { retryAfter } from './json-answer.ts';

test('[CON-05] without a word of the service the waits double, with as much again by chance', () => {
  expect([1, 2, 3, 4, 5].map(tries => backoff(tries, null, 0))).toEqual(
    [1, 2, 4, 8, 16].map(seconds => ({ kind: 'again', seconds })),
  );
  expect(backoff(3, null, 0.5)).toEqual({ kind: 'again', seconds: 6 });
  expect(backoff(6, null, 0)).toEqual({ kind: 'put-off', seconds: null });
});

test('[CON-05] what the service names is kept to; more than five minutes puts the pull off', () => {
  expect(backoff(1, 30, 0.9)).toEqual({ kind: 'again', seconds: 30 });
  expect(backoff(1, 0, 0.9)).toEqual({ kind: 'again', seconds: 1 });
  expect(backoff(1, 300, 0)).toEqual({ kind: 'again', seconds: 300 });
  expect(backoff(1, 301, 0)).toEqual({ kind: 'put-off', seconds: 301 });
  expect(backoff(6, 5, 0)).toEqual({ kind: 'put-off', seconds: 5 });
});

// https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
test('[CON-05] Retry-After is seconds or a date', () => {
  expect(retryAfter({ 'retry-after': '120' })).toBe(120);
  const date = 'Sun, 22 Nov 2026 00:00:00 GMT';
  expect(retryAfter({ 'retry-after': 'Sun, 22 Nov 2026 00:01:30 GMT', date })).toBe(90);
  expect(retryAfter({ 'retry-after': 'Sat, 21 Nov 2026 00:00:00 GMT', date })).toBe(0);
  for (const odd of [{}, { 'retry-after': '' }, { 'retry-after': 'soon', date }, { 'retry-after': '-1' }])
    expect(retryAfter(odd)).toBeNull();
});
