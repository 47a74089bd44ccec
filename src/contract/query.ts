import { z } from 'zod';
import { COMPARED_WITH, ROLLING } from '#core/calendar/compare-with.ts';
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
    /** Both, or `last`. */
    from: day.exactOptional(),
    to: day.exactOptional(),
    /** The last days or months that are over, instead of `from` and `to`. */
    last: z.enum(ROLLING).exactOptional(),
    grain: grain.exactOptional(),
    /** Columns to cut by. */
    by: z.array(z.string()).readonly().default([]),
    /** Filters: `channel = paid`, `channel = paid | organic`, `country != Japan`, `quantity >= 10`. */
    where: z.array(z.string()).readonly().default([]),
    'as-known': day.exactOptional(),
    /** What each period is held against, like for like; days that are not over are left out on both sides. */
    compare: z.enum(COMPARED_WITH).exactOptional(),
    /** Of `compare=chosen`. */
    'against-from': day.exactOptional(),
    'against-to': day.exactOptional(),
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
    /** By period, without a cut; empty without `compare`. */
    compared: list(
      z.strictObject({
        current: cell,
        other: cell,
        /** Current ÷ other: 1.2 is an index of 120 %. */
        ratio: z.number().nullable(),
        /** What to know about the two ranges: unequal lengths, business days, left-out days. */
        notes: list(text),
      }),
    ),
    problems: list(problem),
  }),
});

export type QueryAnswer = ResponseOf<typeof query>;
