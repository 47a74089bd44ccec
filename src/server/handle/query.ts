import { readMetric } from '#engine/query/read-metric.ts';
import type { HandlersOf } from '../handler.ts';
import { problems, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

export const queryHandlers: HandlersOf<'query'> = {
  query: async ({ metric, from, to, grain, by, where, 'as-known': asKnown }, { app }) => {
    const question = { metric, from, to, by, where, ...(grain ? { grain } : {}), ...(asKnown ? { asKnown } : {}) };
    const read = await readMetric(app, question);
    if (!read.ok) return problems(read.problems);
    const { metric: found, period, totals, cells } = read.value;
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
      problems: wireProblems(read.problems),
    });
  },
};
