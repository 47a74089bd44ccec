import { z } from 'zod';
import type { Unit } from '#core/unit/unit.ts';
import { carries } from './carries.ts';

const thing = z.string().exactOptional();

export const unit = carries<Unit>()(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('count'), of: thing, per: thing }),
    z.strictObject({ kind: z.literal('ratio'), of: thing, over: thing }),
    z.strictObject({ kind: z.literal('money'), currency: z.string(), per: thing }),
    z.strictObject({
      kind: z.literal('duration'),
      in: z.enum(['seconds', 'minutes', 'hours', 'days', 'business-days', 'weeks', 'months', 'years']),
    }),
    z.strictObject({ kind: z.literal('score'), min: z.number(), max: z.number() }),
    z.strictObject({ kind: z.literal('rank') }),
    z.strictObject({ kind: z.literal('multiple') }),
  ]),
).meta({ id: 'Unit' });

export const direction = z.enum(['up', 'down', 'range']);
export const aggregation = z.enum(['sum', 'last', 'ratio', 'mean', 'distinct', 'distribution']);
export const rhythm = z.enum(['daily', 'weekly', 'monthly', 'quarterly', 'yearly']);

/** What an amount of money includes. */
export const moneyBasis = z.strictObject({
  tax: z.enum(['excluded', 'included']).exactOptional(),
  recognition: z.enum(['ordered', 'shipped', 'accepted', 'paid']).exactOptional(),
  deductions: z
    .array(z.enum(['returns', 'coupons', 'points', 'shipping', 'fees']))
    .readonly()
    .exactOptional(),
});
