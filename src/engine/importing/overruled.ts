import type { DayRange } from '#core/calendar/day-range.ts';
import { daysIn } from '#core/calendar/day-range.ts';
import { mergedRanges } from '#core/measure/covered-days.ts';
import { type BatchId, type BatchRecord, type LiveSegment, liveSegments } from '#core/measure/live-segments.ts';

/** Days of an earlier batch that stop counting when another one comes in. */
export interface Overruled {
  readonly batch: BatchId;
  readonly days: readonly DayRange[];
}

/** What a batch would overrule if it came in now. [LIV-05] */
export function overruledBy(
  coming: Pick<BatchRecord, 'dataset' | 'scope' | 'from' | 'to' | 'replaces'>,
  batches: readonly BatchRecord[],
): readonly Overruled[] {
  const last = batches.reduce((latest, { receivedAt }) => (receivedAt > latest ? receivedAt : latest), '');
  const added: BatchRecord = { ...coming, id: '~', receivedAt: `${last}~`, contentHash: '~' };
  const before = liveSegments(batches);
  const after = liveSegments([...batches, added]);
  return batches.flatMap(({ id }) => {
    const own = before.filter(({ batch }) => batch === id);
    const left = after.filter(({ batch }) => batch === id);
    const days = mergedRanges(own.flatMap(segment => outside(segment, left)));
    return days.length > 0 ? [{ batch: id, days }] : [];
  });
}

function outside(segment: LiveSegment, left: readonly LiveSegment[]): readonly DayRange[] {
  if (left.some(({ from, to }) => from === segment.from && to === segment.to)) return [];
  const kept = (day: DayRange['from']) => left.some(({ from, to }) => from <= day && day <= to);
  return mergedRanges(
    daysIn(segment)
      .filter(day => !kept(day))
      .map(day => ({ from: day, to: day })),
  );
}
