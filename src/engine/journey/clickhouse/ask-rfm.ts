import { z } from 'zod';
import type { RfmAnswer, RfmCuts, RfmQuestion, RfmScore } from '#core/journey/customer-question.ts';
import { groupParts, total } from './group-parts.ts';
import type { AnswerRows, AskedInSql, QuestionScope } from './question-scope.ts';
import { scoresSql, standingsSql } from './standing-sql.ts';

/** People by recency, frequency and money by given bounds, and how they have moved. Shards add up. [JRN-60 … JRN-64] */
export function askRfm(cutsOf: readonly RfmCuts[]): AskedInSql<RfmQuestion, Omit<RfmAnswer, 'cuts'>> {
  return { sql: (question, scope) => sql(question, cutsOf, scope), answer };
}

/** Per person the score now and, with `since`, the score then; 0 is absent. `cutsOf` has the bounds of each store asked. */
function sql(question: RfmQuestion, cutsOf: readonly RfmCuts[], scope: QuestionScope): string {
  const { since } = question;
  const now = scoresSql('now', cutsOf, scope);
  const before = since === undefined ? '(0, 0, 0)' : scoresSql('before', cutsOf, scope);
  return `
SELECT toString(store), ${before} AS from, ${now} AS to, count(), sum(now.2), sum(now.3)
FROM (${standingsSql(question, scope)})
GROUP BY store, from, to`;
}

const score = z.tuple([z.number(), z.number(), z.number()]);
const row = z.tuple([score, score, z.number(), z.number(), z.number()]);

function answer({ since }: RfmQuestion, rows: AnswerRows): Omit<RfmAnswer, 'cuts'> {
  const parsed = rows.map(each => row.parse(each));
  const cells = groupParts(
    parsed.filter(([, [r]]) => r > 0),
    ([, to]) => to,
  ).map(parts => ({
    ...scoreOf(parts[0][1]),
    people: total(parts, ([, , people]) => people),
    orders: total(parts, ([, , , orders]) => orders),
    value: total(parts, ([, , , , value]) => value),
  }));
  const ordered = cells.toSorted(compareScores);
  if (since === undefined) return { cells: ordered };
  const moves = groupParts(
    parsed.filter(([[from], [to]]) => from > 0 || to > 0),
    ([from, to]) => [from, to],
  ).map(parts => ({ from: placeOf(parts[0][0]), to: placeOf(parts[0][1]), people: total(parts, ([, , people]) => people) }));
  return { cells: ordered, moves: moves.toSorted((a, b) => comparePlaces(a.from, b.from) || comparePlaces(a.to, b.to)) };
}

type Place = RfmScore | 'absent';

function scoreOf([r, f, m]: readonly [number, number, number]): RfmScore {
  return { r, f, m };
}

function placeOf(cells: readonly [number, number, number]): Place {
  return cells[0] === 0 ? 'absent' : scoreOf(cells);
}

function comparePlaces(a: Place, b: Place): number {
  if (a === 'absent' || b === 'absent') return Number(b === 'absent') - Number(a === 'absent');
  return compareScores(a, b);
}

function compareScores(a: RfmScore, b: RfmScore): number {
  return a.r - b.r || a.f - b.f || a.m - b.m;
}
