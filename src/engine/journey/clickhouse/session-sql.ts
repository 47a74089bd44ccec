/** A session without a text of the source ends after this long without an event, ms. [JRN-07] */
const GAP = 30 * 60 * 1000;

/**
 * The key of each event's session from a person's events in order of time, an array of tuples that begin (time, session text): the
 * text, or for events without one the number of the gap they come after. [JRN-07]
 */
export function sessionKeysSql(events: string): string {
  const before = `arrayPopBack(arrayPushFront(arrayFill(e -> e.2 = '', ${events}), ${events}[1]))`;
  const isNew = `arrayMap((e, b, n) -> e.2 = '' AND (n = 1 OR b.2 != '' OR e.1 - b.1 > ${GAP}), ${events}, ${before}, arrayEnumerate(${events}))`;
  return `arrayMap((e, gap) -> (e.2, if(e.2 = '', toUInt64(gap), toUInt64(0))), ${events}, arrayCumSum(${isNew}))`;
}
