import type { DimensionCondition, EventFilter } from '#core/journey/event-filter.ts';
import type { JourneyQuestion } from '#core/journey/journey-question.ts';

/** The same question about the events that meet one more condition, as if nobody else had done anything. */
export function narrowed(question: JourneyQuestion, condition: DimensionCondition): JourneyQuestion {
  const also = (filter: EventFilter): EventFilter => ({ ...filter, where: [...(filter.where ?? []), condition] });
  switch (question.ask) {
    case 'funnel':
      return {
        ...question,
        steps: question.steps.map(also),
        ...(question.exclusions
          ? { exclusions: question.exclusions.map(exclusion => ({ ...exclusion, event: also(exclusion.event) })) }
          : {}),
      };
    case 'retention':
      return { ...question, born: also(question.born), back: also(question.back) };
    case 'series':
    case 'rolling':
      return { ...question, select: also(question.select) };
    case 'attribution':
    case 'touch-paths':
      return { ...question, convert: also(question.convert), touch: also(question.touch) };
    case 'repeat':
      return { ...question, event: also(question.event) };
    case 'rfm':
    case 'purchase-patterns':
      return { ...question, purchase: also(question.purchase) };
    case 'stages':
      return { ...question, stages: question.stages.map(also), ...(question.ends ? { ends: question.ends.map(also) } : {}) };
    case 'activation':
      return { ...question, born: also(question.born), did: also(question.did), outcome: also(question.outcome) };
    case 'flow':
      return { ...question, start: also(question.start), through: also(question.through) };
  }
}
