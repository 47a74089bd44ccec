import { z } from 'zod';
import type { PurchasePatternsAnswer, PurchasePatternsQuestion } from '#core/journey/customer-question.ts';
import { passesSql } from './event-condition.ts';
import { groupParts, total } from './group-parts.ts';
import { type AnswerRows, type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';

/** Purchase histories by repeats, recency and age, and what repeaters spent. Shards add up. [JRN-65] */
export const askPurchasePatterns: AskedInSql<PurchasePatternsQuestion, PurchasePatternsAnswer> = { sql, answer };

/** Kind 0 are the patterns (x, tx, T), kind 1 what people with repeats spent (x, value, 0). */
function sql({ purchase, asOf, unit, origin = 0 }: PurchasePatternsQuestion, scope: QuestionScope): string {
  const [until, long, zero] = [scope.bind('Int64', asOf), scope.bind('Int64', unit), scope.bind('Int64', origin)];
  const unitOf = (time: string) => `intDiv(${time} - ${zero} - positiveModulo(${time} - ${zero}, ${long}), ${long})`;
  return `
SELECT toString(store), group.1 AS kind, group.2 AS a, group.3 AS b, group.4 AS c, count(), sum(spent)
FROM (
  SELECT store, arraySum(p -> if(p.1 = first, 0, p.2), purchases) AS spent, toInt64(units - 1) AS x,
    arrayConcat([(0, x, toInt64(last - first), toInt64(${unitOf(until)} - first))], if(x > 0, [(1, x, toInt64(spent), toInt64(0))], [])) AS groups
  FROM (
    SELECT store, person, min(unit) AS first, max(unit) AS last, uniqExact(unit) AS units, groupArray((unit, ifNull(value, 0))) AS purchases
    FROM (
      SELECT store, person, ${unitOf('time')} AS unit, value
      FROM ${scope.events} WHERE ${ofStores(scope)} AND time < ${until} AND ${passesSql(purchase, scope)}
    )
    GROUP BY store, person
  )
)
ARRAY JOIN groups AS group
GROUP BY store, kind, a, b, c`;
}

const row = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);

function answer(_question: PurchasePatternsQuestion, rows: AnswerRows): PurchasePatternsAnswer {
  const groups = groupParts(
    rows.map(each => row.parse(each)),
    ([kind, a, b, c]) => [kind, a, b, c],
  ).map(parts => {
    const [[kind, a, b, c]] = parts;
    return {
      kind,
      a,
      b,
      c,
      people: total(parts, ([, , , , people]) => people),
      value: total(parts, ([, , , , , value]) => value),
    };
  });
  const ordered = groups.toSorted((one, other) => one.a - other.a || one.b - other.b || one.c - other.c);
  return {
    patterns: ordered
      .filter(({ kind }) => kind === 0)
      .map(({ a, b, c, people, value }) => ({ x: a, tx: b, T: c, people, repeatValue: value })),
    spends: ordered.filter(({ kind }) => kind === 1).map(({ a, b, people }) => ({ x: a, value: b, people })),
  };
}
