import { z } from 'zod';
import { problem } from './problem.ts';
import { decimal, list } from './scalar.ts';

/** Lines of a file that did not become rows. Lists are cut after a thousand; counts are of all. */
export const skippedLines = z
  .strictObject({
    /** By reason: comment, preamble, blank, total, footer, no-data, bad. */
    counts: z.record(z.string(), z.int()),
    lines: list(z.strictObject({ line: z.int(), reason: z.string(), sample: z.string() })),
    /** Rows that could not be read. */
    badRows: z.int(),
    bad: list(z.strictObject({ line: z.int(), problems: list(problem) })),
  })
  .meta({ id: 'SkippedLines' });

/** Sum of a column; null for columns that do not add up, or without a value. `values`: rows that have one. */
export const columnTotal = z.strictObject({ column: z.string(), sum: decimal.nullable(), values: z.int() });
