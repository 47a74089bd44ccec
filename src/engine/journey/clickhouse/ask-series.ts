import { z } from 'zod';
import type { SeriesAnswer, SeriesQuestion } from '#core/journey/series-question.ts';
import { bucketSql } from './bucket-sql.ts';
import { compareSlices } from './compare-texts.ts';
import { all, passesSql } from './event-condition.ts';
import { groupParts, total } from './group-parts.ts';
import { type AnswerRows, type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';
import { sessionKeysSql } from './session-sql.ts';
import { sliceCell, sliceSql } from './slice-sql.ts';

/**
 * Events, people, sessions and value per bucket and slice. First per person, in the order of the table, so that people are counted
 * without remembering them. Shards add up. [JRN-30]
 */
export const askSeries: AskedInSql<SeriesQuestion, SeriesAnswer> = { sql, answer };

function sql(question: SeriesQuestion, scope: QuestionScope): string {
  return `
SELECT toString(store), bucket, slice, sum(n), count(), sum(sessions), sum(worth)
FROM (${scope.hasGaps ? byGaps(question, scope) : bySource(question, scope)})
GROUP BY store, bucket, slice`;
}

/** Where the source has named every session. */
function bySource({ select, edges, by = [] }: SeriesQuestion, scope: QuestionScope): string {
  return `
  SELECT store, person, ${bucketSql('time', edges, scope)} AS bucket, ${sliceSql(by, scope)} AS slice,
    count() AS n, uniqExact(session) AS sessions, sum(ifNull(value, 0)) AS worth
  FROM ${scope.events} WHERE ${all([ofStores(scope), passesSql(select, scope), 'bucket >= 0'])}
  GROUP BY store, person, bucket, slice`;
}

/** Sessions come from all events of a person, whatever is selected. */
function byGaps({ select, edges, by = [] }: SeriesQuestion, scope: QuestionScope): string {
  return `
  SELECT store, person, e.3 AS bucket, e.4 AS slice, count() AS n, uniqExact(key) AS sessions, sum(e.5) AS worth
  FROM (
    SELECT store, person, arraySort(groupArray((time, session, if(${passesSql(select, scope)}, ${bucketSql('time', edges, scope)}, toInt32(-1)),
      ${sliceSql(by, scope)}, ifNull(value, 0)))) AS es, ${sessionKeysSql('es')} AS keys
    FROM ${scope.events} WHERE ${ofStores(scope)}
    GROUP BY store, person
  )
  ARRAY JOIN es AS e, keys AS key
  WHERE bucket >= 0
  GROUP BY store, person, bucket, slice`;
}

const row = z.tuple([z.number(), sliceCell, z.number(), z.number(), z.number(), z.number()]);

function answer(_question: SeriesQuestion, rows: AnswerRows): SeriesAnswer {
  const groups = groupParts(
    rows.map(each => row.parse(each)),
    ([bucket, slice]) => [bucket, slice],
  );
  const answered = groups.map(parts => ({
    bucket: parts[0][0],
    slice: parts[0][1],
    events: total(parts, ([, , events]) => events),
    people: total(parts, ([, , , people]) => people),
    sessions: total(parts, ([, , , , sessions]) => sessions),
    value: total(parts, ([, , , , , value]) => value),
  }));
  return { rows: answered.toSorted((a, b) => a.bucket - b.bucket || compareSlices(a.slice, b.slice)) };
}
