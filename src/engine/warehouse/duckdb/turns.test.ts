import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

test('work beyond the limit waits in order, also after failures', async () => {
  const turns = new Turns(2);
  const log: string[] = [];
  let running = 0;
  let most = 0;
  const work = (name: string, fails = false) =>
    turns.take(async () => {
      running += 1;
      most = Math.max(most, running);
      await delay(2);
      log.push(name);
      running -= 1;
      if (fails) throw new Error(name);
    });
  const results = await Promise.allSettled([work('a'), work('b', true), work('c'), work('d'), work('e')]);
  expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(most).toBe(2);
});

test('whoever gives up while waiting leaves the queue', async () => {
  const turns = new Turns(1);
  const controller = new AbortController();
  const first = turns.take(() => delay(5));
  const second = turns.take(async () => 'second', controller.signal);
  const third = turns.take(async () => 'third');
  controller.abort(new Error('given up'));
  await expect(second).rejects.toThrow('given up');
  await first;
  expect(await third).toBe('third');
});
