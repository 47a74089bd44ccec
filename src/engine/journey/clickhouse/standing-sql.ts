import type { RfmCuts, RfmQuestion } from '#core/journey/customer-question.ts';
import { passesSql } from './event-condition.ts';
import { ofStores, type QuestionScope } from './question-scope.ts';

/** Per person `now` and, with `since`, `before`: (recency, purchases, value) of what counts at that moment. [JRN-60] */
export function standingsSql({ purchase, memory, asOf, since }: RfmQuestion, scope: QuestionScope): string {
  const { bind } = scope;
  const at = (moment: number, name: string) => {
    const end = bind('Int64', moment);
    const counts = memory === undefined ? `time < ${end}` : `time < ${end} AND time > ${end} - ${bind('Int64', memory)}`;
    return `(${end} - maxIf(time, ${counts}), countIf(${counts}), sumIf(ifNull(value, 0), ${counts})) AS ${name}`;
  };
  const latest = bind('Int64', since === undefined ? asOf : Math.max(asOf, since));
  return `
  SELECT store, person, ${at(asOf, 'now')}${since === undefined ? '' : `, ${at(since, 'before')}`}
  FROM ${scope.events} WHERE ${ofStores(scope)} AND time < ${latest} AND ${passesSql(purchase, scope)}
  GROUP BY store, person`;
}

/** The scores of a standing by the bounds of its store; zeros without purchases. [JRN-61] */
export function scoresSql(standing: string, cutsOf: readonly RfmCuts[], { bind, stores }: QuestionScope): string {
  const ofStore = (bounds: readonly (readonly number[])[]) =>
    `${bind('Array(Array(Int64))', bounds)}[indexOf(${bind('Array(UInt64)', stores)}, store)]`;
  const below = `arrayCount(b -> b < ${standing}.1, ${ofStore(cutsOf.map(({ recency }) => recency))})`;
  const reached = (figure: number, bounds: readonly (readonly number[])[]) =>
    `arrayCount(b -> b <= ${standing}.${figure}, ${ofStore(bounds)})`;
  const scores = [
    `5 - ${below}`,
    `1 + ${reached(
      2,
      cutsOf.map(({ frequency }) => frequency),
    )}`,
    `1 + ${reached(
      3,
      cutsOf.map(({ money }) => money),
    )}`,
  ];
  return `if(${standing}.2 = 0, (toInt64(0), toInt64(0), toInt64(0)), (${scores.map(score => `toInt64(${score})`).join(', ')}))`;
}
