import type { RepeatAnswer, RepeatQuestion } from '#core/journey/repeat-question.ts';
import { bucketOf, passes } from './passes.ts';
import type { Person } from './people.ts';

/** Who did it again within the window. [JRN-50 … JRN-52] */
export function repeat(people: readonly Person[], question: RepeatQuestion): RepeatAnswer {
  const { edges, window, asOf } = question;
  const journeys = people.map(({ events }) =>
    events.filter(event => event.time < asOf && passes(event, question.event)).map(({ time }) => time),
  );
  return {
    buckets: edges.slice(1).map((_, bucket) => {
      const starts = journeys.flatMap(times => {
        const candidates = question.base === 'first' ? times.slice(0, 1) : times;
        const start = candidates.find(time => bucketOf(time, edges) === bucket);
        return start === undefined ? [] : [{ start, times }];
      });
      const mature = starts.filter(({ start }) => start + window < asOf);
      const again = mature.filter(({ start, times }) => times.some(time => start < time && time <= start + window));
      return { people: mature.length, again: again.length, immature: starts.length - mature.length };
    }),
  };
}
