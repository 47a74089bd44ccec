import { z } from 'zod';
import type { TouchPathsAnswer, TouchPathsQuestion } from '#core/journey/attribution-question.ts';
import { compareSlices } from './compare-texts.ts';
import { groupParts, total } from './group-parts.ts';
import type { AnswerRows, AskedInSql, QuestionScope } from './question-scope.ts';
import { sliceCell } from './slice-sql.ts';
import { touchesSql } from './touch-sql.ts';

const LONGEST = 4_096;

/** Sequences of touches up to conversions, and left over. Shards add up. [JRN-48] */
export const askTouchPaths: AskedInSql<TouchPathsQuestion, TouchPathsAnswer> = { sql, answer };

/** Touches and conversions in one row of time, touches first within a moment; cut after each conversion. */
function sql({ convert, touch, by }: TouchPathsQuestion, scope: QuestionScope): string {
  return `
SELECT toString(store), path, sum(conversions), sum(worth), sum(1 - conversions)
FROM (
  SELECT store, arrayMap(e -> e.6, arrayFilter(e -> e.2 = 0, piece)) AS whole,
    if(length(whole) > ${LONGEST}, arraySlice(whole, length(whole) - ${LONGEST - 1}), whole) AS path,
    toInt64((piece[-1]).2) AS conversions, (piece[-1]).5 AS worth
  FROM (
    SELECT store, arrayReverseSplit(e -> e.2 = 1, arraySort(e -> (e.1, e.2, e.3, e.4, e.5), arrayConcat(
      arrayMap((e, place) -> (e.1, toUInt8(0), toUInt64(place), toUInt8(0), toInt64(0), (e.3)[1]), touches, arrayEnumerate(touches)),
      arrayMap(e -> (e.1, toUInt8(1), toUInt64(0), toUInt8(e.2), toInt64(e.3), (toUInt8(0), '')), conversions)))) AS pieces
    FROM (${touchesSql({ touch, convert, converts: '1', by: [by] }, scope)})
  )
  ARRAY JOIN pieces AS piece
)
GROUP BY store, path`;
}

const row = z.tuple([sliceCell, z.number(), z.number(), z.number()]);

function answer(_question: TouchPathsQuestion, rows: AnswerRows): TouchPathsAnswer {
  const groups = groupParts(
    rows.map(each => row.parse(each)),
    ([path]) => path,
  );
  const paths = groups.map(parts => ({
    path: parts[0][0],
    conversions: total(parts, ([, conversions]) => conversions),
    value: total(parts, ([, , value]) => value),
    lost: total(parts, ([, , , lost]) => lost),
  }));
  return { paths: paths.toSorted((a, b) => compareSlices(a.path, b.path)) };
}
