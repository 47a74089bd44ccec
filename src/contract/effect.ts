import { z } from 'zod';
import type { EffectReading } from '#core/act/effect-reading.ts';
import { carries } from './carries.ts';
import { day, dayRange, list } from './scalar.ts';
import { unit } from './unit.ts';

const window = z.strictObject({ days: dayRange, weeks: z.number(), value: z.number() });

const cannotTell = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('too-few-days'), weeks: z.number(), needed: z.number(), on: day }),
  z.strictObject({ code: z.literal('days-missing') }),
  z.strictObject({ code: z.literal('history-too-short'), weeks: z.number(), needed: z.number() }),
  z.strictObject({ code: z.literal('season-unknown'), weeks: z.number(), needed: z.number() }),
  z.strictObject({ code: z.literal('season-in-window'), names: list(z.string()) }),
  z.strictObject({ code: z.literal('overlap'), names: list(z.string()) }),
  z.strictObject({ code: z.literal('within-usual-movement'), smallest: z.number() }),
]);

export const effectVerdict = z.enum(['improved', 'worsened', 'no-change', 'cannot-tell']);

/** The reading of an initiative's effect; see docs/method/before-after.md. */
export const effectReading = carries<EffectReading>()(
  z.strictObject({
    verdict: effectVerdict,
    reasons: list(cannotTell),
    scale: z.enum(['relative', 'difference']),
    unit: unit.nullable(),
    windows: z.strictObject({ before: window, after: window }).nullable(),
    change: z.number().nullable(),
    usual: z
      .strictObject({ low: z.number(), high: z.number(), pairs: z.number(), compared: z.enum(['windows', 'last-year']) })
      .nullable(),
    meanwhile: list(z.strictObject({ kind: z.enum(['initiative', 'campaign', 'season']), name: z.string(), days: dayRange })),
  }),
).meta({ id: 'EffectReading' });
