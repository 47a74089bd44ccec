import { z } from 'zod';
import type { FunnelAnswer, FunnelQuestion, FunnelRow } from '#core/journey/funnel-question.ts';
import { compareTexts } from './compare-texts.ts';
import { any, passesSql } from './event-condition.ts';
import { attemptsSql } from './funnel-attempts.ts';
import { groupParts, total } from './group-parts.ts';
import { type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';
import { labelSql } from './slice-sql.ts';
import { spreadCell, spreadOf, spreadSql } from './spread-sql.ts';

/** How many people went through steps in order. Shards add up; of times between steps they send the distribution. [JRN-10 … JRN-16] */
export const askFunnel: AskedInSql<FunnelQuestion, FunnelAnswer> = { sql, answer };

function sql(question: FunnelQuestion, scope: QuestionScope): string {
  const { steps, by } = question;
  const numbers = steps.map((_, index) => index + 1);
  const pairs = numbers.slice(1).map(to => ({ from: to - 1, to }));
  const key = by ? `if(i${by.step + 1} > 0, (1, D[i${by.step + 1}].1, D[i${by.step + 1}].2), (0, 0, ''))` : "(0, 0, '')";
  const spreads = pairs.map(({ to }) => spreadSql(`d${to}`, `i${to} > 0`, scope, `s${to}`));
  return `
SELECT toString(store), key, [${numbers.map(step => `countIf(i${step} > 0)`).join(', ')}], tuple(${spreads.join(', ')})
FROM (
  SELECT store, ${key} AS key, ${[
    ...numbers.map(step => `i${step}`),
    ...pairs.map(({ from, to }) => `T[i${to}] - T[i${from}] AS d${to}`),
  ].join(', ')}
  FROM (${attemptsSql(question, entriesSql(question, scope), scope)})
  WHERE i1 > 0
)
GROUP BY store, key`;
}

/** Per person what steps and exclusions are about, in the order of a funnel: (time, kind, lowest step, steps, exclusions, label). [JRN-12] */
function entriesSql({ steps, entered, exclusions = [], by, reuse }: FunnelQuestion, scope: QuestionScope): string {
  const { bind } = scope;
  const isEntered = entered ? ` AND time >= ${bind('Int64', entered.from)} AND time < ${bind('Int64', entered.to)}` : '';
  const conditions = steps.map((filter, index) => `(${passesSql(filter, scope)}${index === 0 ? isEntered : ''})`);
  const breaking = exclusions.map(({ event }) => passesSql(event, scope));
  const label = by ? labelSql(scope.columnOf(by.dimension)) : "(0, '')";
  const none = 'toUInt32(0)';
  const lowest = 'bitXor(m, bitAnd(m, toUInt32(m - 1)))';
  const step = reuse
    ? `arrayMap(b -> (time, 0, b, b, ${none}, label), bitmaskToArray(m))`
    : `if(m = 0, [], [(time, 0, ${lowest}, m, ${none}, label)])`;
  const collected =
    exclusions.length > 0 || reuse
      ? `groupArrayArray(arrayConcat(${step}, if(x = 0, [], [(time, 1, ${none}, ${none}, x, label)])))`
      : `groupArray((time, 0, ${lowest}, m, ${none}, label))`;
  return `
    SELECT store, person, arraySort(${collected}) AS es
    FROM (
      SELECT store, person, time, ${bits(conditions)} AS m, ${bits(breaking)} AS x, ${label} AS label
      FROM ${scope.events} WHERE ${ofStores(scope)} AND ${any([...conditions, ...breaking])}
    )
    GROUP BY store, person`;
}

/** Conditions as a set, written as a number. */
function bits(conditions: readonly string[]): string {
  return conditions.length === 0
    ? 'toUInt32(0)'
    : `toUInt32(${conditions.map((condition, index) => `${condition} * ${2 ** index}`).join(' + ')})`;
}

const row = z.tuple([z.tuple([z.number(), z.number(), z.string()]), z.array(z.number()), z.array(spreadCell)]);

function answer({ steps, by }: FunnelQuestion, rows: readonly (readonly unknown[])[]): FunnelAnswer {
  const groups = groupParts(
    rows.map(cells => row.parse(cells)),
    ([key]) => key,
  );
  const answered = groups.map((parts): FunnelRow => {
    const reached = steps.map((_, step) => total(parts, ([, counts]) => counts[step]));
    const times = steps.slice(1).map((_, pair) => {
      const went = parts.filter(([, counts]) => (counts[pair + 1] ?? 0) > 0);
      const spread = spreadOf(
        went.flatMap(([, , spreads]) => spreads.slice(pair, pair + 1)),
        reached[pair + 1] ?? 0,
      );
      return spread && { median: spread.median, p90: spread.p90 };
    });
    const [[[isReached, isGiven, text]]] = parts;
    return isReached === 1 ? { value: isGiven === 1 ? text : null, reached, times } : { reached, times };
  });
  if (!by)
    return { rows: answered.length > 0 ? answered : [{ reached: steps.map(() => 0), times: steps.slice(1).map(() => null) }] };
  return { rows: answered.toSorted((a, b) => (b.reached[0] ?? 0) - (a.reached[0] ?? 0) || compareValues(a.value, b.value)) };
}

function compareValues(a: string | null | undefined, b: string | null | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareTexts(a, b);
}
