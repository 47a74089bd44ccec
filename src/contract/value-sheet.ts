import { z } from 'zod';
import type { TypedCell } from '#core/measure/entry/entry-change.ts';
import { carries } from './carries.ts';
import { endpoint } from './endpoint.ts';
import { closeState } from './observation.ts';
import { day, decimal, list, text } from './scalar.ts';
import { unit } from './unit.ts';

const monthKey = z.string().regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/);

/** Values by month, as a sheet: what is typed in, and beside it what is measured from other data. */
export const valueSheet = endpoint({
  method: 'GET',
  path: '/api/values',
  concept: 'values',
  summary: { ja: '月ごとの実績値の表（入力用）', en: 'Actual values by month, as a sheet to type into' },
  query: z.strictObject({
    /** Its goals and KPIs get a line each. */
    plan: z.string().exactOptional(),
    /** Newest of the twelve months; the running one when absent. */
    through: monthKey.exactOptional(),
    /** More metrics to show. */
    metric: z.array(z.string()).readonly().default([]),
  }),
  response: z.strictObject({
    months: list(z.strictObject({ key: monthKey, from: day, to: day, close: closeState })),
    rows: list(
      z.strictObject({
        metric: z.string(),
        name: text,
        unit,
        counter: text.nullable(),
        /** `entered`: typed in; `data`: measured from other data, and not typed; `none`: not measured yet. */
        source: z.enum(['entered', 'data', 'none']),
        /** The data it is measured from. */
        from: list(text),
        /** By month, exact; null without a value. */
        values: list(decimal.nullable()),
      }),
    ),
  }),
});

const typedCell = carries<TypedCell>()(
  z.strictObject({
    metric: z.string().min(1).max(200),
    month: z.string(),
    /** The value that was seen; null for an empty cell. */
    before: decimal.nullable(),
    /** The new value in the metric's unit, rates as fractions; null clears the cell. */
    value: decimal.nullable(),
  }),
);

/** All cells are stored, as one import that can be undone like any other, or none. */
export const putValues = endpoint({
  method: 'PUT',
  path: '/api/values',
  concept: 'values',
  summary: { ja: '実績値の入力（1回の取り込みとして保存）', en: 'Stores typed values as an import of their own' },
  body: z.strictObject({
    plan: z.string().exactOptional(),
    cells: z.array(typedCell).min(1).max(5_000).readonly(),
  }),
  response: z.strictObject({
    /** The import; null when nothing was different. */
    batch: z.string().nullable(),
    /** Cells that hold another value now. */
    changed: z.int(),
    /** Metrics that are typed in from now on; they were added to metrics.yaml. */
    defined: list(z.string()),
  }),
  /** Cells that held another value than was seen: `before` is what they hold. */
  conflict: z.strictObject({ cells: list(typedCell) }),
});
