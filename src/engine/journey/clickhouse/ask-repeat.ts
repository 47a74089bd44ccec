import { z } from 'zod';
import type { RepeatAnswer, RepeatQuestion } from '#core/journey/repeat-question.ts';
import { bucketSql } from './bucket-sql.ts';
import { passesSql } from './event-condition.ts';
import { total } from './group-parts.ts';
import { type AnswerRows, type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';

/** How many did something again within a window. Shards add up. [JRN-50 … JRN-52] */
export const askRepeat: AskedInSql<RepeatQuestion, RepeatAnswer> = { sql, answer };

/** A moment starts a bucket where the moment before lies in another one. */
function sql({ event, base, window, edges, asOf }: RepeatQuestion, scope: QuestionScope): string {
  const [until, long] = [scope.bind('Int64', asOf), scope.bind('Int64', window)];
  const starts = base === 'first' ? 'n = 1' : '(n = 1 OR bucket != before)';
  return `
SELECT toString(store), start.1 AS bucket, countIf(NOT start.2), countIf(NOT start.2 AND start.3), countIf(start.2)
FROM (
  SELECT store, arraySort(groupUniqArray(time)) AS times,
    arrayMap(t -> ${bucketSql('t', edges, scope)}, times) AS buckets,
    arrayMap((bucket, before, t, next, n) -> (if(${starts}, bucket, toInt32(-1)), t + ${long} >= ${until}, next - t <= ${long} AND next != t),
      buckets, arrayPopBack(arrayPushFront(buckets, toInt32(-1))), times,
      arrayPushBack(arrayPopFront(times), times[-1]), arrayEnumerate(times)) AS starts
  FROM ${scope.events} WHERE ${ofStores(scope)} AND time < ${until} AND ${passesSql(event, scope)}
  GROUP BY store, person
)
ARRAY JOIN starts AS start
WHERE bucket >= 0
GROUP BY store, bucket`;
}

const row = z.tuple([z.number(), z.number(), z.number(), z.number()]);

function answer({ edges }: RepeatQuestion, rows: AnswerRows): RepeatAnswer {
  const parsed = rows.map(each => row.parse(each));
  return {
    buckets: edges.slice(1).map((_, bucket) => {
      const parts = parsed.filter(([of]) => of === bucket);
      return {
        people: total(parts, ([, people]) => people),
        again: total(parts, ([, , again]) => again),
        immature: total(parts, ([, , , immature]) => immature),
      };
    }),
  };
}
