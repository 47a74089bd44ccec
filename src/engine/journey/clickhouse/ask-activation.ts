import { z } from 'zod';
import type { ActivationAnswer, ActivationQuestion } from '#core/journey/activation-question.ts';
import { any, passesSql } from './event-condition.ts';
import { total } from './group-parts.ts';
import { type AnswerRows, type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';

/** Whether the outcome differs with what was done soon after beginning. Shards add up. [JRN-80] */
export const askActivation: AskedInSql<ActivationQuestion, ActivationAnswer> = { sql, answer };

function sql({ born, begun, did, within, outcome, until, asOf, atLeast }: ActivationQuestion, scope: QuestionScope): string {
  const { bind } = scope;
  const [isBorn, isDid, isOutcome] = [passesSql(born, scope), passesSql(did, scope), passesSql(outcome, scope)];
  const [soon, late, end] = [bind('Int64', within), bind('Int64', until), bind('Int64', asOf)];
  const isBegun = begun ? ` AND b >= ${bind('Int64', begun.from)} AND b < ${bind('Int64', begun.to)}` : '';
  const most = bind('Int64', Math.max(0, ...atLeast));
  return `
SELECT toString(store), b + ${late} < ${end} AS mature,
  least(toInt64(arrayCount(t -> b <= t AND t <= b + ${soon}, did)), ${most}) AS times,
  arrayExists(t -> b + ${soon} < t AND t <= b + ${late}, outcomes) AS outcome, count()
FROM (
  SELECT store, person, minIf(time, ${isBorn}) AS b, countIf(${isBorn}) AS beginnings,
    groupArrayIf(time, ${isDid}) AS did, groupArrayIf(time, ${isOutcome}) AS outcomes
  FROM ${scope.events} WHERE ${ofStores(scope)} AND time < ${end} AND ${any([isBorn, isDid, isOutcome])}
  GROUP BY store, person
)
WHERE beginnings > 0${isBegun}
GROUP BY store, mature, times, outcome`;
}

const row = z.tuple([z.number(), z.number(), z.number(), z.number()]);

function answer({ atLeast }: ActivationQuestion, rows: AnswerRows): ActivationAnswer {
  const parsed = rows.map(each => row.parse(each));
  const mature = parsed.filter(([isMature]) => isMature === 1);
  const count = (group: typeof mature) => ({
    people: total(group, ([, , , people]) => people),
    outcome: total(
      group.filter(([, , outcome]) => outcome === 1),
      ([, , , people]) => people,
    ),
  });
  return {
    immature: total(
      parsed.filter(([isMature]) => isMature === 0),
      ([, , , people]) => people,
    ),
    thresholds: atLeast.map(least => ({
      atLeast: least,
      did: count(mature.filter(([, times]) => times >= least)),
      didNot: count(mature.filter(([, times]) => times < least)),
    })),
  };
}
