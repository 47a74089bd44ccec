import type {
  AttributionAnswer,
  AttributionModel,
  AttributionQuestion,
  AttributionRow,
} from '#core/journey/attribution-question.ts';
import { compareSlices } from './order.ts';
import { passes, sumOfValues, within } from './passes.ts';
import type { Person } from './people.ts';
import { type Touch, touchesOf } from './touches.ts';

/** Conversions shared out among touches by rules. [JRN-40 … JRN-47] */
export function attribution(people: readonly Person[], question: AttributionQuestion): AttributionAnswer {
  const conversions = people.flatMap(person => {
    const touches = touchesOf(person, question.touch, question.by);
    return person.events
      .filter(event => passes(event, question.convert) && within(event.time, question.converted))
      .map(event => ({
        event,
        touches: touches.filter(({ time }) => time <= event.time && event.time <= time + question.lookback),
      }));
  });
  const untouched = conversions.filter(({ touches }) => touches.length === 0).map(({ event }) => event);
  const rows = new Map<string, AttributionRow>();
  for (const { event, touches } of conversions) {
    const shares = question.models.map(model => sharesOf(touches, model));
    for (const [index, { slice }] of touches.entries()) {
      const key = JSON.stringify(slice);
      const row = rows.get(key) ?? { slice, touches: 0, credits: question.models.map(() => ({ conversions: 0, value: 0 })) };
      const credits = row.credits.map((credit, model) => {
        const share = shares[model]?.[index] ?? 0;
        return { conversions: credit.conversions + share, value: credit.value + share * (event.value ?? 0) };
      });
      rows.set(key, { slice, touches: row.touches + 1, credits });
    }
  }
  return {
    conversions: conversions.length,
    value: sumOfValues(conversions.map(({ event }) => event)),
    untouched: { conversions: untouched.length, value: sumOfValues(untouched) },
    rows: [...rows.values()].toSorted((a, b) => compareSlices(a.slice, b.slice)),
  };
}

/** Each touch's part of one conversion. */
function sharesOf(touches: readonly Touch[], model: AttributionModel): readonly number[] {
  const last = touches.length - 1;
  const only = (chosen: number) => touches.map((_, index) => (index === chosen ? 1 : 0));
  switch (model.model) {
    case 'first':
      return only(0);
    case 'last':
      return only(last);
    case 'last-non-direct': {
      const other = touches.findLastIndex(({ slice }) => !model.direct.includes(slice[0] ?? null));
      return only(other < 0 ? last : other);
    }
    case 'linear':
      return touches.map(() => 1 / touches.length);
    case 'decay': {
      const weights = touches.map(({ time }) => 2 ** (-((touches[last]?.time ?? 0) - time) / model.halfLife));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return weights.map(weight => weight / sum);
    }
    case 'position': {
      const { first, last: end } = model;
      if (touches.length === 1) return [1];
      if (touches.length === 2) return first + end === 0 ? [0.5, 0.5] : [first / (first + end), end / (first + end)];
      const between = (1 - first - end) / (touches.length - 2);
      return touches.map((_, index) => (index === 0 ? first : index === last ? end : between));
    }
  }
}
