import type { DimensionCondition, EventFilter } from '#core/journey/event-filter.ts';
import type { ToldEvent } from '../event-store.ts';

/** Whether an event passes a filter. [JRN-03] */
export function passes(event: ToldEvent, filter: EventFilter): boolean {
  return (
    (filter.events === undefined || filter.events.includes(event.name)) &&
    meets(event, filter.where ?? []) &&
    (filter.value === undefined ||
      (event.value !== null &&
        event.value >= (filter.value.min ?? Number.NEGATIVE_INFINITY) &&
        event.value <= (filter.value.max ?? Number.POSITIVE_INFINITY)))
  );
}

/** Whether every condition holds. */
export function meets(event: ToldEvent, conditions: readonly DimensionCondition[]): boolean {
  return conditions.every(({ dimension, in: values, not }) => values.includes(dimensionOf(event, dimension)) !== (not === true));
}

export function dimensionOf(event: ToldEvent, dimension: string): string | null {
  return event.dimensions[dimension] ?? null;
}

/** The bucket of a moment; −1 outside all. [JRN-02] */
export function bucketOf(time: number, edges: readonly number[]): number {
  return edges.findIndex((edge, index) => edge <= time && time < (edges[index + 1] ?? Number.NEGATIVE_INFINITY));
}

/** Whether a moment lies in a span; in all time where there is none. */
export function within(time: number, span: { readonly from: number; readonly to: number } | undefined): boolean {
  return span === undefined || (span.from <= time && time < span.to);
}

/** Sum of the values of events; none counts 0. */
export function sumOfValues(events: readonly ToldEvent[]): number {
  return events.reduce((sum, { value }) => sum + (value ?? 0), 0);
}
