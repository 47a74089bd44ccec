import type { TouchPath, TouchPathsAnswer, TouchPathsQuestion } from '#core/journey/attribution-question.ts';
import { compareSlices } from './order.ts';
import { passes } from './passes.ts';
import type { Person } from './people.ts';
import { touchesOf } from './touches.ts';

const LONGEST = 4096;

/** Touches between conversions, as sequences with how often. [JRN-48] */
export function touchPaths(people: readonly Person[], { convert, touch, by }: TouchPathsQuestion): TouchPathsAnswer {
  const paths = new Map<string, TouchPath>();
  const count = (touches: readonly (string | null)[], more: { conversions: number; value: number; lost: number }) => {
    const path = touches.slice(-LONGEST);
    const key = JSON.stringify(path);
    const { conversions, value, lost } = paths.get(key) ?? { conversions: 0, value: 0, lost: 0 };
    paths.set(key, { path, conversions: conversions + more.conversions, value: value + more.value, lost: lost + more.lost });
  };
  for (const person of people) {
    let touches = touchesOf(person, touch, [by]);
    const conversions = person.events
      .filter(event => passes(event, convert))
      .toSorted(
        (a, b) => a.time - b.time || Number(a.value !== null) - Number(b.value !== null) || (a.value ?? 0) - (b.value ?? 0),
      );
    for (const { time, value } of conversions) {
      const before = touches.filter(touched => touched.time <= time);
      touches = touches.slice(before.length);
      count(before.flatMap(namesOf), { conversions: 1, value: value ?? 0, lost: 0 });
    }
    if (touches.length > 0) count(touches.flatMap(namesOf), { conversions: 0, value: 0, lost: 1 });
  }
  return { paths: [...paths.values()].toSorted((a, b) => compareSlices(a.path, b.path)) };
}

function namesOf({ slice }: { readonly slice: readonly (string | null)[] }): readonly (string | null)[] {
  return slice;
}
