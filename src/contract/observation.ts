import { z } from 'zod';
import type { Cell, CloseState, Observation } from '#core/measure/observation.ts';
import { carries } from './carries.ts';
import { day, decimal } from './scalar.ts';

/** The five states of a measured value; see docs/spec/measure.md. */
export const observation = carries<Observation>()(
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('value'), value: z.number(), exact: decimal }),
    z.strictObject({ state: z.literal('zero'), value: z.literal(0), exact: z.literal('0') }),
    z.strictObject({
      state: z.literal('provisional'),
      value: z.number(),
      exact: decimal,
      why: z.enum(['period-running', 'days-missing', 'immature', 'partly-too-coarse']),
    }),
    z.strictObject({ state: z.literal('no-data') }),
    z.strictObject({
      state: z.literal('undefined'),
      why: z.enum([
        'division-by-zero',
        'not-additive',
        'overflow',
        'mixed-units',
        'rate-missing',
        'too-coarse',
        'definition-changed',
      ]),
    }),
  ]),
).meta({ id: 'Observation' });

export const closeState = carries<CloseState>()(z.enum(['open', 'preliminary', 'final']));

export const cell = carries<Cell>()(
  z.strictObject({
    from: day,
    to: day,
    slice: z.record(z.string(), z.string()),
    observation,
    close: closeState,
    through: day.exactOptional(),
    definedSince: day.exactOptional(),
    currency: z.string().exactOptional(),
    missingRate: z.strictObject({ day, currency: z.string() }).exactOptional(),
    allocated: decimal.exactOptional(),
    stillOpen: z.number().exactOptional(),
  }),
).meta({ id: 'Cell' });
