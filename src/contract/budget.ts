import { z } from 'zod';
import { observation } from './observation.ts';
import { dayRange, decimal, list } from './scalar.ts';

const amounts = z.strictObject({
  /** Planned for the whole plan, and to the day (the running month in full days). */
  planned: decimal,
  due: decimal,
  /** Null where the plan does not say from which metric it is read, or not by this line's key. */
  spent: observation.nullable(),
  /** planned − spent; null where nothing is known of the spending. */
  remaining: decimal.nullable(),
  /** spent ÷ planned. */
  share: z.number().nullable(),
});

/** Planned money against what was spent, to a day. */
export const budgetStanding = z.strictObject({
  /** The metric that says what was spent; null where the plan names none. */
  metric: z.string().nullable(),
  range: dayRange,
  total: amounts.nullable(),
  lines: list(
    amounts.extend({
      node: z.string().nullable(),
      department: z.string().nullable(),
      medium: z.string().nullable(),
    }),
  ),
  nodes: list(amounts.extend({ node: z.string() })),
});

export type BudgetStandingReport = z.output<typeof budgetStanding>;
