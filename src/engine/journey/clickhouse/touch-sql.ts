import type { EventFilter } from '#core/journey/event-filter.ts';
import { any, passesSql } from './event-condition.ts';
import { ofStores, type QuestionScope } from './question-scope.ts';
import { sessionKeysSql } from './session-sql.ts';
import { sliceSql } from './slice-sql.ts';

/**
 * Per person `touches`, (time, session text, slice) in order, and `conversions`, (time, has a value, value) in order.
 * Events of a session stand together when ordered by its key; its first is the touch. [JRN-40, JRN-41]
 */
export function touchesSql(
  { touch, convert, converts, by }: { touch: EventFilter; convert: EventFilter; converts: string; by: readonly string[] },
  scope: QuestionScope,
): string {
  const isTouch = passesSql(touch, scope);
  const isConversion = `(${passesSql(convert, scope)} AND ${converts})`;
  const concerned = scope.hasGaps ? '' : ` AND ${any([isTouch, isConversion])}`;
  const keyed = scope.hasGaps
    ? `arrayMap((e, key) -> (key, e.1, e.4, e.3), es, ${sessionKeysSql('es')})`
    : 'arrayMap(e -> ((e.2, toUInt64(0)), e.1, e.4, e.3), es)';
  return `
  SELECT store, conversions,
    arraySort(arrayFilter(e -> e.4, ${keyed})) AS passing,
    arrayFilter((e, before, n) -> n = 1 OR e.1 != before.1, passing, arrayPopBack(arrayPushFront(passing, passing[1])), arrayEnumerate(passing)) AS firsts,
    arraySort(arrayMap(e -> (e.2, (e.1).1, e.3), firsts)) AS touches
  FROM (
    SELECT store, person,
      arraySort(groupArrayIf((time, session, toUInt8(${isTouch}), ${sliceSql(by, scope)}), ${scope.hasGaps ? '1' : isTouch})) AS es,
      arraySort(groupArrayIf((time, isNotNull(value), ifNull(value, 0)), ${isConversion})) AS conversions
    FROM ${scope.events} WHERE ${ofStores(scope)}${concerned}
    GROUP BY store, person
  )`;
}
