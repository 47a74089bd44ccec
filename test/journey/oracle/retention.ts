import type { RetentionAnswer, RetentionQuestion } from '#core/journey/retention-question.ts';
import { compareSlices } from './order.ts';
import { bucketOf, dimensionOf, meets, passes, sumOfValues } from './passes.ts';
import type { Person } from './people.ts';

/** Cohorts and who of them came back. [JRN-20 … JRN-22] */
export function retention(people: readonly Person[], question: RetentionQuestion): RetentionAnswer {
  const begun = people.map(person => ({ person, born: bornMoment(person, question) }));
  const buckets = question.edges.slice(1).map((_, bucket) => bucket);
  return {
    cohorts: buckets.map(cohort => {
      const members = begun.filter(({ born }) => born !== undefined && bucketOf(born, question.edges) === cohort);
      const cells = buckets.slice(cohort).map(bucket => {
        const back = members.map(({ person, born = 0 }) =>
          person.events.filter(
            event => event.time >= born && bucketOf(event.time, question.edges) === bucket && passes(event, question.back),
          ),
        );
        return {
          people: back.filter(events => events.length > 0).length,
          events: back.flat().length,
          value: sumOfValues(back.flat()),
        };
      });
      return { people: members.length, cells };
    }),
  };
}

/** The first moment, when its least event meets the conditions. */
function bornMoment({ events }: Person, { born, bornIs = [] }: RetentionQuestion): number | undefined {
  const beginnings = events.filter(event => passes(event, born));
  const dimensions = [...new Set(bornIs.map(({ dimension }) => dimension))].toSorted((a, b) => compareSlices([a], [b]));
  const first = beginnings
    .filter(({ time }) => time === beginnings[0]?.time)
    .toSorted((a, b) =>
      compareSlices(
        dimensions.map(dimension => dimensionOf(a, dimension)),
        dimensions.map(dimension => dimensionOf(b, dimension)),
      ),
    )[0];
  return first && meets(first, bornIs) ? first.time : undefined;
}
