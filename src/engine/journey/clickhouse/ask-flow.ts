import { z } from 'zod';
import type { FlowAnswer, FlowQuestion } from '#core/journey/flow-question.ts';
import { compareSlices } from './compare-texts.ts';
import { any, passesSql } from './event-condition.ts';
import { groupParts, total } from './group-parts.ts';
import { type AnswerRows, type AskedInSql, ofStores, type QuestionScope } from './question-scope.ts';
import { labelSql, sliceCell } from './slice-sql.ts';

const MOST_SEQUENCES = 1_000;

/** What people do next, or did before. Shards send all their sequences, which are added up before the most frequent are taken. [JRN-85] */
export const askFlow: AskedInSql<FlowQuestion, FlowAnswer> = { sql, answer };

function sql({ start, direction, through, by, length, window }: FlowQuestion, scope: QuestionScope): string {
  const [isStart, isThrough] = [passesSql(start, scope), passesSql(through, scope)];
  const label = 'event' in by ? labelSql('name') : labelSql(scope.columnOf(by.dimension));
  const long = scope.bind('Int64', window);
  const isAround = direction === 'after' ? `first < e.1 AND e.1 <= first + ${long}` : `first - ${long} <= e.1 AND e.1 < first`;
  const around = `arraySort(arrayFilter(e -> ${isAround}, passing))`;
  const outwards = direction === 'after' ? around : `arrayReverse(${around})`;
  const most = scope.isPart ? '' : `ORDER BY store, people DESC, sequence LIMIT ${MOST_SEQUENCES} BY store`;
  return `
SELECT toString(store), sequence, count() AS people, sum(people) OVER (PARTITION BY store) AS everybody
FROM (
  SELECT store, arraySlice(arrayCompact((${outwards}).2), 1, ${scope.bind('Int64', length)}) AS sequence
  FROM (
    SELECT store, person, minIf(time, ${isStart}) AS first, countIf(${isStart}) AS starts, groupArrayIf((time, ${label}), ${isThrough}) AS passing
    FROM ${scope.events} WHERE ${ofStores(scope)} AND ${any([isStart, isThrough])}
    GROUP BY store, person
  )
  WHERE starts > 0
)
GROUP BY store, sequence
${most}`;
}

const row = z.tuple([sliceCell, z.number(), z.number()]);

function answer(_question: FlowQuestion, rows: AnswerRows): FlowAnswer {
  const parsed = rows.map(each => row.parse(each));
  const sequences = groupParts(parsed, ([steps]) => steps)
    .map(parts => ({ steps: parts[0][0], people: total(parts, ([, people]) => people) }))
    .toSorted((a, b) => b.people - a.people || compareSlices(a.steps, b.steps));
  const shown = sequences.slice(0, MOST_SEQUENCES);
  const seen = total(parsed, ([, people]) => people);
  const people = Math.max(seen, parsed[0]?.[2] ?? 0);
  return { people, sequences: shown, others: people - total(shown, each => each.people) };
}
