import { expect, test } from 'vitest';
import type { BatchView } from '#contract/batch.ts';
import { type Day, parseDay } from '#core/calendar/day.ts';
import { batchState, comingBack } from './batch-state.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (!found) throw new Error(text);
  return found;
}

const april = { from: day('2026-04-01'), to: day('2026-04-30') };

function batch(id: string, more: Partial<BatchView> = {}): BatchView {
  return {
    id,
    dataset: 'ads',
    scope: '',
    ...april,
    rows: 3,
    fileName: `${id}.csv`,
    mapping: 'meta-ads',
    mappingVersion: 1,
    encoding: 'utf-8',
    receivedAt: `2026-05-0${id}T00:00:00.000Z`,
    receivedBy: 'marketing/tanaka',
    replaces: 'period',
    skipped: { counts: {}, lines: [], badRows: 0, bad: [] },
    totals: [],
    personal: [],
    undone: null,
    live: [april],
    ...more,
  };
}

test('[SCR-51] an import is in use, partly replaced, replaced or undone', () => {
  const half = { from: april.from, to: day('2026-04-10') };
  expect(batchState(batch('1'))).toBe('live');
  expect(batchState(batch('1', { live: [half] }))).toBe('partly');
  expect(batchState(batch('1', { live: [half, { from: day('2026-04-20'), to: april.to }] }))).toBe('partly');
  expect(batchState(batch('1', { live: [] }))).toBe('replaced');
  expect(batchState(batch('1', { live: [], undone: { at: '2026-05-09T00:00:00.000Z', by: 'system' } }))).toBe('undone');
});

test('[SCR-51] undoing brings back earlier imports of the same data that share days', () => {
  const older = batch('1', { live: [] });
  const newer = batch('2');
  const others = [
    batch('1', { id: 'other scope', scope: 'shop' }),
    batch('1', { id: 'other days', from: day('2026-03-01'), to: day('2026-03-31') }),
    batch('1', { id: 'undone', undone: { at: '2026-05-09T00:00:00.000Z', by: 'system' } }),
    batch('3', { id: 'later' }),
  ];
  expect(comingBack(newer, [older, newer, ...others]).map(({ id }) => id)).toEqual(['1']);
  expect(comingBack({ ...newer, replaces: 'nothing' }, [older, newer])).toEqual([]);
});
