import type { DayRange } from '../calendar/day-range.ts';
import { mergedRanges } from './covered-days.ts';
import type { DatasetId } from './dataset.ts';
import type { CloseState } from './observation.ts';

/** A source was closed for these days. */
export interface PeriodClose extends DayRange {
  readonly dataset: DatasetId;
  readonly state: Exclude<CloseState, 'open'>;
}

/**
 * How far closed a period is over all datasets a value rests on: as the least closed of its days and datasets. [OBS-02]
 * A value that rests on no dataset is open.
 */
export function closeStateOf(period: DayRange, datasets: readonly DatasetId[], closes: readonly PeriodClose[]): CloseState {
  const isClosed = (states: readonly CloseState[]) =>
    datasets.length > 0 &&
    datasets.every(dataset =>
      holds(
        closes.filter(close => close.dataset === dataset && states.includes(close.state)),
        period,
      ),
    );
  if (isClosed(['final'])) return 'final';
  return isClosed(['preliminary', 'final']) ? 'preliminary' : 'open';
}

function holds(ranges: readonly DayRange[], { from, to }: DayRange): boolean {
  return mergedRanges(ranges).some(range => range.from <= from && to <= range.to);
}
