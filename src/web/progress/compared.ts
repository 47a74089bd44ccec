import type { ProgressStanding } from '#contract/progress.ts';
import type { NodeProgress, Standing } from '#core/progress/node-progress.ts';
import type { Compare } from '../app/place.ts';

/** What the reader chose to see beside an actual value. */
export interface Beside {
  /** The other value as a decimal; undefined where there is none. */
  readonly value: string | undefined;
  /** actual ÷ other; undefined where that means nothing. */
  readonly index: number | undefined;
}

/** The value that a standing is compared with, by the reader's choice; versions are compared to the same day. */
export function besideOf(progress: NodeProgress, which: 'month' | 'plan', compare: Compare, answer: ProgressStanding): Beside {
  const standing: Standing = progress[which];
  switch (compare.kind) {
    case 'last-year':
      return fromObservation(standing.lastYear);
    case 'previous':
      return fromObservation(standing.previous);
    case 'version': {
      const other = answer.compare?.nodes.find(({ node }) => node === progress.node);
      const due = (which === 'month' ? other?.monthDue : other?.planDue) ?? undefined;
      const { actual } = standing;
      const number = actual.state === 'no-data' || actual.state === 'undefined' ? undefined : actual.value;
      const index = due === undefined || number === undefined || Number(due) <= 0 ? undefined : number / Number(due);
      return { value: due, index };
    }
  }
}

function fromObservation({ observation, index }: Standing['lastYear']): Beside {
  const value = observation.state === 'no-data' || observation.state === 'undefined' ? undefined : observation.exact;
  return { value, index };
}
