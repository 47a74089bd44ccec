import type { DimensionCondition, EventFilter } from '#core/journey/event-filter.ts';
import type { QuestionScope } from './question-scope.ts';

/** An event filter as a condition that is 0 or 1, never null. [JRN-03] */
export function passesSql(filter: EventFilter, scope: QuestionScope): string {
  const { events, where = [], value } = filter;
  return all([
    ...(events === undefined ? [] : [oneOf('name', events, scope)]),
    ...where.map(condition => meetsSql(condition, scope)),
    ...(value === undefined
      ? []
      : [
          'value IS NOT NULL',
          ...(value.min === undefined ? [] : [`ifNull(value >= ${scope.bind('Float64', value.min)}, 0)`]),
          ...(value.max === undefined ? [] : [`ifNull(value <= ${scope.bind('Float64', value.max)}, 0)`]),
        ]),
  ]);
}

/** A condition on a dimension, 0 or 1. */
export function meetsSql({ dimension, in: values, not }: DimensionCondition, scope: QuestionScope): string {
  const column = scope.columnOf(dimension);
  const texts = values.filter(value => value !== null);
  const isOne = [
    ...(values.includes(null) ? [`${column} IS NULL`] : []),
    ...(texts.length === 0 ? [] : [`ifNull(${oneOf(column, texts, scope)}, 0)`]),
  ];
  const any = isOne.length === 0 ? '0' : `(${isOne.join(' OR ')})`;
  return not ? `NOT ${any}` : any;
}

/** All of these conditions; 1 where there are none. */
export function all(conditions: readonly string[]): string {
  return conditions.length === 0 ? '1' : `(${conditions.join(' AND ')})`;
}

/** Any of these conditions; 0 where there are none. */
export function any(conditions: readonly string[]): string {
  return conditions.length === 0 ? '0' : `(${conditions.join(' OR ')})`;
}

function oneOf(column: string, texts: readonly string[], scope: QuestionScope): string {
  return texts.length === 0 ? '0' : `${column} IN ${scope.bind('Array(String)', texts)}`;
}
