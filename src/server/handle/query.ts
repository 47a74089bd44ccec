import { rollingRange } from '#core/calendar/compare-with.ts';
import type { Comparison } from '#core/calendar/comparison.ts';
import { addDays } from '#core/calendar/day.ts';
import type { DayRange } from '#core/calendar/day-range.ts';
import { formatComparisonNote } from '#core/calendar/format-comparison.ts';
import type { Text } from '#core/text/text.ts';
import type { App } from '#engine/app/app.ts';
import { recordQuery } from '#engine/people/record-look.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import { queryProblem, readMetric } from '#engine/query/read-metric.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

export const queryHandlers: HandlersOf<'query'> = {
  query: async (asked, { app, by: who }) => {
    const { metric, grain, by, where, 'as-known': asKnown } = asked;
    const range = await rangeOf(app, asked);
    if (!range) return problems([queryProblem('query-range', {}, { at: ['from'] })]);
    const chosen = pair(asked['against-from'], asked['against-to']);
    const compare = asked.compare && { way: asked.compare, ...(chosen ? { chosen } : {}) };
    const question = { metric, ...range, by, where, ...(grain ? { grain } : {}), ...(asKnown ? { asKnown } : {}) };
    const read = await readMetric(app, { ...question, ...(compare ? { compare } : {}) });
    if (!read.ok) return problems(read.problems);
    const { metric: found, period, totals, cells, compared } = read.value;
    await recordQuery(app, who, found.id, { by, where, rows: cells.length });
    return value({
      metric: found.id,
      name: found.name,
      unit: found.unit,
      period,
      grain: grain ?? null,
      by,
      asKnown: asKnown ?? null,
      totals,
      cells,
      compared: compared.map(({ comparison, ...one }) => ({ ...one, notes: notesOf(comparison) })),
      problems: wireProblems(read.problems),
    });
  },
};

type Asked = Parameters<(typeof queryHandlers)['query']>[0];

async function rangeOf(app: App, { from, to, last, 'as-known': asKnown }: Asked): Promise<DayRange | undefined> {
  if (last === undefined) return pair(from, to);
  if (from !== undefined || to !== undefined) return undefined;
  const { today } = await knownAt(app, asKnown);
  return rollingRange(last, addDays(today, -1));
}

function pair(from: Asked['from'], to: Asked['to']): DayRange | undefined {
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

function notesOf({ notes }: Comparison): readonly Text[] {
  return notes.flatMap(note => {
    const [ja, en] = [formatComparisonNote(note, 'ja'), formatComparisonNote(note, 'en')];
    return ja !== undefined && en !== undefined ? [{ ja, en }] : [];
  });
}
