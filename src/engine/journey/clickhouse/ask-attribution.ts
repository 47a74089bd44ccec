import { z } from 'zod';
import type { AttributionAnswer, AttributionQuestion } from '#core/journey/attribution-question.ts';
import { compareSlices } from './compare-texts.ts';
import { groupParts, total } from './group-parts.ts';
import type { AnswerRows, AskedInSql, QuestionScope } from './question-scope.ts';
import { shareSql } from './share-sql.ts';
import { sliceCell } from './slice-sql.ts';
import { touchesSql } from './touch-sql.ts';

/** What the conversions are owed to, by rules. Shards add up. [JRN-40 … JRN-47] */
export const askAttribution: AskedInSql<AttributionQuestion, AttributionAnswer> = { sql, answer };

/**
 * Each conversion becomes a row of its own (kind 0) and one per counting touch (kind 1) with the share of each model. What lambdas
 * need of the counting touches is worked out before them: an array inside a lambda would be copied for each of its elements.
 */
function sql({ convert, converted, touch, lookback, by, models }: AttributionQuestion, scope: QuestionScope): string {
  const { bind } = scope;
  const converts = converted ? `time >= ${bind('Int64', converted.from)} AND time < ${bind('Int64', converted.to)}` : '1';
  const back = bind('Int64', lookback);
  const shares = models.map((model, index) => shareSql(model, index, scope));
  const ofTouch = `CAST([${shares.map(({ share }) => `toFloat64(${share})`).join(', ')}] AS Array(Float64))`;
  const ofNone = `CAST([${shares.map(() => '0').join(', ')}] AS Array(Float64))`;
  const before = shares.flatMap(each => each.before ?? []);
  return `
SELECT toString(store), part.1 AS kind, part.2 AS slice, count(), sum(worth), countIf(n = 0), sumIf(worth, n = 0),
  sumForEach(part.3), sumForEach(arrayMap(s -> s * worth, part.3))
FROM (
  SELECT store, worth, n, arrayPushFront(
    arrayMap((e, j) -> (toUInt8(1), e.3, ${ofTouch}), counting, arrayEnumerate(counting)),
    (toUInt8(0), CAST([] AS Array(Tuple(UInt8, String))), ${ofNone})) AS parts
  FROM (
    SELECT ${['*', ...before].join(', ')}
    FROM (
      SELECT store, worth, counting, length(counting) AS n, (counting[n]).1 AS latest
      FROM (
        SELECT store, conversion.3 AS worth, conversion.1 AS moment, arrayFilter(e -> e.1 <= moment AND moment <= e.1 + ${back}, touches) AS counting
        FROM (${touchesSql({ touch, convert, converts, by }, scope)})
        ARRAY JOIN conversions AS conversion
      )
    )
  )
)
ARRAY JOIN parts AS part
GROUP BY store, kind, slice`;
}

const row = z.tuple([
  z.number(),
  sliceCell,
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.array(z.number()),
  z.array(z.number()),
]);

function answer({ models }: AttributionQuestion, rows: AnswerRows): AttributionAnswer {
  const parsed = rows.map(each => {
    const [kind, slice, count, value, untouched, untouchedValue, conversions, values] = row.parse(each);
    return { kind, slice, count, value, untouched, untouchedValue, conversions, values };
  });
  const own = parsed.filter(({ kind }) => kind === 0);
  const slices = groupParts(
    parsed.filter(({ kind }) => kind === 1),
    ({ slice }) => slice,
  ).map(parts => ({
    slice: parts[0].slice,
    touches: total(parts, ({ count }) => count),
    credits: models.map((_, model) => ({
      conversions: total(parts, ({ conversions }) => conversions[model]),
      value: total(parts, ({ values }) => values[model]),
    })),
  }));
  return {
    conversions: total(own, ({ count }) => count),
    value: total(own, ({ value }) => value),
    untouched: {
      conversions: total(own, ({ untouched }) => untouched),
      value: total(own, ({ untouchedValue }) => untouchedValue),
    },
    rows: slices.toSorted((a, b) => compareSlices(a.slice, b.slice)),
  };
}
