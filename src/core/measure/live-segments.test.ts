import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../calendar/day.ts';
import { addDays } from '../calendar/day.ts';
import { mergedRanges } from './covered-days.ts';
import { type BatchRecord, type Instant, liveSegments, segmentsUntil } from './live-segments.ts';

const SEED = 20261120;

test('[LIV-02] a later batch replaces exactly the days it covers, in its own scope only', () => {
  const january = batch('a', '2026-01-01', '2026-01-31', 1);
  const other = batch('b', '2026-01-01', '2026-01-31', 2, { scope: 'osaka' });
  const correction = batch('c', '2026-01-10', '2026-01-20', 3);
  expect(liveSegments([correction, other, january])).toEqual([
    { batch: 'a', from: '2026-01-01', to: '2026-01-09' },
    { batch: 'a', from: '2026-01-21', to: '2026-01-31' },
    { batch: 'b', from: '2026-01-01', to: '2026-01-31' },
    { batch: 'c', from: '2026-01-10', to: '2026-01-20' },
  ]);
});

test('[LIV-02] a batch that replaces nothing stands beside earlier ones and yields to a later report of its days', () => {
  const report = batch('a', '2026-01-01', '2026-01-31', 1);
  const more = batch('b', '2026-01-31', '2026-02-05', 2, { replaces: 'nothing' });
  expect(liveSegments([report, more])).toHaveLength(2);
  const final = batch('c', '2026-01-01', '2026-01-31', 3);
  expect(liveSegments([report, more, final])).toEqual([
    { batch: 'b', from: '2026-02-01', to: '2026-02-05' },
    { batch: 'c', from: '2026-01-01', to: '2026-01-31' },
  ]);
});

test('[LIV-03] an undone batch vanishes and what it had replaced counts again; as known before, nothing has changed', () => {
  const first = batch('a', '2026-01-01', '2026-01-31', 1);
  const wrong = batch('b', '2026-01-01', '2026-01-31', 2, { undoneAt: at(5) });
  expect(liveSegments([first, wrong])).toEqual([{ batch: 'a', from: '2026-01-01', to: '2026-01-31' }]);
  expect(liveSegments([first, wrong], at(4))).toEqual([{ batch: 'b', from: '2026-01-01', to: '2026-01-31' }]);
  expect(liveSegments([first, wrong], at(1))).toEqual([{ batch: 'a', from: '2026-01-01', to: '2026-01-31' }]);
  expect(liveSegments([first, wrong], at(0))).toEqual([]);
});

test('[LIV-04] the same content counts once, whatever its scope and however it was added', () => {
  const first = batch('a', '2026-01-01', '2026-01-31', 1, { contentHash: 'x', replaces: 'nothing' });
  const again = batch('b', '2026-01-01', '2026-01-31', 2, { contentHash: 'x', replaces: 'nothing', scope: 'osaka' });
  expect(liveSegments([first, again]).map(segment => segment.batch)).toEqual(['b']);
  expect(liveSegments([first, again], at(1)).map(segment => segment.batch)).toEqual(['a']);
  const otherDataset: BatchRecord = { ...again, id: 'c', dataset: 'leads' };
  expect(liveSegments([first, otherDataset])).toHaveLength(2);
});

test('[LIV-01] random histories agree, day by day, with a plain reading of the rules', () => {
  fc.assert(
    fc.property(
      fc.array(randomBatch, { maxLength: 9 }),
      fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
      (drafts, known) => {
        const batches = drafts.map((draft, index) => ({ ...draft, id: `batch-${index}` }));
        const asKnown = known === undefined ? undefined : at(known);
        const segments = liveSegments(batches, asKnown);
        for (let number = 0; number < DAYS; number++) {
          const day = dayAt(number);
          const found = segments.filter(({ from, to }) => from <= day && day <= to).map(segment => segment.batch);
          expect(found.toSorted()).toEqual(countsOn(day, batches, asKnown).toSorted());
        }
        for (const batch of batches) {
          const own = segments.filter(segment => segment.batch === batch.id);
          expect(mergedRanges(own)).toEqual(own.map(({ from, to }) => ({ from, to })));
        }
      },
    ),
    { seed: SEED, numRuns: 600 },
  );
});

test('[LIV-06] segments are cut at the last day that is asked for', () => {
  const segments = liveSegments([batch('a', '2026-01-01', '2026-01-31', 1), batch('b', '2026-02-01', '2026-02-28', 2)]);
  expect(segmentsUntil(segments, '2026-01-20' as Day)).toEqual([{ batch: 'a', from: '2026-01-01', to: '2026-01-20' }]);
  expect(segmentsUntil(segments, '2026-02-01' as Day)).toHaveLength(2);
});

/** The rules read literally: for one day, who is alive, newest of its content, and not spoken for by a later report. */
function countsOn(day: Day, batches: readonly BatchRecord[], asKnown: Instant | undefined): string[] {
  const isLater = (a: BatchRecord, b: BatchRecord) =>
    a.receivedAt > b.receivedAt || (a.receivedAt === b.receivedAt && a.id > b.id);
  const alive = batches.filter(
    b => (asKnown === undefined || b.receivedAt <= asKnown) && !(b.undoneAt && (asKnown === undefined || b.undoneAt <= asKnown)),
  );
  const single = alive.filter(a => !alive.some(b => b.dataset === a.dataset && b.contentHash === a.contentHash && isLater(b, a)));
  return single
    .filter(a => a.from <= day && day <= a.to)
    .filter(
      a =>
        !single.some(
          b =>
            isLater(b, a) &&
            b.replaces === 'period' &&
            b.dataset === a.dataset &&
            b.scope === a.scope &&
            b.from <= day &&
            day <= b.to,
        ),
    )
    .map(a => a.id);
}

const DAYS = 14;

const randomBatch = fc
  .record({
    dataset: fc.constantFrom('orders', 'leads'),
    scope: fc.constantFrom('', 'osaka'),
    start: fc.nat(DAYS - 1),
    length: fc.nat(6),
    received: fc.integer({ min: 0, max: 12 }),
    undoneAfter: fc.option(fc.nat(5), { nil: undefined }),
    replaces: fc.constantFrom<BatchRecord['replaces']>('period', 'nothing'),
    content: fc.nat(6),
  })
  .map(
    ({ dataset, scope, start, length, received, undoneAfter, replaces, content }): Omit<BatchRecord, 'id'> => ({
      dataset,
      scope,
      from: dayAt(start),
      to: dayAt(start + length),
      receivedAt: at(received),
      ...(undoneAfter === undefined ? {} : { undoneAt: at(received + undoneAfter) }),
      replaces,
      contentHash: `h${content}`,
    }),
  );

function dayAt(number: number): Day {
  return addDays('2026-01-01' as Day, number);
}

function at(minute: number): Instant {
  return `2026-02-01T00:${String(minute).padStart(2, '0')}:00.000Z`;
}

function batch(id: string, from: string, to: string, received: number, more: Partial<BatchRecord> = {}): BatchRecord {
  return {
    id,
    dataset: 'orders',
    scope: '',
    from: from as Day,
    to: to as Day,
    receivedAt: at(received),
    replaces: 'period',
    contentHash: id,
    ...more,
  };
}
