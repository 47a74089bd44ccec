import type { RollingAnswer, RollingQuestion } from '#core/journey/series-question.ts';
import { bucketOf, passes } from './passes.ts';
import type { Person } from './people.ts';

/** People active in a bucket, and in it together with those before. [JRN-31] */
export function rolling(people: readonly Person[], { select, edges, length }: RollingQuestion): RollingAnswer {
  const activeIn = people.map(
    ({ events }) => new Set(events.filter(event => passes(event, select)).map(({ time }) => bucketOf(time, edges))),
  );
  const buckets = edges.slice(1).map((_, bucket) => bucket);
  const peopleIn = (from: number, to: number) =>
    activeIn.filter(active => buckets.some(bucket => from <= bucket && bucket <= to && active.has(bucket))).length;
  return {
    active: buckets.map(bucket => peopleIn(bucket, bucket)),
    rolling: buckets.map(bucket => peopleIn(bucket - length + 1, bucket)),
  };
}
