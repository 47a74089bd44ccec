import type { Definitions } from '#core/metric/definitions.ts';
import { parseDefinitions } from '#core/metric/definitions-parse.ts';
import type { Problem } from '#core/problem/problem.ts';
import { readAppSettings } from '#engine/app/app-settings.ts';
import { publishMetricDefinitions, readMetricDefinitions } from '#engine/app/metric-definitions.ts';
import type { HandlersOf } from '../handler.ts';
import { replyTo, value } from '../reply.ts';
import { wireProblems } from '../sentence.ts';

export const definitionsHandlers: HandlersOf<'definitions' | 'checkDefinitions' | 'putDefinitions'> = {
  definitions: async (_, { app }) => {
    const { stored, problems } = await readMetricDefinitions(app, await readAppSettings(app));
    return value({
      number: stored?.number ?? 0,
      text: stored?.text ?? '',
      author: stored?.author ?? null,
      at: stored?.at ?? null,
      problems: wireProblems(problems),
    });
  },

  checkDefinitions: async ({ body }, { app }) => {
    const { currency } = await readAppSettings(app);
    const read = parseDefinitions(body.text, app.catalogue, currency);
    return value(summary(read.ok ? read.value : undefined, read.problems));
  },

  putDefinitions: async ({ body }, { app, by }) => {
    const { currency } = await readAppSettings(app);
    const written = await publishMetricDefinitions(app, by, body.text, body.base);
    const read = parseDefinitions(body.text, app.catalogue, currency);
    return replyTo(
      written,
      'metrics.yaml',
      ({ number }, problems) => ({ ...summary(read.ok ? read.value : undefined, [...read.problems, ...problems]), number }),
      ({ number, text, author, at }) => ({ number, text, author, at }),
    );
  },
};

function summary(definitions: Definitions | undefined, problems: readonly Problem[]) {
  return {
    problems: wireProblems(problems),
    publishable: definitions !== undefined,
    datasets: [...(definitions?.datasets.keys() ?? [])],
    metrics: [...(definitions?.metrics.keys() ?? [])],
  };
}
