import { z } from 'zod';
import { endpoint, type ResponseOf } from './endpoint.ts';
import { cell } from './observation.ts';
import { problem } from './problem.ts';
import { day, dayRange, grain, list, text } from './scalar.ts';
import { unit } from './unit.ts';

/** Values of a metric by period and dimension. */
export const query = endpoint({
  method: 'GET',
  path: '/api/query',
  keyRight: 'read',
  concept: 'query',
  summary: { ja: '指標の値（期間・切り口別）', en: 'Values of a metric by period and dimension' },
  query: z.strictObject({
    metric: z.string().min(1),
    from: day,
    to: day,
    grain: grain.exactOptional(),
    /** Columns to cut by. */
    by: z.array(z.string()).readonly().default([]),
    /** Filters: `channel = paid`, `channel = paid | organic`, `country != Japan`, `quantity >= 10`. */
    where: z.array(z.string()).readonly().default([]),
    'as-known': day.exactOptional(),
  }),
  response: z.strictObject({
    metric: z.string(),
    name: text,
    unit,
    period: dayRange,
    grain: grain.nullable(),
    by: list(z.string()),
    asKnown: day.nullable(),
    /** One per period, over all slices; counted anew, never added up from the cut. */
    totals: list(cell),
    /** Period by period; empty without a cut. */
    cells: list(cell),
    problems: list(problem),
  }),
});

export type QueryAnswer = ResponseOf<typeof query>;
