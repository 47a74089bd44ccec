import { measurementText } from '#contract/measurement-text.ts';
import { sameText } from '#core/text/text.ts';
import { measurableMetrics, measureMetrics } from '#engine/importing/measurable-metrics.ts';
import { knownAt } from '#engine/query/knowledge.ts';
import type { HandlersOf } from '../handler.ts';
import { missing, replyTo, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

export const measurableHandlers: HandlersOf<'measurable' | 'measureMetrics'> = {
  measurable: async ({ dataset: id }, { app }) => {
    const found = await measurableMetrics(app, id);
    if (!found) return missing(id);
    const { catalogue } = (await knownAt(app)).metrics;
    const nameOf = (metric: string) => catalogue.metrics.get(metric)?.name ?? sameText(metric);
    const names = { dataset: () => found.dataset, metric: nameOf };
    return value({
      metrics: found.metrics.map(({ metric, measurement, state }) => ({
        id: metric,
        name: nameOf(metric),
        measured: measurementText(measurement, names),
        state,
      })),
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
