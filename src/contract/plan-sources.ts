import { z } from 'zod';
import { refresh } from './dataset.ts';
import { endpoint } from './endpoint.ts';
import { planId } from './plan.ts';
import { day, list, text } from './scalar.ts';

/** Where every goal and KPI of a plan gets its values from; those without a source too. */
export const planSources = endpoint({
  method: 'GET',
  path: '/api/plans/:plan/sources',
  concept: 'progress',
  summary: { ja: 'KPIごとのデータ元', en: 'Where every KPI of a plan gets its values from' },
  params: z.strictObject({ plan: planId }),
  response: z.strictObject({
    plan: z.string(),
    nodes: list(
      z.strictObject({
        node: z.string(),
        name: text,
        role: z.enum(['goal', 'kpi']),
        owner: z.string().nullable(),
        by: z.enum(['workspace', 'catalogue', 'plan', 'none']),
        /** The M of SMART. */
        measurable: z.boolean(),
        sources: list(
          z.strictObject({
            dataset: z.string(),
            name: text,
            /** System and report. */
            source: text.nullable(),
            owner: z.string().nullable(),
            refresh: refresh.nullable(),
            through: day.nullable(),
          }),
        ),
        /** Metrics that would have to be measured first. */
        missing: list(z.strictObject({ metric: z.string(), name: text })),
      }),
    ),
  }),
});
