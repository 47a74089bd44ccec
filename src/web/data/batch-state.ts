import type { BatchView } from '#contract/batch.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import type { Tone } from '../ui/pill.tsx';

export type BatchState = 'live' | 'partly' | 'replaced' | 'undone';

/** Whether the rows of an import count: all, on some days, or not any more. */
export function batchState({ undone, live, from, to }: Pick<BatchView, 'undone' | 'live' | 'from' | 'to'>): BatchState {
  if (undone) return 'undone';
  if (live.length === 0) return 'replaced';
  const [first] = live;
  return live.length === 1 && first && first.from <= from && to <= first.to ? 'live' : 'partly';
}

export const BATCH_TONES = { live: 'good', partly: 'accent', replaced: 'none', undone: 'none' } as const satisfies Record<
  BatchState,
  Tone
>;

export const BATCH_WORDS = {
  live: 'stateLive',
  partly: 'statePartly',
  replaced: 'stateReplaced',
  undone: 'stateUndone',
} as const satisfies Record<BatchState, string>;

/** Earlier imports of the same data whose rows count again once this one is undone. */
export function comingBack(batch: BatchView, all: readonly BatchView[]): readonly BatchView[] {
  if (batch.undone || batch.replaces === 'nothing') return [];
  return all.filter(
    other =>
      other.id !== batch.id &&
      other.dataset === batch.dataset &&
      other.scope === batch.scope &&
      !other.undone &&
      other.receivedAt < batch.receivedAt &&
      batch.live.some(range => overlap(range, other)),
  );
}

function overlap(a: DayRange, b: DayRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}
