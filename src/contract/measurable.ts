import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { list, text } from './scalar.ts';

const params = z.strictObject({ dataset: z.string() });

export const measurable = endpoint({
  method: 'GET',
  path: '/api/datasets/:dataset/metrics',
  concept: 'dataset',
  summary: { ja: 'データから測れるカタログの指標', en: 'Metrics of the catalogue that a dataset can measure' },
  params,
  response: z.strictObject({
    metrics: list(
      z
        .strictObject({
          id: z.string(),
          name: text,
          /** The way of measuring. */
          measured: text,
          /** `free`: not defined yet; `here`: measured from this dataset already; `elsewhere`: from something else. */
          state: z.enum(['free', 'here', 'elsewhere']),
        })
        .meta({ id: 'MeasurableMetric' }),
    ),
  }),
});

/** Adds them, and the dataset where it is missing, to metrics.yaml; what is defined already stays as it is. [ING-62] */
export const measureMetrics = endpoint({
  method: 'POST',
  path: '/api/datasets/:dataset/metrics',
  concept: 'dataset',
  summary: { ja: '選んだ指標をこのデータから測る', en: 'Measures the chosen metrics from a dataset' },
  params,
  body: z.strictObject({ metrics: list(z.string()) }),
  response: z.strictObject({ number: z.int(), problems: list(problem) }),
  conflict: z.strictObject({ number: z.int() }),
});
