import { expect, test } from 'vitest';
import { filterOf, happeningsText, parseHappening, parseHappenings } from './step-text.ts';

test('[JNY-20] steps go into an address and come back', () => {
  const steps = [{ event: 'orders' }, { event: 'site-log', dimension: 'action', value: 'a~b=c:訪問%' }];
  expect(parseHappenings(happeningsText(steps))).toEqual(steps);
  expect(parseHappening('')).toBeUndefined();
  expect(parseHappening('a:b=%')).toBeUndefined();
  expect(parseHappenings(undefined)).toEqual([]);
});

test('[JNY-20] a choice is a filter', () => {
  expect(filterOf({ event: 'orders' })).toEqual({ events: ['orders'] });
  expect(filterOf({ event: 'a', dimension: 'b', value: 'c' })).toEqual({ events: ['a'], where: [{ dimension: 'b', in: ['c'] }] });
});
