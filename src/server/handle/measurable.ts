import { measurableMetrics, measureMetrics } from '#engine/importing/measurable-metrics.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, replyTo, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

export const measurableHandlers: HandlersOf<'measurable' | 'measureMetrics'> = {
  measurable: async ({ dataset }, { app }) => {
    const metrics = await measurableMetrics(app, dataset);
    if (!metrics) return missing(dataset);
    const { catalogue } = (await knownAt(app)).metrics;
    return value({
      metrics: metrics.flatMap(({ metric: id, measured, state }) => {
        const known = catalogue.metrics.get(id);
        return known ? [{ id, name: known.name, measured, state }] : [];
      }),
    });
  },

  measureMetrics: async ({ dataset, body }, { app, by }) => {
    const written = await measureMetrics(app, by, dataset, body.metrics);
    return replyTo(
      written,
      dataset,
      ({ number }, problems) => ({ number, problems: wireProblems(problems) }),
      ({ number }) => ({ number }),
    );
  },
};
