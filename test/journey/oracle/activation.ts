import type { ActivationAnswer, ActivationQuestion } from '#core/journey/activation-question.ts';
import { passes, within } from './passes.ts';
import type { Person } from './people.ts';

/** Outcome of those who did something often enough in their beginning, and of the others. [JRN-80] */
export function activation(people: readonly Person[], question: ActivationQuestion): ActivationAnswer {
  const begun = people.flatMap(({ events }) => {
    const told = events.filter(({ time }) => time < question.asOf);
    const born = told.find(event => passes(event, question.born))?.time;
    return born !== undefined && within(born, question.begun) ? [{ born, events: told }] : [];
  });
  const mature = begun
    .filter(({ born }) => born + question.until < question.asOf)
    .map(({ born, events }) => {
      const early = events.filter(({ time }) => born <= time && time <= born + question.within);
      const late = events.filter(({ time }) => born + question.within < time && time <= born + question.until);
      return {
        times: early.filter(event => passes(event, question.did)).length,
        outcome: late.some(event => passes(event, question.outcome)),
      };
    });
  const count = (group: typeof mature) => ({ people: group.length, outcome: group.filter(({ outcome }) => outcome).length });
  return {
    immature: begun.length - mature.length,
    thresholds: question.atLeast.map(atLeast => ({
      atLeast,
      did: count(mature.filter(({ times }) => times >= atLeast)),
      didNot: count(mature.filter(({ times }) => times < atLeast)),
    })),
  };
}
