import { z } from 'zod';
import type { StageAnswer, StageQuestion } from '#core/journey/stage-question.ts';
import { any, passesSql } from './event-condition.ts';
import { total } from './group-parts.ts';
import { type AnswerRows, type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';
import { spreadCell, spreadOf, spreadSql } from './spread-sql.ts';

/** Where things that pass through stages stand, and since when. Shards add up; of ages they send the distribution. [JRN-70 … JRN-73] */
export const askStages: AskedInSql<StageQuestion, StageAnswer> = { sql, answer };

/** More than there are stages: the end comes after every stage of its moment. */
const END = 1_000;

/** Each person becomes two rows: (0, highest stage) and (1, where the way stands, since when, value). */
function sql({ stages, ends = [], begun, asOf }: StageQuestion, scope: QuestionScope): string {
  const entered = stages.map(filter => passesSql(filter, scope));
  const ended = any(ends.map(filter => passesSql(filter, scope)));
  const highest = entered.toReversed().map((condition, index) => `${condition}, toInt32(${stages.length - 1 - index})`);
  const until = scope.bind('Int64', asOf);
  const isBegun = begun ? `begin >= ${scope.bind('Int64', begun.from)} AND begin < ${scope.bind('Int64', begun.to)}` : '1';
  const age = `${until} - place.3`;
  return `
SELECT toString(store), place.1 AS kind, place.2 AS stage, count(), sum(place.4), ${spreadSql(age, 'place.1 = 1', scope, 'ages')}
FROM (
  SELECT store, arraySlice(way, arrayLastIndex(e -> e.2 != standing, way) + 1) AS run,
    arrayMap(e -> e.4, arrayFilter(e -> e.1 = latest AND e.3, run)) AS values,
    [(toUInt8(0), arrayMax(e -> if(e.2 = ${END}, toInt32(-1), e.2), way), toInt64(0), toInt64(0)),
     (toUInt8(1), standing, run[1].1, if(empty(values), 0, arrayMax(values)))] AS places
  FROM (
    SELECT store, way, arrayFirst(e -> e.2 != ${END}, way).1 AS begin, way[-1].1 AS latest, way[-1].2 AS standing
    FROM (
      SELECT store, person, arraySort(groupArrayArray(arrayConcat(
        if(stage < 0, [], [(time, stage, isNotNull(value), ifNull(value, 0))]),
        if(ended, [(time, toInt32(${END}), isNotNull(value), ifNull(value, 0))], [])))) AS way
      FROM (
        SELECT store, person, time, value, multiIf(${[...highest, 'toInt32(-1)'].join(', ')}) AS stage, ${ended} AS ended
        FROM ${scope.events} WHERE ${ofStores(scope)} AND time < ${until} AND (stage >= 0 OR ended)
      )
      GROUP BY store, person
    )
    WHERE arrayExists(e -> e.2 != ${END}, way) AND ${isBegun}
  )
)
ARRAY JOIN places AS place
GROUP BY store, kind, stage`;
}

const row = z.tuple([z.number(), z.number(), z.number(), z.number(), spreadCell]);

function answer({ stages }: StageQuestion, rows: AnswerRows): StageAnswer {
  const parsed = rows.map(each => row.parse(each));
  return {
    stages: stages.map((_, stage) => {
      const here = parsed.filter(([kind, at]) => kind === 1 && at === stage);
      const people = total(here, ([, , count]) => count);
      const spread = spreadOf(
        here.map(([, , , , ages]) => ages),
        people,
      );
      return {
        reached: total(
          parsed.filter(([kind, at]) => kind === 0 && at >= stage),
          ([, , count]) => count,
        ),
        here: people,
        age: spread && { median: spread.median, p90: spread.p90, oldest: spread.greatest },
        value: total(here, ([, , , value]) => value),
      };
    }),
  };
}
