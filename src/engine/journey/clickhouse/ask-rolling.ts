import { z } from 'zod';
import type { RollingAnswer, RollingQuestion } from '#core/journey/series-question.ts';
import { bucketSql } from './bucket-sql.ts';
import { passesSql } from './event-condition.ts';
import { type AnswerRows, type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';

/**
 * People active in a bucket, and in it together with those before. Each active bucket of a person counts on for `length` buckets,
 * or until the person's next one: what begins less what ends, summed up, is the number at hand. Shards add up. [JRN-31]
 */
export const askRolling: AskedInSql<RollingQuestion, RollingAnswer> = { sql, answer };

function sql({ select, edges, length }: RollingQuestion, scope: QuestionScope): string {
  const long = scope.bind('Int64', length);
  return `
SELECT toString(store), change.1 AS bucket, sum(change.2) AS active, sum(change.3) AS more
FROM (
  SELECT store, arraySort(groupUniqArray(bucket)) AS active, arrayPushBack(arrayPopFront(active), NULL) AS next,
    arrayConcat(
      arrayMap(b -> (toInt64(b), 1, 1), active),
      arrayMap((b, n) -> (toInt64(least(b + ${long}, ifNull(n, b + ${long}))), 0, -1), active, next)) AS changes
  FROM (
    SELECT store, person, ${bucketSql('time', edges, scope)} AS bucket
    FROM ${scope.events} WHERE ${ofStores(scope)} AND ${passesSql(select, scope)} AND bucket >= 0
  )
  GROUP BY store, person
)
ARRAY JOIN changes AS change
GROUP BY store, bucket`;
}

const row = z.tuple([z.number(), z.number(), z.number()]);

function answer({ edges }: RollingQuestion, rows: AnswerRows): RollingAnswer {
  const buckets = Math.max(0, edges.length - 1);
  const active = new Array<number>(buckets).fill(0);
  const more = new Array<number>(buckets).fill(0);
  for (const each of rows) {
    const [bucket, activeHere, moreHere] = row.parse(each);
    if (bucket >= buckets) continue;
    active[bucket] = (active[bucket] ?? 0) + activeHere;
    more[bucket] = (more[bucket] ?? 0) + moreHere;
  }
  let present = 0;
  return {
    active,
    rolling: more.map(change => {
      present += change;
      return present;
    }),
  };
}
