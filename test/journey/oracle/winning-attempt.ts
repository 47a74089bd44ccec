import type { FunnelQuestion } from '#core/journey/funnel-question.ts';
import { compareTexts } from './order.ts';
import { dimensionOf, passes, within } from './passes.ts';
import type { LivedEvent } from './people.ts';

/** The events of a person's winning attempt, step by step; empty when the first step was never made. [JRN-10 … JRN-15] */
export function winningAttempt(events: readonly LivedEvent[], question: FunnelQuestion): readonly LivedEvent[] {
  const steps = serving(events, question);
  const exclusions = exclusionMoments(events, question);
  let ends: readonly Attempt[] = (steps[0] ?? []).filter(e => within(e.event.time, question.entered)).map(e => [e]);
  let winner: Attempt = ends[0] ?? [];
  for (const step of steps.slice(1)) {
    ends = step.flatMap(candidate => {
      const longest = ends.findLast(attempt => canFollow(attempt, candidate, question, exclusions));
      return longest ? [[...longest, candidate]] : [];
    });
    winner = ends[0] ?? winner;
  }
  return winner.map(({ event }) => event);
}

/** An event among those that serve a step, with its place in the order. */
export interface Serving {
  readonly event: LivedEvent;
  readonly place: number;
}

export type Attempt = readonly Serving[];

/** For each step the events that serve it, in order. */
export function serving(events: readonly LivedEvent[], { steps, by, reuse }: FunnelQuestion): readonly (readonly Serving[])[] {
  const ordered = events
    .map(event => ({ event, serves: steps.flatMap((filter, step) => (passes(event, filter) ? [step] : [])) }))
    .filter(({ serves }) => serves.length > 0)
    .map(each => ({ ...each, set: each.serves.reduce((sum, step) => sum + 2 ** step, 0) }))
    .toSorted(
      (a, b) =>
        a.event.time - b.event.time ||
        (reuse ? 0 : (a.serves[0] ?? 0) - (b.serves[0] ?? 0) || a.set - b.set) ||
        (by ? compareTexts(dimensionOf(a.event, by.dimension), dimensionOf(b.event, by.dimension)) : 0),
    )
    .map(({ event, serves }, place) => ({ event, serves, place }));
  return steps.map((_, step) => ordered.filter(({ serves }) => serves.includes(step)));
}

/** Whether an event may be the next of an attempt: after its last, within the window of its first, with no exclusion between. */
export function canFollow(attempt: Attempt, next: Serving, question: FunnelQuestion, exclusions: ExclusionMoments): boolean {
  const first = attempt[0];
  const last = attempt.at(-1);
  if (!first || !last) return false;
  const isAfter = question.reuse ? last.event.time <= next.event.time : last.place < next.place;
  return isAfter && next.event.time <= first.event.time + question.window && !isExcluded(attempt, next, question, exclusions);
}

export type ExclusionMoments = readonly (readonly number[])[];

/** For each exclusion the moments of its events, ascending. */
export function exclusionMoments(events: readonly LivedEvent[], question: FunnelQuestion): ExclusionMoments {
  return (question.exclusions ?? []).map(({ event: filter }) =>
    events.filter(event => passes(event, filter)).map(({ time }) => time),
  );
}

function isExcluded(attempt: Attempt, next: Serving, question: FunnelQuestion, exclusions: ExclusionMoments): boolean {
  return (question.exclusions ?? []).some(({ after, before }, index) => {
    const from = attempt[after]?.event.time;
    const isPast = attempt.length > before;
    if (from === undefined || isPast) return false;
    return (exclusions[index] ?? []).some(moment => from < moment && moment < next.event.time);
  });
}
