import { expect, test } from 'vitest';
import type { AttributionQuestion } from '#core/journey/attribution-question.ts';
import { AttributionCredits } from './attribution-credits.ts';
import { TouchFinder } from './find-touches.ts';
import { kernelContext } from './kernel-context.ts';
import { emptySlice } from './row-slice.ts';

const question: AttributionQuestion = {
  ask: 'attribution',
  convert: {},
  touch: {},
  lookback: 1,
  by: ['channel'],
  models: [
    { model: 'first' },
    { model: 'last' },
    { model: 'last-non-direct', direct: ['a'] },
    { model: 'linear' },
    { model: 'decay', halfLife: 40 },
    { model: 'position', first: 0.3, last: 0.5 },
  ],
};
const context = kernelContext({ names: [null, 'e'], dimensions: [{ id: 'channel', values: [null, 'a', 'b', 'c'] }] }, null);

test('[JRN-47] people with many touches get the same credits, slice by slice', () => {
  const touches = 3_000;
  const slice = emptySlice();
  const [time, channel] = [new Uint32Array(touches), new Uint32Array(touches)];
  slice.part = { ...slice.part, time, dimensions: [channel] };
  slice.count = touches;
  slice.rows = Uint32Array.from({ length: touches }, (_, i) => i);
  slice.masks = new Uint32Array(touches).fill(1);
  slice.session = Uint32Array.from({ length: touches }, (_, i) => i + 1);
  let state = 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = 0, moment = 0; i < touches; i++) {
    moment += 1 + random(20);
    time[i] = moment;
    channel[i] = random(4);
  }
  const finder = new TouchFinder(1, [0], context);
  finder.take(slice);
  finder.finish();
  expect(finder.count).toBe(touches);
  const [each, bySlices] = [
    new AttributionCredits(question, context.vocabulary),
    new AttributionCredits(question, context.vocabulary, 0),
  ];
  for (const credits of [each, bySlices]) credits.hold(finder, 1);
  let [from, to] = [0, 0];
  for (let conversion = 0; conversion < 9_000 && to < touches; conversion++) {
    to = Math.min(touches, to + random(2));
    from = Math.min(to, Math.max(from, to - 1 - random(200)));
    if (from === to) continue;
    const amount = random(1_000);
    for (const credits of [each, bySlices]) credits.give(from, to, amount);
  }
  const [expected, found] = [each.sums(), bySlices.sums()];
  expect(found.keys).toEqual(expected.keys);
  expect(found.touches).toEqual(expected.touches);
  expect([...expected.touches].reduce((sum, n) => sum + n, 0)).toBeGreaterThan(50_000);
  for (const [m, credit] of expected.credits.entries())
    for (const [i, value] of credit.value.entries())
      expect(Math.abs((found.credits[m]?.value[i] ?? 0) - value)).toBeLessThan(1e-9 * Math.max(...credit.value));
});
