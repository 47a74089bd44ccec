import type { GoalVerdictReport } from '#contract/check.ts';
import type { NodeView } from '#contract/plan-view.ts';

/** Which sentence says whether a goal is reached, as a key of the labels; its numbers are filled in by the reader's language. */
export type GoalSentence =
  | 'reachesSentence'
  | 'reachesSlackSentence'
  | 'reachesBoundSentence'
  | 'shortSentence'
  | 'shortTimingSentence'
  | 'overSentence'
  | 'cannotTellSentence';

/**
 * The one sentence about a goal. [PLN-60]
 * Less is better and a range: no share of a target is told. Falling short only because of delays is told as a matter of this year.
 */
export function goalSentence(goal: GoalVerdictReport, { direction }: Pick<NodeView, 'direction'>): GoalSentence {
  const { period, steady } = goal;
  switch (goal.verdict) {
    case 'cannot-tell':
      return 'cannotTellSentence';
    case 'reaches':
      if (direction !== 'up' || period.coverage === null) return 'reachesBoundSentence';
      return period.coverage > 1.0005 ? 'reachesSlackSentence' : 'reachesSentence';
    case 'short':
      if (direction !== 'up' || period.coverage === null || period.coverage > 1) return 'overSentence';
      return steady.verdict === 'reaches' ? 'shortTimingSentence' : 'shortSentence';
  }
}
