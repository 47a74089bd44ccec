import { z } from 'zod';
import type { RetentionAnswer, RetentionQuestion } from '#core/journey/retention-question.ts';
import { bucketSql } from './bucket-sql.ts';
import { compareTexts } from './compare-texts.ts';
import { all, any, meetsSql, passesSql } from './event-condition.ts';
import { total } from './group-parts.ts';
import { type AnswerRows, type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';
import { labelSql } from './slice-sql.ts';

/** How many of those who began in one bucket came back in later ones. Shards add up. [JRN-20 … JRN-22] */
export const askRetention: AskedInSql<RetentionQuestion, RetentionAnswer> = { sql, answer };

/** A row of distance −1 counts the cohort itself. Times ascend, so a bucket is new to a person where it differs from the one before. */
function sql({ born, bornIs = [], back, edges }: RetentionQuestion, scope: QuestionScope): string {
  const dimensions = [...new Set(bornIs.map(({ dimension }) => dimension))].toSorted(compareTexts);
  const least = [
    'time',
    ...dimensions.map(dimension => labelSql(scope.columnOf(dimension))),
    all(bornIs.map(is => meetsSql(is, scope))),
  ];
  const [isBorn, isBack] = [passesSql(born, scope), passesSql(back, scope)];
  return `
SELECT toString(store), cohort, cell.1 - cohort AS distance, sum(cell.3) AS people, count() AS events, sum(cell.2) AS value
FROM (
  SELECT store, cohort,
    arraySort(b -> b.1, arrayFilter(b -> b.1 >= first AND b.2 >= 0, backs)) AS later,
    arrayPushFront(
      arrayMap((b, before) -> (b.2, b.3, toUInt8(b.2 != before)), later, arrayPopBack(arrayPushFront(later.2, toInt32(-1)))),
      (toInt32(cohort - 1), toInt64(0), toUInt8(1))) AS cells
  FROM (
    SELECT store, beginning.1 AS first, ${bucketSql('first', edges, scope)} AS cohort, backs
    FROM (
      SELECT store, person, minIf(tuple(${least.join(', ')}), ${isBorn}) AS beginning, countIf(${isBorn}) AS beginnings,
        groupArrayIf((time, ${bucketSql('time', edges, scope)}, ifNull(value, 0)), ${isBack}) AS backs
      FROM ${scope.events} WHERE ${ofStores(scope)} AND ${any([isBorn, isBack])}
      GROUP BY store, person
    )
    WHERE beginnings > 0 AND beginning.${least.length} AND cohort >= 0
  )
)
ARRAY JOIN cells AS cell
GROUP BY store, cohort, distance`;
}

const row = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]);

function answer({ edges }: RetentionQuestion, rows: AnswerRows): RetentionAnswer {
  const cells = rows.map(each => row.parse(each));
  const buckets = edges.slice(1).map((_, bucket) => bucket);
  const cellOf = (cohort: number, distance: number) => {
    const parts = cells.filter(([ofCohort, ofDistance]) => ofCohort === cohort && ofDistance === distance);
    return {
      people: total(parts, ([, , people]) => people),
      events: total(parts, ([, , , events]) => events),
      value: total(parts, ([, , , , value]) => value),
    };
  };
  return {
    cohorts: buckets.map(cohort => ({
      people: cellOf(cohort, -1).people,
      cells: buckets.slice(cohort).map(bucket => cellOf(cohort, bucket - cohort)),
    })),
  };
}
