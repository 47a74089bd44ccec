import { z } from 'zod';
import type { RfmCuts, RfmQuestion } from '#core/journey/customer-question.ts';
import type { AnswerRows, AskedInSql, QuestionScope } from './question-scope.ts';
import { addOccurrences, valueAt } from './spread-sql.ts';
import { standingsSql } from './standing-sql.ts';

/** Bounds that part people in fifths. The first of two rounds: shards send the distributions, and the bounds go back to all. [JRN-62] */
export const askRfmCuts: AskedInSql<RfmQuestion, RfmCuts> = { sql, answer };

const FIFTHS = [1, 2, 3, 4];

function sql(question: RfmQuestion, scope: QuestionScope): string {
  const { since: _, ...present } = question;
  const figures = [1, 2, 3].map(figure => {
    const value = `toInt64(now.${figure})`;
    if (scope.isPart) return `sumMap([${value}], [toUInt64(1)])`;
    const positions = FIFTHS.map(j => `v${figure}[intDiv(length(v${figure}) * ${j} + 4, 5)]`);
    return `[(arraySort(groupArray(${value})) AS v${figure})[intDiv(length(v${figure}) + 4, 5)], ${positions.slice(1).join(', ')}]`;
  });
  return `SELECT toString(store), count(), ${figures.join(', ')} FROM (${standingsSql(present, scope)}) WHERE now.2 > 0 GROUP BY store`;
}

const numbers = z.array(z.number());
const distribution = z.union([numbers, z.tuple([numbers, numbers])]);
const row = z.tuple([z.number(), distribution, distribution, distribution]);

function answer(_question: RfmQuestion, rows: AnswerRows): RfmCuts {
  const parsed = rows.map(each => row.parse(each));
  const people = parsed.reduce((sum, [count]) => sum + count, 0);
  const boundsOf = (figure: 1 | 2 | 3, more: number) => {
    if (people === 0) return FIFTHS.map(() => 0);
    const cells = parsed.map(each => each[figure]);
    const counted = addOccurrences(cells.flatMap(cell => (isDistribution(cell) ? [cell] : [])));
    const [whole] = cells;
    const quintiles = whole && !isDistribution(whole) ? whole : FIFTHS.map(j => valueAt(counted, Math.ceil((people * j) / 5)));
    return quintiles.map(bound => bound + more);
  };
  return { recency: boundsOf(1, 0), frequency: boundsOf(2, 1), money: boundsOf(3, 1) };
}

function isDistribution(cell: z.infer<typeof distribution>): cell is [number[], number[]] {
  return Array.isArray(cell[0]);
}
